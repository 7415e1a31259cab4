/** The deaths of the demonstration: some forty, in every state that an office meets, through the same acts as everywhere. */
import type { Actor } from '#platform/cx.ts'
import { type Chance, chanceOf } from './chance.ts'
import { demoPin } from './counter.ts'
import { at } from './days.ts'
import { type Desk, idOf } from './desk.ts'
import { one } from './people.ts'
import { ago } from './telling.ts'
import { heart, type Told, told } from './told-deaths.ts'
import { type Year, plan } from './year.ts'

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
