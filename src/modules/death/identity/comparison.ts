/** A body held against those who are missed: a ranked list with its reasons, in few statements whatever the number. */
import type { Cx } from '#platform/cx.ts'
import { type Described, type Fit, fit } from './rules.ts'
import { type DeathRow, placesOf } from '../call/store/deaths.ts'
import { type FeatureRow, type MissingRow, featuresOf, listMissing } from './store/identities.ts'

/** How far an age that was estimated may be off. */
const AGE_SPREAD = 5

export async function bodyDescribed(
  cx: Cx,
  d: DeathRow,
  features: readonly FeatureRow[],
): Promise<Described> {
  const age = d.age !== null && d.age_unit === 'years' ? Number(d.age) : null
  const found = (await placesOf(cx, d.root)).find((p) => p.kind === 'found')
  return {
    sex: d.sex,
    ageFrom: age === null ? null : age - AGE_SPREAD,
    ageTo: age === null ? null : age + AGE_SPREAD,
    on: found?.on_text ?? null,
    district: d.district,
    features: features.filter((f) => f.root === d.root),
  }
}
const missingDescribed = (m: MissingRow, features: readonly FeatureRow[]): Described => ({
  sex: m.sex,
  ageFrom: m.age_from,
  ageTo: m.age_to,
  on: m.seen_on,
  district: m.district,
  features: features.filter((f) => f.root === m.root),
})

export interface Compared {
  readonly missing: MissingRow
  readonly fit: Fit
  readonly features: readonly FeatureRow[]
}
const MOST_COMPARED = 2_000
/** Best first; those whom a fact excludes are left out. `one`: only this pair. */
export async function compared(
  cx: Cx,
  d: DeathRow,
  one?: MissingRow,
): Promise<{ own: readonly FeatureRow[]; ranked: Compared[] }> {
  const missed = one ? [one] : await listMissing(cx, { state: 'open' }, { limit: MOST_COMPARED })
  const features = await featuresOf(cx, [d.root, ...missed.map((m) => m.root)])
  const pm = await bodyDescribed(cx, d, features)
  const ranked = missed
    .map((m) => ({
      missing: m,
      fit: fit(pm, missingDescribed(m, features)),
      features: features.filter((f) => f.root === m.root),
    }))
    .filter((c) => one !== undefined || (!c.fit.excluded && c.fit.score > 0))
    .toSorted((a, b) => b.fit.score - a.fit.score || a.missing.number.localeCompare(b.missing.number))
  return { own: features.filter((f) => f.root === d.root), ranked }
}
