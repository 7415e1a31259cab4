/**
 * What the stores of the demonstration have to show: things that leave for good, at each step of the way; a count with findings
 * and one under way; money counted by two; kits at the stations; a trace, a sample, a link, an exhibit tendered.
 */
import type { Actor } from '#platform/cx.ts'
import { chanceOf } from './chance.ts'
import { type Opened, demoPin } from './counter.ts'
import { dayOf, later } from './days.ts'
import { counts } from './counting.ts'
import type { Desk } from './desk.ts'
import * as x from './exhibits.ts'
import { one } from './people.ts'
import { dangriga, kindOf, planAt, planWith, scene, tell } from './telling.ts'
import type { Year } from './year.ts'

const who = (year: Year, name: string): Actor => one(year.world.cast, name)
const signs = (year: Year, name: string): { person: string; pin: string } => ({
  person: who(year, name).id,
  pin: demoPin,
})

export function planProperty(year: Year): void {
  leavesForGood(year)
  moneyByTwo(year)
  kitsAtStations(year)
  tracesAndLinks(year)
  tendered(year)
  counts(year)
}

const streets = [
  'Ecumenical Drive',
  'Moho Road',
  'Sawai Street',
  'Front Street',
  'Doctor Road',
  'Almond Street',
]
type Fate = 'done' | 'destroyed' | 'half' | 'asked' | 'kept' | 'due'

/** The prosecution withdrew the charge two months ago: telephones are due, and each stands at another step. */
function leavesForGood(year: Year): void {
  const fates: readonly Fate[] = ['done', 'destroyed', 'half', 'asked', 'kept', 'due']
  fates.forEach((fate, n) =>
    tell(year, 60 + n, {
      back: 49,
      kind: kindOf('Stolen vehicle', 'property'),
      where: dangriga(streets[n] ?? ''),
      more: { exhibits: [x.phone(chanceOf(60 + n))] },
      after: async (desk, opened) => {
        // What becomes of it is told here: the end of the month leaves it alone.
        year.kept.splice(year.kept.indexOf(opened), 1)
        await withdrawn(year, desk, opened)
        if (fate !== 'due') proposal(year, opened, fate, n)
      },
    }),
  )
}
async function withdrawn(year: Year, desk: Desk, opened: Opened): Promise<void> {
  const branch = who(year, 'branch')
  desk.pass(20)
  await desk.act(
    who(year, 'counter'),
    'cases.give-access',
    { case: opened.id, principal: branch.id },
    'Prosecutes the case',
  )
  await desk.act(branch, 'cases.record-court-outcome', {
    case: opened.id,
    on: dayOf(desk.now()),
    text: 'The owner of the vehicle was found to have lent it; the charge is withdrawn.',
    outcome: 'withdrawn',
  })
  await desk.act(who(year, 'counter'), 'cases.close-case', { case: opened.id })
}

function proposal(year: Year, opened: Opened, fate: Exclude<Fate, 'due'>, n: number): void {
  let disposal = ''
  const things = opened.things.map((t) => t.id)
  planAt(year, 4, 600 + n * 5, async (desk) => {
    const made = await desk.act(who(year, 'counter'), 'evidence.propose-disposal', {
      things,
      action: fate === 'destroyed' ? 'destroy' : 'return-owner',
      words: fate === 'destroyed' ? 'The owner does not want it back' : 'The owner asked for it',
    })
    disposal = made.id
  })
  if (fate === 'asked') return
  planAt(year, 3, 600 + n * 5, async (desk) => {
    const answer =
      fate === 'kept'
        ? {
            answer: 'keep',
            keepUntil: later(dayOf(desk.now()), 90),
            words: 'A second complaint about the same telephone is being looked into',
          }
        : { answer: 'agree' }
    await desk.act(opened.officer, 'evidence.answer-disposal-query', { disposal, ...answer })
  })
  if (fate === 'kept') return
  planAt(year, 2, 600 + n * 5, async (desk) => {
    await desk.act(who(year, 'quality'), 'evidence.approve-disposal', { disposal })
    desk.pass(25)
    if (fate !== 'half') await desk.act(who(year, 'director'), 'evidence.approve-disposal', { disposal })
  })
  if (fate === 'half') return
  planWith(year, opened, { back: 1, minutes: 610 + n * 15, purpose: 'Leaves for good' }, async (desk) => {
    if (fate === 'done')
      await desk.act(who(year, 'counter'), 'evidence.return-item', {
        things,
        toName: 'Ana Coc',
        authority: 'Released by the officer of the case',
        document: 'Social security card',
        disposal,
        signed: { document: 'Social security card' },
      })
    else
      await desk.act(who(year, 'counter'), 'evidence.dispose-item', {
        disposal,
        things,
        method: 'data-wipe',
        place: 'Workshop, Ladyville',
        witnesses: [signs(year, 'keeper')],
      })
  })
}

/** Two count; the first time they differ by one note, the second time they agree. Another bundle waits for its second counter. */
function moneyByTwo(year: Year): void {
  const line = (face: string, pieces: number): object => ({ currency: 'BZD', face, pieces })
  const seal = (opened: Opened): string => opened.things[0]?.id ?? ''
  const told = [
    { n: 66, where: 'Canal Road', agreed: true },
    { n: 67, where: 'Gandu Avenue', agreed: false },
  ]
  for (const { n, where, agreed } of told)
    tell(year, n, {
      back: 7,
      kind: kindOf('Armed robbery', 'assault'),
      where: dangriga(where),
      more: {
        exhibits: [
          { ...x.cash(chanceOf(n)), description: 'Bank notes, one bundle in a rubber band', count: 1 },
        ],
      },
      after: (_desk, opened) =>
        planWith(year, opened, { back: 5, minutes: 640 + n, purpose: 'To be counted' }, async (desk) => {
          const counter = who(year, 'counter')
          const item = seal(opened)
          await openBag(desk, counter, item)
          const count = (fifties: number, twenties: number, by?: string) =>
            desk.act(counter, 'evidence.count-cash', {
              item,
              lines: [line('50', fifties), line('20', twenties)],
              ...(by ? { counter: signs(year, by) } : {}),
            })
          await count(14, 22)
          if (!agreed) return
          desk.pass(8)
          await count(14, 21, 'keeper')
          desk.pass(11)
          await count(14, 21)
          desk.pass(7)
          await count(14, 21, 'keeper')
        }),
    })
}
async function openBag(desk: Desk, by: Actor, item: string): Promise<void> {
  const seen = await desk.act<{ seals: { number: string; open: boolean }[]; hazards: { hazard: string }[] }>(
    by,
    'evidence.get-item',
    { id: item },
  )
  for (const s of seen.seals.filter((found) => !found.open))
    await desk.act(by, 'evidence.break-seal', {
      item,
      number: s.number,
      why: 'Opened for its examination',
      aware: seen.hazards.map((h) => h.hazard),
    })
}

/** Blank kits with their stations: some near their day, one past it, one used at a scene, one back unused. */
function kitsAtStations(year: Year): void {
  const { units, until } = year.world
  const day = (days: number): string => later(dayOf(until), days)
  const boxes: readonly (readonly [
    kit: string,
    serials: number,
    to: string,
    from: number,
    expires: number,
  ])[] = [
    ['gunshot-residue', 4, 'DG', 4_410, 210],
    ['gunshot-residue', 2, 'SP', 4_420, 34],
    ['sexual-assault', 3, 'DG', 8_810, 300],
    ['sexual-assault', 2, 'CZL', 8_820, 41],
    ['blood-alcohol', 5, 'SP', 1_120, 400],
    ['dna-reference', 4, 'CZL', 6_310, 500],
    ['dna-reference', 3, 'SOC-DG', 6_330, 420],
  ]
  boxes.forEach(([kit, n, to, first, expires], i) =>
    planAt(year, 30, 520 + i * 6, async (desk) => {
      await desk.act(who(year, 'counter'), 'evidence.issue-kit', {
        kit,
        serials: Array.from({ length: n }, (_, k) => `K-${first + k}`),
        expiresOn: day(expires),
        lot: `L${first}`,
        toUnit: units.get(to),
      })
    }),
  )
  // Good when it went out; its day has passed since.
  planAt(year, 29, 530, async (desk) => {
    await desk.act(who(year, 'counter'), 'evidence.issue-kit', {
      kit: 'gunshot-residue',
      serials: ['K-4390', 'K-4391'],
      expiresOn: day(-3),
      toUnit: units.get('DG'),
    })
  })
  planAt(year, 12, 540, async (desk) => {
    await desk.act(who(year, 'counter'), 'evidence.return-kit', {
      serial: 'K-1124',
      condition: 'damaged',
      words: 'The box came back wet',
    })
  })
}

/** A swab of a grip, a sample from the accused, a refusal, two exhibits that one hand may have held; a kit used for it. */
function tracesAndLinks(year: Year): void {
  tell(year, 68, {
    back: 6,
    kind: kindOf('Wounding', 'assault'),
    where: dangriga('Ramos Road bridge'),
    more: { exhibits: [x.knife(chanceOf(68)), x.clothing(chanceOf(69))] },
    after: (_desk, opened) => {
      planWith(year, opened, { back: 4, minutes: 700, purpose: 'For examination' }, async (desk, things) => {
        const counter = who(year, 'counter')
        const [knife, shirt] = things
        if (!knife || !shirt) return
        await openBag(desk, counter, knife)
        desk.pass(12)
        for (const area of ['Grip', 'Blade, left side'])
          await desk.act(counter, 'evidence.recover-from-item', {
            item: knife,
            method: 'swab',
            area,
            description: `Swab, ${area.toLowerCase()}`,
            type: 'swab',
          })
        await desk.act(counter, 'evidence.link-items', {
          item: knife,
          other: shirt,
          strength: 'strong',
          basis: 'The cut in the cloth is as wide as the blade',
        })
      })
      planAt(year, 3, 700, (desk) => fromPeople(year, desk, opened))
    },
  })
}
async function fromPeople(year: Year, desk: Desk, opened: Opened): Promise<void> {
  const { officer } = opened
  const counter = who(year, 'counter')
  const seen = await desk.act<{ people: { party: string }[] }>(counter, 'evidence.case-samples', {
    case: opened.id,
  })
  // The parties of this kind of case: the accused is the one who did not come to harm.
  const accused = seen.people.find((p) => !opened.victims.includes(p.party))
  if (!accused) return
  await desk.act(counter, 'evidence.take-reference-sample', {
    case: opened.id,
    party: accused.party,
    type: 'buccal-swab',
    description: 'Buccal swab, two',
    ground: 'consent',
    document: 'Consent form, signed before an attorney',
    witness: signs(year, 'keeper'),
  })
  desk.pass(10)
  await desk.act(counter, 'evidence.record-refusal-to-give', {
    case: opened.id,
    party: accused.party,
    what: 'blood-sample',
    words: 'Asked for blood as well; refused on the advice of the attorney',
  })
  desk.pass(30)
  await desk.act(officer, 'evidence.use-kit', {
    serial: 'K-4410',
    case: opened.id,
    collected: [{ code: 'stub', count: 4, description: 'Stubs, both hands' }],
    takenFrom: accused.party,
    seal: year.happens.seal(),
  })
}

/** In court for a week, and then the court kept it. */
function tendered(year: Year): void {
  tell(year, 69, {
    back: 14,
    kind: kindOf('Burglary', 'property'),
    where: scene('Hummingbird Avenue, Belmopan', 'belmopan', 'BZ-CY', 'BMP'),
    officer: 'cib-bmp',
    more: { exhibits: [x.tool(chanceOf(69))] },
    after: (_desk, opened) =>
      planWith(year, opened, { back: 8, minutes: 560, purpose: 'To court' }, async (desk, things) => {
        const counter = who(year, 'counter')
        await desk.act(counter, 'evidence.check-out-to-court', {
          things,
          court: 'Magistrates’ Court, Belmopan',
          by: opened.officer.id,
          dueBack: new Date(desk.now() + 7 * 86_400_000).toISOString(),
        })
        desk.pass(180)
        await desk.act(opened.officer, 'evidence.tender-exhibit', {
          item: things[0],
          court: 'Magistrates’ Court, Belmopan',
          mark: 'P-2',
          on: dayOf(desk.now()),
          registry: 'Ms Ivy Tzul, court clerk',
          document: 'Receipt of the registry',
        })
      }),
  })
}
