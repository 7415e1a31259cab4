/** `custodia export`: everything in open formats, by schema; or the ledger alone, as the stand-alone verifier reads it. */
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { exportLedger } from '#ledger/export.ts'
import { Refusal } from '#kernel/verdict.ts'
import { loadConfig } from '#platform/config.ts'
import { exportEverything } from './everything.ts'
import { exportCustodies } from './export-custody.ts'
import { exportMdi } from './export-mdi.ts'
import type { Installation } from './installation.ts'

export async function exportCommand(
  installation: Installation,
  kind: string,
  { out, case: number, as }: { out: string; case?: string; as?: string },
): Promise<object> {
  if (kind === 'fhir-mdi')
    return exportMdi(installation.ground, { out, case: number, as, url: loadConfig().url })
  if (kind === 'case-uco') return exportCustodies(installation.ground, { out, case: number, as })
  if (kind === 'everything') return exportEverything(installation, out)
  if (kind !== 'ledger') throw new Refusal('invalid', 'no-such-export', { values: { kind } })
  await mkdir(out, { recursive: true })
  const counts = { leaves: 0, rows: 0, checkpoints: 0 }
  await pipeline(
    Readable.from(exportLedger(installation.ground, counts)),
    createWriteStream(join(out, 'ledger.ndjson')),
  )
  return counts
}
