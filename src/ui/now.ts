/** The present as a screen knows it: a quarter of a minute old at most, so that "for 3 min" does not stand still. */
import { useEffect, useState } from 'react'

export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
