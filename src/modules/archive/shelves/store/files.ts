/** The SQL of paper files: each step carries the whole standing after it, so that the newest step is the file as it is now. */
import { ref, type Ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import type { CoveredRow, Cx, Protected } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { FileState, Stage } from '../contract.ts'
import { seesFile } from './sight.ts'

export interface FileRow extends Protected {
  readonly id: string
  readonly root: string
  readonly number: string
  readonly barcode: string
  readonly unit: string | null
  readonly box: string
  readonly box_number: string
  readonly state: FileState
  readonly stage: Stage
  readonly generation: number
  readonly tier: string
  readonly linked: string | null
  readonly holder: string | null
  readonly holder_name: string | null
  readonly due_on: string | null
  readonly screened: boolean
  readonly sensitive_for: string[]
  readonly seq: number
  readonly since: string
  readonly said_numbers: string[]
  readonly said_on: string | null
  readonly case_type: string | null
  readonly title: string | null
  readonly vault: string | null
  readonly words: string | null
  readonly sensitive: boolean
}
export const fileRef = (id: string): Ref => ref('archive.file', id)
export const fileColumns = (cx: Cx) =>
  sql`n.file as id, n.root, n.number, n.barcode, n.unit, n.box, b.number as box_number, n.state, n.stage, n.generation, n.tier, n.linked, n.holder, n.holder_name, n.due_on::text as due_on, n.screened, n.sensitive as sensitive_for, n.seq, n.since,
    f.said_numbers, f.said_on, f.case_type, f.title, f.vault, f.words, coalesce((select c.sensitive from cases.public_case c where c.id = n.linked), false) or n.sensitive <> '{}' as sensitive, ${seesFile(cx)} as may_see`
export const fileFrom = sql`from archive.file_now n join archive.file f on f.id = n.file join archive.box_now b on b.box = n.box`

/** By id, barcode or number; need to know decides, not the unit that keeps it. */
export async function seeFile(
  cx: Cx,
  which: string | { id?: string | undefined; code?: string | undefined },
  opts: { lock?: boolean } = {},
): Promise<FileRow> {
  const asked = typeof which === 'string' ? { id: which } : which
  if (opts.lock && asked.id) await cx.lock([fileRef(asked.id)])
  const code = (asked.code ?? '').toUpperCase()
  const row = await cx.tx.maybe<FileRow>(
    sql`select ${fileColumns(cx)} ${fileFrom} where ${asked.id ? sql`n.file = ${asked.id}` : sql`(n.barcode = ${code} or n.number = ${code})`}`,
  )
  if (!row) throw notFound()
  return { ...row, unit: null }
}
/** Many at once, their heads locked in one order; refused as not there where one of them is not. */
export async function seeFiles(
  cx: Cx,
  ids: readonly string[],
  opts: { lock?: boolean } = {},
): Promise<FileRow[]> {
  const unique = [...new Set(ids)]
  if (opts.lock) await cx.lock(unique.map(fileRef))
  const rows = await cx.tx.many<FileRow>(
    sql`select ${fileColumns(cx)} ${fileFrom} where n.file = any(${unique}::uuid[])`,
  )
  if (rows.length < unique.length) throw notFound()
  const byId = new Map(rows.map((r) => [r.id, { ...r, unit: null }]))
  return unique.flatMap((id) => byId.get(id) ?? [])
}

/** What a step changes; everything else stands as it stood. */
export interface FileChange {
  readonly state?: FileState
  readonly stage?: Stage
  readonly generation?: number
  readonly box?: string
  readonly tier?: string
  readonly linked?: string | null
  readonly root?: string
  readonly holder?: { readonly id: string; readonly name: string } | null
  readonly due?: string | null
  readonly screened?: boolean
  readonly sensitive?: readonly string[]
}
type Standing = Pick<
  FileRow,
  | 'id'
  | 'root'
  | 'seq'
  | 'box'
  | 'state'
  | 'stage'
  | 'generation'
  | 'tier'
  | 'linked'
  | 'holder'
  | 'holder_name'
  | 'due_on'
  | 'screened'
  | 'sensitive_for'
>
export function fileStep(
  cx: Cx,
  f: Standing,
  kind: string,
  change: FileChange,
  words: string | null = null,
): CoveredRow {
  return {
    id: cx.newId(),
    root: change.root ?? f.root,
    file: f.id,
    seq: f.seq + 1,
    kind,
    state: change.state ?? f.state,
    stage: change.stage ?? f.stage,
    generation: change.generation ?? f.generation,
    box: change.box ?? f.box,
    tier: change.tier ?? f.tier,
    linked: change.linked === undefined ? f.linked : change.linked,
    holder: change.holder === undefined ? f.holder : (change.holder?.id ?? null),
    holder_name: change.holder === undefined ? f.holder_name : (change.holder?.name ?? null),
    due_on: change.due === undefined ? f.due_on : change.due,
    screened: change.screened ?? f.screened,
    sensitive: [...(change.sensitive ?? f.sensitive_for)],
    words,
    by_name: cx.actor.name,
    at: cx.occurredAt,
  }
}
/** The standing follows its newest steps, in one statement whatever their number. */
export async function filesNow(cx: Cx, steps: readonly CoveredRow[]): Promise<void> {
  if (steps.length === 0) return
  await cx.tx.run(sql`
    update archive.file_now n set root = s.root, box = s.box, state = s.state, stage = s.stage, generation = s.generation, tier = s.tier, linked = s.linked, holder = s.holder, holder_name = s.holder_name,
           due_on = s.due_on, screened = s.screened, sensitive = s.sensitive, seq = s.seq, since = ${cx.now}
      from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as s(file uuid, root uuid, box uuid, state text, stage text, generation int, tier text, linked uuid, holder uuid, holder_name text, due_on date, screened boolean, sensitive text[], seq int)
     where n.file = s.file`)
}
export const insertFileNow = (
  cx: Cx,
  f: { id: string; number: string; barcode: string; unit: string | null },
  step: CoveredRow,
): Promise<unknown> =>
  cx.tx.run(sql`
    insert into archive.file_now (file, root, number, barcode, unit, box, state, stage, generation, tier, linked, holder, holder_name, due_on, screened, sensitive, seq, since)
    values (${f.id}, ${f.id}, ${f.number}, ${f.barcode}, ${f.unit}, ${step['box'] as string}, 'in-box', 'listed', 1, ${step['tier'] as string}, null, null, null, null, false, '{}', 1, ${cx.now})`)

/** One step of one file as an act of its own: recorded, and the standing after it. */
export async function takeFileStep(
  cx: Cx,
  f: FileRow,
  kind: string,
  change: FileChange,
  more: {
    words?: string | null
    facts?: Record<string, string | number | null>
    rows?: Record<string, readonly CoveredRow[]>
  } = {},
): Promise<void> {
  const step = fileStep(cx, f, kind, change, more.words ?? null)
  await cx.record({
    subject: fileRef(f.id),
    root: change.root ?? f.root,
    facts: { number: f.number, ...more.facts },
    rows: { 'archive.file_step': [step], ...more.rows },
  })
  await filesNow(cx, [step])
}
export const stepsOfFile = (cx: Pick<Cx, 'tx'>, file: string) =>
  cx.tx.many<{
    kind: string
    words: string | null
    by_name: string
    at: string
    box: string
    holder_name: string | null
    linked: string | null
    tier: string
  }>(
    sql`select kind, words, by_name, at, box, holder_name, linked, tier from archive.file_step where file = ${file} order by seq desc limit 200`,
  )
