/** `custodia import`: reads the file and its map, imports in the name of a person, writes the rejects beside the file. */
import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createGunzip } from 'node:zlib'
import type * as Yaml from 'yaml'
import { Refusal } from '#kernel/verdict.ts'
import { type FileReceipt, fieldInWords, importFile } from '#modules/exchange/public.ts'
import type { Ground } from '#platform/cx.ts'
import { consoleLanguage } from '#platform/config.ts'
import { onFirstUse } from '#platform/on-first-use.ts'
import { actorNamed } from './people.ts'

const yaml = onFirstUse<typeof Yaml>('yaml')

/** What a packed file may become: a bomb of a few kilobytes is told before it fills the memory. */
const MOST_UNPACKED = 1_024 * 1_048_576

export async function importCommand(
  ground: Ground,
  how: { kind: string; file: string; map: string | undefined; dryRun: boolean; as: string | undefined },
) {
  if (how.map === undefined) throw new Refusal('invalid', 'exchange.no-map', { next: 'exchange.no-map-next' })
  const language = consoleLanguage(process.env)
  const receipt = await importFile(ground, await actorNamed(ground, how.as), {
    kind: how.kind,
    bytes: await bytesOf(how.file),
    map: await mapOf(how.map),
    dryRun: how.dryRun,
    fileName: basename(how.file),
    language,
    progress: showProgress,
  })
  explain(receipt, ground.say(language))
  const { rejectsCsv, ...counts } = receipt
  if (!rejectsCsv) return { ...counts, rejectsFile: null }
  const rejectsFile = `${how.file}.rejects.csv`
  await writeFile(rejectsFile, rejectsCsv)
  return { ...counts, rejectsFile }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  if (!path.endsWith('.gz')) return readFile(path).catch(notThere(path))
  const parts: Buffer[] = []
  let size = 0
  for await (const part of createReadStream(path)
    .on('error', () => undefined)
    .pipe(createGunzip())) {
    parts.push(part as Buffer)
    size += (part as Buffer).length
    if (size > MOST_UNPACKED)
      throw new Refusal('conflict', 'exchange.file-too-large', {
        values: { most: MOST_UNPACKED / 1_048_576 },
      })
  }
  return Buffer.concat(parts)
}

async function mapOf(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(notThere(path))
  try {
    return yaml.parse(text, { maxAliasCount: 0 })
  } catch (error) {
    throw new Refusal('invalid', 'exchange.map-not-yaml', {
      values: { file: path, message: (error as Error).message.split('\n')[0] ?? '' },
    })
  }
}

const notThere = (path: string) => (): never => {
  throw new Refusal('invalid', 'exchange.no-such-file', { values: { file: path } })
}

/** On a terminal only: what a script reads stays the receipt alone. */
function showProgress(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} / ${of}${done === of ? '\n' : ''}`)
}

/** Why rows were not taken, and what was doubted, beside the receipt and never in it. */
function explain(receipt: FileReceipt, say: (key: string, values?: Record<string, unknown>) => string): void {
  for (const { reason, rows } of receipt.reasons)
    process.stderr.write(`  ${say('exchange.rows-rejected', { rows, reason })}\n`)
  for (const { field, why, example, rows } of receipt.doubts)
    process.stderr.write(
      `  ${say('exchange.rows-doubted', { rows, why: say(why, { field: fieldInWords(say, field), written: example }), example })}\n`,
    )
}
