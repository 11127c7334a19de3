import { render } from 'preact'

render(<p />, document.createElement('div'))
