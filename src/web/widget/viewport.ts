import { useEffect, useState } from 'preact/hooks'

/** On smaller windows the widget takes the whole screen; the style sheet says the same. */
const FULL = '(max-width: 480px), (max-height: 560px)'
/** Fewer lines than this, and the details of the bar start folded: above a keyboard, or with large text. */
const SHORT_EM = 32

export interface Viewport {
  isFull: boolean
  isShort: boolean
  /** The part of the page that is not covered by the keyboard, CSS pixels. */
  top: number
  height: number
}

/** The visible part of the window, followed as keyboards come and go. */
export function useViewport(): Viewport {
  const [viewport, setViewport] = useState(read)
  useEffect(() => {
    const update = (): void => setViewport(read())
    const sources = [window.visualViewport, matchMedia(FULL)]
    for (const source of sources)
      for (const event of ['resize', 'scroll', 'change']) source?.addEventListener(event, update)
    addEventListener('resize', update)
    return () => {
      for (const source of sources) {
        for (const event of ['resize', 'scroll', 'change']) source?.removeEventListener(event, update)
      }
      removeEventListener('resize', update)
    }
  }, [])
  return viewport
}

function read(): Viewport {
  const visible = window.visualViewport
  const height = visible?.height ?? innerHeight
  return {
    isFull: matchMedia(FULL).matches,
    isShort: height < SHORT_EM * readerEm(),
    top: visible?.offsetTop ?? 0,
    height,
  }
}

/** The reader's own text size, CSS pixels; the host has it whatever the page does to its root. */
function readerEm(): number {
  const host = document.querySelector('escotilla-widget')
  return host ? Number.parseFloat(getComputedStyle(host).fontSize) : 16
}

const STATE = 'escotilla'

/** While `isActive`, the back button closes the widget and not the page. */
export function useBackButton(isActive: boolean, close: () => void): void {
  useEffect(() => {
    if (!isActive) return
    history.pushState({ ...(history.state as object | null), [STATE]: true }, '')
    let isGone = false
    const onBack = (): void => {
      isGone = true
      close()
    }
    addEventListener('popstate', onBack)
    return () => {
      removeEventListener('popstate', onBack)
      const state = history.state as Record<string, unknown> | null
      if (!isGone && state?.[STATE]) history.back()
    }
  }, [isActive])
}

/** While `isActive`, the page behind does not scroll along. */
export function useStillPage(isActive: boolean): void {
  useEffect(() => {
    if (!isActive) return
    const { style } = document.documentElement
    const before = style.overflow
    style.overflow = 'hidden'
    return () => {
      style.overflow = before
    }
  }, [isActive])
}
