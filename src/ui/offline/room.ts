/** How much room the browser leaves on this device, and whether it promised not to clear what is kept. */
import { useEffect, useState } from 'react'
import type { Say } from '../say.ts'
import { showBytes } from '../show.ts'
import { isPressed } from './reserve.ts'
import { whenKept } from './store.ts'

export interface Room {
  readonly used: number
  /** Null where the browser does not say it: a round figure for everybody, or the reserve is in use. */
  readonly left: number | null
  /** The browser does not clear it by itself. */
  readonly lasting: boolean
  /** Less than what a day of photographs needs: it is said before it is too late. */
  readonly short: boolean
}
const LEAST = 200 * 1_048_576
/** What browsers say that do not want to be known by it: so much is left, always. */
const ROUND = 10 * 1_073_741_824

export async function roomNow(): Promise<Room | null> {
  if (!navigator.storage?.estimate) return null
  const { usage = 0, quota = 0 } = await navigator.storage.estimate()
  const lasting = (await navigator.storage.persisted?.()) ?? false
  const free = quota - usage
  const said = Math.abs(free - ROUND) > 65_536 && !isPressed()
  return {
    used: usage,
    left: said ? free : null,
    lasting,
    short: isPressed() || (said && (free < LEAST || usage > quota * 0.9)),
  }
}
/** Asked when somebody first keeps something: a browser that refuses is told of, not hidden. */
export const askToLast = async (): Promise<boolean> => (await navigator.storage?.persist?.()) ?? false

export const roomSaid = (room: Room, say: Say): string =>
  room.left === null
    ? say('device.room-used', { used: showBytes(room.used) })
    : say('device.room', { used: showBytes(room.used), left: showBytes(room.left) })

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
