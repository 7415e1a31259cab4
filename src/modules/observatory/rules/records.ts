/**
 * Records of single people that leave under an agreement: made coarser step by step until each looks like at least k - 1 others by everything that
 * could tell who somebody is (k-anonymity), and no group agrees in what is sensitive (l-diversity, by distinct values). Pure. What cannot be
 * made to look like enough others is held back, and counted. Source of the method: ESSnet handbook on statistical disclosure control (2010), 3.3.
 */

/** A fourth answer beside unknown, not applicable and not yet determined: it is known, and not told. */
export const NOT_RELEASED = 'not-released'
export type Body = Readonly<Record<string, string | readonly string[]>>
export interface Person {
  readonly key: string
  readonly body: Body
  /** The batch in which the key was told first: keys stay, so whoever knows when somebody was recorded knows in which batch to look. */
  readonly cohort?: number
}
export interface Released extends Person {
  /** How many steps of the ladder it took. */
  readonly step: number
}
export interface RecordPolicy {
  readonly k: number
  readonly l: number
  /** Fields in which a group must not agree. */
  readonly diverse: readonly string[]
}

/** What could tell who somebody is: alone it does not, together it may. */
export const telling = [
  'year',
  'quarter',
  'month',
  'weekday',
  'hour',
  'district',
  'precinct',
  'settlement',
  'road',
  'sex',
  'ageBand',
  'minor',
  'section',
  'iccs',
  'offence',
  'nationality',
  'setting',
  'roadRole',
] as const

const hide =
  (...fields: readonly string[]) =>
  (body: Body): Body => {
    const hidden = Object.fromEntries(fields.filter((f) => f in body).map((f) => [f, NOT_RELEASED]))
    return { ...body, ...hidden }
  }
/** From fine to coarse; each step is taken on top of those before it. The smallest places go first, what a policy needs most goes last. */
const ladder: readonly ((body: Body) => Body)[] = [
  (body) => body,
  hide('settlement', 'road', 'nationality'),
  hide('precinct', 'hour'),
  hide('weekday', 'offence', 'setting'),
  hide('month'),
  hide('ageBand'),
  hide('quarter', 'roadRole'),
  // Whether it was attempted follows from the class.
  hide('iccs', 'attempted'),
  hide('district'),
  hide('sex', 'minor'),
  hide('section', 'year'),
]

/** `wasTold`: whom the receiver has already, and who is not withdrawn because somebody else was. */
export function anonymised(
  people: readonly Person[],
  policy: RecordPolicy,
  wasTold: (person: Person) => boolean = () => false,
): { released: Released[]; held: number } {
  let released: Released[] = []
  let left = people
  for (const [step] of ladder.entries()) {
    const coarser = left.map((p) => ({ from: p, person: { ...p, body: climb(p.body, step), step } }))
    const still: Person[] = []
    for (const group of groupsOf(
      coarser,
      ({ person }) => person.body,
      ({ person }) => person.cohort,
    )) {
      if (group.length < policy.k) still.push(...group.map(({ from }) => from))
      else released.push(...group.map(({ person }) => person))
    }
    left = still
  }
  for (const few of cohortsOf(left.filter(wasTold))) {
    const joined = joinedBy(few, released, policy.k)
    if (joined.length === 0) continue
    const keys = new Set(joined.map((r) => r.key))
    released = [...released.filter((r) => !keys.has(r.key)), ...joined]
    left = left.filter((p) => !keys.has(p.key))
  }
  return { released: apart(released, policy), held: left.length }
}
const cohortsOf = (of: readonly Person[]): Person[][] => [...Map.groupBy(of, (p) => p.cohort).values()]

/** The few that are left of those who came together, with a group of them that is coarse already, told as coarse as makes all of them alike. */
function joinedBy(few: readonly Person[], released: readonly Released[], k: number): Released[] {
  const mates = groupsOf(
    released.filter((r) => r.cohort === few[0]?.cohort),
    (r) => r.body,
    (r) => r.cohort,
  )
    .toSorted((a, b) => (b[0]?.step ?? 0) - (a[0]?.step ?? 0) || a.length - b.length)
    .at(0)
  if (!mates || mates.length + few.length < k) return []
  for (const step of ladder.keys()) {
    if (step < (mates[0]?.step ?? 0)) continue
    const all = [...few, ...mates].map((p): Released => ({ ...p, body: climb(p.body, step), step }))
    if (
      groupsOf(
        all,
        (r) => r.body,
        () => 0,
      ).length === 1
    )
      return all
  }
  return []
}
const climb = (body: Body, step: number): Body =>
  ladder.slice(0, step + 1).reduce((made, take) => take(made), body)

/** Whoever looks like the others by what tells, and came with them. */
export function groupsOf<T>(
  of: readonly T[],
  bodyOf: (one: T) => Body,
  cohortOf: (one: T) => number | undefined,
): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of of) {
    const body = bodyOf(one)
    const mark = JSON.stringify([cohortOf(one) ?? 0, ...telling.map((f) => body[f] ?? null)])
    const group = groups.get(mark)
    if (group) group.push(one)
    else groups.set(mark, [one])
  }
  return [...groups.values()]
}

const absent = new Set(['unknown', 'not-applicable', 'not-yet-determined', NOT_RELEASED])
/** A field in which everybody of a group is known to be alike tells of each of them: it is not told of the group. */
function apart(released: readonly Released[], { l, diverse }: RecordPolicy): Released[] {
  return groupsOf(
    released,
    (r) => r.body,
    (r) => r.cohort,
  ).flatMap((group) => {
    const alike = diverse.filter((field) => {
      const values = new Set(group.map((r) => JSON.stringify(r.body[field] ?? null)))
      return values.size < l && ![...values].every((v) => isAbsent(v))
    })
    return alike.length === 0 ? group : group.map((r) => ({ ...r, body: hide(...alike)(r.body) }))
  })
}
const isAbsent = (text: string): boolean => {
  const value: unknown = JSON.parse(text)
  return value === null || [value].flat().every((v) => typeof v === 'string' && absent.has(v))
}

export interface Told {
  readonly key: string
  readonly revision: number
  readonly body: Body
  readonly gone: boolean
  readonly cohort: number
}
export interface Change {
  readonly key: string
  readonly revision: number
  readonly change: 'new' | 'revised' | 'same' | 'withdrawn'
  readonly body: Body
}
/** What is told now, against what was told last: a record that changed has a new revision, one that is there no more is withdrawn, in so many words. */
export function changesOf(
  now: readonly Person[],
  before: readonly Omit<Told, 'cohort'>[],
  same: (a: Body, b: Body) => boolean,
): Change[] {
  const last = new Map(before.map((t) => [t.key, t]))
  const here = new Set(now.map((p) => p.key))
  const told = now.map(({ key, body }): Change => {
    const old = last.get(key)
    if (!old) return { key, revision: 1, change: 'new', body }
    if (old.gone || !same(old.body, body)) return { key, revision: old.revision + 1, change: 'revised', body }
    return { key, revision: old.revision, change: 'same', body }
  })
  const withdrawn = before
    .filter((t) => !t.gone && !here.has(t.key))
    .map((t): Change => ({ key: t.key, revision: t.revision + 1, change: 'withdrawn', body: {} }))
  return [...told, ...withdrawn].toSorted((a, b) => a.key.localeCompare(b.key, 'en'))
}
