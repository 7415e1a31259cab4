/** The deaths of the demonstration: some forty, in every state that an office meets, through the same acts as everywhere. */
import type { Actor } from '#platform/cx.ts'
import { type Chance, chanceOf } from './chance.ts'
import { demoPin } from './counter.ts'
import { at } from './days.ts'
import { type Desk, idOf } from './desk.ts'
import { one } from './people.ts'
import { ago } from './telling.ts'
import { type Year, plan } from './year.ts'

type Stage =
  | 'open'
  | 'declined'
  | 'coming'
  | 'here'
  | 'examining'
  | 'pending'
  | 'certified'
  | 'unidentified'
  | 'over'
  | 'homicide'
  | 'released'
interface Told {
  readonly back: number
  readonly stage: Stage
  readonly setting: string
  readonly circumstances?: readonly string[]
  readonly where: string
  readonly district: string
  readonly years?: number
  readonly sex?: 'male' | 'female'
  readonly place?: string
  readonly cause?: readonly (readonly [text: string, interval: string])[]
  readonly manner?: string
  readonly how?: string
}

const heart = [
  ['Acute myocardial infarction', '2 hours'],
  ['Coronary atherosclerosis', '10 years'],
] as const
const stroke = [
  ['Intracerebral haemorrhage', '6 hours'],
  ['Hypertension', '15 years'],
] as const
const crash = [
  ['Rupture of the aorta', 'minutes'],
  ['Blunt trauma of the chest in a traffic collision', 'minutes'],
] as const
const drowned = [['Drowning', 'minutes']] as const
const shot = [
  ['Haemothorax', 'minutes'],
  ['Gunshot wound of the chest', 'minutes'],
] as const

const told: readonly Told[] = [
  { back: 0, stage: 'open', setting: 'home', where: 'Faber’s Road', district: 'BZ-BZ', years: 71 },
  {
    back: 0,
    stage: 'open',
    setting: 'hospital',
    where: 'Karl Heusner Memorial Hospital',
    district: 'BZ-BZ',
    years: 34,
    circumstances: ['medical'],
  },
  {
    back: 1,
    stage: 'coming',
    setting: 'home',
    where: 'San Ignacio, Burns Avenue',
    district: 'BZ-CY',
    years: 52,
  },
  {
    back: 1,
    stage: 'coming',
    setting: 'public-place',
    where: 'Corozal, the seawall',
    district: 'BZ-CZL',
    years: 45,
  },
  {
    back: 2,
    stage: 'here',
    setting: 'road',
    circumstances: ['traffic'],
    where: 'Philip Goldson Highway, mile 14',
    district: 'BZ-BZ',
    years: 27,
    place: 'M1-1',
  },
  {
    back: 2,
    stage: 'here',
    setting: 'water',
    circumstances: ['drowning'],
    where: 'Caye Caulker, the Split',
    district: 'BZ-BZ',
    years: 19,
    place: 'M1-2',
  },
  {
    back: 3,
    stage: 'here',
    setting: 'custody',
    where: 'Central Prison, Hattieville',
    district: 'BZ-BZ',
    years: 40,
    place: 'M1-3',
  },
  {
    back: 4,
    stage: 'here',
    setting: 'home',
    circumstances: ['infant'],
    where: 'Dangriga, Sabal',
    district: 'BZ-SC',
    years: 0,
    place: 'M1-4',
  },
  {
    back: 4,
    stage: 'examining',
    setting: 'work',
    circumstances: ['fall'],
    where: 'Belmopan, a building site',
    district: 'BZ-CY',
    years: 38,
    place: 'MT-1',
  },
  {
    back: 5,
    stage: 'examining',
    setting: 'home',
    circumstances: ['drug'],
    where: 'Ladyville, Milpa Lane',
    district: 'BZ-BZ',
    years: 29,
    sex: 'female',
    place: 'MT-2',
  },
  {
    back: 6,
    stage: 'pending',
    setting: 'road',
    circumstances: ['traffic'],
    where: 'Hummingbird Highway, mile 31',
    district: 'BZ-SC',
    years: 33,
    place: 'M1-5',
  },
  {
    back: 8,
    stage: 'pending',
    setting: 'home',
    circumstances: ['drug'],
    where: 'San Pedro, Middle Street',
    district: 'BZ-BZ',
    years: 44,
    place: 'M1-6',
  },
  {
    back: 16,
    stage: 'pending',
    setting: 'hospital',
    where: 'Western Regional Hospital',
    district: 'BZ-CY',
    years: 61,
    place: 'M1-7',
  },
  {
    back: 21,
    stage: 'pending',
    setting: 'public-place',
    where: 'Orange Walk, the market',
    district: 'BZ-OW',
    years: 48,
    place: 'M2-1',
  },
  {
    back: 7,
    stage: 'certified',
    setting: 'home',
    where: 'Belize City, Cemetery Road',
    district: 'BZ-BZ',
    years: 66,
    place: 'M2-2',
    cause: heart,
    manner: 'natural',
  },
  {
    back: 9,
    stage: 'certified',
    setting: 'home',
    where: 'Punta Gorda, Front Street',
    district: 'BZ-TOL',
    years: 74,
    sex: 'female',
    place: 'M2-3',
    cause: stroke,
    manner: 'natural',
  },
  {
    back: 10,
    stage: 'certified',
    setting: 'road',
    circumstances: ['traffic'],
    where: 'George Price Highway, mile 22',
    district: 'BZ-BZ',
    years: 23,
    place: 'M2-4',
    cause: crash,
    manner: 'accident',
    how: 'Driver of a motorcycle that met a lorry',
  },
  {
    back: 12,
    stage: 'unidentified',
    setting: 'water',
    circumstances: ['drowning'],
    where: 'Haulover Creek',
    district: 'BZ-BZ',
    place: 'M2-5',
  },
  {
    back: 28,
    stage: 'unidentified',
    setting: 'other',
    circumstances: ['remains'],
    where: 'Near Hattieville, in the bush',
    district: 'BZ-BZ',
    place: 'M3-1',
  },
  {
    back: 34,
    stage: 'over',
    setting: 'home',
    where: 'Belize City, Racecourse Street',
    district: 'BZ-BZ',
    years: 69,
    place: 'M2-6',
    cause: heart,
    manner: 'natural',
  },
  {
    back: 40,
    stage: 'over',
    setting: 'public-place',
    where: 'Belize City, Battlefield Park',
    district: 'BZ-BZ',
    years: 57,
    place: 'M3-2',
    cause: heart,
    manner: 'natural',
  },
  {
    back: 9,
    stage: 'homicide',
    setting: 'public-place',
    circumstances: ['firearm'],
    where: 'Belize City, Jane Usher Boulevard',
    district: 'BZ-BZ',
    years: 25,
    place: 'M1-8',
    cause: shot,
    manner: 'homicide',
    how: 'Shot by another person',
  },
  {
    back: 17,
    stage: 'homicide',
    setting: 'home',
    circumstances: ['firearm'],
    where: 'Dangriga, Wagierale',
    district: 'BZ-SC',
    years: 31,
    place: 'M2-7',
    cause: shot,
    manner: 'homicide',
    how: 'Shot by another person',
  },
  ...[3, 11, 15, 22, 27].map(
    (back, n): Told => ({
      back,
      stage: 'declined',
      setting: n % 2 === 0 ? 'hospital' : 'home',
      where:
        [
          'Southern Regional Hospital',
          'Benque Viejo',
          'Northern Regional Hospital',
          'Independence',
          'Corozal Hospital',
        ][n] ?? '',
      district: ['BZ-SC', 'BZ-CY', 'BZ-OW', 'BZ-SC', 'BZ-CZL'][n] ?? 'BZ-BZ',
      years: 70 + n * 3,
    }),
  ),
  ...[13, 14, 18, 19, 20, 23, 24, 25, 26, 29, 30, 32].map(
    (back, n): Told => ({
      back,
      stage: 'released',
      setting: n % 3 === 0 ? 'road' : n % 3 === 1 ? 'home' : 'water',
      circumstances: n % 3 === 0 ? ['traffic'] : n % 3 === 1 ? [] : ['drowning'],
      where:
        [
          'Ladyville',
          'Belmopan',
          'Placencia',
          'Hattieville',
          'San Ignacio',
          'San Pedro',
          'Dangriga',
          'Orange Walk',
          'Hopkins',
          'Burrell Boom',
          'Santa Elena',
          'Sarteneja',
        ][n] ?? '',
      district:
        [
          'BZ-BZ',
          'BZ-CY',
          'BZ-SC',
          'BZ-BZ',
          'BZ-CY',
          'BZ-BZ',
          'BZ-SC',
          'BZ-OW',
          'BZ-SC',
          'BZ-BZ',
          'BZ-CY',
          'BZ-CZL',
        ][n] ?? 'BZ-BZ',
      years: 22 + n * 4,
      place: 'MORGUE-T',
      cause: n % 3 === 0 ? crash : n % 3 === 1 ? (n % 2 === 0 ? heart : stroke) : drowned,
      manner: n % 3 === 1 ? 'natural' : 'accident',
      ...(n % 3 === 0 ? { how: 'Traffic collision' } : n % 3 === 2 ? { how: 'Fell from a boat' } : {}),
    }),
  ),
]

interface Office {
  readonly investigator: Actor
  readonly attendant: Actor
  readonly pathologist: Actor
  readonly second: Actor
}
interface Case {
  readonly year: Year
  readonly desk: Desk
  readonly office: Office
  readonly t: Told
  readonly chance: Chance
  readonly name: string | null
  readonly sex: string
}

export function planDeaths(year: Year): void {
  const { cast } = year.world
  const office: Office = {
    investigator: one(cast, 'investigator'),
    attendant: one(cast, 'attendant'),
    pathologist: one(cast, 'pathologist'),
    second: one(cast, 'pathologist2'),
  }
  told.forEach((t, n) => {
    const day = ago(year, t.back)
    plan(year, day, {
      at: at(day, 440 + (n % 12) * 9),
      do: async (desk) => {
        const chance = chanceOf(year.world.seed * 77 + n)
        const who = year.happens.name(chance, t.sex)
        const known = t.stage !== 'unidentified'
        await tellDeath({ year, desk, office, t, chance, name: known ? who.name : null, sex: who.sex })
      },
    })
  })
  planMorgueDay(year, office)
}

async function tellDeath(c: Case): Promise<void> {
  const { desk, office, t, name, sex } = c
  const day = new Date(desk.now()).toISOString().slice(0, 10)
  const { id: death } = await desk.act(office.investigator, 'death.take-call', {
    way: 'telephone',
    began: new Date(desk.now() - 3 * 60_000).toISOString(),
    caller: {
      kind: t.setting === 'hospital' ? 'hospital' : 'police',
      name: 'Sgt M. Requena',
      phone: '501-600-0100',
    },
    setting: t.setting,
    circumstances: t.circumstances ?? [],
    ...(name ? { name } : {}),
    sex,
    age:
      t.years === undefined
        ? { absent: 'unknown' }
        : t.years === 0
          ? { value: 4, unit: 'months' }
          : { value: t.years, unit: 'years' },
    found: { on: day, time: '05:40', text: t.where, district: t.district, byWhom: 'A passer-by' },
    words: 'As told by the caller; the place is guarded.',
    answers: {
      safe: { value: true },
      moved: { value: 'not-moved' },
      guarded: { value: true },
      family: { value: 'told' },
    },
  })
  desk.pass(4)
  await desk.act(office.investigator, 'death.record-notification', {
    death,
    whom: 'pathologist',
    name: office.pathologist.name,
    outcome: 'reached',
  })
  if (t.stage === 'open') return
  desk.pass(6)
  if (t.stage === 'declined') {
    await desk.act(office.pathologist, 'death.decline-jurisdiction', {
      death,
      reason: 'natural-attended',
      signs: 'The attending physician',
    })
    return
  }
  await desk.act(office.pathologist, 'death.accept-jurisdiction', {
    death,
    profile: 'coroner',
    authority: { kind: 'order', number: `CO-${100 + c.chance.below(800)}`, by: 'Magistrate' },
  })
  if (t.setting === 'custody') await custody(c, death)
  if (t.setting === 'hospital')
    await desk.act(office.investigator, 'death.request-hospital-specimen', {
      death,
      whom: t.where,
      what: 'Blood taken on admission',
    })
  if (t.stage === 'coming') return
  await bring(c, death)
}

async function custody({ desk, office }: Case, death: string): Promise<void> {
  await desk.act(office.investigator, 'death.record-notification', {
    death,
    whom: 'director',
    name: 'Executive Director',
    outcome: 'reached',
  })
  await desk.act(office.investigator, 'death.refer-to-inquest', {
    death,
    court: 'Magistrates’ Court, Belize City',
    reason: 'Death in custody',
    jury: true,
  })
}

async function bring(c: Case, death: string): Promise<void> {
  const { desk, office, t, name } = c
  desk.pass(70)
  await desk.act(office.attendant, 'death.receive-body', {
    death,
    place: idOf(c.year.world, t.place ?? 'MORGUE-T'),
    broughtBy: 'Mortuary van, R. Pott',
    broughtFrom: t.where,
    takenAt: new Date(desk.now() - 55 * 60_000).toISOString(),
    condition: 'Bag closed, band on the left ankle',
  })
  desk.pass(15)
  await desk.act(office.attendant, 'death.inventory-effects', {
    death,
    effects: [
      { words: 'Clothing, as listed on the sheet' },
      ...(c.chance.onceIn(2) ? [{ words: 'Banknotes', count: 2, amount: '40.00', currency: 'BZD' }] : []),
    ],
    seal: c.year.happens.seal(),
    witness: { person: office.investigator.id, pin: demoPin },
  })
  if (t.stage === 'unidentified') return describe(c, death)
  if (name)
    await desk.act(office.investigator, 'death.identify-decedent', {
      death,
      state: t.stage === 'here' ? 'presumed' : 'confirmed',
      method: t.stage === 'here' ? 'visual' : 'fingerprint',
      name,
      saidBy: { name: 'A sister', relation: 'sister' },
    })
  await desk.act(office.investigator, 'death.add-relative', {
    death,
    name: c.year.happens.name(c.chance).name,
    relation: 'sister',
    phone: '501-620-0140',
    entitled: true,
  })
  if (t.stage === 'here') return
  desk.pass(40)
  await examine(c, death)
}

/** Unidentified: what tells apart, and two who are missed, one of whom fits. */
async function describe(c: Case, death: string): Promise<void> {
  const { desk, office } = c
  await desk.act(office.attendant, 'death.describe-body', {
    death,
    features: [
      { kind: 'tattoo', site: 'left-arm', words: 'Anchor with the letters ELENA' },
      { kind: 'stature', value: '171', spread: '2' },
      { kind: 'teeth', words: 'Gold crown, upper left canine' },
      { kind: 'clothing', words: 'Blue working trousers, no shoes' },
    ],
  })
  if (c.t.back !== 12) return
  for (const [name, features] of [
    [
      c.year.happens.name(c.chance, 'male').name,
      [
        { kind: 'tattoo', site: 'left-arm', words: 'An anchor and the name Elena' },
        { kind: 'stature', value: '172', spread: '3' },
      ],
    ],
    [c.year.happens.name(c.chance, 'male').name, [{ kind: 'scar', site: 'chest', words: 'Old operation' }]],
  ] as const)
    await desk.act(office.investigator, 'death.register-missing', {
      name,
      sex: 'male',
      ageFrom: 28,
      ageTo: 36,
      seenOn: new Date(desk.now() - 9 * 86_400_000).toISOString().slice(0, 10),
      district: 'BZ-BZ',
      reportedBy: { name: 'His mother', relation: 'mother', phone: '501-610-0122' },
      features,
    })
}

async function examine(c: Case, death: string): Promise<void> {
  const { desk, office, t } = c
  const p = office.pathologist
  const { id: examination } = await desk.act(p, 'death.order-examination', { death, kind: 'full' })
  await desk.act(p, 'death.start-examination', {
    examination,
    statureCm: String(160 + c.chance.below(25)),
    weightKg: String(58 + c.chance.below(30)),
  })
  desk.pass(20)
  await desk.act(p, 'death.record-finding', {
    examination,
    section: 'death.external',
    answers: { clothing: 'As received, see the effects', decomposition: 'none', hands: 'Clean, nails short' },
  })
  const wound = (diagram: string, x: number, y: number, kind: string, words: string): Promise<unknown> =>
    desk.act(p, 'death.mark-diagram', { examination, diagram, x: String(x), y: String(y), kind, words })
  const gun = t.circumstances?.includes('firearm')
  if (gun) {
    await wound('adult-front', 228, 268, 'gunshot', 'Round, abrasion collar, no soot')
    await wound('adult-left', 232, 330, 'abrasion', 'Elbow')
  } else await wound('adult-front', 244, 662, 'abrasion', 'Knee')
  for (const [organ, grams] of [
    ['heart', 280 + c.chance.below(200)],
    ['brain', 1180 + c.chance.below(300)],
    ['liver', 1200 + c.chance.below(700)],
    ['spleen', 90 + c.chance.below(120)],
  ] as const)
    await desk.act(p, 'death.record-organ', { examination, organ, weightG: String(grams) })
  const blood = await desk.act(p, 'death.take-specimen', {
    examination,
    kind: 'blood-femoral',
    site: 'Left femoral vein',
    container: 'Tube',
    additive: 'Fluoride and oxalate',
    seal: c.year.happens.seal(),
  })
  if (gun) await bulletOf(c, examination)
  if (t.stage === 'examining') return
  if (t.stage === 'pending' || t.setting === 'road') await toxicology(c, examination, blood.id)
  desk.pass(60)
  await desk.act(p, 'death.finish-examination', { examination })
  if (t.stage === 'pending') {
    await desk.act(p, 'death.certify-cause', { death, status: 'pending', pendingBecause: 'Toxicology' })
    return
  }
  await certify(c, death, examination)
}

async function bulletOf({ desk, office, year }: Case, examination: string): Promise<void> {
  const bullet = await desk.act(office.pathologist, 'death.recover-item', {
    examination,
    type: 'bullet',
    description: 'Bullet, copper jacket, deformed',
    site: 'Left scapula',
    wound: 1,
    seal: year.happens.seal(),
  })
  await desk.act(office.pathologist, 'death.order-toxicology', {
    examination,
    things: [bullet.id],
    unit: year.world.units.get('FIRE'),
    discipline: 'firearms',
    question: 'fired-by',
    holdsCause: false,
  })
}

async function toxicology(
  { desk, office, year, t }: Case,
  examination: string,
  thing: string,
): Promise<void> {
  const due = new Date(desk.now() + 10 * 86_400_000).toISOString().slice(0, 10)
  await desk.act(office.pathologist, 'death.order-toxicology', {
    examination,
    things: [thing],
    unit: year.world.units.get('TOX'),
    discipline: 'toxicology',
    question: t.setting === 'road' ? 'blood-alcohol' : 'drugs-in-blood',
    dueOn: due,
    holdsCause: t.stage === 'pending',
  })
}

async function certify(c: Case, death: string, examination: string): Promise<void> {
  const { desk, office, t } = c
  await desk.act(office.pathologist, 'death.certify-cause', {
    death,
    status: 'final',
    lines: (t.cause ?? heart).map(([text, value]) => ({ text, interval: { value } })),
    tobacco: 'unknown',
  })
  await desk.act(office.pathologist, 'death.give-manner', {
    death,
    manner: t.manner ?? 'natural',
    ...(t.how ? { how: t.how } : {}),
    ...(t.setting === 'road' ? { transportRole: 'driver' } : {}),
  })
  if (t.stage === 'homicide' && t.back > 10) {
    desk.pass(90)
    await desk.act(office.second, 'death.review-examination', { examination, outcome: 'agreed' })
  }
  if (t.stage === 'over' && t.back > 36)
    await desk.act(office.investigator, 'death.hold-body', {
      death,
      authority: 'Relatives abroad are being sought',
    })
  if (t.stage === 'released') await release(c, death)
}

async function release({ desk, office, chance }: Case, death: string): Promise<void> {
  desk.pass(120)
  await desk.act(office.investigator, 'death.record-paper', {
    death,
    kind: 'burial-order',
    state: 'approved',
    number: `BO-${200 + chance.below(700)}`,
    by: 'Magistrate',
  })
  await desk.act(office.attendant, 'death.release-body', {
    death,
    to: { name: 'Coye’s Funeral Home', where: 'Belize City', document: 'Licence shown' },
    kind: 'funeral-home',
  })
}

/** Each of the last mornings: temperatures, and a count that agrees. */
function planMorgueDay(year: Year, office: Office): void {
  for (const back of [0, 1, 2]) {
    const day = ago(year, back)
    for (const [n, unit] of (['MORGUE-1', 'MORGUE-2', 'MORGUE-3'] as const).entries())
      for (const [k, minutes] of [360, 420, 470].entries())
        plan(year, day, {
          at: at(day, minutes + n),
          do: async (desk) => {
            await desk.act(office.attendant, 'death.record-temperature', {
              place: idOf(year.world, unit),
              celsius: n === 2 ? `-${18 + k}.0` : `${3 + n}.${k + 2}`,
            })
          },
        })
  }
  const day = ago(year, 0)
  plan(year, day, {
    at: at(day, 480),
    do: async (desk) => {
      const board = await desk.act<{
        units: { places: { bodies: { number: string }[] }[] }[]
      }>(office.attendant, 'death.morgue-board', {})
      await desk.act(office.attendant, 'death.count-bodies', {
        morgue: 'MORGUE',
        found: board.units.flatMap((u) => u.places.flatMap((p) => p.bodies.map((b) => ({ body: b.number })))),
      })
    },
  })
}
