/** The width that a picture has to draw in, followed as it changes. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** What fits between the margins of A4, less the padding of a card. */
const PAPER = 560

export function useWidth<E extends HTMLElement = HTMLDivElement>(first = 860): [RefObject<E | null>, number] {
  const ref = useRef<E>(null)
  const [width, setWidth] = useState(first)
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const observer = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(220, Math.floor(entry.contentRect.width))),
    )
    observer.observe(element)
    // A page that is printed is not measured again in time: the picture is drawn for the paper before it leaves.
    const print = matchMedia('print')
    const fit = (): void =>
      flushSync(() =>
        setWidth((w) => (print.matches ? Math.min(w, PAPER) : Math.max(220, element.clientWidth))),
      )
    print.addEventListener('change', fit)
    return () => {
      observer.disconnect()
      print.removeEventListener('change', fit)
    }
  }, [])
  return [ref, width]
}
