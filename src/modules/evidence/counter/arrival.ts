/** An announcement comes to the counter: what was said is taken over, what differs is noted item by item, what did not come is named; or it is refused. */
import { addToCase, dropHandles, giveSight } from '#modules/cases/public.ts'
import { nameOfCode } from '#modules/catalogue/public.ts'
import { allOf, refuseUnless } from '#kernel/verdict.ts'
import type { CoveredRow, Cx, NewEntry } from '#platform/cx.ts'
import { mustStayApart } from './apart.ts'
import { submissionRef } from './announcement.ts'
import { itemTold, toldOf } from './announcement-seen.ts'
import type { Announcement, OpenCaseInput, ReceiveSubmission, RefuseSubmission, TakesUp } from './contract.ts'
import type { ItemInput } from '../things/contract.ts'
import { heldAmong } from './held.ts'
import { type Also, receiveStep, refuseStep } from './reception.ts'
import { type Left, leftOf } from '../things/store/left.ts'
import type { Waited } from '../things/birth.ts'
import { differencesOf, normalised, sameVersion, stillAnnounced, type Difference } from './rules.ts'
import {
  announcedItems,
  announcementBy,
  refreshAnnounced,
  type AnnouncedItemRow,
  type AnnouncedWhole,
} from './store/announced.ts'
import { itemRef } from '../things/store/items.ts'
import { refreshThings } from '../things/store/now.ts'

type Doubt = NonNullable<ItemInput['discrepancies']>[number]

/** The one row that ends an announcement, and what follows once it is recorded. */
export function endAnnouncement(
  cx: Cx,
  a: Pick<AnnouncedWhole, 'submission' | 'root' | 'seq'>,
  kind: 'withdrawn' | 'received' | 'refused',
  why: string | null,
): { rows: Record<string, readonly CoveredRow[]>; follow(): Promise<void> } {
  const row = { id: cx.newId(), submission: a.submission, root: a.root, kind, seq: a.seq, why }
  return {
    rows: { 'evidence.announcement_end': [row] },
    async follow() {
      await refreshAnnounced(cx, a.submission)
      if (kind === 'withdrawn') await dropHandles(cx, submissionRef(a.submission))
    },
  }
}

/** Its head first; who decides on an announcement has read the version that holds. */
async function takeUp(cx: Cx, by: TakesUp): Promise<AnnouncedWhole> {
  await cx.lock([submissionRef(by.submission)])
  const a = await announcementBy(cx, by.submission)
  cx.allow(a)
  refuseUnless(allOf(stillAnnounced(a), sameVersion(a, by.seq)))
  // Under its numbers one finds the case from now on.
  await dropHandles(cx, submissionRef(by.submission))
  return a
}

export async function receiveAnnounced(cx: Cx, input: ReceiveSubmission, by: TakesUp) {
  const a = await takeUp(cx, by)
  await mustStayApart(cx, input, [input.submittedBy, { person: a.by_person, unit: a.by_unit }])
  const items = await announcedItems(cx, a.row)
  const told = toldOf(a, items)
  if (input.case) await addToCase(cx, input.case, { aliases: told.numbers, parties: told.people })
  const left = await leftOf(cx, a.submission)
  const found = await compared(cx, input, items)
  const held = await heldAmong(cx, input.case, found)
  const full: ReceiveSubmission = {
    ...input,
    id: a.submission,
    ...(left ? { submittedBy: { person: left.left_by } } : {}),
    ...(input.newCase ? { newCase: completed(input.newCase, told) } : {}),
    before: input.before ?? told.hands,
    seizure: input.seizure ?? told.seizure ?? undefined,
    items: found.filter((i) => !held.found.some((h) => h.item.id === i.id)),
  }
  const end = endAnnouncement(cx, a, 'received', null)
  const missing = notBrought(input, items)
  const rows: Also = (submission, root) => ({
    ...end.rows,
    ...(missing.length > 0
      ? {
          'evidence.discrepancy': missing.map((i) => ({
            id: cx.newId(),
            thing: null,
            submission,
            root,
            kind: 'count',
            expected: i.description,
            found: null,
            words: cx.say('evidence.not-brought'),
          })),
        }
      : {}),
  })
  const waited = left ? waitedIn(left) : null
  const done = await receiveStep(cx, full, rows, undefined, waited, held)
  await end.follow()
  await bringPhotographs(cx, done.case.id, items, new Set(done.items.map((i) => i.id)))
  await giveSight(cx, done.case.id, [a.by_person, a.by_unit], 'evidence.submit-prelog')
  return done
}

const waitedIn = (left: Left): Waited => ({
  place: { kind: 'place', id: left.place, name: left.place_name, where: left.path },
  at: left.at,
  by: left.left_by,
  witness: left.witness ? { id: left.witness, name: left.witness_name ?? '' } : null,
})

export async function refuseAnnounced(cx: Cx, input: RefuseSubmission, by: TakesUp) {
  const a = await takeUp(cx, by)
  await mustStayApart(cx, input, [input.submittedBy, { person: a.by_person, unit: a.by_unit }])
  const told = toldOf(a, await announcedItems(cx, a.row))
  if (input.case) await addToCase(cx, input.case, { aliases: told.numbers })
  const end = endAnnouncement(cx, a, 'refused', input.words ?? (await reasonName(cx, input.why)))
  const full = {
    ...input,
    id: a.submission,
    ...(input.newCase ? { newCase: completed(input.newCase, told) } : {}),
  }
  const done = await refuseStep(cx, full, () => end.rows)
  await end.follow()
  await giveSight(cx, done.case, [a.by_person, a.by_unit], 'evidence.submit-prelog')
  return done
}

const languageOf = (cx: Cx): 'en' | 'es' => (cx.say('evidence.language') === 'es' ? 'es' : 'en')
const reasonName = (cx: Cx, code: string): Promise<string> =>
  nameOfCode(cx, 'refusal-reason', code, languageOf(cx))

/** A new case begins with what was announced; what the counter says itself holds. */
function completed(file: OpenCaseInput, told: Announcement): OpenCaseInput {
  const has = new Set((file.aliases ?? []).map((n) => n.kind + normalised(n.text)))
  const people = new Set((file.parties ?? []).map((p) => p.id))
  const offences = new Set((file.offences ?? []).map((o) => o.code))
  return {
    ...file,
    aliases: [...(file.aliases ?? []), ...told.numbers.filter((n) => !has.has(n.kind + normalised(n.text)))],
    parties: [...(file.parties ?? []), ...told.people.filter((p) => !people.has(p.id))],
    offences: [
      ...(file.offences ?? []),
      ...told.offences.filter((o) => !offences.has(o)).map((code) => ({ code })),
    ],
    incident: file.incident ?? told.incident,
    place: file.place ?? told.place,
  }
}

type Received = ReceiveSubmission['items'][number]
const flat = (input: Pick<ReceiveSubmission, 'items'>): readonly ItemInput[] =>
  input.items.flatMap((i) => [i, ...(i.contents ?? [])])

/** Each item with what was said of it and with every difference as a doubt of its own. */
async function compared(
  cx: Cx,
  input: ReceiveSubmission,
  announced: readonly AnnouncedItemRow[],
): Promise<Received[]> {
  const byId = new Map(announced.map((i) => [i.item, itemTold(i)]))
  const one = async <T extends ItemInput>(item: T): Promise<T> => {
    const told = item.id ? byId.get(item.id) : undefined
    if (!told)
      return {
        ...item,
        discrepancies: [
          ...(item.discrepancies ?? []),
          { kind: 'paper', words: cx.say('evidence.not-announced') },
        ],
      }
    const doubts: Doubt[] = []
    for (const d of differencesOf(told, item)) doubts.push(await doubtOf(cx, d))
    return {
      ...item,
      takenFrom: item.takenFrom ?? told.takenFrom,
      takenAt: item.takenAt ?? told.takenAt,
      takenPlace: item.takenPlace ?? told.takenPlace,
      theirNumber: item.theirNumber ?? told.theirNumber,
      hazards: [...new Set([...(item.hazards ?? []), ...told.hazards])],
      discrepancies: [...(item.discrepancies ?? []), ...doubts],
    }
  }
  const out: Received[] = []
  for (const item of input.items) {
    const contents: ItemInput[] = []
    for (const inner of item.contents ?? []) contents.push(await one(inner))
    out.push({ ...(await one(item)), ...(item.contents ? { contents } : {}) })
  }
  return out
}

async function doubtOf(cx: Cx, d: Difference): Promise<Doubt> {
  const name = async (code: string | null): Promise<string | null> =>
    code !== null && d.list !== null ? nameOfCode(cx, d.list, code, languageOf(cx)) : code
  return {
    kind: d.kind,
    expected: await name(d.expected),
    found: await name(d.found),
    words: cx.say('evidence.differs-from-announced', { what: cx.say(`evidence.what-${d.what}`) }),
  }
}

/** Announced, and neither taken in nor sent back. */
function notBrought(input: ReceiveSubmission, announced: readonly AnnouncedItemRow[]): AnnouncedItemRow[] {
  const here = new Set([...flat(input).map((i) => i.id), ...(input.refused ?? []).map((r) => r.item)])
  return announced.filter((i) => !here.has(i.item))
}

/** Photographs that came with the announcement go with the exhibit, in the name of who took them. */
async function bringPhotographs(
  cx: Cx,
  root: string,
  items: readonly AnnouncedItemRow[],
  here: ReadonlySet<string>,
): Promise<void> {
  const entries: NewEntry[] = items
    .filter((i) => here.has(i.item) && i.photographs.length > 0)
    .map((i) => ({
      subject: itemRef(i.item),
      root,
      facts: { photographs: i.photographs.length },
      rows: {
        'evidence.photograph': i.photographs.map((p) => ({
          id: cx.newId(),
          thing: i.item,
          root,
          file: p.file,
          name: p.name,
          media_type: p.media_type,
          size: p.size,
          shows: p.shows,
          caption: p.caption,
          at: p.at,
          by_name: p.by_name,
        })),
      },
    }))
  if (entries.length === 0) return
  await cx.record(...entries)
  await refreshThings(
    cx,
    entries.map((e) => e.subject.slice(e.subject.indexOf('/') + 1)),
  )
}
