/** The state of a count on this device: what was scanned, what the server answered, what waits; sends by itself when it can. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { newKey } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { type Tone, sound } from '#ui/tones.ts'
import type { ScanAnswer } from '../../contract.ts'
import { dropRefused, keepScan, type KeptScan, scansKept, sendKept } from './queue.ts'

export interface Heard {
  readonly id: string
  readonly text: string | null
  readonly place: string
  readonly seal: string | null
  /** Null while it waits. */
  readonly answer: ScanAnswer | null
}
const SHOWN = 40
const EVERY_MS = 5_000

const toneOf = (answer: ScanAnswer): Tone =>
  ['right', 'counted', 'place'].includes(answer.verdict) ? 'good' : 'bad'

export function useCounting(take: string, round: 1 | 2) {
  const person = useMe()?.person.id ?? ''
  const [heard, setHeard] = useState<readonly Heard[]>([])
  const [waiting, setWaiting] = useState<readonly KeptScan[]>([])
  const [sent, setSent] = useState(0)
  const recount = useCallback(async () => setWaiting(await scansKept(person, take)), [person, take])
  const latest = useRef('')
  const go = useCallback(async () => {
    await sendKept(person, take, (answers) => {
      const byId = new Map(answers.map((a) => [a.id, a]))
      setHeard((was) => was.map((h) => (byId.has(h.id) ? { ...h, answer: byId.get(h.id) ?? null } : h)))
      const last = byId.get(latest.current)
      if (last && toneOf(last) === 'bad') sound('bad')
    })
    setSent((n) => n + 1)
    await recount()
  }, [person, take, recount])
  useEffect(() => {
    const now = (): void => void go()
    now()
    window.addEventListener('online', now)
    const timer = setInterval(now, EVERY_MS)
    return () => {
      window.removeEventListener('online', now)
      clearInterval(timer)
    }
  }, [go])
  const read = async (place: string, text: string | null, seal: string | null = null): Promise<void> => {
    const id = newKey()
    await keepScan({
      id,
      person,
      take,
      round,
      place,
      text,
      seal,
      at: new Date().toISOString(),
      refused: null,
    })
    latest.current = id
    sound('good')
    setHeard((was) => [{ id, text, place, seal, answer: null }, ...was].slice(0, SHOWN))
    await recount()
    void go()
  }
  return {
    heard,
    waiting: waiting.filter((w) => w.refused === null).length,
    /** Different things read in a place that the server has not heard of. */
    waitingAt: (place: string | null): number =>
      new Set(waiting.flatMap((w) => (w.place === place && w.text && w.refused === null ? [w.text] : [])))
        .size,
    refused: waiting.filter((w) => w.refused !== null),
    /** Changes whenever something was sent: what the server adds up is asked again. */
    sent,
    read,
    putAside: async (): Promise<void> => {
      await dropRefused(waiting)
      await recount()
    },
  }
}
