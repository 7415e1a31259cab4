/** How much room the browser leaves on this device, and whether it promised not to clear what is kept. */
import { useEffect, useState } from 'react'
import { whenKept } from './store.ts'

export interface Room {
  readonly used: number
  readonly of: number
  /** The browser does not clear it by itself. */
  readonly lasting: boolean
  /** Less than what a day of photographs needs: it is said before it is too late. */
  readonly short: boolean
}
const LEAST = 200 * 1_048_576

export async function roomNow(): Promise<Room | null> {
  if (!navigator.storage?.estimate) return null
  const { usage = 0, quota = 0 } = await navigator.storage.estimate()
  const lasting = (await navigator.storage.persisted?.()) ?? false
  return { used: usage, of: quota, lasting, short: quota - usage < LEAST || usage > quota * 0.9 }
}
/** Asked when somebody first keeps something: a browser that refuses is told of, not hidden. */
export const askToLast = async (): Promise<boolean> => (await navigator.storage?.persist?.()) ?? false

export function useRoom(): Room | null {
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    const look = (): void => void roomNow().then(setRoom, () => setRoom(null))
    let soon: ReturnType<typeof setTimeout> | undefined
    const stop = whenKept(() => {
      soon ??= setTimeout(() => {
        soon = undefined
        look()
      }, 1_000)
    })
    look()
    const timer = setInterval(look, 30_000)
    return () => {
      stop()
      clearTimeout(soon)
      clearInterval(timer)
    }
  }, [])
  return room
}
