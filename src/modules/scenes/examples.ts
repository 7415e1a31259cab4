/** Well-formed inputs for every operation of scenes, and the people and pictures of which its stories are told. */
import { aCase } from '#modules/cases/examples.ts'
import { arrangeWords as arrangeEvidenceWords } from '#modules/evidence/examples.ts'

interface Voice {
  readonly id?: string | undefined
  do(operation: string, input: unknown, telling?: object): Promise<any> // oxlint-disable-line typescript/no-explicit-any
  upload(bytes: Uint8Array, name?: string): Promise<any> // oxlint-disable-line typescript/no-explicit-any
}
/** The part of the story harness that examples use. */
export interface Ground {
  arrange(operation: string, input: unknown): Promise<any> // oxlint-disable-line typescript/no-explicit-any
  person(username: string, roles: readonly string[], where?: object): Promise<string>
  as(username: string): Voice
  readonly units: Readonly<Record<string, string>>
  readonly ground: { newId(): string; now(): string }
}
type Example = (lab: any) => unknown // oxlint-disable-line typescript/no-explicit-any

const words = [
  ['scene-type', 'homicide', 'Homicide', 'Homicidio'],
  ['scene-type', 'vehicle', 'Vehicle examination', 'Examen de vehículo'],
  ['scene-type', 'road', 'Road incident', 'Incidente vial'],
  ['scene-decline-reason', 'no-people', 'Nobody free', 'No hay nadie libre'],
] as const
export async function arrangeWords(lab: Ground): Promise<void> {
  await arrangeEvidenceWords(lab as never)
  const define = (list: string, code: string, en: string, es: string, data: object): Promise<unknown> =>
    lab.arrange('catalogue.define-code', { list, code, en, es, data }).catch(() => undefined)
  await define('item-type', 'vehicle', 'Vehicle', 'Vehículo', { class: 'vehicle' })
  await lab
    .arrange('catalogue.define-list', { list: 'identity-card', en: 'Identity card', es: 'Cédula' })
    .catch(() => undefined)
  await define(
    'identity-card',
    'number-only',
    'Card whose code is its number',
    'Tarjeta cuyo código es su número',
    {
      least: 6,
      most: 12,
    },
  )
  for (const [list, code, en, es] of words) {
    await lab.arrange('catalogue.define-list', { list, en: list, es: list }).catch(() => undefined)
    await lab.arrange('catalogue.define-code', { list, code, en, es, data: {} }).catch(() => undefined)
  }
}
/** What is looked for at every scene, and what only where somebody was shot. */
export const checklistQuestions = [
  {
    key: 'cordon',
    kind: 'yes-no',
    en: 'Cordon stands before anybody enters',
    es: 'El cordón está puesto antes de entrar',
    required: true,
  },
  { key: 'weather', kind: 'text', en: 'Weather', es: 'Clima' },
]

export interface Unit {
  readonly office: string
  readonly technician: string
  readonly second: string
  readonly head: string
}
const units = new WeakMap<object, Promise<Unit>>()
/** Once for a laboratory: an office for scenes with two technicians and their head. */
export function unitOf(lab: Ground): Promise<Unit> {
  const known = units.get(lab) ?? makeUnit(lab)
  units.set(lab, known)
  return known
}
async function makeUnit(lab: Ground): Promise<Unit> {
  await arrangeWords(lab)
  const { id: agency } = await lab.arrange('identity.register-agency', {
    name: 'Scenes of Crime',
    shortName: `SOC${lab.ground.newId().slice(-4)}`,
    kind: 'service',
  })
  const { id: office } = await lab.arrange('identity.add-unit', {
    agency,
    name: 'Scenes of Crime, Dangriga',
    code: `SOC-${lab.ground.newId().slice(-6).toUpperCase()}`,
    kind: 'office',
  })
  await lab
    .arrange('catalogue.define-form', {
      key: 'scene.first-look',
      en: 'First look',
      es: 'Primera mirada',
      use: 'scene-checklist',
      questions: checklistQuestions,
    })
    .catch(() => undefined)
  return {
    office,
    technician: await lab.person('tessa', ['scene-technician'], { unit: office, name: 'Tessa Cal' }),
    second: await lab.person('uriel', ['scene-technician'], { unit: office, name: 'Uriel Mai' }),
    head: await lab.person('hector', ['section-head'], { unit: office, name: 'Hector Pop' }),
  }
}

export const aPlace = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  sceneType: 'homicide',
  place: 'Yard behind 14 Pen Road',
  ...more,
})
export async function called(lab: Ground): Promise<{ callOut: string; case: string; unit: Unit }> {
  const unit = await unitOf(lab)
  const { id, case: file } = await lab.as('hector').do('scenes.receive-call-out', {
    newCase: aCase(),
    unit: unit.office,
    ...aPlace({ caller: { name: 'Sgt. Choc', where: 'Dangriga police' } }),
  })
  return { callOut: id, case: file.id, unit }
}
export type Stage = 'opened' | 'arrived' | 'left' | 'signed'
/** An attendance of Tessa's, as far as `stage`; whoever is arranging may write in it too. */
export async function attended(
  lab: Ground,
  stage: Stage = 'arrived',
): Promise<{ attendance: string; number: string; case: string; unit: Unit }> {
  const { callOut, case: file, unit } = await called(lab)
  await lab.as('hector').do('scenes.dispatch', { callOut, people: [unit.technician, unit.second] })
  const tessa = lab.as('tessa')
  const { id, number } = await tessa.do('scenes.open-attendance', { callOut, ...aPlace() })
  const at = { attendance: id as string, number: number as string, case: file, unit }
  if (stage === 'opened') return at
  await tessa.do('scenes.arrive', { attendance: id })
  if (stage === 'arrived') return at
  await tessa.do('scenes.leave-scene', { attendance: id, to: 'PC Choc' })
  if (stage === 'left') return at
  await tessa.do('scenes.sign-scene-record', { attendance: id }, { stepUp: true })
  return at
}
/** The smallest picture that is one: a grey point as PNG. */
export const aPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)
export const aDrawing = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  width: 12,
  height: 8,
  toScale: true,
  north: 20,
  elements: [
    { kind: 'wall', x1: 1, y1: 1, x2: 11, y2: 1 },
    { kind: 'symbol', symbol: 'body', x: 6, y: 4, turned: 40 },
    { kind: 'symbol', symbol: 'marker', x: 7.5, y: 4.2, turned: 0, text: '1' },
    { kind: 'dimension', x1: 6, y1: 4, x2: 6, y2: 1, text: '3.02 m' },
  ],
  ...more,
})
export const aFind = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  description: 'Cartridge case, 9 mm, brass',
  type: 'plant-material',
  packaging: { type: 'envelope', colour: 'white', size: 'a4', condition: 'good' },
  sealNumber: 'S-1001',
  how: 'Tweezers',
  ...more,
})
export interface Booked {
  readonly case: string
  readonly vehicle: string
  readonly number: string
  readonly bay: string
  readonly booking: string
}
/** A car that Tessa collected at a scene, and a bay that is kept for it from now on for two days. */
export async function booked(lab: Ground): Promise<Booked> {
  const { attendance, case: file, unit } = await attended(lab)
  const tessa = lab.as('tessa')
  const car = { attendance, ...aFind({ description: 'Red car', type: 'vehicle', sealNumber: null }) }
  const { id: vehicle, number } = await tessa.do('scenes.collect-item', car)
  const { id: bay } = await lab.arrange('evidence.define-location', {
    code: `BAY-${lab.ground.newId().slice(-6)}`,
    name: 'Vehicle bay',
    kind: 'room',
    unit: unit.office,
    capacity: 1,
  })
  const { id: booking } = await tessa.do('scenes.book-bay', {
    thing: vehicle,
    place: bay,
    ...hoursFrom(lab, 0, 48),
  })
  return { case: file, vehicle, number, bay, booking }
}
export const hoursFrom = (lab: Ground, from: number, until: number): { from: string; until: string } => {
  const at = (hours: number): string =>
    new Date(Date.parse(lab.ground.now()) + hours * 3_600_000).toISOString()
  return { from: at(from), until: at(until) }
}
/** The vehicle of a booking as far as its record is signed. */
export async function examined(lab: Ground): Promise<Booked & { attendance: string }> {
  const b = await booked(lab)
  const tessa = lab.as('tessa')
  const { id: attendance } = await tessa.do('scenes.examine-vehicle', {
    booking: b.booking,
    sceneType: 'vehicle',
  })
  await tessa.do('scenes.arrive', { attendance })
  await tessa.do('scenes.leave-scene', { attendance })
  await tessa.do('scenes.sign-scene-record', { attendance }, { stepUp: true })
  return { ...b, attendance }
}
/** The specimen of ICAO Doc 9303, part 4. */
export const aPassport =
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'

async function pictured(
  lab: Ground,
  at: { attendance: string },
): Promise<{ photograph: string; file: string }> {
  const { body } = await lab.as('tessa').upload(aPicture, 'DSC_0001.PNG')
  const { id } = await lab.as('tessa').do('scenes.add-photograph', {
    attendance: at.attendance,
    file: body.sha256,
    caption: 'The yard from the gate',
  })
  return { photograph: id, file: body.sha256 }
}
const on =
  (
    input: (at: Awaited<ReturnType<typeof attended>>, lab: Ground) => unknown,
    stage: Stage = 'arrived',
  ): Example =>
  async (lab: Ground) =>
    input(await attended(lab, stage), lab)
const calling =
  (input: (at: Awaited<ReturnType<typeof called>>) => unknown): Example =>
  async (lab: Ground) =>
    input(await called(lab))

export const examples: Record<string, Example> = {
  'scenes.receive-call-out': async (lab: Ground) => ({
    newCase: aCase(),
    unit: (await unitOf(lab)).office,
    ...aPlace(),
  }),
  'scenes.dispatch': calling(({ callOut, unit }) => ({ callOut, people: [unit.technician] })),
  'scenes.decline-call-out': calling(({ callOut }) => ({ callOut, code: 'no-people' })),
  'scenes.publish-roster': async (lab: Ground) => {
    const unit = await unitOf(lab)
    return {
      unit: unit.office,
      from: '2026-11-02',
      until: '2026-11-08',
      duties: [
        {
          person: unit.technician,
          duty: 'first',
          from: '2026-11-02T12:00:00Z',
          until: '2026-11-03T12:00:00Z',
        },
      ],
    }
  },
  'scenes.call-outs': () => ({ limit: 20 }),
  'scenes.on-call': () => ({}),
  'scenes.what-is-missing': () => ({ limit: 20 }),
  'scenes.prove-files': async (lab: Ground) => ({
    sha256: (await pictured(lab, await attended(lab))).file,
  }),
  'scenes.open-attendance': calling(({ callOut }) => ({ callOut, ...aPlace() })),
  'scenes.arrive': on(({ attendance }) => ({ attendance }), 'opened'),
  'scenes.log-entry': on(({ attendance }) => ({
    attendance,
    kind: 'entered',
    name: 'Dr. Chi',
    why: 'Examines',
  })),
  'scenes.complete-checklist': on(({ attendance }) => ({ attendance, answers: { cordon: true } })),
  'scenes.mark-evidence': on(({ attendance }) => ({ attendance, label: '1', words: 'Cartridge case' })),
  'scenes.add-photograph': on(async ({ attendance }, lab) => ({
    attendance,
    file: (await lab.as('tessa').upload(aPicture, 'DSC_0001.PNG')).body.sha256,
  })),
  'scenes.annotate-photograph': on(async (at, lab) => ({
    photograph: (await pictured(lab, { attendance: at.attendance })).photograph,
    shapes: [{ kind: 'arrow', x1: 0.1, y1: 0.1, x2: 0.5, y2: 0.5, text: 'Case' }],
  })),
  'scenes.add-sketch': on(({ attendance }) => ({ attendance, title: 'Yard', drawing: aDrawing() })),
  'scenes.add-measurement': on(({ attendance }) => ({
    attendance,
    from: 'North-east corner of the house',
    to: 'Mark 1',
    value: '3.02',
    unit: 'm',
  })),
  'scenes.collect-item': on(({ attendance }) => ({ attendance, ...aFind() })),
  'scenes.announce-collected': on(async ({ attendance }, lab) => {
    await lab.as('tessa').do('scenes.collect-item', { attendance, ...aFind() })
    return { attendance, to: (lab as never as { units: Record<string, string> }).units.counter }
  }),
  'scenes.lift-print': on(({ attendance }) => ({
    attendance,
    description: 'Print on the glass of the door',
    surface: 'Glass',
    method: 'Powder and tape',
  })),
  'scenes.record-statement': on(({ attendance }) => ({
    attendance,
    name: 'A neighbour',
    words: 'I heard three shots at about ten.',
  })),
  'scenes.record-identity': on(({ attendance }) => ({
    attendance,
    raw: aPassport,
    role: 'witness',
    name: 'Anna Maria Eriksson',
    born: '1974-08-12',
    document: 'L898902C3',
  })),
  'scenes.book-bay': async (lab: Ground) => {
    const { vehicle, bay } = await booked(lab)
    return { thing: vehicle, place: bay, ...hoursFrom(lab, 72, 96) }
  },
  'scenes.cancel-bay': async (lab: Ground) => ({ booking: (await booked(lab)).booking }),
  'scenes.bays': () => ({ days: 7 }),
  'scenes.examine-vehicle': async (lab: Ground) => ({
    booking: (await booked(lab)).booking,
    sceneType: 'vehicle',
  }),
  'scenes.release-vehicle': async (lab: Ground) => ({
    attendance: (await examined(lab)).attendance,
    outsider: { name: 'Owner of the car', document: 'Licence 000123' },
  }),
  'scenes.leave-scene': on(({ attendance }) => ({ attendance, to: 'PC Choc' })),
  'scenes.correct-entry': on(async ({ attendance }, lab) => {
    const { id } = await lab
      .as('tessa')
      .do('scenes.mark-evidence', { attendance, label: '1', words: 'Cartridge case' })
    return { attendance, kind: 'mark', entry: id, becomes: { words: 'Two cartridge cases' } }
  }),
  'scenes.settle-conflict': on(async ({ attendance }, lab) => {
    const mark = (who: string, words: string) =>
      lab.as(who).do('scenes.mark-evidence', { attendance, label: '7', words })
    const { id } = await mark('tessa', 'Knife')
    await mark('uriel', 'Shoe')
    return { attendance, conflict: 'mark:7', keeps: id, words: 'The knife was marked first' }
  }),
  'scenes.sign-scene-record': on(({ attendance }) => ({ attendance }), 'left'),
  'scenes.amend-scene-record': on(({ attendance }) => ({ attendance }), 'signed'),
  'scenes.allocate-labels': async (lab: Ground) => ({ count: 3, unit: (await unitOf(lab)).office }),
  'scenes.find-attendances': () => ({ limit: 20 }),
  'scenes.get-attendance': on(({ attendance }) => ({ attendance })),
  'scenes.photographs': on(({ attendance }) => ({ attendance })),
  'scenes.photograph': on(async (at, lab) => ({
    photograph: (await pictured(lab, { attendance: at.attendance })).photograph,
  })),
  'scenes.contact-sheet': on(({ attendance }) => ({ attendance })),
  'scenes.thumbnail': on(async (at, lab) => ({
    photograph: (await pictured(lab, { attendance: at.attendance })).photograph,
  })),
  'scenes.side-car': on(async (at, lab) => ({
    photograph: (await pictured(lab, { attendance: at.attendance })).photograph,
  })),
  'scenes.sketch-file': on(async ({ attendance }, lab) => ({
    sketch: (
      await lab.as('tessa').do('scenes.add-sketch', { attendance, title: 'Yard', drawing: aDrawing() })
    ).sketch,
  })),
  'scenes.statement-file': on(async ({ attendance }, lab) => {
    const { body } = await lab.as('tessa').upload(Buffer.from('spoken'), 'statement.ogg')
    return {
      statement: (
        await lab
          .as('tessa')
          .do('scenes.record-statement', { attendance, name: 'A neighbour', file: body.sha256 })
      ).id,
    }
  }),
  'scenes.scene-record': on(({ attendance }) => ({ attendance }), 'signed'),
  'scenes.check-fixity': () => ({ most: 10 }),
  'scenes.fixity-reports': () => ({}),
  'scenes.print-form': on(({ attendance }) => ({ attendance, kind: 'exhibits', lines: 3 })),
  'scenes.paper-form': on(async ({ attendance }, lab) => ({
    form: (await lab.as('tessa').do('scenes.print-form', { attendance, kind: 'log' })).id,
  })),
  'scenes.read-form': on(async ({ attendance }, lab) => ({
    code: (await lab.as('tessa').do('scenes.print-form', { attendance, kind: 'checklist' })).code,
  })),
  'scenes.label-sheet': async (lab: Ground) => ({
    roll: (
      await (await unitOf(lab), lab.as('tessa')).do('scenes.allocate-labels', {
        count: 2,
      })
    ).id,
  }),
}
