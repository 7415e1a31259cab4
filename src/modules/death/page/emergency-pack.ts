/** What an office needs when the power is gone, gathered as its reader sees it: bodies and their places, open deaths, people, blank sheets. */
import { barcodeOf } from '#modules/evidence/public.ts'
import { codesOf } from '#modules/catalogue/public.ts'
import { zoned } from '#kernel/calendar.ts'
import type { Say } from '#kernel/say.ts'
import type { Cx } from '#platform/cx.ts'
import type { Age } from '../call/contract.ts'
import { type Names, namesOf, type Wanted } from '../call/store/names.ts'
import { ageOf } from '../call/lines.ts'
import { type DeathRow, listDeaths } from '../call/store/deaths.ts'
import { relativesOf } from '../certification/store/certifications.ts'
import { type FeatureRow, featuresOf } from '../identity/store/identities.ts'
import { bodySeen, rulesOf } from '../morgue/morgue.ts'
import { type BodyRow, bodiesHere, placesOfMorgue } from '../morgue/store/bodies.ts'
import {
  type PackBody,
  type PackContact,
  type PackDeath,
  type PackSheet,
  sheetKinds,
} from './emergency-paper.ts'
import { peopleOfOffice } from './store/packs.ts'

const MOST = 2_000
/** Of the kinds that are logs. */
const LOG_SHEETS = 2

export const minute = (instant: string, language: 'en' | 'es'): string =>
  zoned(language === 'es' ? 'es-GT' : 'en-BZ', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(Date.parse(instant))

const ageSaid = (age: Age | null, say: Say): string =>
  age === null
    ? ''
    : 'absent' in age
      ? say(`death.absent-${age.absent}`)
      : say(`death.age-${age.unit}`, { n: age.value })
const markSaid = (f: FeatureRow, say: Say): string =>
  f.kind === 'stature'
    ? `${say('death.feature-stature')}: ${f.value} cm${f.spread ? ` ± ${f.spread}` : ''}`
    : `${say(`death.feature-${f.kind}`)}${f.site ? ` (${say(`death.site-${f.site}`)})` : ''}: ${f.words ?? ''}`

export interface Gathered {
  readonly bodies: readonly PackBody[]
  readonly deaths: readonly PackDeath[]
  readonly contacts: readonly PackContact[]
  /** Every death of which the pack tells something. */
  readonly roots: readonly string[]
}
export async function gatherPack(cx: Cx, morgue: string, data: unknown): Promise<Gathered> {
  const rules = rulesOf(data)
  const places = new Map((await placesOfMorgue(cx, morgue)).map((p, i) => [p.id, { code: p.code, at: i }]))
  const bodies = await bodiesHere(cx)
  const waiting = await listDeaths(cx, { state: 'open' }, { limit: MOST })
  const open = (await listDeaths(cx, { state: 'accepted' }, { limit: MOST })).filter(
    (d) => d.released_at !== null && d.cause !== 'final' && d.cause !== 'amended',
  )
  const deaths = [...waiting, ...open]
  const roots = [...new Set([...bodies.map((b) => b.death), ...deaths.map((d) => d.root)])]
  const names = await namesOf(cx, [
    ...bodies.map((b): Wanted => ['sex', b.sex]),
    ...deaths.flatMap((d): Wanted[] => [
      ['sex', d.sex],
      ['death-setting', d.setting],
      ['district', d.district],
    ]),
  ])
  const marks = Map.groupBy(await featuresOf(cx, roots), (f) => f.root)
  const lying = bodies.toSorted(
    (a, b) => (places.get(a.place ?? '')?.at ?? MOST) - (places.get(b.place ?? '')?.at ?? MOST),
  )
  return {
    roots,
    bodies: lying.map((b) =>
      bodySaid(cx, b, {
        rules,
        names,
        place: places.get(b.place ?? '')?.code ?? null,
        marks: marks.get(b.death) ?? [],
      }),
    ),
    deaths: deaths.map((d) => deathSaid(cx, d, names)),
    contacts: await contactsSaid(cx, bodies, roots),
  }
}

function bodySaid(
  cx: Cx,
  b: BodyRow,
  more: {
    rules: ReturnType<typeof rulesOf>
    names: Names
    place: string | null
    marks: readonly FeatureRow[]
  },
): PackBody {
  const { say } = cx
  const seen = bodySeen(cx, b, more.rules)
  const name = seen.name ?? say(b.minor && b.name ? 'death.name-hidden' : 'death.identity-none')
  return {
    place: more.place ?? b.holder_name ?? say('death.not-here-yet'),
    number: b.number,
    wristband: b.barcode ?? '',
    who: [name, b.sex ? more.names.text('sex', b.sex) : null, ageSaid(ageOf(b), say)]
      .filter(Boolean)
      .join(', '),
    since: b.body_at ? minute(b.body_at, cx.language) : say('death.not-here-yet'),
    marks: more.marks.map((f) => markSaid(f, say)),
    stands: [
      say(`death.next-word-${seen.next}`),
      say(`death.identity-${b.identity}`),
      ...(b.held ? [say('death.board-held')] : []),
      ...(b.homicide ? [say('death.pack-homicide')] : []),
    ],
  }
}
function deathSaid(cx: Cx, d: DeathRow, names: Names): PackDeath {
  const { say } = cx
  const name = d.minor ? say('death.name-hidden') : (d.name ?? say('death.unnamed'))
  return {
    number: d.number ?? d.call_number,
    who: [name, d.sex ? names.text('sex', d.sex) : null, ageSaid(ageOf(d), say)].filter(Boolean).join(', '),
    told: minute(d.called_at, cx.language),
    where: [names.text('death-setting', d.setting), d.district ? names.text('district', d.district) : null]
      .filter(Boolean)
      .join(', '),
    stands: say(d.state === 'open' ? 'death.state-open' : 'death.pack-cause-open'),
  }
}
async function contactsSaid(
  cx: Cx,
  bodies: readonly BodyRow[],
  roots: readonly string[],
): Promise<PackContact[]> {
  const people = await peopleOfOffice(cx, cx.actor.unit)
  const told = await codesOf(cx, 'death-told')
  const numbers = new Map(bodies.map((b) => [b.death, b.number]))
  return [
    ...people.map(
      (p): PackContact => ({
        group: 'office',
        name: p.name,
        what: p.title ?? '',
        reach: [p.phone, p.email].filter(Boolean).join(', '),
      }),
    ),
    ...told.map((t): PackContact => {
      const phone = (t.data as { phone?: unknown } | null)?.phone
      return { group: 'told', name: t[cx.language], what: '', reach: typeof phone === 'string' ? phone : '' }
    }),
    ...(await relativesOf(cx, roots)).map(
      (r): PackContact => ({
        group: 'relative',
        name: r.value?.name ?? '',
        what: [r.relation, numbers.get(r.root)].filter(Boolean).join(', '),
        reach: r.value?.phone ?? '',
      }),
    ),
  ]
}

/** Codes of the kind that sheets of scenes bear: no thing ever has one. */
export const blankSheets = (cx: Pick<Cx, 'newId'>, calls: number): PackSheet[] =>
  sheetKinds.flatMap((kind) =>
    Array.from({ length: kind === 'call' ? calls : LOG_SHEETS }, () => {
      const id = cx.newId()
      return { id, kind, code: `PF/${barcodeOf(id).slice(2)}` }
    }),
  )
