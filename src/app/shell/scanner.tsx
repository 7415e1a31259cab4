/** Tells a scanner from a person: a scanner types six and more signs with at most 60 ms between them and ends in Enter. */
const FAST_MS = 60
const SHORTEST = 6

/** `onScan` gets the code; `/` outside of a field calls `onSlash`. Answers how to stop listening. */
export function listenForScans(onScan: (code: string) => void, onSlash: () => void): () => void {
  let burst = ''
  let last = 0
  const hear = (event: globalThis.KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const target = event.target as HTMLElement | null
    // Whoever stands in a field or in an open panel gets the code there: a scan-only form wants it.
    const inField =
      target !== null &&
      (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('dialog') !== null)
    if (inField) return
    const fast = event.timeStamp - last <= FAST_MS
    last = event.timeStamp
    if (event.key === 'Enter') {
      if (fast && burst.length >= SHORTEST) {
        event.preventDefault()
        event.stopPropagation()
        onScan(burst)
      }
      burst = ''
    } else if (event.key.length === 1) {
      burst = fast ? burst + event.key : event.key
      if (event.key === '/' && !fast) {
        event.preventDefault()
        onSlash()
      }
    }
  }
  document.addEventListener('keydown', hear, true)
  return () => document.removeEventListener('keydown', hear, true)
}
