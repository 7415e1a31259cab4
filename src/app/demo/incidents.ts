/**
 * What happens in a year, and how often in some two thousand cases: about ninety homicides, three of four by firearm; more
 * dead on the roads than that; a few large seizures of drugs among many tiny ones.
 */
import type { Chance } from './chance.ts'
import * as x from './exhibits.ts'
import type { Exhibit } from './exhibits.ts'

export interface Part {
  readonly role: string
  readonly sex?: 'male' | 'female'
  readonly age: readonly [number, number]
  /** Nobody knows the name yet. */
  readonly unknown?: boolean
}
export interface Kind {
  readonly weight: number
  readonly title: string
  readonly type: string
  readonly offences: readonly string[]
  readonly parties: readonly Part[]
  readonly exhibits: (c: Chance) => readonly Exhibit[]
  readonly onRoad?: boolean
  readonly priority?: number
  /** Of so many cases one asks for an examination, by which discipline and which question; never where absent. */
  readonly asks?: {
    readonly onceIn: number
    readonly discipline: 'drugs' | 'firearms' | 'toxicology' | 'biology'
    readonly question: string
  }
}

const adult = [18, 61] as const
const suspect: Part = { role: 'suspect', age: [16, 55] }
const accused: Part = { role: 'accused', age: adult }
const unknown: Part = { role: 'suspect', age: adult, unknown: true }
const victim = (more: Partial<Part> = {}): Part => ({ role: 'victim', age: [17, 70], ...more })
const drugs = (onceIn: number, question = 'identity-and-weight'): NonNullable<Kind['asks']> => ({
  onceIn,
  discipline: 'drugs',
  question,
})
const maybe = (c: Chance, n: number, make: (c: Chance) => Exhibit): Exhibit[] =>
  c.onceIn(n) ? [make(c)] : []
const some = (c: Chance, from: number, to: number, make: (c: Chance) => Exhibit): Exhibit[] =>
  Array.from({ length: c.between(from, to) }, () => make(c))

const drugKinds: readonly Kind[] = [
  {
    weight: 380,
    title: 'Cannabis',
    type: 'drugs',
    offences: ['cannabis-ticket'],
    parties: [suspect],
    exhibits: (c) => [x.cannabis(c, 1, 10), ...maybe(c, 6, x.utensil)],
  },
  {
    weight: 290,
    title: 'Cannabis',
    type: 'drugs',
    offences: ['possession-of-drugs'],
    parties: [accused],
    asks: drugs(3),
    exhibits: (c) => [x.cannabis(c, 10, 60), ...maybe(c, 5, x.utensil)],
  },
  {
    weight: 95,
    title: 'Cannabis, large amount',
    type: 'drugs',
    offences: ['drug-trafficking'],
    parties: [accused],
    asks: drugs(2),
    exhibits: (c) => [
      x.cannabis(c, 60, c.onceIn(5) ? 9_000 : 900),
      ...maybe(c, 2, x.cash),
      ...maybe(c, 4, x.phone),
    ],
  },
  {
    weight: 14,
    title: 'Cannabis plants',
    type: 'drugs',
    offences: ['cultivation-of-cannabis'],
    parties: [accused],
    asks: drugs(2, 'is-cannabis'),
    exhibits: (c) => [
      { ...x.cannabis(c, 200, 3_000), description: `Green plants with roots, ${c.between(6, 90)}` },
    ],
  },
  {
    weight: 130,
    title: 'Cocaine',
    type: 'drugs',
    offences: ['possession-of-drugs'],
    parties: [accused],
    asks: drugs(2),
    exhibits: (c) => [x.powder(c, 'cocaine', 0, 40), ...maybe(c, 3, x.utensil), ...maybe(c, 5, x.cash)],
  },
  {
    weight: 45,
    title: 'Crystals',
    type: 'drugs',
    offences: ['drug-trafficking'],
    parties: [accused],
    asks: drugs(2),
    exhibits: (c) => [x.powder(c, 'methamphetamine', 1, c.onceIn(6) ? 4_000 : 120), ...maybe(c, 3, x.phone)],
  },
  {
    weight: 6,
    title: 'Brown powder',
    type: 'drugs',
    offences: ['possession-of-drugs'],
    parties: [accused],
    asks: drugs(1),
    exhibits: (c) => [x.powder(c, 'heroin', 1, 30)],
  },
  {
    weight: 20,
    title: 'Tablets',
    type: 'drugs',
    offences: ['possession-of-drugs'],
    parties: [suspect],
    asks: drugs(2),
    exhibits: (c) => [x.tablets(c)],
  },
  {
    weight: 12,
    title: 'Sweets from a shop',
    type: 'drugs',
    offences: ['possession-of-drugs'],
    parties: [suspect],
    exhibits: (c) => [x.edibles(c), ...maybe(c, 2, x.edibles)],
  },
  {
    weight: 20,
    title: 'Pipe and scale',
    type: 'drugs',
    offences: ['possession-of-pipe'],
    parties: [suspect],
    exhibits: (c) => some(c, 1, 3, x.utensil),
  },
]
const violence: readonly Kind[] = [
  {
    weight: 68,
    title: 'Fatal shooting',
    type: 'homicide',
    offences: ['murder'],
    parties: [{ role: 'deceased', sex: 'male', age: [16, 52] }, unknown],
    priority: 1,
    asks: { onceIn: 1, discipline: 'firearms', question: 'fired-by' },
    exhibits: (c) => [
      x.cases(c),
      ...some(c, 1, 3, x.bullet),
      x.clothing(c),
      ...maybe(c, 3, x.firearm),
      x.swab(c, 'the hands of the deceased'),
    ],
  },
  {
    weight: 22,
    title: 'Fatal stabbing',
    type: 'homicide',
    offences: ['murder'],
    parties: [{ role: 'deceased', age: adult }, accused],
    priority: 1,
    asks: { onceIn: 1, discipline: 'biology', question: 'is-blood' },
    exhibits: (c) => [x.knife(c), ...some(c, 1, 3, x.clothing), x.swab(c, 'a stain on the floor')],
  },
  {
    weight: 60,
    title: 'Shooting',
    type: 'firearm',
    offences: ['attempted-murder'],
    parties: [victim(), unknown],
    priority: 2,
    asks: { onceIn: 2, discipline: 'firearms', question: 'ibis-search' },
    exhibits: (c) => [x.cases(c), ...maybe(c, 2, x.bullet), ...maybe(c, 3, x.clothing)],
  },
  {
    weight: 120,
    title: 'Firearm found',
    type: 'firearm',
    offences: ['firearm-no-licence'],
    parties: [suspect],
    asks: { onceIn: 2, discipline: 'firearms', question: 'is-firearm' },
    exhibits: (c) => [x.firearm(c), ...maybe(c, 2, x.rounds)],
  },
  {
    weight: 80,
    title: 'Ammunition',
    type: 'firearm',
    offences: ['ammunition-no-licence'],
    parties: [suspect],
    asks: { onceIn: 3, discipline: 'firearms', question: 'is-ammunition' },
    exhibits: (c) => [x.rounds(c)],
  },
  {
    weight: 90,
    title: 'Armed robbery',
    type: 'assault',
    offences: ['armed-robbery'],
    parties: [victim(), unknown],
    asks: { onceIn: 4, discipline: 'firearms', question: 'ibis-search' },
    exhibits: (c) => [c.onceIn(2) ? x.cases(c) : x.knife(c), ...maybe(c, 2, x.print)],
  },
  {
    weight: 55,
    title: 'Wounding',
    type: 'assault',
    offences: ['wounding'],
    parties: [victim(), accused],
    asks: { onceIn: 3, discipline: 'biology', question: 'is-blood' },
    exhibits: (c) => [x.knife(c), x.clothing(c)],
  },
  {
    weight: 40,
    title: 'Domestic violence',
    type: 'assault',
    offences: ['domestic-violence', 'harm'],
    parties: [victim({ sex: 'female' }), accused],
    exhibits: (c) => some(c, 1, 2, x.clothing),
  },
  {
    weight: 60,
    title: 'Rape',
    type: 'sexual',
    offences: ['rape'],
    parties: [{ role: 'complainant', sex: 'female', age: [18, 48] }, suspect],
    priority: 1,
    asks: { onceIn: 1, discipline: 'biology', question: 'is-semen' },
    exhibits: (c) => [x.assaultKit(c, c.between(2_000, 9_999)), ...some(c, 1, 3, x.clothing)],
  },
  {
    weight: 34,
    title: 'Sexual offence against a child',
    type: 'sexual',
    offences: ['unlawful-sexual-intercourse'],
    parties: [{ role: 'complainant', sex: 'female', age: [9, 15] }, accused],
    priority: 1,
    asks: { onceIn: 1, discipline: 'biology', question: 'is-semen' },
    exhibits: (c) => [x.assaultKit(c, c.between(2_000, 9_999)), ...some(c, 1, 2, x.clothing)],
  },
]
const others: readonly Kind[] = [
  {
    weight: 108,
    title: 'Fatal collision',
    type: 'traffic',
    offences: ['road-death'],
    onRoad: true,
    parties: [
      { role: 'deceased', age: [15, 75] },
      { role: 'driver', age: adult },
    ],
    asks: { onceIn: 1, discipline: 'toxicology', question: 'blood-alcohol' },
    exhibits: (c) => [x.blood(c, 'driver'), ...maybe(c, 2, (d) => x.blood(d, 'deceased'))],
  },
  {
    weight: 90,
    title: 'Drink-driving',
    type: 'traffic',
    offences: ['driving-under-influence'],
    onRoad: true,
    parties: [{ role: 'driver', age: adult }],
    asks: { onceIn: 2, discipline: 'toxicology', question: 'blood-alcohol' },
    exhibits: (c) => [c.onceIn(3) ? x.urine(c, 'driver') : x.blood(c, 'driver')],
  },
  {
    weight: 90,
    title: 'Burglary',
    type: 'property',
    offences: ['burglary'],
    parties: [{ role: 'owner', age: adult }, unknown],
    exhibits: (c) => [x.print(c), ...maybe(c, 2, x.tool)],
  },
  {
    weight: 20,
    title: 'Stolen vehicle',
    type: 'property',
    offences: ['theft-of-vehicle'],
    parties: [{ role: 'owner', age: adult }],
    exhibits: (c) => [x.print(c), x.swab(c, 'the steering wheel')],
  },
  {
    weight: 35,
    title: 'Sudden death',
    type: 'death',
    offences: ['sudden-death'],
    parties: [{ role: 'deceased', age: [1, 88] }],
    asks: { onceIn: 2, discipline: 'toxicology', question: 'drugs-in-blood' },
    exhibits: (c) => [x.blood(c, 'deceased'), x.urine(c, 'deceased')],
  },
  {
    weight: 12,
    title: 'House fire',
    type: 'arson',
    offences: ['arson'],
    parties: [{ role: 'owner', age: adult }],
    exhibits: (c) => some(c, 1, 3, x.debris),
  },
  {
    weight: 8,
    title: 'Remains found',
    type: 'missing',
    offences: ['missing-person'],
    parties: [{ role: 'deceased', age: adult, unknown: true }],
    exhibits: (c) => some(c, 1, 2, x.bone),
  },
  {
    weight: 8,
    title: 'False bank notes',
    type: 'fraud',
    offences: ['counterfeit-currency'],
    parties: [suspect],
    exhibits: (c) => some(c, 1, 5, x.note),
  },
]
export const kinds: readonly Kind[] = [...drugKinds, ...violence, ...others]
