/**
 * Files that systems lay into a folder: `drop/<short name of the agency>/<name>.json` beside the data, each a case as
 * `exchange.receive-case` takes it. What was read goes to `taken` or `refused` there, with its receipt beside it as `<name>.receipt.json`.
 */
import { mkdir, readFile, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { systemActor } from '#identity/authority.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Ground } from '#platform/cx.ts'
import { perform } from '#platform/operation.ts'

export const dropTask = 'exchange.look-into-drop'
const MOST_BYTES = 2_000_000
/** A file that is still being written is left for the next round. */
const SETTLED_MS = 2_000

export const dropFolder = (ground: Pick<Ground, 'house'>): string =>
  resolve(ground.house.keysFolder, '..', 'drop')

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])

/** Answers how many files were read. */
export async function lookIntoDrop(ground: Ground, settled = SETTLED_MS): Promise<number> {
  const drop = dropFolder(ground)
  let read = 0
  for (const source of (await namesIn(drop)).sort()) {
    for (const name of (await namesIn(join(drop, source))).sort()) {
      if (!name.endsWith('.json')) continue
      const file = join(drop, source, name)
      const about = await stat(file).catch(() => undefined)
      if (!about?.isFile() || Date.parse(ground.now()) - about.mtimeMs < settled) continue
      try {
        await takeFile(ground, { drop, source, name, file, size: about.size })
        read += 1
      } catch (error) {
        // It stays where it is and is tried again; the others are not held up by it.
        ground.log.error({ err: error, file }, 'a file of the drop folder could not be read')
      }
    }
  }
  return read
}

async function takeFile(
  ground: Ground,
  at: { drop: string; source: string; name: string; file: string; size: number },
): Promise<void> {
  const [where, receipt] = await receiptFor(ground, at)
  const folder = join(at.drop, at.source, where)
  await mkdir(folder, { recursive: true })
  // The receipt first: a file that is gone always has one.
  await writeFile(
    join(folder, at.name.replace(/\.json$/, '.receipt.json')),
    `${JSON.stringify(receipt, null, 2)}\n`,
  )
  await rename(at.file, join(folder, at.name))
}

async function receiptFor(
  ground: Ground,
  at: { source: string; file: string; size: number },
): Promise<['taken' | 'refused', unknown]> {
  const say = ground.say('en')
  const no = (code: string, values: Record<string, string> = {}): ['refused', unknown] => [
    'refused',
    { code, detail: say(code, values) },
  ]
  const operation = ground.operations.get('exchange.receive-case')
  if (!operation || at.size > MOST_BYTES) return no('exchange.drop-too-large')
  let sent: unknown
  try {
    sent = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(at.file)))
  } catch {
    return no('exchange.drop-not-json')
  }
  try {
    const input = { source: at.source, case: sent }
    return ['taken', await perform(ground, operation, { actor: systemActor, input })]
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    return [
      'refused',
      { code: cause.code, detail: say(cause.code, { ...cause.values }), fields: cause.fields ?? [] },
    ]
  }
}
