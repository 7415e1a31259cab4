/** A death at each of its stages, as the people of the office bring it there. */
import { concluded, examined as examinedAtBench } from '#modules/results/examples.ts'
import { sectionOf } from '#modules/work/examples.ts'
import { type Ground, officeOf } from './office.ts'

export const aCall = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  way: 'telephone',
  caller: { kind: 'police', name: 'Cpl Damion Palacio', phone: '501-600-0000', where: 'the nearest station' },
  setting: 'home',
  circumstances: [],
  name: 'Rodolfo Novelo',
  sex: 'male',
  age: { value: 58, unit: 'years' },
  found: { on: '2026-11-02', time: '06:40', text: 'Ecumenical Drive', byWhom: 'A neighbour' },
  words: 'Found in bed by a neighbour.',
  answers: { safe: { value: true }, moved: { absent: 'unknown' } },
  ...more,
})

export interface Told {
  readonly death: string
  readonly call: string
  readonly number?: string
}
export async function told(lab: Ground, more: Record<string, unknown> = {}): Promise<Told> {
  await officeOf(lab)
  const { id, number } = await lab.as('isela').do('death.take-call', aCall(more))
  return { death: id, call: number }
}
export async function accepted(
  lab: Ground,
  more: Record<string, unknown> = {},
  decision: Record<string, unknown> = {},
): Promise<Required<Told>> {
  const known = await told(lab, more)
  const { number } = await lab.as('hugo').do('death.accept-jurisdiction', {
    death: known.death,
    profile: 'coroner',
    authority: { kind: 'order', number: 'CO-114', by: 'Magistrate Sharon Fraser' },
    ...decision,
  })
  return { ...known, number }
}

/** A body in a place of the morgue (the table has room for many). */
export async function received(
  lab: Ground,
  more: Record<string, unknown> = {},
  place = 'TABLE',
): Promise<Required<Told> & { thing: string }> {
  const { places } = await officeOf(lab)
  const known = await accepted(lab, more)
  const body = await lab.as('norris').do('death.receive-body', {
    death: known.death,
    place: places[place],
    broughtBy: 'Mortuary van, R. Pott',
    broughtFrom: 'Ecumenical Drive',
  })
  return { ...known, thing: body.thing }
}
export const anIdentity = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  state: 'confirmed',
  method: 'dna',
  name: 'Rodolfo Novelo',
  saidBy: { name: 'Dr Hugo Escalante', relation: 'pathologist' },
  ...more,
})
/** Everything cleared: known, on its papers. */
export async function ready(lab: Ground, more: Record<string, unknown> = {}) {
  const known = await received(lab, more)
  await lab.as('hugo').do('death.identify-decedent', { death: known.death, ...anIdentity() })
  await lab.as('isela').do('death.record-paper', {
    death: known.death,
    kind: 'burial-order',
    state: 'approved',
    number: 'BO-77',
    by: 'Magistrate Fraser',
  })
  return known
}
export const aRelative = { name: 'Maria Novelo', document: 'Social security card 000123' }
/** Given to the family and laid to rest. */
export async function buried(lab: Ground, death: string): Promise<void> {
  await lab.as('norris').do('death.release-body', { death, to: aRelative, kind: 'relative' })
  await lab
    .as('isela')
    .do('death.record-burial', { death, kind: 'buried', on: '2026-11-02', place: 'Lord Ridge Cemetery' })
}
export const anExhumation = (death: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  death,
  order: {
    kind: 'prosecution',
    by: 'Director of Public Prosecutions',
    number: 'EX-3',
    on: '2026-11-02',
    why: 'New word of a witness',
  },
  on: '2026-11-02',
  place: 'Lord Ridge Cemetery',
  takenBy: 'Mortuary van, R. Pott',
  knownBy: 'Plate on the coffin and the wristband',
  present: 'His wife and Cpl Palacio',
  ...more,
})
export async function missed(
  lab: Ground,
  more: Record<string, unknown> = {},
): Promise<{ id: string; number: string }> {
  await officeOf(lab)
  return lab.as('isela').do('death.register-missing', {
    name: 'Placido Teul',
    sex: 'male',
    ageFrom: 30,
    ageTo: 36,
    seenOn: '2026-10-20',
    reportedBy: { name: 'Elena Teul', relation: 'mother', phone: '501-610-0000' },
    features: [{ kind: 'tattoo', site: 'left-arm', words: 'Anchor with the name Elena' }],
    ...more,
  })
}

/** An examination that has begun, in the hands of Dr Escalante. */
export async function examined(lab: Ground, more: Record<string, unknown> = {}, kind = 'full') {
  const known = await received(lab, more)
  const ordered = await lab.as('hugo').do('death.order-examination', { death: known.death, kind })
  await lab
    .as('hugo')
    .do('death.start-examination', { examination: ordered.id, statureCm: '172', weightKg: '71.5' })
  return { ...known, examination: ordered.id as string, request: ordered.request as string }
}
export async function finished(lab: Ground, more: Record<string, unknown> = {}) {
  const known = await examined(lab, more)
  await lab.as('hugo').do('death.record-finding', {
    examination: known.examination,
    section: 'death.external',
    answers: { clothing: { value: 'Blue shirt, torn' } },
  })
  await lab.as('hugo').do('death.finish-examination', { examination: known.examination })
  return known
}
/** Blood of a dead person at the bench: ordered, examined, concluded and passed by a second analyst. */
export async function analysed(lab: Ground, more: Record<string, unknown> = {}) {
  await sectionOf(lab as never)
  const known = await examined(lab, more)
  const blood = await lab.as('hugo').do('death.take-specimen', {
    examination: known.examination,
    kind: 'blood-femoral',
    site: 'Left femoral vein',
    container: 'Glass tube',
    additive: 'Fluoride and oxalate',
  })
  const order = await lab.as('hugo').do('death.order-toxicology', {
    examination: known.examination,
    things: [blood.id],
    unit: lab.units['chemistry'],
    discipline: 'drugs',
    question: 'drugs-in-blood',
  })
  const { people, version } = await sectionOf(lab as never)
  await lab.as('marva').do('work.accept-request', { request: order.request })
  await lab.as('marva').do('work.assign-request', {
    request: order.request,
    assignee: people.analyst,
    methodVersion: version,
    reviewer: people.second,
  })
  await lab.as('eugenio').do('work.start-work', { request: order.request })
  const sheet = await lab.as('eugenio').do('results.start-worksheet', { request: order.request })
  const about = { worksheet: sheet.id as string, item: blood.id as string }
  const at = { ...about, about, section: await sectionOf(lab as never) }
  await examinedAtBench(lab as never, at as never)
  const { id } = await concluded(lab as never, at as never)
  return {
    ...known,
    thing: blood.id as string,
    request: order.request as string,
    order: order.number as string,
    worksheet: sheet.id as string,
    conclusion: id,
  }
}
/** The second analyst passes what stands on the worksheet. */
export const passed = (lab: Ground, worksheet: string): Promise<unknown> =>
  lab.as('ingrid').do('results.review-technically', { worksheet, findings: [] }, { stepUp: true })
export const aCause = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  status: 'final',
  lines: [
    { text: 'Haemopericardium', interval: { value: 'minutes' } },
    { text: 'Rupture of acute myocardial infarct', interval: { value: '2 days' } },
    { text: 'Coronary atherosclerosis', interval: { value: '10 years' } },
  ],
  other: 'Diabetes mellitus',
  tobacco: 'yes',
  ...more,
})
