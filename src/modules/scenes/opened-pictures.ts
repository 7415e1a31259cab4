/**
 * Large photographs that somebody looks at in the depth, opened once and kept in memory as long as they page through them. Nothing of it is
 * written anywhere: a picture of a scene lies decoded on no disk. Bounded in bytes and in time; what is larger is opened for each piece.
 */
export interface Opened {
  readonly data: Buffer
  readonly info: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 }
}
/** Two photographs of 24 megapixels. */
export const MOST_BYTES = 160_000_000
const IDLE_MS = 30_000

interface Kept {
  readonly bytes: number
  readonly opened: Promise<Opened | null>
  idle: NodeJS.Timeout
}
/** In the order of the last look. */
const kept = new Map<string, Kept>()

const drop = (file: string): void => {
  clearTimeout(kept.get(file)?.idle)
  kept.delete(file)
}
export const bytesOpened = (): number => [...kept.values()].reduce((sum, k) => sum + k.bytes, 0)

/** `bytes`: what it will take, known before it is opened. Those who ask for it at once wait for one opening. */
export async function openOnce(
  file: string,
  bytes: number,
  open: () => Promise<Opened | null>,
): Promise<Opened | null> {
  if (bytes > MOST_BYTES) return null
  const known = kept.get(file)
  if (known) drop(file)
  for (const oldest of kept.keys()) {
    if (bytesOpened() + bytes <= MOST_BYTES) break
    drop(oldest)
  }
  const opened = known?.opened ?? open().catch(() => null)
  kept.set(file, { bytes, opened, idle: setTimeout(() => drop(file), IDLE_MS).unref() })
  return opened
}
