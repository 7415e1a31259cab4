/** Deaths of earlier registers, up to five hundred in one act: each a call of its own way (`record`) under the case that its row became. */
import { openSight, oversight } from '#identity/sight.ts'
import { addHandles } from '#modules/cases/public.ts'
import type { Json } from '#kernel/canonical.ts'
import type { CoveredRow, Cx, NewEntry } from '#platform/cx.ts'
import { deathRef } from '../call/store/deaths.ts'
import { refreshDeaths } from '../call/store/standing.ts'

export interface DeathImport {
  readonly id: string
  readonly case: string
  readonly number: string
  readonly sex: string | null
  /** As the register writes it; the first number with its unit counts. */
  readonly age: string | null
  readonly setting: string | null
  readonly district: string | null
  readonly place: string | null
  readonly diedOn: string | null
  readonly manner: string | null
  readonly how: string | null
  readonly causes: readonly string[]
  readonly other: string | null
}

const units: readonly (readonly [RegExp, string])[] = [
  [/^(y|a[nñ])/i, 'years'],
  [/^(mo|mes)/i, 'months'],
  [/^(w|sem)/i, 'weeks'],
  [/^d/i, 'days'],
  [/^h/i, 'hours'],
  [/^m/i, 'minutes'],
]
/** `3 Months 12 Days` is three months; a bare number is in years. */
export function writtenAge(text: string | null): { value: string; unit: string } | null {
  const m = /(\d{1,4})\s*([a-zñ]*)/i.exec(text ?? '')
  if (!m?.[1]) return null
  const unit = m[2] ? units.find(([pattern]) => pattern.test(m[2] ?? ''))?.[1] : 'years'
  return unit ? { value: m[1], unit } : null
}

const placeRow = (cx: Cx, d: DeathImport): CoveredRow => ({
  id: cx.newId(),
  root: d.id,
  kind: 'death',
  seq: 1,
  on_text: d.diedOn,
  time_text: null,
  approximate: false,
  at_absent: d.diedOn === null ? 'unknown' : null,
  absent: d.place === null && d.district === null ? 'unknown' : null,
  district: d.district,
  settlement: null,
  text: d.place,
  latitude: null,
  longitude: null,
  by_whom: null,
  how: null,
  condition: null,
})

function callRow(cx: Cx, d: DeathImport): CoveredRow {
  const age = writtenAge(d.age)
  return {
    id: d.id,
    root: d.id,
    number: d.number,
    unit: cx.actor.unit,
    way: 'record',
    caller_kind: null,
    caller: null,
    caller_commitment: null,
    setting: d.setting ?? 'unknown',
    circumstances: [],
    sex: d.sex,
    age: age?.value ?? null,
    age_unit: age?.unit ?? null,
    age_absent: age ? null : 'unknown',
    told: null,
    told_commitment: null,
    form: null,
    answers: null,
    began_at: null,
    ended_at: d.diedOn !== null && d.diedOn.length === 10 ? `${d.diedOn}T12:00:00.000Z` : cx.now,
  }
}

const jurisdictionRow = (cx: Cx, d: DeathImport): CoveredRow => ({
  id: cx.newId(),
  root: d.id,
  seq: 1,
  decision: 'accepted',
  number: d.number,
  profile: null,
  case_root: d.case,
  authority_kind: null,
  authority: null,
  authority_by: null,
  authority_at: null,
  reason: null,
  words: null,
  signs: null,
})

const causeRow = (cx: Cx, d: DeathImport): CoveredRow => ({
  id: cx.newId(),
  root: d.id,
  seq: 1,
  status: 'final',
  // Registers wrote longer lines than the form takes: kept whole, and told as a doubt.
  lines: d.causes.map((text) => ({ text, interval: { absent: 'unknown' } })) as unknown as Json,
  other: d.other,
  tobacco: null,
  pregnancy: null,
  surgery: null,
  autopsy: null,
  pending_because: null,
  why: null,
  request: null,
})

function rowsOf(cx: Cx, d: DeathImport): Record<string, CoveredRow[]> {
  const rows: Record<string, CoveredRow[]> = {
    'death.call': [callRow(cx, d)],
    'death.jurisdiction': [jurisdictionRow(cx, d)],
    'death.place': [placeRow(cx, d)],
  }
  if (d.causes.length > 0 || d.other !== null) rows['death.cause'] = [causeRow(cx, d)]
  if (d.manner !== null)
    rows['death.manner'] = [
      {
        id: cx.newId(),
        root: d.id,
        seq: 1,
        manner: d.manner,
        how: d.how,
        injury_at_work: null,
        transport_role: null,
        words: null,
      },
    ]
  return rows
}

/** Under the caller’s act; who sees the case beside oversight and the importer’s office sees the death too. */
export async function importDeaths(
  cx: Cx,
  deaths: readonly DeathImport[],
  how: { readonly action: string; readonly sight: readonly string[] },
): Promise<void> {
  if (deaths.length === 0) return
  await cx.record(
    ...deaths.map(
      (d): NewEntry => ({
        subject: deathRef(d.id),
        root: d.id,
        action: how.action,
        facts: { number: d.number, imported: true, manner: d.manner },
        rows: rowsOf(cx, d),
      }),
    ),
  )
  await refreshDeaths(
    cx,
    deaths.map((d) => d.id),
  )
  const principals = [...new Set([oversight, cx.actor.unit, ...how.sight])].filter((p): p is string =>
    Boolean(p),
  )
  await openSight(
    cx,
    deaths.flatMap((d) => principals.map((principal) => ({ root: d.id, principal, why: how.action }))),
  )
  await addHandles(
    cx,
    deaths.map((d) => ({
      text: d.number,
      kind: 'post-mortem',
      subject: deathRef(d.id),
      root: d.id,
      label: d.number,
    })),
  )
}
