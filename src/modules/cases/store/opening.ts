/** Writes new case files, one or five hundred in the same few statements: covered rows, standing, handles, sight. */
import type { Json } from '#kernel/canonical.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { openNewSight, openSight, oversight } from '#identity/sight.ts'
import type { Verdict } from '#kernel/verdict.ts'
import type { OpenCase, PartyInput } from '../contract.ts'
import type { FullCase } from './completing.ts'
import {
  SEXUAL_CASE_TYPE,
  ageOn,
  firstDayOf,
  isMinor,
  isSexual,
  maskOf,
  mayEntitle,
  precisionOf,
} from '../rules.ts'
import type { PersonalValue } from './case-file.ts'
import { addHandles, type Handle } from './handles.ts'
import { caseRef } from './holds.ts'
import { refreshStanding } from './standing.ts'
import { type Kept, keepAllPersonal } from '#ledger/vault.ts'

/** A case whose codes are checked and whose number is taken. */
export interface CaseDraft {
  /** What waited under this very id (an arrival) becomes the case: whoever saw it there is no stranger. */
  readonly seenAlready?: boolean
  readonly id: string
  readonly number: string
  readonly input: FullCase
  readonly iccs: ReadonlyMap<string, string | null>
  /** Covered rows of the caller that belong to the same entry (an importer's row), and facts beside ours. */
  readonly rows?: { readonly [table: string]: readonly CoveredRow[] }
  readonly facts?: { readonly [key: string]: Json }
  /** The act's name in the ledger when it is not the caller's own operation. */
  readonly action?: string
  /** Principals to whom the case shows itself beside the usual ones. */
  readonly sight?: readonly string[]
}

export interface DraftParty {
  readonly id: string
  readonly input: PartyInput
  readonly value: PersonalValue | null
  readonly kept: Kept | null
}

/** What the vault keeps of a party; null where nothing personal is known. */
export function personalOf(
  p: Pick<PartyInput, 'name' | 'otherNames' | 'born' | 'address' | 'phone' | 'document'>,
): PersonalValue | null {
  const value: { [key: string]: unknown } = {}
  for (const key of ['name', 'otherNames', 'born', 'address', 'phone', 'document'] as const) {
    const v = p[key]
    if (v !== undefined && v !== null && !(Array.isArray(v) && v.length === 0)) value[key] = v
  }
  return Object.keys(value).length > 0 ? (value as PersonalValue) : null
}

export function incidentRow(
  cx: Pick<Cx, 'newId'>,
  root: string,
  seq: number,
  corrects: string | null,
  incident: OpenCase['incident'],
  place: OpenCase['place'],
): CoveredRow {
  const on = incident?.on ?? null
  return {
    id: cx.newId(),
    seq,
    root,
    corrects,
    on_text: on,
    absent: on === null ? (incident?.absent ?? null) : null,
    until_text: incident?.until ?? null,
    time_text: incident?.time ?? null,
    precision: precisionOf(on, incident?.time),
    first_day: on === null ? null : firstDayOf(on),
    district: place?.district ?? null,
    settlement: place?.settlement ?? null,
    highway: place?.highway ?? null,
    mile: place?.mile ?? null,
    place: place?.text ?? null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
  }
}

export function partyRow(
  cx: Pick<Cx, 'newId'>,
  root: string,
  party: DraftParty,
  on: string,
  seq = 1,
  corrects: string | null = null,
): CoveredRow {
  const p = party.input
  return {
    id: cx.newId(),
    seq,
    root,
    party: party.id,
    corrects,
    role: p.role,
    ordinal: p.ordinal ?? null,
    vault: party.kept?.vault ?? null,
    commitment: party.kept?.commitment ?? null,
    identified: Boolean(p.name),
    sex: p.sex ?? null,
    age: p.age ?? ageOn(p.born, on),
    minor: isMinor(p, on),
    organisation: p.organisation ?? false,
  }
}

/** Names find the case through the party; the label is the number, so that a list never shows a name by itself. */
export function partyHandles(
  root: string,
  number: string,
  party: { id: string; value: PersonalValue | null },
  guarded: boolean,
): Handle[] {
  const names = [party.value?.name, ...(party.value?.otherNames ?? [])].filter((n): n is string => Boolean(n))
  return names.map((text) => ({
    text,
    kind: 'name',
    subject: `cases.party/${party.id}` as const,
    root,
    label: number,
    party: party.id,
    guarded,
  }))
}

/** Whether the title of a new case keeps quiet about those whom it protects. */
export function titleVerdict(cx: Pick<Cx, 'now'>, d: Pick<CaseDraft, 'input' | 'iccs'>): Verdict {
  const { input } = d
  const names = (input.parties ?? [])
    .filter((p) => isGuarded(cx, d, p))
    .flatMap((p) => [p.name, ...(p.otherNames ?? [])])
    .filter((n): n is string => Boolean(n))
  const { place } = input
  return mayEntitle(input.title, names, [place?.text, place?.settlement, place?.district, place?.highway])
}

export async function openCases(cx: Cx, drafts: readonly CaseDraft[]): Promise<void> {
  const parties = drafts.flatMap((d) =>
    (d.input.parties ?? []).map((input) => ({
      draft: d,
      id: input.id ?? cx.newId(),
      input,
      value: personalOf(input),
    })),
  )
  const personal = parties.filter((p) => p.value !== null)
  const kept = await keepAllPersonal(
    cx,
    personal.map((p) => ({ root: p.draft.id, value: p.value as Json })),
  )
  const keptOf = new Map(personal.map((p, i) => [p.id, kept[i] as Kept]))
  const byCase = new Map<string, DraftParty[]>()
  for (const p of parties)
    byCase.set(p.draft.id, [
      ...(byCase.get(p.draft.id) ?? []),
      { id: p.id, input: p.input, value: p.value, kept: keptOf.get(p.id) ?? null },
    ])

  // First, because it is answered: what of it is new goes along with the entry, and is known by then.
  const sights = (of: readonly CaseDraft[]) =>
    of.flatMap((d) =>
      principalsOf(cx, d).map((principal) => ({ root: d.id, principal, why: 'cases.open-case' })),
    )
  await openNewSight(cx, 'cases.already-there', sights(drafts.filter((d) => !d.seenAlready)))
  await openSight(cx, sights(drafts.filter((d) => d.seenAlready)))
  await cx.record(
    ...drafts.map((d) => ({
      subject: caseRef(d.id),
      root: d.id,
      ...(d.action ? { action: d.action } : {}),
      facts: {
        number: d.number,
        type: d.input.type,
        parties: d.input.parties?.length ?? 0,
        offences: (d.input.offences ?? []).map((o) => o.code),
        ...d.facts,
      },
      rows: { ...rowsOf(cx, d, byCase.get(d.id) ?? []), ...d.rows },
    })),
  )
  await addHandles(
    cx,
    drafts.flatMap((d) => handlesOf(cx, d, byCase.get(d.id) ?? [])),
  )
  // Last: the sums by month are locked from here to the commit, and others who open cases wait for them.
  await refreshStanding(
    cx,
    drafts.map((d) => d.id),
  )
}

/** The day by which age is judged: the first that the incident allows, else the day of opening. */
const dayOf = (cx: Pick<Cx, 'now'>, d: Pick<CaseDraft, 'input'>): string =>
  d.input.incident?.on ? firstDayOf(d.input.incident.on) : cx.now.slice(0, 10)

function isGuarded(
  cx: Pick<Cx, 'now'>,
  d: Pick<CaseDraft, 'input' | 'iccs'>,
  party: Pick<PartyInput, 'role' | 'born' | 'age'>,
): boolean {
  const sexual =
    d.input.type === SEXUAL_CASE_TYPE || (d.input.offences ?? []).some((o) => isSexual(d.iccs.get(o.code)))
  return maskOf({ minor: isMinor(party, dayOf(cx, d)), role: party.role }, sexual) !== null
}

function rowsOf(cx: Cx, d: CaseDraft, parties: readonly DraftParty[]): Record<string, readonly CoveredRow[]> {
  const { input, id } = d
  const on = dayOf(cx, d)
  const rows: Record<string, readonly CoveredRow[]> = {
    'cases.case': [
      {
        id,
        number: d.number,
        unit: input.unit ?? cx.actor.unit,
        type: input.type,
        title: input.title,
        summary: input.summary ?? null,
      },
    ],
  }
  const put = (table: string, list: readonly CoveredRow[]): void => {
    if (list.length > 0) rows[table] = list
  }
  put(
    'cases.alias',
    (input.aliases ?? []).map((a) => ({ id: cx.newId(), root: id, kind: a.kind, text: a.text })),
  )
  put(
    'cases.party',
    parties.map((p) => partyRow(cx, id, p, on)),
  )
  put(
    'cases.offence',
    (input.offences ?? []).map((o) => ({
      id: cx.newId(),
      root: id,
      code: o.code,
      iccs: d.iccs.get(o.code) ?? null,
      counts: o.counts ?? null,
    })),
  )
  if (input.incident || input.place)
    put('cases.incident', [incidentRow(cx, id, 1, null, input.incident, input.place)])
  if (input.investigator)
    put('cases.investigator', [
      {
        id: cx.newId(),
        seq: 1,
        root: id,
        person: input.investigator.person ?? null,
        unit: input.investigator.unit ?? null,
        name: input.investigator.name ?? null,
      },
    ])
  if (input.priority && input.priority !== 3)
    put('cases.priority', [{ id: cx.newId(), seq: 1, root: id, priority: input.priority }])
  if (input.sensitivity === 'restricted')
    put('cases.sensitivity', [{ id: cx.newId(), seq: 1, root: id, level: 'restricted', authority: null }])
  return rows
}

function handlesOf(cx: Cx, d: CaseDraft, parties: readonly DraftParty[]): Handle[] {
  const subject = caseRef(d.id)
  return [
    { text: d.number, kind: 'case-number', subject, root: d.id, label: d.number },
    { text: d.input.title, kind: 'title', subject, root: d.id, label: d.number },
    ...(d.input.aliases ?? []).map((a) => ({
      text: a.text,
      kind: a.kind,
      subject,
      root: d.id,
      label: d.number,
    })),
    ...parties.flatMap((p) => partyHandles(d.id, d.number, p, isGuarded(cx, d, p.input))),
  ]
}

function principalsOf(cx: Cx, d: CaseDraft): string[] {
  const person = cx.actor.kind === 'person' ? cx.actor.id : null
  const all = [
    oversight,
    person,
    cx.actor.unit,
    d.input.unit,
    d.input.investigator?.person,
    d.input.investigator?.unit,
    ...(d.sight ?? []),
  ]
  return [...new Set(all.filter((p): p is string => Boolean(p)))]
}
