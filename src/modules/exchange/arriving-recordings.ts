/**
 * What a platform's own system says that it holds: on the case that bears the number, or, where nobody understands the number, in the inbox of
 * cases that were sent. The number there together with the number of the case is the key: a recording of two cases is said of each.
 */
import { dataAgreement } from '#identity/store/agreements.ts'
import { seeCase, subjectsWithNumbers } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import { Refusal, no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx, NewEntry } from '#platform/cx.ts'
import { type Waits, arrivalRef, cameAgain, digestOf, keepArrival, layBefore, whyOf } from './arriving.ts'
import type { RecordingReceipt, SentRecording } from './contract/recordings.ts'
import { findable, pageOf, recordingRef, wordRow } from './recording-words.ts'
import { type ArrivalRow, agencyShortName, arrivalOf, caseNumbers } from './store/arrivals.ts'
import { type PlatformRow, platformWithCode, platformsOfAgency } from './store/platforms.ts'
import { type WordRow, lastSent, recordingAt } from './store/recordings.ts'

const sourceOf = (short: string, code: string): string => `${short}/${code}`
const keyOf = (sent: SentRecording): string => `${sent.case} / ${sent.number}`

/** Nobody speaks for another agency, and nothing is taken from a platform that was not agreed. */
async function senderOf(
  cx: Cx,
  code: string | undefined,
): Promise<{ platform: PlatformRow; source: string }> {
  const { agency } = cx.actor
  const short = agency ? await agencyShortName(cx, agency) : undefined
  if (!agency || !short)
    throw new Refusal('conflict', 'exchange.arrival-source-wrong', { next: 'exchange.next-own-agency' })
  const [platform, another] = await platformsOfAgency(cx, agency, code)
  if (!platform)
    throw new Refusal('conflict', 'exchange.platform-not-approved', {
      values: { name: code ?? short },
      next: 'exchange.next-platform',
    })
  refuseUnless(unless(!another, no('exchange.platform-which', {}, 'exchange.next-name-platform')))
  const { title, holds } = await dataAgreement(cx, platform.agreement, agency)
  refuseUnless(
    unless(holds, no('exchange.no-agreement', { agreement: title }, 'exchange.next-sign-agreement')),
  )
  return { platform, source: sourceOf(short, platform.code) }
}

interface At {
  readonly platform: PlatformRow
  readonly source: string
  readonly key: string
  readonly digest: string
  readonly before: ArrivalRow | undefined
}
type Told = Pick<RecordingReceipt, 'id' | 'version' | 'state' | 'why' | 'receivedAt' | 'again' | 'case'>

export async function takeRecording(
  cx: Cx,
  sent: SentRecording,
  code: string | undefined,
): Promise<RecordingReceipt> {
  const { platform, source } = await senderOf(cx, code)
  // Two that send the same at once: the second waits, and finds what the first has left.
  await cx.lock([ref('exchange.platform', platform.id)])
  const key = keyOf(sent)
  const digest = digestOf(sent)
  const before = await arrivalOf(cx, source, key)
  const told = await taken(cx, { platform, source, key, digest, before }, sent)
  return { platform: platform.code, number: sent.number, digest, ...told }
}

async function taken(cx: Cx, at: At, sent: SentRecording): Promise<Told> {
  const { before } = at
  if (before && before.digest === at.digest && before.case_root === null) {
    await cameAgain(cx, before)
    return laid(cx, before, true)
  }
  // What waits is decided by a person first, whatever is said of it meanwhile.
  if (before && before.decision === null)
    return wait(cx, at, sent, { code: 'exchange.recording-said-anew', values: {} })
  const root = before?.case_root ?? (await caseWith(cx, sent.case))
  if (typeof root !== 'string') return wait(cx, at, sent, root)
  try {
    return await onCase(cx, { ...at, root }, sent)
  } catch (cause) {
    // A word that this laboratory does not have is no fault of the sender’s: a person looks at it.
    if (cause instanceof Refusal && cause.code === 'catalogue.no-such-code')
      return wait(cx, at, sent, { code: 'exchange.recording-kind-unknown', values: { kind: sent.kind } })
    throw cause
  }
}

/** The one case that the sender sees under this number, or why there is none. */
async function caseWith(cx: Cx, number: string): Promise<string | Waits> {
  const known = await subjectsWithNumbers(cx, [number])
  const roots = [...new Set(known.filter((k) => k.subject.startsWith('cases.')).map((k) => k.root))]
  if (roots.length === 1) return roots[0] as string
  const code = roots.length === 0 ? 'exchange.recording-case-unknown' : 'exchange.recording-case-several'
  return { code, values: { number } }
}

/** A word on the case: the first, the next, or one that came before. */
async function onCase(
  cx: Cx,
  at: Pick<At, 'platform' | 'digest'> & { root: string },
  sent: SentRecording,
): Promise<Told> {
  const { platform, root } = at
  const known = await recordingAt(cx, platform.id, sent.number, root)
  const number = (await caseNumbers(cx, [root])).get(root) ?? null
  const last = known ? await lastSent(cx, known.id) : undefined
  if (known && last?.said_digest === at.digest) {
    await cx.lock([recordingRef(known.id)])
    await cx.record({
      subject: recordingRef(known.id),
      root,
      facts: { version: last.seq, digest: at.digest, again: true },
    })
    return {
      id: known.id,
      version: last.seq,
      state: 'taken',
      why: null,
      case: number,
      receivedAt: last.at,
      again: true,
    }
  }
  const recording = known?.id ?? cx.newId()
  await cx.lock([recordingRef(recording)])
  await cx.record(await sentWord(cx, { ...at, recording, before: known ?? null }, sent))
  if (!known) await findable(cx, recording, root, sent.number, platform.name)
  return {
    id: recording,
    version: (known?.seq ?? 0) + 1,
    state: 'taken',
    why: null,
    case: number,
    receivedAt: cx.now,
    again: false,
  }
}

/** The entry of a word that the platform sent, on the case where it belongs. */
export async function sentWord(
  cx: Cx,
  at: {
    readonly platform: PlatformRow
    readonly root: string
    readonly digest: string
    readonly recording: string
    readonly before: WordRow | null
  },
  sent: SentRecording,
): Promise<NewEntry> {
  const { recording, root, before, digest } = at
  const page = pageOf(at.platform.form, sent, sent.number)
  const state = sent.withdrawn ? ('withdrawn' as const) : ('held' as const)
  const of = { recording, root, before, page, state, platform: at.platform.id, number: sent.number }
  const row = await wordRow(
    cx,
    { ...of, came: 'wire', saidDigest: digest, words: sent.withdrawn ?? null },
    sent,
  )
  return {
    subject: recordingRef(recording),
    root,
    facts: { platform: at.platform.code, number: sent.number, version: (before?.seq ?? 0) + 1, digest },
    rows: { 'exchange.recording': [row] },
  }
}

async function wait(cx: Cx, at: At, sent: SentRecording, waits: Waits): Promise<Told> {
  const id = cx.newId()
  const { before } = at
  const version = { id, root: before?.root ?? id, seq: (before?.seq ?? 0) + 1 }
  await cx.lock([arrivalRef(version.root)])
  await keepArrival(cx, {
    at: version,
    from: { source: at.source, agency: cx.actor.agency, came: 'wire' },
    number: at.key,
    office: at.platform.name,
    unit: null,
    digest: at.digest,
    sent,
    waits,
    sort: 'recording',
  })
  await layBefore(cx, version.root, at.key)
  const now = await arrivalOf(cx, at.source, at.key)
  if (!now) throw new Refusal('conflict', 'somebody-was-faster')
  return laid(cx, now, false)
}
const laid = (cx: Cx, a: ArrivalRow, again: boolean): Told => ({
  id: a.root,
  version: a.seq,
  state: a.decision === 'rejected' ? 'rejected' : 'waits',
  why: whyOf(cx, a),
  case: null,
  receivedAt: a.at,
  again,
})

/** A person names the case (and the kind, where theirs is not known here): what was sent becomes its word on it. */
export async function addToRecordings(
  cx: Cx,
  a: ArrivalRow,
  d: { readonly case: string; readonly type?: string | null | undefined },
): Promise<NewEntry> {
  const sent = a.sent as SentRecording
  const file = await seeCase(cx, d.case, { lock: true })
  cx.allow(file)
  const platform = await platformWithCode(cx, a.source.split('/').at(-1) ?? '')
  if (!platform) throw notFound()
  const known = await recordingAt(cx, platform.id, sent.number, file.root)
  const recording = known?.id ?? cx.newId()
  const of = { platform, root: file.root, digest: a.digest, recording, before: known ?? null }
  const entry = await sentWord(cx, of, { ...sent, kind: d.type ?? sent.kind })
  if (!known) await findable(cx, recording, file.root, sent.number, platform.name)
  return entry
}
