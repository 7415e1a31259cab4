/**
 * Acts that wait for the network. Each is written down once, with its own id as Idempotency-Key, so that however often it is sent it happens
 * once; those of one chain go in the order in which they were done, and a refusal holds what comes after it in its chain alone. One tab sends.
 */
import { Problem, ask, newKey, tell } from '../client.ts'
import { isPressed, layReserve } from './reserve.ts'
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
  /** The question by which the house proves the files of this act: until then the device keeps its own. */
  readonly provedBy?: string
  readonly proved?: true
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
  readonly provedBy?: string
}
/** Nothing of it is needed on this device any more. */
export const isOver = (act: WaitingAct): boolean =>
  act.state === 'sent' && (act.provedBy === undefined || act.files.length === 0 || act.proved === true)

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
/** How many acts need each file here. */
function wantedBy(acts: readonly WaitingAct[]): Map<string, number> {
  const wanted = new Map<string, number>()
  for (const act of acts)
    if (!isOver(act)) for (const { sha256 } of act.files) wanted.set(sha256, (wanted.get(sha256) ?? 0) + 1)
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
/** With the time at which it was done. The clock of this device is ahead: it is told when it comes, not refused for that. */
export const tellThen = <Out>(
  operation: string,
  input: unknown,
  act: { readonly key: string; readonly occurredAt: string },
): Promise<Out> =>
  tell<Out>(operation, input, act).catch((problem: unknown) => {
    if (!(problem instanceof Problem) || problem.code !== 'time-ahead') throw problem
    return tell<Out>(operation, input, { key: act.key })
  })
async function sendOne(person: string, act: WaitingAct): Promise<unknown> {
  await sendFiles(person, act)
  try {
    return await (act.signed
      ? tell(act.operation, { ...act.input, deviceNow: new Date().toISOString() }, { key: newKey() })
      : tellThen(act.operation, act.input ?? {}, { key: act.id, occurredAt: act.occurredAt }))
  } catch (problem) {
    if (problem instanceof Problem && act.there?.includes(problem.code)) return null
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
      if (isOver(act) && Date.parse(act.sentAt ?? '') < Date.now() - TOLD_MS)
        await keepAll(person, [{ kind: KIND, id: act.id }])
      continue
    }
    if (act.state === 'refused') held.add(act.chain)
    if (held.has(act.chain)) continue
    try {
      const answer = await sendOne(person, act)
      const sentAt = new Date().toISOString()
      await keep(person, KIND, act.id, { ...act, state: 'sent', input: null, why: null, sentAt, answer })
      // The server counted the hash of each over its own bytes, and did the act: its bytes are let go here.
      if (act.provedBy === undefined)
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

const AT_ONCE = 100
/** What came in as a claim is done later: its bytes stay here until the house counts them where they belong. */
async function letProvedGo(person: string): Promise<void> {
  const acts = await actsOf(person)
  const open = acts.filter((act) => act.state === 'sent' && !isOver(act))
  const wanted = wantedBy(acts)
  for (const operation of new Set(open.map((act) => act.provedBy ?? ''))) {
    const own = open.filter((act) => act.provedBy === operation)
    for (let from = 0; from < own.length; from += AT_ONCE) {
      const part = own.slice(from, from + AT_ONCE)
      const sha256 = [...new Set(part.flatMap((act) => act.files.map((file) => file.sha256)))]
      const proved = new Set(
        (await ask<{ proved: string[] }>(operation, { sha256: sha256.join(',') })).proved,
      )
      const over = part.filter((act) => act.files.every((file) => proved.has(file.sha256)))
      if (over.length === 0) continue
      await keepAll(
        person,
        over.map((act) => ({ kind: KIND, id: act.id, value: { ...act, proved: true } })),
      )
      for (const file of over.flatMap((act) => act.files)) {
        const left = (wanted.get(file.sha256) ?? 1) - 1
        wanted.set(file.sha256, left)
        if (left === 0) await letFileGo(person, file.sha256)
      }
    }
  }
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
    async (lock) => {
      if (!lock) return 0
      const went = await sendAll(person)
      await letProvedGo(person).catch(() => undefined)
      return went
    },
  )
  const sent = typeof done === 'number' ? done : 0
  // Room came back: the reserve is laid again where it was given up.
  if (sent > 0 && isPressed()) await layReserve().catch(() => undefined)
  if (sent > 0) for (const listener of listeners) listener(sent)
  return sent
}
