/** Scenes of the demonstration: calls, attendances with drawn photographs, sketches and exhibits; one contradicts, one was amended, two calls wait. */
import type { Actor } from '#platform/cx.ts'
import { type Chance, chanceOf } from './chance.ts'
import { at, later, dayOf } from './days.ts'
import type { Desk } from './desk.ts'
import { one } from './people.ts'
import { drawScene, type Ground } from './scene-pictures.ts'
import { ago } from './telling.ts'
import { vehicle } from './vehicles.ts'
import { type Year, plan } from './year.ts'

interface Kind {
  readonly type: string
  readonly caseType: string
  readonly title: string
  readonly ground: Ground
  readonly found: readonly { readonly words: string; readonly type: string; readonly how: string }[]
  readonly answers: Readonly<Record<string, unknown>>
  readonly symbol: string
}
const first = {
  cordon: true,
  safe: true,
  weather: { value: 'Dry, light wind' },
  light: 'day',
  photographed: true,
}
const kinds: readonly Kind[] = [
  {
    type: 'shooting',
    caseType: 'firearm',
    title: 'Shooting',
    ground: 'yard',
    found: [
      { words: 'Cartridge case, 9 mm, brass', type: 'cartridge-case', how: 'Plastic tweezers' },
      { words: 'Cartridge case, 9 mm, nickel', type: 'cartridge-case', how: 'Plastic tweezers' },
      { words: 'Deformed bullet by the fence', type: 'bullet', how: 'Gloved hand' },
    ],
    answers: { cordon: true, safe: true, photographed: true, body: 'none', casesFound: 2, weapon: 'none' },
    symbol: 'cartridge-case',
  },
  {
    type: 'road',
    caseType: 'traffic',
    title: 'Collision',
    ground: 'road',
    found: [
      { words: 'Paint flakes from the left bumper', type: 'paint', how: 'Paper fold' },
      { words: 'Broken head lamp glass', type: 'other', how: 'Gloved hand' },
    ],
    answers: {
      cordon: true,
      safe: true,
      vehicles: [{ plate: { value: 'SC-C-01482' }, what: 'Red car', rest: 'In the northern lane' }],
      surface: 'paved',
      wet: false,
      tyreMarks: true,
      tyreLength: { value: '17.4', unit: 'm' },
      bloodAsked: true,
    },
    symbol: 'car',
  },
  {
    type: 'burglary',
    caseType: 'property',
    title: 'Burglary',
    ground: 'room',
    found: [
      { words: 'Screwdriver under the window', type: 'tool', how: 'Gloved hand' },
      { words: 'Shoe print on paper', type: 'footwear-cast', how: 'Gelatine lifter' },
    ],
    answers: first,
    symbol: 'window',
  },
  {
    type: 'homicide',
    caseType: 'homicide',
    title: 'Fatal stabbing',
    ground: 'room',
    found: [
      { words: 'Kitchen knife, blade 18 cm', type: 'knife', how: 'Gloved hand, knife box' },
      { words: 'Stain on the door frame', type: 'swab', how: 'Two swabs, dried' },
      { words: 'Shirt with stains', type: 'clothing', how: 'Gloved hand' },
    ],
    answers: {
      cordon: true,
      safe: true,
      photographed: true,
      body: 'here',
      bloodPatterns: true,
      bloodWhere: 'Door frame, photographed with scale',
    },
    symbol: 'body',
  },
  {
    type: 'drowning',
    caseType: 'death',
    title: 'Drowning',
    ground: 'shore',
    found: [{ words: 'Swimming shorts on the beach', type: 'clothing', how: 'Gloved hand' }],
    answers: { ...first, animals: true },
    symbol: 'body',
  },
]
const places = [
  ['14 Pen Road, Dangriga', 16.9702, -88.2331],
  ['Mile 6, Hummingbird Highway', 17.0021, -88.3109],
  ['Havana Street, Dangriga', 16.9651, -88.2214],
  ['Sarawee Village, by the river bridge', 16.9931, -88.2568],
  ['Commerce Street market, Dangriga', 16.9675, -88.2197],
  ['Hopkins Village, south beach', 16.8549, -88.2801],
  ['Silk Grass, behind the school', 16.9004, -88.3312],
  ['Pomona, citrus packing shed', 17.0102, -88.3688],
  ['Mile 12.4, Hummingbird Highway', 17.0389, -88.3902],
  ['Ecumenical Drive, Dangriga', 16.9764, -88.2419],
] as const

const SCENES = 30
export function planScenes(year: Year): void {
  for (let n = 0; n < SCENES; n += 1) {
    const chance = chanceOf(9_100 + n)
    const day = ago(year, Math.max(1, SCENES - n + (n < 20 ? 3 : 0)))
    plan(year, day, {
      at: at(day, 420 + chance.below(600)),
      do: (desk) => tellScene(year, desk, n, chance),
    })
  }
  const today = ago(year, 0)
  plan(year, today, { at: at(today, 300), do: (desk) => tellToday(year, desk) })
}

async function call(
  year: Year,
  desk: Desk,
  n: number,
  kind: Kind,
): Promise<{ id: string; place: string; at: readonly [number, number] }> {
  const [place, latitude, longitude] = places[n % places.length] as (typeof places)[number]
  const { id } = await desk.act(one(year.world.cast, 'soc-head'), 'scenes.receive-call-out', {
    newCase: {
      title: `${kind.title}, ${place}${n >= places.length ? ` (${n + 1})` : ''}`,
      type: kind.caseType,
      summary: `${kind.title} told by the duty officer.`,
    },
    unit: year.world.units.get('SOC-DG'),
    sceneType: kind.type,
    place,
    district: 'BZ-SC',
    position: { latitude: latitude.toFixed(4), longitude: longitude.toFixed(4) },
    caller: { name: 'Duty officer', where: 'Dangriga Formation' },
    words: `${kind.title} told by the duty officer; first officers hold the cordon.`,
  })
  return { id, place, at: [latitude, longitude] }
}

async function tellScene(year: Year, desk: Desk, n: number, chance: Chance): Promise<void> {
  const { cast } = year.world
  const kind = kinds[n % kinds.length] as Kind
  const [lead, beside, head] = [
    one(cast, n % 3 === 2 ? 'scenes2' : 'scenes'),
    one(cast, 'scenes2'),
    one(cast, 'soc-head'),
  ]
  const called = await call(year, desk, n, kind)
  if (n === 4) {
    await desk.act(head, 'scenes.decline-call-out', {
      callOut: called.id,
      code: 'no-people',
      words: 'Both technicians at a homicide; police photographed it.',
    })
    return
  }
  desk.pass(6)
  await desk.act(head, 'scenes.dispatch', {
    callOut: called.id,
    people: [...new Set([lead.id, beside.id])],
    vehicle: `Truck ${1 + (n % 4)}`,
  })
  desk.pass(22)
  const { id } = await desk.act(lead, 'scenes.open-attendance', {
    callOut: called.id,
    sceneType: kind.type,
    place: called.place,
    district: 'BZ-SC',
    position: { latitude: called.at[0].toFixed(4), longitude: called.at[1].toFixed(4) },
  })
  desk.pass(4)
  await desk.act(lead, 'scenes.arrive', { attendance: id, words: 'Cordon in place, two officers on it.' })
  await desk.act(lead, 'scenes.log-entry', {
    attendance: id,
    kind: 'entered',
    person: beside.id,
    why: 'Photographs and measures',
  })
  desk.pass(5)
  await desk.act(lead, 'scenes.complete-checklist', { attendance: id, answers: kind.answers })
  await photographs(desk, lead, id, { kind, n, at: called.at, chance, many: n >= 18 })
  await findings(desk, lead, id, kind, n)
  if (n === 26) await vehicle(year, desk, lead, id)
  if (n === 27) await contradict(desk, beside, id, kind)
  // The last ones are still at work.
  if (n === SCENES - 1) return
  desk.pass(18)
  await desk.act(lead, 'scenes.log-entry', { attendance: id, kind: 'left', person: beside.id })
  await desk.act(lead, 'scenes.leave-scene', { attendance: id, to: 'Duty officer, Dangriga Formation' })
  if (n >= SCENES - 5) return
  desk.pass(90)
  await desk.act(lead, 'scenes.sign-scene-record', { attendance: id })
  if (n === 21) {
    desk.pass(600)
    await desk.act(lead, 'scenes.amend-scene-record', { attendance: id }, 'A second look by daylight')
    await desk.act(lead, 'scenes.mark-evidence', {
      attendance: id,
      label: '9',
      words: 'Button, found by daylight',
      spot: 'Under the window',
    })
    await desk.act(lead, 'scenes.leave-scene', { attendance: id }).catch(() => undefined)
    await desk.act(lead, 'scenes.sign-scene-record', { attendance: id })
  }
}

/** Somebody else marks the same number and answers the checklist otherwise. */
async function contradict(desk: Desk, beside: Actor, id: string, kind: Kind): Promise<void> {
  await desk.act(beside, 'scenes.mark-evidence', { attendance: id, label: '1', words: 'Cap, black' })
  await desk.act(beside, 'scenes.complete-checklist', {
    attendance: id,
    answers: { ...kind.answers, safe: false, notSafe: 'Loose wire at the gate' },
  })
}

interface About {
  readonly kind: Kind
  readonly n: number
  readonly at: readonly [number, number]
  readonly chance: Chance
  readonly many: boolean
}
async function photographs(desk: Desk, by: Actor, attendance: string, about: About): Promise<void> {
  const { kind, chance } = about
  const markers = kind.found.map((_, i) => ({
    label: String(i + 1),
    x: 300 + i * 260,
    y: 640 + (i % 2) * 90,
  }))
  const shots = [
    { caption: 'From the gate, before anybody went in', shows: 'overall', close: false, markers: [] },
    { caption: 'Overall with markers', shows: 'overall', close: false, markers },
    ...(about.many
      ? [
          { caption: 'From the opposite side', shows: 'mid-range', close: false, markers },
          ...markers.map((m, i) => ({
            caption: `Mark ${m.label}: ${kind.found[i]?.words ?? ''}`,
            shows: 'scale',
            close: true,
            markers: [m],
          })),
        ]
      : []),
  ] as const
  let number = 100 + about.n * 20
  for (const shot of shots) {
    desk.pass(2)
    // One frame was deleted on the camera: the wall says so.
    number += about.n === 24 && number === 100 + about.n * 20 + 1 ? 2 : 1
    const file = await desk.send(
      by,
      `DSCN${String(number).padStart(4, '0')}.JPG`,
      await drawScene({
        ground: kind.ground,
        night: about.n % 4 === 3,
        markers: shot.markers,
        close: shot.close,
        takenAt: desk.now(),
        latitude: about.at[0] + (chance.below(20) - 10) / 100_000,
        longitude: about.at[1] + (chance.below(20) - 10) / 100_000,
      }),
    )
    await desk.act(by, 'scenes.add-photograph', {
      attendance,
      file,
      capturedSha256: file,
      shows: shot.shows,
      caption: shot.caption,
    })
  }
}

async function findings(desk: Desk, by: Actor, attendance: string, kind: Kind, n: number): Promise<void> {
  const elements: object[] = [
    { kind: 'wall', x1: 1, y1: 1.5, x2: 11, y2: 1.5 },
    { kind: 'wall', x1: 1, y1: 1.5, x2: 1, y2: 7.5 },
    { kind: 'symbol', symbol: kind.symbol, x: 6.5, y: 4.4, turned: 30 },
  ]
  for (const [i, found] of kind.found.entries()) {
    desk.pass(4)
    const label = String(i + 1)
    const { id: mark } = await desk.act(by, 'scenes.mark-evidence', {
      attendance,
      label,
      words: found.words,
      spot: `${(1.2 + i * 1.7).toFixed(1)} m from the north wall`,
    })
    elements.push({
      kind: 'symbol',
      symbol: 'marker',
      x: 3 + i * 2.6,
      y: 5.6 + (i % 2),
      turned: 0,
      text: label,
      mark,
    })
    await desk.act(by, 'scenes.add-measurement', {
      attendance,
      from: 'North wall',
      to: `Mark ${label}`,
      value: (1.2 + i * 1.7).toFixed(2),
      unit: 'm',
      method: 'Tape',
      mark,
    })
    desk.pass(3)
    await desk.act(by, 'scenes.collect-item', {
      attendance,
      mark,
      description: found.words,
      type: found.type,
      how: found.how,
      packaging: { type: 'paper-envelope', condition: 'intact' },
      sealNumber: `S${40_000 + n * 10 + i}`,
    })
  }
  if (n % 3 !== 0 && n < 24) return
  await desk.act(by, 'scenes.add-sketch', {
    attendance,
    title: 'Plan view',
    drawing: {
      width: 12,
      height: 9,
      toScale: true,
      north: 15,
      elements: [
        ...elements,
        { kind: 'dimension', x1: 3, y1: 1.5, x2: 3, y2: 5.6, text: '1.20 m' },
        { kind: 'text', x: 1.4, y: 2.3, text: 'House' },
      ],
    },
  })
}

/** This morning: who is on call, and two calls that wait. */
async function tellToday(year: Year, desk: Desk): Promise<void> {
  const { cast, units, until } = year.world
  const day = dayOf(until)
  const duty = (username: string, as: string) => ({
    person: one(cast, username).id,
    duty: as,
    from: new Date(at(later(day, -3), 360)).toISOString(),
    until: new Date(at(later(day, 6), 360)).toISOString(),
  })
  await desk.act(one(cast, 'soc-head'), 'scenes.publish-roster', {
    unit: units.get('SOC-DG'),
    from: later(day, -3),
    until: later(day, 6),
    duties: [duty('scenes', 'first'), duty('scenes2', 'second'), duty('soc-head', 'supervisor')],
  })
  await call(year, desk, SCENES + 1, kinds[0] as Kind)
  desk.pass(12)
  await call(year, desk, SCENES + 2, kinds[1] as Kind)
}
