/**
 * Acts that wait for the network. Each is written down once, with its own id as Idempotency-Key, so that however often it is sent it happens
 * once; those of one chain go in the order in which they were done, and a refusal holds what comes after it in its chain alone. One tab sends.
 */
import { Problem, newKey, tell } from '../client.ts'
import { findFile, findKept, keep, keepAll, letFileGo, listKept } from './store.ts'

const KIND = 'act'
/** How many were written down here: the next one's place, without opening all of them. */
const COUNT = 'count'
/** What was sent is told for a week, without its content. */
const TOLD_MS = 7 * 86_400_000

export interface WaitingFile {
  readonly sha256: string
  readonly name: string
  readonly type: string
}
export interface WaitingAct {
  /** The act's id: its Idempotency-Key. */
  readonly id: string
  readonly order: number
  /** What must keep its order among itself: an announcement, an attendance. */
  readonly chain: string
  readonly operation: string
  /** Null once it was sent. */
  readonly input: { readonly [key: string]: unknown } | null
  readonly occurredAt: string
  readonly files: readonly WaitingFile[]
  /** How it is called in the list of what waits. */
  readonly label: string
  /** Where it is looked at. */
  readonly to?: string
  /** Codes of refusals which say that it had come through before. */
  readonly there?: readonly string[]
  /** It carries its own signature and count: what the clock of this device shows goes along with each try. */
  readonly signed?: true
  readonly state: 'waits' | 'sent' | 'refused'
  readonly why: string | null
  readonly sentAt: string | null
  readonly answer: unknown
}
export type NewAct = Pick<WaitingAct, 'chain' | 'operation' | 'label'> & {
  readonly input: { readonly [key: string]: unknown }
  readonly id?: string
  readonly occurredAt?: string
  readonly files?: readonly WaitingFile[]
  readonly to?: string
  readonly there?: readonly string[]
  readonly signed?: true
}

const alone = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`custodia.${name}`, work) as Promise<T>

export const actsOf = async (person: string): Promise<WaitingAct[]> =>
  (await listKept<WaitingAct>(person, KIND)).map((row) => row.value).toSorted((a, b) => a.order - b.order)

/** Written down to be sent; when it answers, the act is on the disk. `with` are rows that change in the same transaction (the draft that it was). */
export function writeDown(
  person: string,
  act: NewAct,
  alongside: readonly { kind: string; id: string; value?: unknown }[] = [],
): Promise<WaitingAct> {
  return alone(`order.${person}`, async () => {
    const last = await findKept<number>(person, COUNT, KIND)
    const order = 1 + (last?.value ?? Math.max(0, ...(await actsOf(person)).map((one) => one.order)))
    const made: WaitingAct = {
      ...act,
      id: act.id ?? newKey(),
      order,
      occurredAt: act.occurredAt ?? new Date().toISOString(),
      files: act.files ?? [],
      state: 'waits',
      why: null,
      sentAt: null,
      answer: null,
    }
    await keepAll(person, [
      { kind: KIND, id: made.id, value: made },
      { kind: COUNT, id: KIND, value: order },
      ...alongside,
    ])
    return made
  })
}

/** Let go without being sent: the person's own decision about what was refused or is not wanted any more. */
export async function giveUp(person: string, id: string): Promise<void> {
  const act = (await actsOf(person)).find((one) => one.id === id)
  await keepAll(person, [{ kind: KIND, id }])
  await dropUnused(person, act?.files ?? [])
}
/** Bytes that no act here waits with any more. */
export async function dropUnused(person: string, files: readonly WaitingFile[]): Promise<void> {
  if (files.length === 0) return
  const wanted = wantedBy(await actsOf(person))
  for (const { sha256 } of files) if (!wanted.get(sha256)) await letFileGo(person, sha256)
}
/** How many acts wait with each file. */
function wantedBy(acts: readonly WaitingAct[]): Map<string, number> {
  const wanted = new Map<string, number>()
  for (const act of acts)
    if (act.state !== 'sent')
      for (const { sha256 } of act.files) wanted.set(sha256, (wanted.get(sha256) ?? 0) + 1)
  return wanted
}

async function sendFiles(person: string, act: WaitingAct): Promise<void> {
  for (const { sha256, name } of act.files) {
    const kept = await findFile(person, sha256)
    // It went out with an earlier try, and was let go then.
    if (!kept) continue
    const { sendInParts } = await import('./sending.ts')
    await sendInParts(kept, { sha256, name })
  }
}
async function sendOne(person: string, act: WaitingAct): Promise<unknown> {
  await sendFiles(person, act)
  const send = (occurredAt: string | undefined): Promise<unknown> =>
    act.signed
      ? tell(act.operation, { ...act.input, deviceNow: new Date().toISOString() }, { key: newKey() })
      : tell(act.operation, act.input ?? {}, { key: act.id, occurredAt })
  try {
    return await send(act.occurredAt)
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    // The clock of this device is ahead: it is told when it comes, not refused for that.
    if (problem.code === 'time-ahead') return send(undefined)
    if (act.there?.includes(problem.code)) return null
    throw problem
  }
}

/** Nothing was decided about the act: the line, the server or the sign-in is missing, and it is tried again. */
const mayComeBack = (problem: unknown): boolean =>
  !(problem instanceof Problem) ||
  problem.status === 0 ||
  problem.status === 401 ||
  problem.status === 429 ||
  problem.status >= 500 ||
  problem.code === 'not-signed'

async function sendAll(person: string): Promise<number> {
  let sent = 0
  const held = new Set<string>()
  const acts = await actsOf(person)
  const wanted = wantedBy(acts)
  for (const act of acts) {
    if (act.state === 'sent') {
      if (Date.parse(act.sentAt ?? '') < Date.now() - TOLD_MS)
        await keepAll(person, [{ kind: KIND, id: act.id }])
      continue
    }
    if (act.state === 'refused') held.add(act.chain)
    if (held.has(act.chain)) continue
    try {
      const answer = await sendOne(person, act)
      const sentAt = new Date().toISOString()
      await keep(person, KIND, act.id, { ...act, state: 'sent', input: null, why: null, sentAt, answer })
      // The server counted the hash of each over its own bytes, and has the act: only now are they let go here.
      for (const { sha256 } of act.files) {
        const left = (wanted.get(sha256) ?? 1) - 1
        wanted.set(sha256, left)
        if (left === 0) await letFileGo(person, sha256)
      }
      sent += 1
    } catch (problem) {
      if (mayComeBack(problem)) break
      const why =
        problem instanceof Problem
          ? [problem.detail, problem.next].filter(Boolean).join(' ')
          : String(problem)
      await keep(person, KIND, act.id, { ...act, state: 'refused', why })
      held.add(act.chain)
    }
  }
  return sent
}

const listeners = new Set<(n: number) => void>()
/** Told how many acts went out from this page. */
export function whenSent(listener: (n: number) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Sends what waits, in order. While another tab does, this one does nothing. Answers how many went out. */
export async function sendWaiting(person: string): Promise<number> {
  if (!navigator.onLine) return 0
  const done: unknown = await navigator.locks.request(
    `custodia.sending.${person}`,
    { ifAvailable: true },
    (lock) => (lock ? sendAll(person) : 0),
  )
  const sent = typeof done === 'number' ? done : 0
  if (sent > 0) for (const listener of listeners) listener(sent)
  return sent
}
