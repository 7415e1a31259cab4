/** perform(): the one path of every act. Who → validate → transaction → run → asked? recorded? → shape → commit. */
import type { z } from 'zod'
import { Refusal, invariant, notFound } from '#kernel/verdict.ts'
import { type Along, settle } from './along.ts'
import { insertRows } from './covered-inserts.ts'
import { digestOf, stamped, type Stored } from './covered.ts'
import type {
  Actor,
  AnyOperation,
  Caller,
  Cx,
  Ground,
  Heads,
  NewEntry,
  PendingEntry,
  Protected,
} from './cx.ts'
import type { Tx } from './db.ts'
import { faultsOf, lastLine, refusalOf } from './faults.ts'
import { logReads } from './read-log.ts'
import { keepAnswer, remember } from './remembered.ts'
import { languageOf, mustHaveScope, rightMissing } from './rights.ts'

export interface Request {
  readonly actor: Actor | null
  /** For a reading act that begins on a guess who asks: kept when it was right. No look is written down and no answer given before. */
  readonly confirmed?: Promise<void> | undefined
  readonly input: unknown
  readonly language?: string | undefined
  readonly idempotencyKey?: string | undefined
  readonly occurredAt?: string | undefined
  readonly reason?: string | undefined
  /** True when identity has checked a step-up proof bound to this session. */
  readonly steppedUp?: boolean | undefined
  readonly caller?: Caller | undefined
}

const nowhere: Caller = { address: null, agent: null }

const RETRIES = 3
/** Two clocks may differ so much that an act seems to lie ahead. */
const AHEAD_MS = 2 * 60_000

export async function perform(ground: Ground, op: AnyOperation, request: Request): Promise<unknown> {
  const actor = admit(op, request)
  const input = parse(op, request)
  if (op.reason === 'required' && !request.reason?.trim()) throw new Refusal('invalid', 'reason-required')
  if (request.occurredAt && Date.parse(request.occurredAt) > Date.parse(ground.now()) + AHEAD_MS)
    throw new Refusal('conflict', 'time-ahead', { next: 'time-ahead-next' })
  if (op.stepUp && actor.kind === 'person' && !request.steppedUp)
    throw new Refusal('step-up-required', 'step-up-required')
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(ground, op, request, actor, input, attempt === 1)
    } catch (error) {
      const refusal = refusalOf(error, ground.constraints)
      if (refusal instanceof Refusal && refusal !== error && lastLine.has(refusal.code))
        ground.log.warn({ err: error, operation: op.name }, 'the database refused what the shape let through')
      // Two acts that waited for each other, or raced for one head: the loser starts again from what the winner left.
      if (refusal === 'again' && attempt < RETRIES) continue
      throw refusal === 'again' ? new Refusal('conflict', 'somebody-was-faster') : refusal
    }
  }
}

function admit(op: AnyOperation, request: Request): Actor {
  if (request.actor === null) {
    if (op.who !== 'anyone') throw new Refusal('not-signed-in', 'not-signed-in')
    return nobody
  }
  if (op.who !== 'anyone') mustHaveScope(request.actor, op.name)
  return request.actor
}

function parse(op: AnyOperation, request: Request): z.output<AnyOperation['input']> {
  const result = op.input.safeParse(request.input ?? {}, { reportInput: true })
  if (!result.success) throw new Refusal('invalid', 'input-does-not-fit', { fields: faultsOf(result.error) })
  return result.data
}

async function once(
  ground: Ground,
  op: AnyOperation,
  request: Request,
  actor: Actor,
  input: unknown,
  first: boolean,
): Promise<unknown> {
  const seen: Protected[] = []
  const answer = await ground.db.transaction(
    async (tx) => {
      const now = ground.now()
      const remembered = actor === nobody ? undefined : await remember(ground, tx, op, request, actor, now)
      if (remembered !== undefined) return remembered
      const pending: PendingEntry[] = []
      const along: Along[] = []
      const asked = { times: 0 }
      const heads: Heads = new Map()
      const cx = contextOf(ground, op, request, actor, tx, now, { seen, pending, along, asked, heads })
      const result = await op.run(cx, input)
      invariant(asked.times > 0 || op.who === 'anyone', `${op.name} never asked whether it may`)
      invariant(
        op.kind !== 'command' || pending.length > 0 || op.who === 'anyone',
        `${op.name} recorded nothing`,
      )
      invariant(op.kind === 'command' || pending.length === 0, `${op.name} is read-only and recorded`)
      await settle(tx, actor, now, pending, along)
      // What came into the world by a row of this very act has no entry before it; were that ever wrong, the second try looks.
      if (first)
        for (const e of pending)
          if (isNew(e) && !heads.has(e.subject)) heads.set(e.subject, { seq: 0, hash: null })
      if (pending.length > 0) await ground.append(cx, pending, heads)
      const shaped = op.output.parse(result)
      if (actor !== nobody) await keepAnswer(ground, tx, op, request, actor, now, { pending, seen }, shaped)
      return shaped
    },
    { readOnly: op.kind !== 'command' },
  )
  await request.confirmed
  await logLooks(ground, op, request, actor, seen)
  return answer
}

/** A covered row that bears the subject's own id: its primary key lets it in once. */
const isNew = (entry: PendingEntry): boolean =>
  entry.digests.some((row) => entry.subject.endsWith(`/${row.id}`))

function contextOf(
  ground: Ground,
  op: AnyOperation,
  request: Request,
  actor: Actor,
  tx: Tx,
  now: string,
  kept: {
    seen: Protected[]
    pending: PendingEntry[]
    along: Along[]
    asked: { times: number }
    heads: Heads
  },
): Cx {
  const act = ground.newId()
  const language = languageOf(request, actor)
  return {
    tx,
    actor,
    now,
    act,
    ground,
    operation: op.name,
    caller: request.caller ?? nowhere,
    occurredAt: request.occurredAt ?? now,
    reason: request.reason?.trim() || null,
    say: ground.say(language),
    language,
    newId: () => ground.newId(),
    may: (name, row) => {
      const other = ground.operations.get(name)
      return (
        other !== undefined &&
        (row === undefined || row === null || row.may_see) &&
        ground.authorise(actor, other, row ?? null)
      )
    },
    allow(row) {
      kept.asked.times += 1
      invariant(
        row === null || typeof row.may_see === 'boolean',
        `${op.name} loaded a row without asking who may see it`,
      )
      if (row !== null && !row.may_see) throw notFound()
      if (!ground.authorise(actor, op, row))
        throw row === null ? rightMissing(ground, op, language) : notFound()
      if (row !== null) kept.seen.push(row)
    },
    lock: (refs) => ground.lockHeads(tx, refs, kept.heads),
    record: (...entries) => write(ground, tx, actor, now, kept.pending, entries),
    along(root, table, row) {
      kept.along.push({ root, table, row })
      // An act that fails before its end has heard of the failure otherwise.
      if (row instanceof Promise) row.catch(() => {})
    },
    aside: (work) => ground.db.aside(work),
  }
}

async function write(
  ground: Ground,
  tx: Tx,
  actor: Actor,
  now: string,
  pending: PendingEntry[],
  entries: readonly NewEntry[],
): Promise<string[]> {
  const byTable = new Map<string, Record<string, Stored>[]>()
  const ids = entries.map((entry) => {
    const id = ground.newId()
    const digests: { table: string; id: string; digest: string }[] = []
    for (const [table, rows] of Object.entries(entry.rows ?? {})) {
      const full = rows.map((row) => stamped(row, id, now, actor.id))
      const others = byTable.get(table)
      if (others) others.push(...full)
      else byTable.set(table, full)
      for (const row of full) digests.push({ table, id: String(row.id), digest: digestOf(row) })
    }
    pending.push({ ...entry, id, digests })
    return id
  })
  await insertRows(tx, byTable)
  return ids
}

/** Written on its own connection before the answer leaves (decided.md 4). */
async function logLooks(
  ground: Ground,
  op: AnyOperation,
  request: Request,
  actor: Actor,
  seen: readonly Protected[],
): Promise<void> {
  if (op.kind === 'command' || actor === nobody) return
  // What hangs on no case, such as the rejected rows of an import, leaves its line without one.
  const roots = [
    ...new Set(
      seen
        .filter(
          (r) => op.reads === 'sensitive' || (r.root && (r.sensitive || actor.watched?.includes(r.root))),
        )
        .map((r) => r.root ?? null),
    ),
  ]
  await logReads(ground, actor, op.name, roots, request.reason ?? null)
}

/** Stands for whoever has not signed in; holds no right at all. */
export const nobody: Actor = {
  kind: 'system',
  id: '00000000-0000-7000-8000-000000000000',
  name: '',
  via: null,
  principals: [],
  grants: [],
  unit: null,
  agency: null,
  language: 'en',
  scopes: null,
  csrf: null,
}
