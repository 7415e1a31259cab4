/** `custodia import`: reads the file and its map, imports in the name of a person, writes the rejects beside the file. */
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parse } from 'yaml'
import { importFile } from '#modules/exchange/public.ts'
import type { Ground } from '#platform/cx.ts'
import { actorNamed } from './people.ts'
import { gunzipSync } from 'node:zlib'

export async function importCommand(
  ground: Ground,
  how: { kind: string; file: string; map: string; dryRun: boolean; as: string | undefined },
) {
  const raw = await readFile(how.file)
  const bytes = how.file.endsWith('.gz') ? gunzipSync(raw) : raw
  const map = parse(await readFile(how.map, 'utf8')) as unknown
  const receipt = await importFile(ground, await actorNamed(ground, how.as), {
    kind: how.kind,
    bytes,
    map,
    dryRun: how.dryRun,
    fileName: basename(how.file),
  })
  const { rejectsCsv, ...counts } = receipt
  if (!rejectsCsv) return { ...counts, rejectsFile: null }
  const rejectsFile = `${how.file}.rejects.csv`
  await writeFile(rejectsFile, rejectsCsv)
  return { ...counts, rejectsFile }
}
