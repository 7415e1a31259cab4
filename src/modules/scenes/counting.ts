/** The hash of what lies in the store under a name, counted now: null where nothing lies there. */
import { createHash } from 'node:crypto'
import { Refusal } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'

/** The store itself refuses to give out what is not the file of its name: then it is said without counting further. */
export async function hashNow(cx: Cx, file: string): Promise<string | null> {
  if (!(await cx.ground.files.has(file))) return null
  const hash = createHash('sha256')
  try {
    for await (const chunk of await cx.ground.files.stream(file)) hash.update(chunk as Uint8Array)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'file-swapped') return 'changed'
    throw error
  }
  return hash.digest('hex')
}
