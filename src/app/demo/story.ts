/** One made-up case after another: most are small drug seizures, some are still waiting, some have a certificate. */
import type { Chance } from './chance.ts'
import type { DemoDrug } from './references.ts'
import { answerRequest } from './bench-story.ts'
import { type World, act, codesIn, pass } from './world.ts'

const first = [
  'Ana',
  'Luis',
  'Marva',
  'Egbert',
  'Yolanda',
  'Winston',
  'Keisha',
  'Ramón',
  'Elodia',
  'Denfield',
  'Rosalia',
  'Cruz',
]
const last = [
  'Choc',
  'Castillo',
  'Flowers',
  'Gillett',
  'Ical',
  'Martinez',
  'Nuñez',
  'Pop',
  'Rhaburn',
  'Sho',
  'Teck',
  'Vernon',
  'Young',
]
const personName = (c: Chance): string => `${c.pick(first)} ${c.pick(last)} ${c.pick(last)}`

const seizures: readonly {
  drug: DemoDrug
  title: string
  item: string
  grams: (c: Chance) => number
  parcels: (c: Chance) => number
}[] = [
  {
    drug: 'delta-9-thc',
    title: 'Cannabis',
    item: 'Dried plant material',
    grams: (c) => 2 + c.below(40),
    parcels: (c) => 1 + c.below(5),
  },
  {
    drug: 'delta-9-thc',
    title: 'Cannabis',
    item: 'Cigarettes of plant material',
    grams: (c) => 1 + c.below(8),
    parcels: (c) => 1 + c.below(3),
  },
  {
    drug: 'cocaine',
    title: 'Cocaine',
    item: 'White powder',
    grams: (c) => 1 + c.below(60),
    parcels: (c) => 1 + c.below(6),
  },
  {
    drug: 'methamphetamine',
    title: 'Methamphetamine',
    item: 'Clear crystals',
    grams: (c) => 5 + c.below(500),
    parcels: (c) => 1 + c.below(4),
  },
]
const others: readonly { title: string; item: string }[] = [
  { title: 'Burglary', item: 'Screwdriver, yellow handle' },
  { title: 'Robbery', item: 'Knife, black handle' },
  { title: 'Wounding', item: 'Shirt, stained' },
  { title: 'Road death', item: 'Blood sample, sealed tube' },
  { title: 'Firearm found', item: 'Pistol, no magazine' },
  { title: 'Murder', item: 'Spent cartridge case' },
]

export async function tellCase(world: World, index: number, total: number): Promise<void> {
  const { chance, cast, counts } = world
  const drug = index % 10 < 7 ? chance.pick(seizures) : undefined
  const officer = chance.pick(cast.officers)
  const settlement = chance.pick(world.laboratory.lists.find((l) => l.list === 'settlement')?.codes ?? [])
  const other = chance.pick(others)
  const title = `${drug?.title ?? other.title}, ${settlement.en}`
  const day = world.clock.now().slice(0, 10)
  const district =
    (settlement.data as { district?: string } | undefined)?.district ??
    chance.pick(codesIn(world, 'district'))
  const offence = chance.pick(
    codesIn(world, 'offence')
      .filter((code) => !drug || /drug|cannabis|cocaine|traffick|possess/i.test(code))
      .concat(codesIn(world, 'offence').slice(0, 1)),
  )
  const parcels = drug?.parcels(chance) ?? 1
  const received = await act<{
    case: { id: string; number: string }
    items: { id: string; number: string }[]
  }>(world, cast.counter, 'evidence.receive-submission', {
    submittedBy: { person: officer.id, unit: officer.unit },
    newCase: {
      title,
      type: chance.pick(codesIn(world, 'case-type').slice(0, 3)),
      aliases: [{ kind: 'police', text: `DG-${day.slice(2, 4)}-${String(1_000 + index).padStart(4, '0')}` }],
      offences: [{ code: offence }],
      parties: [
        {
          role:
            codesIn(world, 'party-role').find((r) => /accused|suspect/.test(r)) ??
            codesIn(world, 'party-role')[0],
          name: personName(chance),
          age: chance.onceIn(9) ? 15 + chance.below(3) : 18 + chance.below(50),
        },
      ],
      place: { district, settlement: settlement.code },
      incident: {
        on: day,
        time: `${String(6 + chance.below(17)).padStart(2, '0')}:${chance.onceIn(2) ? '15' : '40'}`,
      },
      investigator: { person: officer.id, unit: officer.unit },
    },
    items: Array.from({ length: 1 + chance.below(3) }, (_, n) => ({
      description:
        n === 0
          ? drug
            ? `${drug.item}, ${parcels} ${parcels === 1 ? 'parcel' : 'parcels'}`
            : other.item
          : chance.pick(['Cash, mixed notes', 'Mobile telephone', 'Digital scale', 'Plastic bags, empty']),
      packaging: {
        type: chance.pick(codesIn(world, 'packaging-type').slice(0, 3)),
        colour: chance.pick(codesIn(world, 'colour').slice(0, 5)),
        condition: codesIn(world, 'condition')[0],
      },
      seals: [{ number: `A${100_000 + index * 4 + n}`, state: 'intact' }],
      takenOn: day,
      ...(drug && n === 0 && chance.onceIn(60) ? { hazards: [codesIn(world, 'hazard')[0]] } : {}),
    })),
  })
  counts.cases += 1
  counts.items += received.items.length
  pass(world, 12)
  if (!drug) return
  await askAbout(world, index, total, received, { drug: drug.drug, parcels, grams: drug.grams(chance) })
}

async function askAbout(
  world: World,
  index: number,
  total: number,
  received: { case: { id: string }; items: { id: string }[] },
  found: { drug: DemoDrug; parcels: number; grams: number },
): Promise<void> {
  const { chance, cast, counts } = world
  const item = received.items[0] as { id: string }
  const question =
    codesIn(world, 'question').find((q) => /drug|which/.test(q)) ?? (codesIn(world, 'question')[0] as string)
  const due = new Date(Date.parse(world.clock.now()) + (14 + chance.below(21)) * 86_400_000)
    .toISOString()
    .slice(0, 10)
  const request = await act<{ id: string }>(world, cast.counter, 'work.request-examination', {
    case: received.case.id,
    items: [item.id],
    unit: cast.head.unit,
    discipline: disciplineOf(world),
    question,
    dueOn: due,
  })
  counts.requests += 1
  pass(world, 20)
  const late = index > total * 0.93
  if (late && chance.onceIn(2)) return
  await act(world, cast.head, 'work.accept-request', { request: request.id })
  // The whole way takes a dozen acts: so many of the cases go it that every list and chart has something to show.
  if (index % 8 !== 0 && !late) return
  await answerRequest(world, { request: request.id, item: item.id, ...found, finish: !late })
}

const disciplineOf = (world: World): string =>
  codesIn(world, 'discipline').find((d) => /chem|drug/.test(d)) ?? (codesIn(world, 'discipline')[0] as string)
