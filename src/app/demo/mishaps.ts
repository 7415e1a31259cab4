/**
 * What a laboratory must be able to show, and what chance would not reliably bring: a gap in custody, a packaging that differs,
 * work given back, a certificate amended and one withdrawn, dangers, things missing. Told in every demonstration.
 */
import { chanceOf } from './chance.ts'
import * as x from './exhibits.ts'
import type { Kind } from './incidents.ts'
import { one } from './people.ts'
import type { Step } from './requests.ts'
import { dangriga, follow, kindOf, plant, planAt, scene, tell } from './telling.ts'
import type { Year } from './year.ts'

export function planMishaps(year: Year): void {
  for (const story of [
    onTheWay,
    gapInCustody,
    atTheLimit,
    notCocaine,
    workGivenBack,
    amended,
    withdrawn,
    packagingDiffers,
    missing,
    dangerous,
  ])
    story(year)
}

/** The cases by which the product is shown: each stops at another desk, so that everybody has something before them. */
function onTheWay(year: Year): void {
  const cannabis = kindOf('Cannabis')
  const cocaine = kindOf('Cocaine')
  const steps: readonly (readonly [back: number, stop: Step, where: string, kind: Kind, bench?: string])[] = [
    [10, 'review', 'Magoon Street', cocaine],
    [11, 'review', 'Sabal Street', cannabis, 'analyst2'],
    [12, 'review', 'Cedar Street', cocaine],
    [12, 'read', 'Ramos Road', cannabis],
    [13, 'sign', 'Oak Street', cocaine],
    [14, 'issue', 'Church Street', cannabis, 'analyst2'],
    [14, 'deliver', 'Commerce Street', cocaine],
    [16, 'confirm', 'Benguche Street', cannabis],
    [4, 'start', 'Havana Street', cocaine],
    [3, 'assign', 'Isla Road', cannabis],
    [2, 'accept', 'Mahogany Road', cocaine],
  ]
  steps.forEach(([back, stop, where, kind, bench], n) => {
    const chance = chanceOf(year.world.seed * 31 + n)
    const exhibit = kind === cannabis ? plant(3, 14 + n * 5.31) : x.powder(chance, 'cocaine', 3, 30)
    tell(year, n, {
      back,
      kind,
      where: dangriga(where),
      more: { exhibits: [exhibit] },
      after: (_desk, opened) => follow(year, opened, chance, { stop, ...(bench ? { bench } : {}) }),
    })
  })
}

function gapInCustody(year: Year): void {
  tell(year, 20, {
    back: 9,
    kind: kindOf('Cannabis'),
    where: dangriga('Pen Road'),
    more: {
      exhibits: [plant(4, 10.02)],
      gap: 160,
      summary: 'Found in the right pocket at a search in Pen Road; the search was filmed.',
    },
    after: (_desk, opened, chance) =>
      follow(year, opened, chance, { stop: 'examine', question: 'above-limit' }),
  })
}
function atTheLimit(year: Year): void {
  tell(year, 21, {
    back: 22,
    kind: kindOf('Cannabis'),
    where: dangriga('Tubroose Street'),
    more: { exhibits: [plant(2, 10.03)] },
    after: (_desk, opened, chance) => follow(year, opened, chance, { question: 'above-limit' }),
  })
}
function notCocaine(year: Year): void {
  tell(year, 22, {
    back: 20,
    kind: kindOf('Cocaine'),
    where: scene('Free zone, Corozal Town', 'corozal-town', 'BZ-CZL', 'CZL'),
    officer: 'cib-czl',
    title: 'White powder, free zone, Corozal Town',
    more: {
      exhibits: [
        {
          description: 'White powder, 1 block in brown paper',
          type: 'compressed-powder',
          packaging: { type: 'paper-bag', colour: 'brown', size: 'medium', condition: 'intact' },
          sample: { substance: 'caffeine', parcels: 1, grams: 402.6 },
        },
      ],
      words: 'The field test showed blue.',
    },
    after: (_desk, opened, chance) => follow(year, opened, chance, {}),
  })
}

function workGivenBack(year: Year): void {
  tell(year, 30, {
    back: 11,
    kind: kindOf('Crystals'),
    where: dangriga('Yemeri Road'),
    more: { exhibits: [x.powder(chanceOf(5), 'methamphetamine', 12, 13)] },
    after: (_desk, opened, chance) =>
      follow(year, opened, chance, {
        stop: 'review',
        twists: {
          examine: async (desk, world, job) => {
            desk.pass(45)
            await desk.act(one(world.cast, 'reviewer'), 'results.return-for-correction', {
              worksheet: job.worksheet,
              findings: [
                'The tare of one parcel is larger than that of the others: weigh it again.',
                'Say in words why peak 91 is taller than in the reference.',
              ],
            })
          },
        },
      }),
  })
}

function amended(year: Year): void {
  tell(year, 31, {
    back: 26,
    kind: kindOf('Cocaine'),
    where: dangriga('Canal Street'),
    more: { exhibits: [x.powder(chanceOf(6), 'cocaine', 8, 9)] },
    after: (_desk, opened, chance) =>
      follow(year, opened, chance, {
        twists: {
          confirm: async (desk, { cast }, job) => {
            const [analyst, head] = [one(cast, 'analyst'), one(cast, 'head')]
            const { report } = job
            desk.pass(30)
            const changes = 'The street in which the bag was seized was misspelt. No result changes.'
            await desk.act(analyst, 'reports.amend-report', { report, changes }, 'The officer saw the error')
            await desk.act(head, 'reports.review-administratively', { report })
            desk.pass(10)
            await desk.act(analyst, 'reports.sign-report', { report })
            await desk.act(head, 'reports.issue-report', { report })
            await desk.act(one(cast, 'counter'), 'reports.deliver-report', {
              report,
              to: { person: job.opened.officer.id },
              way: 'electronic',
            })
          },
        },
      }),
  })
}

function withdrawn(year: Year): void {
  tell(year, 32, {
    back: 28,
    kind: kindOf('Cannabis'),
    where: dangriga('Gumaragu Street'),
    more: { exhibits: [plant(5, 48.2)] },
    after: (_desk, opened, chance) =>
      follow(year, opened, chance, {
        twists: {
          confirm: async (desk, { cast }, job) => {
            desk.pass(60)
            await desk.act(
              one(cast, 'head'),
              'reports.withdraw-report',
              {
                report: job.report,
                words:
                  'The balance had not been checked on that day. A new certificate follows after a second weighing.',
              },
              'Balance check missing',
            )
          },
        },
      }),
  })
}

function packagingDiffers(year: Year): void {
  tell(year, 33, {
    back: 6,
    kind: kindOf('Cannabis'),
    where: dangriga('Mahogany Street'),
    more: {
      exhibits: [
        {
          ...plant(5, 22.4),
          packaging: { type: 'paper-envelope', colour: 'brown', size: 'small', condition: 'torn' },
          discrepancies: [
            {
              kind: 'packaging',
              expected: 'White envelope',
              found: 'Brown envelope',
              words: 'The form says white, the envelope is brown.',
            },
            {
              kind: 'count',
              expected: '6 parcels',
              found: '5 parcels',
              words: 'The officer counted again at the counter and signed.',
            },
          ],
        },
      ],
    },
    after: (_desk, opened, chance) => follow(year, opened, chance, { stop: 'accept' }),
  })
}

function missing(year: Year): void {
  tell(year, 34, {
    back: 18,
    kind: kindOf('Sweets from a shop'),
    where: scene('Village store, Hope Creek', 'hope-creek', 'BZ-SC', 'DG'),
    more: { exhibits: [x.edibles(chanceOf(8))] },
    after: (_desk, opened) =>
      planAt(year, 3, 640, async (desk) => {
        await desk.act(one(year.world.cast, 'counter'), 'evidence.report-missing', {
          things: opened.things.map((t) => t.id),
          words: 'Not on its shelf when it was looked for; the shelf was counted twice.',
        })
        await desk.act(one(year.world.cast, 'quality'), 'quality.raise-nonconformity', {
          kind: 'custody',
          text: 'An exhibit is not on its shelf. The room was closed; the register of the day is being read.',
          case: opened.id,
        })
      }),
  })
}

function dangerous(year: Year): void {
  tell(year, 35, {
    back: 5,
    kind: kindOf('Tablets'),
    where: scene('Barrier Reef Drive, San Pedro', 'san-pedro', 'BZ-BZ', 'SP'),
    officer: 'cib-sp',
    more: {
      exhibits: [
        {
          ...x.tablets(chanceOf(9)),
          description: 'Blue tablets marked “M30”, 41, one broken',
          hazards: ['fentanyl'],
        },
      ],
      summary: 'Two people were treated at the clinic after taking one tablet each.',
    },
    after: (_desk, opened, chance) =>
      follow(year, opened, chance, { stop: 'bring', priority: 'urgent', bench: 'reviewer' }),
  })
  tell(year, 36, {
    back: 4,
    kind: kindOf('Firearm found', 'firearm'),
    where: scene('Basketball court, Hopkins', 'hopkins', 'BZ-SC', 'DG'),
    more: {
      exhibits: [
        {
          ...x.firearm(chanceOf(4)),
          description: 'Pistol, Taurus, serial number TX40217, shown loaded',
          type: 'pistol',
          hazards: ['live-round'],
        },
        x.rounds(chanceOf(3)),
      ],
    },
  })
}
