/** A death as a line of a list; a child’s name stays hidden there. */
import type { Cx } from '#platform/cx.ts'
import type { Age, DeathLine } from './contract.ts'
import { type Names, type Wanted, namesOf } from './store/names.ts'
import type { DeathRow } from './store/deaths.ts'

export const wantedOf = (d: DeathRow): Wanted[] => [
  ['death-setting', d.setting],
  ...d.circumstances.map((c): Wanted => ['death-circumstance', c]),
  ['sex', d.sex],
  ['district', d.district],
  ['death-authority', d.profile],
  ['decline-jurisdiction', d.reason],
  ['manner', d.manner],
]

export const ageOf = (d: Pick<DeathRow, 'age' | 'age_unit' | 'age_absent'>): Age | null =>
  d.age !== null && d.age_unit !== null
    ? { value: Number(d.age), unit: d.age_unit as 'years' }
    : d.age_absent === null
      ? null
      : { absent: d.age_absent as 'unknown' }

export const lineOf = (d: DeathRow, names: Names, whole = false): DeathLine => ({
  id: d.id,
  call: d.call_number,
  number: d.number,
  state: d.state,
  name: d.minor && !whole ? null : d.name,
  hidden: d.minor && !whole && d.name !== null,
  sex: names.of('sex', d.sex),
  age: ageOf(d),
  setting: names.of('death-setting', d.setting),
  circumstances: d.circumstances.map((c) => names.of('death-circumstance', c)),
  district: names.of('district', d.district),
  profile: names.of('death-authority', d.profile),
  reason: names.of('decline-jurisdiction', d.reason),
  calledAt: d.called_at,
  case: d.case_root,
  identity: d.identity,
  hasBody: d.body !== null && d.released_at === null,
  releasedAt: d.released_at,
  cause: d.cause,
  manner: names.of('manner', d.manner),
})

export async function linesOf(cx: Cx, rows: readonly DeathRow[]): Promise<DeathLine[]> {
  const names = await namesOf(cx, rows.flatMap(wantedOf))
  return rows.map((d) => lineOf(d, names))
}

/** The ages between which a missing person is. */
export const agesOf = (m: { age_from: number | null; age_to: number | null }): string | null =>
  m.age_from === null
    ? null
    : m.age_to === null || m.age_to === m.age_from
      ? String(m.age_from)
      : `${m.age_from}–${m.age_to}`
