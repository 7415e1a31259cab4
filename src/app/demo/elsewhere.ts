/** What is under way besides the bench: on the road, at court, in the hands of the law, in the quality manager's book. */
import type { Actor } from '#platform/cx.ts'
import { chanceOf } from './chance.ts'
import { at, dayOf, later } from './days.ts'
import { type Desk, idOf } from './desk.ts'
import type { Opened } from './counter.ts'
import * as x from './exhibits.ts'
import { one } from './people.ts'
import { ago, dangriga, kindOf, plant, planWith, scene, tell } from './telling.ts'
import { type Year, plan } from './year.ts'

const counter = (year: Year): Actor => one(year.world.cast, 'counter')
const hours = (year: Year, n: number): string => new Date(year.world.until + n * 3_600_000).toISOString()

export function planElsewhere(year: Year): void {
  onTheRoad(year)
  betweenHands(year)
  atCourt(year)
  heldByLaw(year)
  sealed(year)
  refused(year)
  inTheBook(year)
}

function onTheRoad(year: Year): void {
  const { units } = year.world
  tell(year, 40, {
    back: 8,
    kind: kindOf('Fatal collision', 'traffic'),
    where: scene('Mile 12.4, Hummingbird Highway', 'dangriga', 'BZ-SC', 'DG'),
    more: { exhibits: [x.blood(chanceOf(1), 'driver'), x.urine(chanceOf(2), 'driver')] },
    after: (_desk, opened) =>
      planWith(
        year,
        opened,
        { back: 6, minutes: 720, purpose: 'To an outside laboratory' },
        async (desk, things) => {
          await desk.act(counter(year), 'evidence.dispatch-consignment', {
            things,
            carrier: 'Air freight, cooler 4',
            reference: 'AWB 318-4402',
            toUnit: units.get('HSA'),
            hours: 48,
            words: 'To be examined in the Cayman Islands.',
          })
        },
      ),
  })
  tell(year, 41, {
    back: 4,
    kind: kindOf('Armed robbery', 'assault'),
    where: dangriga('Stann Creek Bridge'),
    more: { exhibits: [x.cases(chanceOf(3)), x.print(chanceOf(4))] },
    after: (_desk, opened) =>
      planWith(
        year,
        opened,
        { back: 1, minutes: 560, purpose: 'To the scenes office' },
        async (desk, things) => {
          await desk.act(counter(year), 'evidence.dispatch-consignment', {
            things,
            carrier: 'Own vehicle',
            toUnit: units.get('SOC-DG'),
            hours: 96,
          })
        },
      ),
  })
}

/** Offered, and not yet taken: one to the analyst, one back to the counter. */
function betweenHands(year: Year): void {
  const { cast } = year.world
  tell(year, 42, {
    back: 5,
    kind: kindOf('Cocaine'),
    where: dangriga('George Price Drive'),
    more: { exhibits: [x.powder(chanceOf(5), 'cocaine', 4, 5), x.cash(chanceOf(6))] },
    after: (_desk, opened) =>
      planWith(year, opened, { back: 3, minutes: 575, purpose: 'For examination' }, async (desk, things) => {
        await desk.act(counter(year), 'evidence.hand-over', {
          things,
          to: one(cast, 'analyst').id,
          purpose: 'For examination',
        })
      }),
  })
  tell(year, 43, {
    back: 2,
    kind: kindOf('Burglary', 'property'),
    where: dangriga('Alejo Beni Street'),
    more: { exhibits: [x.print(chanceOf(7))] },
    after: (_desk, opened) =>
      planWith(year, opened, { back: 1, minutes: 870, purpose: 'For comparison' }, async (desk, things) => {
        const scenes = one(cast, 'scenes')
        const offer = await desk.act(counter(year), 'evidence.hand-over', {
          things,
          to: scenes.id,
          purpose: 'For comparison',
        })
        await desk.act(scenes, 'evidence.accept-hand-over', { handOver: offer.id })
        desk.pass(30)
        await desk.act(scenes, 'evidence.hand-over', {
          things,
          to: counter(year).id,
          purpose: 'Back to the store',
        })
      }),
  })
}

function atCourt(year: Year): void {
  const trials = [
    [44, 30, 'St Vincent Street', 'Magistrates’ Court, Dangriga', -40],
    [45, 31, 'Ecumenical Drive', 'High Court, Southern Circuit', 30],
  ] as const
  for (const [n, back, where, court, due] of trials) {
    tell(year, n, {
      back,
      kind: kindOf('Wounding', 'assault'),
      where: dangriga(where),
      after: async (desk, opened) => {
        const charged = { case: opened.id, on: dayOf(desk.now()), court, text: 'Charged: wounding' }
        await desk.act(opened.officer, 'cases.record-charge', charged)
        planWith(year, opened, { back: 4, minutes: 520 + n, purpose: 'For court' }, async (next, things) => {
          await next.act(counter(year), 'evidence.check-out-to-court', {
            things,
            court,
            by: opened.officer.id,
            dueBack: hours(year, due),
            purpose: 'To be shown to the witness',
          })
          await next.act(counter(year), 'cases.record-hearing', {
            case: opened.id,
            on: later(dayOf(year.world.until), due > 0 ? 2 : -2),
            time: '09:00',
            court,
            text: 'Trial, second day',
          })
        })
      },
    })
  }
}

function heldByLaw(year: Year): void {
  const officer = one(year.world.cast, 'officer')
  let shooting: Opened | undefined
  tell(year, 50, {
    back: 24,
    kind: kindOf('Fatal shooting', 'homicide'),
    where: dangriga('Lemon Street'),
    title: 'Fatal shooting at a shop, Lemon Street, Dangriga',
    more: {
      exhibits: [
        x.cases(chanceOf(11)),
        x.bullet(chanceOf(12)),
        x.bullet(chanceOf(13)),
        x.clothing(chanceOf(14)),
      ],
      sensitivity: 'restricted',
      summary: 'Two men on a motorcycle; the shop’s camera shows the street.',
    },
    after: async (desk, opened) => {
      shooting = opened
      await desk.act(
        one(year.world.cast, 'director'),
        'cases.place-hold',
        {
          case: opened.id,
          kind: 'legal',
          authority: 'Letter of the DPP, to keep everything until the trial',
        },
        'Asked for by the DPP',
      )
      await desk.act(officer, 'cases.record-communication', {
        case: opened.id,
        way: 'telephone',
        direction: 'in',
        with: 'Family of the deceased',
        text: 'Asked when the belongings can be fetched; told that the Prosecution Branch will write.',
      })
    },
  })
  tell(year, 51, {
    back: 12,
    kind: kindOf('Firearm found', 'firearm'),
    where: dangriga('Wagierale'),
    title: 'Firearm found in a drain, Wagierale, Dangriga',
    more: { exhibits: [x.firearm(chanceOf(15))] },
    after: async (desk, opened) => {
      await desk.act(officer, 'cases.relate-cases', {
        case: opened.id,
        other: shooting?.id,
        kind: 'same-firearm',
        note: 'Same calibre; IBIS has been asked.',
      })
      await task(
        desk,
        year,
        opened,
        'Telephone Cpl Palacio: the magazine is missing from the box',
        'counter',
        1,
      )
    },
  })
}
const task = (
  desk: Desk,
  year: Year,
  opened: Opened,
  text: string,
  who: string,
  back: number,
): Promise<unknown> =>
  desk.act(counter(year), 'cases.assign-task', {
    case: opened.id,
    text,
    assignee: one(year.world.cast, who).id,
    dueOn: ago(year, back),
  })

function sealed(year: Year): void {
  const { cast } = year.world
  tell(year, 52, {
    back: 15,
    kind: kindOf('Sexual offence against a child', 'sexual'),
    where: dangriga('Benque Avenue'),
    title: 'Report made at the clinic, Dangriga',
    more: { sensitivity: 'restricted' },
    after: async (desk, opened) => {
      const named = ['officer', 'counter', 'keeper', 'serology', 'serology-head']
      await desk.act(
        one(cast, 'director'),
        'cases.seal-case',
        {
          case: opened.id,
          authority: 'Order of the Family Court, in chambers',
          people: named.map((username) => one(cast, username).id),
        },
        'Ordered by the court',
      )
    },
  })
}

function refused(year: Year): void {
  const officer = one(year.world.cast, 'officer')
  tell(year, 53, {
    back: 7,
    kind: kindOf('Cannabis plants'),
    where: scene('River landing, Silk Grass', 'silk-grass', 'BZ-SC', 'DG'),
    more: { exhibits: [{ ...plant(1, 2_140), description: 'Green plants with roots, 34, wet' }] },
    after: async (desk, opened) => {
      await desk.act(counter(year), 'evidence.refuse-submission', {
        case: opened.id,
        submittedBy: { person: officer.id, unit: officer.unit },
        why: 'not-sealed',
        words: 'A second sack came open and without a number; the officer took it back to be sealed.',
      })
      await task(desk, year, opened, 'Dry the plants before they are weighed', 'analyst', 2)
      await task(desk, year, opened, 'Bring the second sack, sealed', 'officer', 3)
    },
  })
}

/** Calibrations that end, a balance out of service, reagents that end or wait, what was reported, a deviation that waits. */
function inTheBook(year: Year): void {
  const { world } = year
  const [quality, head, second] = [
    one(world.cast, 'quality'),
    one(world.cast, 'head'),
    one(world.cast, 'analyst2'),
  ]
  const today = dayOf(world.until)
  const day = ago(year, 12)
  const book = async (desk: Desk): Promise<void> => {
    for (const [code, on, due] of [
      ['GCMS-01', later(day, -360), later(today, 9)],
      ['REF-01', later(day, -370), later(today, -6)],
    ] as const)
      await desk.act(quality, 'quality.record-calibration', {
        equipment: idOf(world, code),
        outcome: 'passed',
        on,
        due,
        certificate: `CAL-${code}-${on.slice(0, 4)}`,
        by: 'Bureau of Standards',
      })
    await desk.act(head, 'quality.take-out-of-service', {
      equipment: idOf(world, 'BAL-01'),
      why: 'Drifts by 0.3 mg within an hour; the maker’s technician is expected.',
    })
    const lot = { kind: 'reagent', supplier: 'Prepared in house' }
    const marquis = {
      ...lot,
      number: 'MQ-2026-03',
      material: 'marquis',
      name: 'Marquis reagent',
      received: day,
    }
    await desk.act(head, 'quality.receive-lot', { ...marquis, expires: later(today, 360) })
    const scott = {
      ...lot,
      number: 'SC-2025-09',
      material: 'scott',
      name: 'Scott reagent',
      received: later(day, -200),
    }
    const { id } = await desk.act(head, 'quality.receive-lot', { ...scott, expires: later(today, 5) })
    await desk.act(head, 'quality.verify-lot', {
      lot: id,
      outcome: 'verified',
      why: 'Blue with cocaine, 1 mg/ml; no colour with the blank',
    })
    await desk.act(second, 'quality.raise-nonconformity', {
      kind: 'equipment',
      text: 'The balance room stood at 28 °C on Monday morning; two weighings were repeated.',
      found: later(day, -1),
    })
    await desk.act(quality, 'quality.grant-deviation', {
      text: 'Second weighings on BAL-03 while BAL-01 is out of service',
      why: 'BAL-01 waits for the technician',
      things: [idOf(world, 'BAL-03')],
      until: later(today, 20),
    })
  }
  plan(year, day, { at: at(day, 520), do: book })
}
