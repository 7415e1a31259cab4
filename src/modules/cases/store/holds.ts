/** Holds and progress: the hooks on which higher modules hang what must not be closed or disposed of yet. */
import type { Json } from '#kernel/canonical.ts'
import { type Ref, instantOf, ref } from '#kernel/shapes.ts'
import { refuseUnless, no } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { type Sql, sql } from '#platform/sql.ts'

export const holdKinds = ['legal', 'work', 'court', 'appeal', 'review', 'born'] as const
export type HoldKind = (typeof holdKinds)[number]

export interface NewHold {
  readonly subject: Ref
  readonly root: string | null
  readonly kind: HoldKind
  /** A text key of the module that holds. */
  readonly why: string
  readonly values?: { readonly [key: string]: Json }
}
export interface Hold extends NewHold {
  readonly id: string
  readonly since: string
  readonly by: string | null
}

/** For an act that writes its own entry: put it under `'cases.hold'` in the entry's rows; no second entry is needed then. */
export function holdRow(cx: Pick<Cx, 'newId'>, hold: NewHold): CoveredRow {
  return {
    id: cx.newId(),
    subject: hold.subject,
    root: hold.root,
    kind: hold.kind,
    why: hold.why,
    values: (hold.values ?? null) as Json,
  }
}

/** The same as rows of an entry that the caller records: what is born held, or held by being asked about. */
export const holdRows = (
  cx: Pick<Cx, 'newId'>,
  ...holds: readonly NewHold[]
): { 'cases.hold': readonly CoveredRow[] } => ({ 'cases.hold': holds.map((hold) => holdRow(cx, hold)) })

/** Places a hold in an entry of its own, under the caller's operation, on the subject that is held. */
export async function placeHold(cx: Cx, hold: NewHold): Promise<string> {
  const row = holdRow(cx, hold)
  await cx.record({
    subject: hold.subject,
    root: hold.root,
    facts: { hold: row.id, kind: hold.kind, why: hold.why },
    rows: { 'cases.hold': [row] },
  })
  return row.id
}

/** Refuses `cases.hold-already-lifted` where it does not stand. */
export async function liftHold(cx: Cx, id: string, why: string): Promise<void> {
  const hold = await cx.tx.maybe<{ subject: Ref; root: string | null; kind: HoldKind }>(
    sql`select subject, root, kind from cases.hold h where id = ${id} and not exists (select 1 from cases.hold_lift l where l.hold = h.id)`,
  )
  if (!hold) return refuseUnless(no('cases.hold-already-lifted'))
  await cx.record({
    subject: hold.subject,
    root: hold.root,
    facts: { hold: id, kind: hold.kind, lifted: true, why },
    rows: { 'cases.hold_lift': [{ id: cx.newId(), hold: id, why }] },
  })
}

/** Standing holds by subject; a subject that is free has no key. */
export async function holdsOn(cx: Pick<Cx, 'tx'>, subjects: readonly Ref[]): Promise<Map<Ref, Hold[]>> {
  const rows = await cx.tx.many<HoldRow>(
    sql`select ${columns} from cases.hold h where subject = any(${subjects as Ref[]}) and not exists (select 1 from cases.hold_lift l where l.hold = h.id) order by recorded_at, id`,
  )
  const map = new Map<Ref, Hold[]>()
  for (const row of rows) map.set(row.subject, [...(map.get(row.subject) ?? []), holdOf(row)])
  return map
}

/** Standing holds as a column of the caller's own statement, in which `subject` names the subject: what comes is for `holdsRead`. */
export const holdsColumn = (subject: Sql): Sql =>
  sql`(select coalesce(json_agg(json_build_object('id', h.id, 'subject', h.subject, 'root', h.root, 'kind', h.kind, 'why', h.why, 'values', h.values::text, 'recorded_at', h.recorded_at, 'recorded_by', h.recorded_by) order by h.recorded_at, h.id), '[]')
     from cases.hold h where h.subject = ${subject} and not exists (select 1 from cases.hold_lift l where l.hold = h.id))`
export type HeldColumn = readonly (Omit<HoldRow, 'values'> & { readonly values: string | null })[]
/** The values stand as text inside, so that nothing in them is taken for one of our instants. */
export const holdsRead = (held: HeldColumn): Hold[] =>
  held.map((h) =>
    holdOf({
      ...h,
      values: h.values === null ? null : (JSON.parse(h.values) as HoldRow['values']),
      recorded_at: instantOf(Date.parse(h.recorded_at)),
    }),
  )

/** Standing holds of everything that hangs on a root. */
export async function holdsOfRoot(cx: Pick<Cx, 'tx'>, root: string): Promise<Hold[]> {
  const rows = await cx.tx.many<HoldRow>(
    sql`select ${columns} from cases.hold h where root = ${root} and not exists (select 1 from cases.hold_lift l where l.hold = h.id) order by recorded_at, id`,
  )
  return rows.map(holdOf)
}

interface HoldRow {
  id: string
  subject: Ref
  root: string | null
  kind: HoldKind
  why: string
  values: Record<string, Json> | null
  recorded_at: string
  recorded_by: string | null
}
const columns = sql`h.id, h.subject, h.root, h.kind, h.why, h.values, h.recorded_at, h.recorded_by`
function holdOf(r: HoldRow): Hold {
  return {
    id: r.id,
    subject: r.subject,
    root: r.root,
    kind: r.kind,
    why: r.why,
    ...(r.values ? { values: r.values } : {}),
    since: r.recorded_at,
    by: r.recorded_by,
  }
}

export type ProgressKind = 'submission' | 'item' | 'request' | 'result' | 'report' | 'question' | 'scene'
export interface Progress {
  readonly subject: Ref
  readonly kind: ProgressKind
  readonly state: 'open' | 'done'
  /** A text key of the module that notes it. */
  readonly text: string
  readonly values?: { readonly [key: string]: Json }
}

/**
 * Says what of a case is open or done; the newest word on a subject and kind holds. The word goes along with the act's entry as a
 * covered row; cases.progress is what such rows add up to (`progressSql`).
 */
export async function noteProgress(cx: Noting, root: string, ...said: readonly Progress[]): Promise<void> {
  if (said.length === 0) return
  // Of two words on one thing in one act, the later holds.
  const steps = [
    ...new Map(said.map((s) => [`${s.subject} ${s.kind}`, { ...s, values: s.values ?? null }])).values(),
  ]
  for (const { subject, kind, state, text, values } of steps)
    cx.along(root, 'cases.progress_note', {
      id: cx.newId(),
      root,
      subject,
      kind,
      state,
      text,
      values,
      since: cx.now,
    })
  await cx.tx.send(sql`
    insert into cases.progress (root, subject, kind, state, text, values, since)
    select ${root}, subject, kind, state, text, values, ${cx.now} from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as r(subject text, kind text, state text, text text, values jsonb)
    on conflict (root, subject, kind) do update set state = excluded.state, text = excluded.text, values = excluded.values, since = excluded.since`)
}
type Noting = Pick<Cx, 'tx' | 'now' | 'newId' | 'along'>

/** What cases.progress must hold. Later is what the log took in later: whoever waits for a lock has the older clock. */
export const progressSql = `
  select distinct on (n.root, n.subject, n.kind) n.root, n.subject, n.kind, n.state, n.text, n.values, n.since
    from cases.progress_note n join ledger.entry e on e.id = n.entry order by n.root, n.subject, n.kind, e.no desc, n.id desc`

/** The words of a task stand on the task alone. */
export function progressOf(cx: Pick<Cx, 'tx'>, root: string): Promise<(Progress & { since: string })[]> {
  return cx.tx.many(
    sql`select p.subject, p.kind, p.state, p.text, coalesce(p.values, (select jsonb_build_object('text', t.text) from cases.task t where p.subject = 'cases.task/' || t.id::text and t.root = p.root)) as values, p.since
          from cases.progress p where p.root = ${root} order by p.kind, p.since`,
  )
}

export const caseRef = (id: string): Ref => ref('cases.case', id)
