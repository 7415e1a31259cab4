/** The width that a picture has to draw in, followed as it changes. */
import { type RefObject, useEffect, useRef, useState } from 'react'

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
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
