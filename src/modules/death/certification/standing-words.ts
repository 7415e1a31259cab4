/** What the checks doubt about a death as it stands, gathered once for the page, the list and the paper. */
import { codesOf } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import { type Certified, type Doubt, doubtsOf } from './rules.ts'
import type { DeathRow } from '../call/store/deaths.ts'
import { causesOf, mannersOf } from './store/certifications.ts'
import { examinationsOf, woundsOf } from '../examination/store/examinations.ts'

export const ownTerms = async (cx: Cx): Promise<string[]> =>
  (await codesOf(cx, 'ill-defined-cause')).flatMap((c) => [c.en, c.es])

const intervalOf = (i: unknown): string | null =>
  typeof i === 'object' && i !== null && 'value' in i ? String(i.value) : null

export function certifiedOf(s: {
  lines: readonly { text: string; interval: unknown }[]
  other: string | null
  manner: string | null
  how: string | null
  sex: string | null
  pregnancy: string | null
  age: string | null
  age_unit: string | null
  circumstances: readonly string[]
  wounds?: readonly string[]
}): Certified {
  return {
    lines: s.lines.map((l) => ({ text: l.text, interval: intervalOf(l.interval) })),
    other: s.other,
    manner: s.manner,
    how: s.how,
    sex: s.sex,
    pregnancy: s.pregnancy,
    ageYears: s.age === null ? null : s.age_unit === 'years' ? Number(s.age) : 0,
    wounds: s.wounds ?? [],
    circumstances: s.circumstances,
  }
}

export async function doubtsAbout(cx: Cx, d: DeathRow): Promise<Doubt[]> {
  const cause = (await causesOf(cx, d.root)).at(-1)
  if (!cause || cause.status === 'pending') return []
  const manner = (await mannersOf(cx, d.root)).at(-1)
  const wounds = []
  for (const e of await examinationsOf(cx, d.root))
    wounds.push(...(await woundsOf(cx, e.id)).filter((w) => !w.removed).map((w) => w.kind))
  return doubtsOf(
    certifiedOf({
      ...d,
      lines: cause.lines,
      other: cause.other,
      manner: manner?.manner ?? null,
      how: manner?.how ?? null,
      pregnancy: cause.pregnancy,
      wounds,
    }),
    await ownTerms(cx),
  )
}
