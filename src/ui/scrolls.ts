/** Whether a box holds more than fits across: only then the keyboard must be able to stand on it, to scroll it. */
import { type RefObject, useEffect, useRef, useState } from 'react'

export function useScrolls(): [RefObject<HTMLDivElement | null>, boolean] {
  const ref = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, scrolls]
}
