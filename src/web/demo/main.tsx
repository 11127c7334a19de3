import './demo.css'
import { render } from 'preact'
import { Page } from './page.tsx'
import { TEXTS } from './texts.ts'

/** Spanish, or English with `?lang=en`. The widget comes after this script and speaks the page's language. */
const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'es'
document.documentElement.lang = language
document.title = TEXTS.title[language]

const page = document.getElementById('page')
if (page) render(<Page language={language} />, page)
