/** Bytes that a worker made, kept outside of any act: named by their hash, so that twice the same is once. */
import type { Ground } from '#platform/cx.ts'
import { keepMade } from '#platform/uploads.ts'

export const keepFile = (
  ground: Ground,
  bytes: Uint8Array,
  mediaType: string,
): Promise<{ sha256: string; size: number }> =>
  ground.db.transaction((tx) => keepMade({ ground, tx, now: ground.now() }, bytes, mediaType))
