/**
 * How well a body and a missing person fit, and why: pure. Points are ours, for ranking what a person looks at first; they are no probability and
 * identify nobody. What excludes (another sex, seen alive after the body was found) ends the comparison.
 */
export interface Described {
  readonly sex: string | null
  readonly ageFrom: number | null
  readonly ageTo: number | null
  /** Day of finding, or last seen; partial dates compare by what they have in common. */
  readonly on: string | null
  readonly district: string | null
  readonly features: readonly Trait[]
}
export interface Trait {
  readonly kind: string
  readonly site: string | null
  readonly words: string | null
  readonly value: string | null
  readonly spread: string | null
}
export interface Why {
  readonly code: string
  readonly points: number
  readonly values?: Record<string, string>
}
export interface Fit {
  readonly score: number
  readonly excluded: boolean
  readonly reasons: readonly Why[]
}

/** What tells one person from all others weighs more than what many share. */
const weights: Readonly<Record<string, number>> = {
  tattoo: 30,
  teeth: 25,
  medical: 25,
  scar: 20,
  jewellery: 10,
  clothing: 8,
  hair: 4,
  eyes: 4,
  build: 3,
  other: 5,
}
const idle = new Set('a an and of on the with in at de del la el los las un una y en con'.split(' '))
const plain = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((w) => w.length > 1 && !idle.has(w))

/** How much of the shorter description the other says too. */
export function alike(a: string, b: string): number {
  const [one, two] = [new Set(plain(a)), new Set(plain(b))]
  if (one.size === 0 || two.size === 0) return 0
  const both = [...one].filter((w) => two.has(w)).length
  return both / Math.min(one.size, two.size)
}

function stature(a: Trait, b: Trait): Why | null {
  if (!a.value || !b.value) return null
  const apart = Math.abs(Number(a.value) - Number(b.value))
  const may = Number(a.spread ?? 3) + Number(b.spread ?? 3)
  const values = { pm: a.value, am: b.value }
  if (apart <= may)
    return { code: 'death.fit-stature', points: Math.round(15 * (1 - apart / (2 * may + 1))), values }
  return { code: 'death.fit-stature-off', points: apart > may + 10 ? -25 : -10, values }
}

function trait(a: Trait, others: readonly Trait[]): Why | null {
  const same = others.filter((b) => b.kind === a.kind)
  let best: Why | null = null
  for (const b of same) {
    const words = alike(a.words ?? '', b.words ?? '')
    const site = a.site !== null && a.site === b.site
    const opposed = a.site !== null && b.site !== null && !site
    const share = words * 0.7 + (site ? 0.3 : 0) - (opposed ? 0.25 : 0)
    if (words === 0 || share <= 0.2) continue
    const points = Math.round((weights[a.kind] ?? 5) * Math.min(1, share))
    if (best === null || points > best.points)
      best = {
        code: site ? `death.fit-${a.kind}-site` : `death.fit-${a.kind}`,
        points,
        values: { pm: a.words ?? '', am: b.words ?? '', site: a.site ?? '' },
      }
  }
  return best
}

export function fit(pm: Described, am: Described): Fit {
  const reasons: Why[] = []
  if (pm.sex && am.sex) {
    if (pm.sex !== am.sex)
      return { score: 0, excluded: true, reasons: [{ code: 'death.fit-other-sex', points: 0 }] }
    reasons.push({ code: 'death.fit-sex', points: 10 })
  }
  if (pm.on && am.on) {
    const n = Math.min(pm.on.length, am.on.length)
    if (am.on.slice(0, n) > pm.on.slice(0, n))
      return {
        score: 0,
        excluded: true,
        reasons: [{ code: 'death.fit-seen-later', points: 0, values: { on: am.on } }],
      }
  }
  if (pm.ageFrom !== null && pm.ageTo !== null && am.ageFrom !== null && am.ageTo !== null) {
    const meets = pm.ageFrom <= am.ageTo && am.ageFrom <= pm.ageTo
    const apart = meets ? 0 : Math.max(pm.ageFrom - am.ageTo, am.ageFrom - pm.ageTo)
    reasons.push(
      meets
        ? { code: 'death.fit-age', points: 12 }
        : { code: 'death.fit-age-off', points: apart > 10 ? -20 : -5, values: { years: String(apart) } },
    )
  }
  if (pm.district && pm.district === am.district) reasons.push({ code: 'death.fit-district', points: 5 })
  const tall = [pm, am].map((d) => d.features.find((f) => f.kind === 'stature'))
  if (tall[0] && tall[1]) {
    const why = stature(tall[0], tall[1])
    if (why) reasons.push(why)
  }
  for (const f of pm.features) {
    if (f.kind === 'stature') continue
    const why = trait(f, am.features)
    if (why) reasons.push(why)
  }
  const score = reasons.reduce((sum, r) => sum + r.points, 0)
  return { score, excluded: false, reasons: reasons.toSorted((a, b) => b.points - a.points) }
}
