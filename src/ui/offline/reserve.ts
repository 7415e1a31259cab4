/**
 * Room that is kept free for the last hour. A browser does not say how much room there is (what it calls the quota is a round figure, so that
 * nobody is known by it): that a device is full shows when something is not kept. So a reserve lies on the disk: where a write fails for want of
 * room, the reserve is given up, the write is done again, and it is said that the device is nearly full while there is still something left.
 */
import { isFull, within } from './database.ts'

const [NOBODY, NAME] = ['', 'reserve']
const PIECES = 6
const PIECE = 4 * 1_048_576
const PRESSED = 'custodia.pressed'
const WAITS_MS = [0, 300, 1_200]

/** The reserve was given up and could not be laid again. */
export const isPressed = (): boolean => localStorage.getItem(PRESSED) !== null
const pressed = (yes: boolean): void =>
  yes ? localStorage.setItem(PRESSED, '1') : localStorage.removeItem(PRESSED)

const isThere = async (): Promise<boolean> =>
  (await within('readonly', (tx) => tx.get('pieces', [NOBODY, NAME, PIECES - 1]))) !== undefined
export const dropReserve = async (): Promise<void> =>
  within('readwrite', async (tx) => tx.drop('pieces', [NOBODY, NAME]))

/** Chance, because what is alike is packed small and would hold no room. */
function noise(): ArrayBuffer {
  const bytes = new Uint8Array(PIECE)
  for (let from = 0; from < PIECE; from += 65_536) crypto.getRandomValues(bytes.subarray(from, from + 65_536))
  return bytes.buffer
}
export async function layReserve(): Promise<void> {
  if (await isThere()) return pressed(false)
  try {
    for (let n = 0; n < PIECES; n += 1) {
      const sealed = noise()
      const row = { person: NOBODY, sha256: NAME, n, iv: new Uint8Array(0), sealed }
      await within('readwrite', async (tx) => tx.put('pieces', row))
    }
    pressed(false)
  } catch (cause) {
    await dropReserve()
    if (!isFull(cause)) throw cause
    pressed(true)
  }
}

/** A write that may take the reserve. */
export async function withReserve<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (cause) {
    if (!isFull(cause) || !(await isThere())) throw cause
    await dropReserve()
    pressed(true)
  }
  // The disk gives the room back a moment later.
  for (const [at, ms] of WAITS_MS.entries()) {
    await new Promise((later) => setTimeout(later, ms))
    try {
      return await write()
    } catch (cause) {
      if (!isFull(cause) || at === WAITS_MS.length - 1) throw cause
    }
  }
  return write()
}
