/** An announcement comes into the record: its codes and its counter are checked, names go to the vault, its numbers lead to it, and who may see it sees it. */
import { openNewSight, openSight, oversight } from '#identity/sight.ts'
import { keepPersonal } from '#ledger/vault.ts'
import { dropHandles, addHandles, seeCase, isSexual, type Handle } from '#modules/cases/public.ts'
import { codeOf, codesOf } from '#modules/catalogue/public.ts'
import type { Json } from '#kernel/canonical.ts'
import { ref, type Ref } from '#kernel/shapes.ts'
import { Refusal, allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { uploadedFile } from '#platform/uploads.ts'
import type { CoveredRow, Cx, NewEntry } from '#platform/cx.ts'
import type { AnnouncedItem, Announcement } from './contract.ts'
import { announcementNumber, mayBeSoMany, mayTitle } from './rules.ts'
import { checkItemCodes } from '../things/new-things.ts'
import {
  isDesk,
  photographsKnown,
  refreshAnnounced,
  type AnnouncedPhoto,
  type PersonalPart,
} from './store/announced.ts'
import { peopleOf } from '../things/store/hands.ts'

export const submissionRef = (id: string): Ref => ref('evidence.submission', id)
/** Codes whose data say what to bring and how to pack. */
export const GUIDANCE = 'announcing-guidance'

/** What a code of the list of guidance says, as far as it says it. */
export interface GuidanceData {
  readonly offences?: readonly string[]
  readonly bring?: Readonly<Record<string, readonly string[]>>
  readonly pack?: Readonly<Record<string, readonly string[]>>
  readonly items?: readonly { readonly type: string; readonly packaging?: string }[]
  readonly most?: number
}

/** Refuses what the lists do not have, a counter that is none, people that the announcement does not name, and a case that is not to be seen. */
export async function checkAnnouncement(cx: Cx, a: Announcement): Promise<void> {
  refuseUnless(unless(await isDesk(cx, a.to), no('evidence.no-such-desk', {}, 'evidence.next-choose-desk')))
  if (a.case) cx.allow(await seeCase(cx, a.case))
  for (const [list, code] of codesIn(a)) await codeOf(cx, list, code)
  await checkItemCodes(
    cx,
    a.items.map((i) => ({ ...i, seals: i.seals.map((s) => ({ ...s, state: 'intact' as const })) })),
  )
  const people = new Set(a.people.map((p) => p.id))
  const named = [...a.items.map((i) => i.takenFrom), fromOf(a)].filter((id): id is string => Boolean(id))
  refuseUnless(
    unless(
      named.every((id) => people.has(id)),
      no('evidence.prelog-no-such-person'),
    ),
  )
  const ids = [...a.items.map((i) => i.id), ...people]
  refuseUnless(unless(new Set(ids).size === ids.length, no('evidence.same-id-twice')))
  const known = [a.seizure?.byPerson, ...a.hands.map((h) => h.person)].filter((id): id is string =>
    Boolean(id),
  )
  await peopleOf(cx, known)
  refuseUnless(
    allOf(
      mayBeSoMany(await mostItems(cx, a.offences), a.items.length, a.words),
      mayTitle(a, await anySexual(cx, a.offences), cx.now.slice(0, 10)),
    ),
  )
}

function codesIn(a: Announcement): [string, string][] {
  const seizure = a.seizure?.power
  return [
    ...new Map(
      (
        [
          ...a.numbers.map((n) => ['number-kind', n.kind]),
          ...a.offences.map((o) => ['offence', o]),
          ...a.people.map((p) => ['party-role', p.role]),
          ...a.wants.map((w) => ['question', w.question]),
          ['delivery-way', a.way],
          ['seizure-power', seizure && 'value' in seizure ? seizure.value : null],
          ['district', a.place?.district],
          ['settlement', a.place?.settlement],
          ['highway', a.place?.highway],
        ] as [string, string | null | undefined][]
      ).flatMap(([list, code]) =>
        code ? [[`${list} ${code}`, [list, code]] as [string, [string, string]]] : [],
      ),
    ).values(),
  ]
}

export const fromOf = (a: Pick<Announcement, 'seizure'>): string | null =>
  a.seizure?.from && 'value' in a.seizure.from ? a.seizure.from.value : null

/** The smallest of what the guidance for these offences says; null where it says nothing. */
async function mostItems(cx: Cx, offences: readonly string[]): Promise<number | null> {
  if (offences.length === 0) return null
  const all = (await codesOf(cx, GUIDANCE)).map((c) => c.data as GuidanceData | null)
  const most = all.flatMap((g) => (g?.most && g.offences?.some((o) => offences.includes(o)) ? [g.most] : []))
  return most.length > 0 ? Math.min(...most) : null
}

/** Offences whose complainants are protected. */
export async function anySexual(cx: Cx, offences: readonly string[]): Promise<boolean> {
  if (offences.length === 0) return false
  const codes = await codesOf(cx, 'offence')
  return codes.some((c) => offences.includes(c.code) && isSexual((c.data as { iccs?: string } | null)?.iccs))
}

export const personalPart = (a: Announcement): PersonalPart => ({
  people: a.people as unknown as PersonalPart['people'],
  presence: a.seizure?.presence ?? [],
  fromWords: a.seizure?.fromWords ?? null,
  words: a.words ?? null,
})

interface Version {
  readonly submission: string
  readonly seq: number
}

async function announcementRow(cx: Cx, a: Announcement, v: Version, id: string): Promise<CoveredRow> {
  const personal = personalPart(a)
  const empty =
    personal.people.length + personal.presence.length === 0 &&
    personal.fromWords === null &&
    personal.words === null
  const kept = empty ? undefined : await keepPersonal(cx, v.submission, personal as unknown as Json)
  const { presence: _presence, fromWords: _words, ...seizure } = a.seizure ?? {}
  return {
    id,
    submission: v.submission,
    root: v.submission,
    seq: v.seq,
    to_unit: a.to,
    by_person: cx.actor.id,
    by_name: cx.actor.name,
    by_unit: cx.actor.unit,
    case_root: a.case ?? null,
    numbers: a.numbers as unknown as Json,
    title: a.title ?? null,
    offences: a.offences,
    incident: (a.incident ?? null) as Json,
    place: (a.place ?? null) as Json,
    seizure: a.seizure ? (seizure as Json) : null,
    hands: a.hands as unknown as Json,
    brought_by: a.broughtBy ?? null,
    comes_on: a.comesOn ?? null,
    way: a.way ?? null,
    wants: a.wants as unknown as Json,
    vault: kept?.vault ?? null,
    commitment: kept?.commitment ?? null,
    // A telephone's clock may be ahead; nothing is announced after it came here.
    at: cx.occurredAt < cx.now ? cx.occurredAt : cx.now,
  }
}

const itemRow = (
  cx: Cx,
  i: AnnouncedItem,
  position: number,
  announcement: string,
  root: string,
): CoveredRow => ({
  id: cx.newId(),
  announcement,
  submission: root,
  root,
  item: i.id,
  position,
  description: i.description,
  type: i.type ?? null,
  count: i.count ?? null,
  quantity: i.quantity?.value ?? null,
  unit: i.quantity?.unit ?? null,
  packaging: (i.packaging ?? null) as Json,
  seals: i.seals as unknown as Json,
  their_number: i.theirNumber ?? null,
  hazards: i.hazards,
  taken_from: i.takenFrom ?? null,
  taken_place: i.takenPlace ?? null,
  taken_at: i.takenAt ?? null,
})

/** A photograph is one that this person sent, or one that an earlier version had; a picture by its bytes, whatever its name says. */
async function photographRows(
  cx: Cx,
  a: Announcement,
  v: Version,
  announcement: string,
): Promise<CoveredRow[]> {
  const known = v.seq > 1 ? await photographsKnown(cx, v.submission) : new Map<string, AnnouncedPhoto>()
  const rows: CoveredRow[] = []
  for (const item of a.items)
    for (const photo of item.photographs) {
      const before = known.get(photo.file)
      const file = before
        ? { sha256: before.file, size: before.size, media_type: before.media_type, name: before.name }
        : await uploadedFile(cx, photo.file)
      if (!/^image\/(jpeg|png|webp|heic|heif|tiff|gif|avif)$/.test(file.media_type))
        throw new Refusal('conflict', 'evidence.prelog-not-a-picture', {
          values: { name: file.name },
          next: 'evidence.next-send-picture',
        })
      rows.push({
        id: cx.newId(),
        announcement,
        submission: v.submission,
        root: v.submission,
        item: item.id,
        file: file.sha256,
        name: file.name,
        media_type: file.media_type,
        size: file.size,
        shows: photo.shows,
        caption: photo.caption ?? null,
        at: photo.at ?? cx.occurredAt,
        by_name: before?.by_name ?? cx.actor.name,
      })
    }
  return rows
}

/** One version as one entry: no personal value in its facts. */
export async function announcementEntry(cx: Cx, a: Announcement, v: Version): Promise<NewEntry> {
  const id = cx.newId()
  const photographs = await photographRows(cx, a, v, id)
  return {
    subject: submissionRef(v.submission),
    root: v.submission,
    facts: {
      number: announcementNumber(v.submission),
      version: v.seq,
      items: a.items.length,
      to: a.to,
      photographs: photographs.length,
    },
    rows: {
      'evidence.announcement': [await announcementRow(cx, a, v, id)],
      'evidence.announced_item': a.items.map((i, n) => itemRow(cx, i, n + 1, id, v.submission)),
      ...(photographs.length > 0 ? { 'evidence.announced_photograph': photographs } : {}),
    },
  }
}

/** Everything that follows: the standing, who sees it, and every number by which somebody looks for it. */
export async function followAnnouncement(
  cx: Cx,
  a: Announcement,
  submission: string,
  fresh = true,
): Promise<void> {
  await refreshAnnounced(cx, submission)
  const see = [oversight, cx.actor.kind === 'person' ? cx.actor.id : null, cx.actor.unit, a.to]
  const sights = see
    .filter((p): p is string => Boolean(p))
    .map((principal) => ({ root: submission, principal, why: 'evidence.submit-prelog' }))
  await (fresh ? openNewSight(cx, 'evidence.id-in-use', sights) : openSight(cx, sights))
  const number = announcementNumber(submission)
  const at = { subject: submissionRef(submission), root: submission, label: number }
  const handles: Handle[] = [
    { ...at, text: number, kind: 'submission-number' },
    ...a.numbers.map((n) => ({ ...at, text: n.text, kind: n.kind })),
    ...a.items.flatMap((i) => [
      ...(i.theirNumber ? [{ ...at, text: i.theirNumber, kind: 'exhibit-number' }] : []),
      ...i.seals.map((s) => ({ ...at, text: s.number, kind: 'seal' })),
    ]),
  ]
  await dropHandles(cx, at.subject)
  await addHandles(cx, handles)
}
