/** The three steps of an import that record: it begins, rows become records, it ends with a receipt. */
import type { z } from 'zod'
import type { Json } from '#kernel/canonical.ts'
import { ref } from '#kernel/shapes.ts'
import { Refusal, refuseUnless, no, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { keepAllPersonal } from '#ledger/vault.ts'
import { type CaseImport, OpenCaseShape, importCases } from '#modules/cases/public.ts'
import { codesOf } from '#modules/catalogue/public.ts'
import { type DeathImport, importDeaths } from '#modules/death/public.ts'
import type { BeginImport, FinishImport, ImportMap, RowVerdict, UnderstoodRow } from './contract.ts'
import { reviewRules, seedRow } from './reviewing.ts'
import { codesOfMap } from './rules/map.ts'
import { type ImportRow, keysSeen, noteProgress, otherSourceOf, unitsByCode } from './store.ts'

type Row = z.output<typeof UnderstoodRow>
type Verdict = z.output<typeof RowVerdict>
export const importRef = (id: string) => ref('exchange.import', id)

export async function begin(cx: Cx, input: z.output<typeof BeginImport>): Promise<string> {
  const id = input.id ?? cx.newId()
  await mustKnowUnits(cx, input.map.sight)
  await mustKnowCodes(cx, input.map)
  const other = await otherSourceOf(cx, input.file, input.map.source)
  refuseUnless(
    unless(
      other === undefined,
      no(
        'exchange.file-under-another-source',
        { source: other ?? '', named: input.map.source },
        'exchange.next-same-source',
      ),
    ),
  )
  await cx.record({
    subject: importRef(id),
    facts: { source: input.map.source, rowsIn: input.rowsIn, file: input.file, dryRun: input.dryRun },
    rows: {
      'exchange.import': [
        {
          id,
          source: input.map.source,
          kind: input.map.kind,
          file_name: input.fileName,
          file: input.file,
          map: input.map as unknown as Json,
          columns: [...input.columns],
          rows_in: input.rowsIn,
          dry_run: input.dryRun,
        },
      ],
    },
  })
  return id
}

/** A map that writes a code which no list has would reject its rows one by one: told once, before anything begins. */
async function mustKnowCodes(cx: Cx, map: ImportMap): Promise<void> {
  for (const [list, codes] of codesOfMap(map)) {
    if (codes.size === 0) continue
    const known = (await codesOf(cx, list)).map((c) => c.code)
    const lacking = [...codes].find((c) => !known.includes(c))
    refuseUnless(
      unless(
        lacking === undefined,
        no(
          'exchange.map-code-unknown',
          { list, code: lacking ?? '', known: known.slice(0, 30).join(', ') },
          'exchange.next-map-code',
        ),
      ),
    )
  }
}

export async function mustKnowUnits(cx: Cx, codes: readonly string[]): Promise<string[]> {
  const units = await unitsByCode(cx, codes)
  const lacking = codes.find((c) => !units.has(c))
  if (lacking !== undefined)
    throw new Refusal('conflict', 'exchange.no-such-unit', { values: { code: lacking } })
  return codes.map((c) => units.get(c) as string)
}

interface Fresh {
  readonly row: Row
  /** How often the row came before and was undone. */
  readonly again: number | null
  readonly draft: Omit<CaseImport, 'rows'>
}

/** Up to 500 rows in one act, a verdict for each, in order. What a key brought before is matched and left as it is. */
export async function take(
  cx: Cx,
  header: ImportRow,
  rows: readonly Row[],
  dryRun = false,
): Promise<Verdict[]> {
  refuseUnless(unless(!header.done, no('exchange.import-done')))
  const { verdicts, fresh } = await sorted(cx, header, rows)
  const told = await importCases(
    cx,
    dryRun ? fresh.map((f) => f.draft) : await withWritten(cx, header, fresh),
    {
      action: 'exchange.import-records',
      sight: await mustKnowUnits(cx, header.map.sight),
      dryRun,
    },
  )
  told.forEach((v, i) => {
    const { row } = fresh[i] as Fresh
    verdicts.set(row, {
      line: row.line,
      verdict: v.ok ? 'created' : 'rejected',
      code: v.ok ? null : v.code,
      reason: v.ok ? null : cx.say(v.code, v.values),
    })
  })
  if (!dryRun && header.map.kind === 'deaths')
    await importDeaths(
      cx,
      fresh.filter((_, i) => told[i]?.ok).map((f) => deathOf(cx, f)),
      { action: 'exchange.import-records', sight: await mustKnowUnits(cx, header.map.sight) },
    )
  const inOrder = rows.map((r) => verdicts.get(r) as Verdict)
  if (!dryRun) await countIn(cx, header.id, rows, inOrder)
  return inOrder
}

/** The death of a row that became a case: under a number of its own, or that of the row. */
function deathOf(cx: Cx, { row, draft }: Fresh): DeathImport {
  const said = row.death as Omit<DeathImport, 'id' | 'case' | 'number'> & { readonly number: string | null }
  return { ...said, id: cx.newId(), case: draft.id, number: said.number ?? row.number ?? row.key }
}

/** Rows that came before are matched, rows whose shape does not fit are rejected; the others are new. */
async function sorted(
  cx: Cx,
  header: ImportRow,
  rows: readonly Row[],
): Promise<{ verdicts: Map<Row, Verdict>; fresh: Fresh[] }> {
  const { stand: seen, undone } = await keysSeen(
    cx,
    header.source,
    rows.map((r) => r.key),
  )
  const verdicts = new Map<Row, Verdict>()
  const fresh: Fresh[] = []
  for (const row of rows) {
    if (seen.has(row.key)) {
      verdicts.set(row, { line: row.line, verdict: 'matched', code: null, reason: null })
      continue
    }
    seen.add(row.key)
    const input = OpenCaseShape.safeParse(row.case)
    if (input.success) {
      const facts = { import: header.id, line: row.line }
      fresh.push({
        row,
        again: undone.get(row.key) ?? null,
        draft: { id: cx.newId(), number: row.number, input: input.data, facts },
      })
    } else
      verdicts.set(row, {
        line: row.line,
        verdict: 'rejected',
        code: 'exchange.row-does-not-fit',
        reason: faultOf(cx, input.error),
      })
  }
  return { verdicts, fresh }
}

/** What was written goes to the vault; its commitment stands in the same entry as the case that was understood. */
async function withWritten(cx: Cx, header: ImportRow, fresh: readonly Fresh[]): Promise<CaseImport[]> {
  const rules = await reviewRules(cx)
  const kept = await keepAllPersonal(
    cx,
    fresh.map(({ row, draft }) => ({ root: draft.id, value: row.raw })),
  )
  return fresh.map(({ row, draft, again }, i) => ({
    ...draft,
    rows: {
      'exchange.import_row': [
        {
          id: cx.newId(),
          import: header.id,
          source: header.source,
          key: row.key,
          again: again || null,
          line: row.line,
          root: draft.id,
          ...(kept[i] as { vault: string; commitment: string }),
          doubts: row.doubts.length > 0 ? row.doubts : null,
          coded: (row.coded ?? null) as Json,
        },
      ],
      ...reviewRows(cx, rules, draft),
    },
  }))
}

/** With the case comes the day on which somebody looks at it again. */
function reviewRows(cx: Cx, rules: Awaited<ReturnType<typeof reviewRules>>, { id, input }: Fresh['draft']) {
  const row = seedRow(cx, rules, {
    root: id,
    on: input.incident?.on ?? null,
    offences: (input.offences ?? []).map((o) => o.code),
  })
  return row ? { 'exchange.review': [row] } : {}
}

async function countIn(
  cx: Cx,
  id: string,
  rows: readonly Row[],
  verdicts: readonly Verdict[],
): Promise<void> {
  const of = (v: Verdict['verdict']): number => verdicts.filter((x) => x.verdict === v).length
  const doubtful = rows.filter((r, i) => r.doubts.length > 0 && verdicts[i]?.verdict === 'created').length
  await noteProgress(cx, id, {
    created: of('created'),
    matched: of('matched'),
    rejected: of('rejected'),
    doubtful,
  })
}

function faultOf(cx: Cx, error: z.ZodError): string {
  const fields = [...new Set(error.issues.map((i) => i.path.join('.')))].slice(0, 3).join(', ')
  return cx.say('exchange.row-does-not-fit', { fields })
}

export async function finish(
  cx: Cx,
  header: ImportRow,
  sums: Omit<z.output<typeof FinishImport>, 'import'>,
): Promise<void> {
  refuseUnless(unless(!header.done, no('exchange.import-done')))
  refuseUnless(
    unless(
      header.rows_in === sums.created + sums.matched + sums.rejected,
      no('exchange.receipt-does-not-add-up'),
    ),
  )
  await cx.record({
    subject: importRef(header.id),
    facts: { created: sums.created, matched: sums.matched, rejected: sums.rejected, doubtful: sums.doubtful },
    rows: {
      'exchange.import_receipt': [
        {
          id: cx.newId(),
          import: header.id,
          rows_in: header.rows_in,
          created: sums.created,
          matched: sums.matched,
          rejected: sums.rejected,
          doubtful: sums.doubtful,
          reasons: sums.reasons as unknown as Json,
          doubts: sums.doubts as unknown as Json,
          rejects_file: sums.rejectsFile,
        },
      ],
    },
  })
}
