/**
 * Files in two places behind one door: near by, where they are read, and elsewhere, so that what was taken in stands twice from its first minute. A second
 * place that is down stops no work: the file is kept near by, the state says so, and the job goes on (`second-place.ts`). What the law orders destroyed is
 * destroyed in both, the far one first: while it cannot be reached, the order stays open.
 */
import type { Files } from './files.ts'

/** After a failure the far place is left alone so long; the job asks again by itself. */
const REST_MS = 60_000
const NO_LIMIT = Number.MAX_SAFE_INTEGER

export function inTwoPlaces(near: Files, far: Files, now: () => number): Files {
  let restUntil = 0
  return {
    ...near,
    places: { near, far },
    async keep(content, limit) {
      const kept = await near.keep(content, limit)
      if (now() < restUntil) return kept
      try {
        await copyTo(far, near, kept.sha256)
      } catch {
        restUntil = now() + REST_MS
      }
      return kept
    },
    async destroy(sha256) {
      await far.destroy(sha256)
      await near.destroy(sha256)
    },
  }
}

/** The bytes are held against their name on the way: what is swapped in one place never reaches the other. */
export async function copyTo(to: Files, from: Files, sha256: string): Promise<void> {
  if (await to.has(sha256)) return
  const { sha256: kept } = await to.keep(await from.stream(sha256), NO_LIMIT)
  if (kept !== sha256) throw new Error('Defect: a copy under another name')
}
