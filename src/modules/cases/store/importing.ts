/** New case files from other systems' rows, hundreds in one act, each with a verdict of its own. */
import type { Json } from '#kernel/canonical.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { OpenCase } from '../contract.ts'
import { checkMany, nextCaseNumber, wantedOf } from './codes.ts'
import { completed, placed } from './completing.ts'
import { openCases, titleVerdict } from './opening.ts'

export interface CaseImport {
  readonly id: string
  /** The number that the case bears already; without one the laboratory's own next number is taken. */
  readonly number: string | null
  readonly input: OpenCase
  readonly rows?: { readonly [table: string]: readonly CoveredRow[] }
  readonly facts?: { readonly [key: string]: Json }
}
export type CaseImportVerdict =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly code: string; readonly values: { readonly [key: string]: string } }

/** Answers in the order of the rows; rows that are refused leave nothing behind. `sight` are principals beside the usual ones. */
export async function importCases(
  cx: Cx,
  rows: readonly CaseImport[],
  how: { action: string; sight?: readonly string[]; dryRun?: boolean },
): Promise<CaseImportVerdict[]> {
  const { known, ...checked } = await checkMany(
    cx,
    rows.flatMap((r) => wantedOf(r.input)),
  )
  const taken = await takenNumbers(
    cx,
    rows.flatMap((r) => (r.number ? [r.number] : [])),
  )
  const verdicts: CaseImportVerdict[] = []
  const drafts = []
  for (const row of rows) {
    const lacking = wantedOf(row.input).find(([list, code]) => code && !known.has(`${list} ${code}`))
    if (lacking) {
      verdicts.push({
        ok: false,
        code: 'catalogue.no-such-code',
        values: { list: lacking[0], code: lacking[1] ?? '' },
      })
      continue
    }
    const lies = row.input.place?.settlement && checked.districts.get(row.input.place.settlement)
    if (lies && row.input.place?.district && row.input.place.district !== lies) {
      verdicts.push({
        ok: false,
        code: 'cases.settlement-elsewhere',
        values: { settlement: row.input.place.settlement ?? '', district: lies },
      })
      continue
    }
    const input = await completed(cx, { ...row.input, place: placed(row.input.place, checked) }, checked)
    const titled = titleVerdict(cx, { input, iccs: checked.iccs })
    if (!titled.ok) {
      verdicts.push({ ok: false, code: titled.code, values: titled.values as { [key: string]: string } })
      continue
    }
    if (row.number && taken.has(row.number)) {
      verdicts.push({ ok: false, code: 'cases.number-in-use', values: { number: row.number } })
      continue
    }
    const number = row.number ?? (how.dryRun ? '' : await nextCaseNumber(cx))
    taken.add(number)
    drafts.push({
      id: row.id,
      number,
      input,
      iccs: checked.iccs,
      action: how.action,
      rows: row.rows ?? {},
      facts: row.facts ?? {},
      sight: how.sight ?? [],
    })
    verdicts.push({ ok: true, number })
  }
  if (!how.dryRun && drafts.length > 0) await openCases(cx, drafts)
  return verdicts
}

async function takenNumbers(cx: Cx, numbers: readonly string[]): Promise<Set<string>> {
  if (numbers.length === 0) return new Set()
  const rows = await cx.tx.many<{ number: string }>(
    sql`select number from cases.standing where number = any(${numbers as string[]})`,
  )
  return new Set(rows.map((r) => r.number))
}
