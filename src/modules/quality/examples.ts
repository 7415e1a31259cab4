/** Well-formed inputs for operations of quality, and builders for stories: a method, a person who may do it, a balance, a lot. */

/** The part of the story harness that examples use. */
interface Ground {
  arrange(operation: string, input: unknown): Promise<{ id: string }>
  readonly ground: { newId(): string; now(): string }
}
type Example = (lab: Ground) => unknown

let count = 0
const word = (stem: string): string => `${stem}-${(count += 1)}`

export const worksheet = {
  steps: [
    { key: 'weighing', en: 'Weighing', es: 'Pesaje', kind: 'weighing', equipment: ['balance'] },
    {
      key: 'colour',
      en: 'Colour test',
      es: 'Prueba de color',
      kind: 'observation',
      technique: 'colour',
      fields: [{ key: 'colour', en: 'Colour', es: 'Color', type: 'text' }],
    },
    { key: 'gc-ms', en: 'GC-MS', es: 'GC-MS', kind: 'run', technique: 'gc-ms' },
  ],
}
export const techniques = [
  { key: 'gc-ms', title: 'Mass spectrometry', category: 'A', principle: 'mass-spectrometry' },
  { key: 'colour', title: 'Colour test', category: 'C', principle: 'colour-test' },
]

/** A method with a version in force since 2025. */
export async function makeMethod(
  lab: Ground,
  code = word('M'),
  discipline = 'drugs',
): Promise<{ method: string; version: string; code: string }> {
  const method = (
    await lab.arrange('quality.register-method', { code, title: 'Method', titleEs: 'Método', discipline })
  ).id
  const version = (
    await lab.arrange('quality.issue-method-version', { method, worksheet, techniques, from: '2025-01-06' })
  ).id
  return { method, version, code }
}
export async function authorise(
  lab: Ground,
  person: string,
  method: string,
  as: 'analyst' | 'reviewer',
  until: string | null = null,
): Promise<string> {
  return (await lab.arrange('quality.authorise-person', { person, method, as, from: '2025-01-06', until })).id
}
/** A balance with a calibration that is due on a day. */
export async function makeBalance(lab: Ground, due = '2027-12-31', code = word('BAL')): Promise<string> {
  const equipment = (
    await lab.arrange('quality.register-equipment', { code, kind: 'balance', name: 'Balance' })
  ).id
  await lab.arrange('quality.record-calibration', {
    equipment,
    outcome: 'passed',
    on: '2026-01-12',
    due,
    uncertainty: { value: '0.001', unit: 'g', k: '2' },
  })
  return equipment
}
export async function makeLot(
  lab: Ground,
  expires: string | null = '2028-01-31',
  verified = true,
): Promise<string> {
  const lot = (
    await lab.arrange('quality.receive-lot', {
      number: word('L'),
      material: 'marquis',
      name: 'Marquis reagent',
      received: '2026-01-12',
      expires,
    })
  ).id
  if (verified)
    await lab.arrange('quality.verify-lot', {
      lot,
      outcome: 'verified',
      why: 'Same colours as the lot before',
    })
  return lot
}
const somebody = async (lab: Ground): Promise<string> =>
  (await lab.arrange('identity.add-person', { name: word('Person') })).id
const deviation = {
  text: 'BAL-03 is used while its calibration is late',
  why: 'The calibrator comes next week',
  until: '2026-12-31',
}

export const examples: Record<string, Example> = {
  'quality.register-method': () => ({
    code: word('M'),
    title: 'Method',
    titleEs: 'Método',
    discipline: 'drugs',
  }),
  'quality.issue-method-version': async (lab) => ({
    method: (await makeMethod(lab)).method,
    worksheet,
    techniques,
    from: '2026-11-02',
  }),
  'quality.authorise-person': async (lab) => ({
    person: await somebody(lab),
    method: (await makeMethod(lab)).method,
    as: 'analyst',
    from: '2026-11-02',
    until: '2027-11-01',
  }),
  'quality.withdraw-authorisation': async (lab) => ({
    authorisation: await authorise(lab, await somebody(lab), (await makeMethod(lab)).method, 'analyst'),
    why: 'Left the section',
  }),
  'quality.record-competence': async (lab) => ({
    person: await somebody(lab),
    kind: 'training',
    outcome: 'passed',
    on: '2026-10-01',
  }),
  'quality.register-equipment': () => ({ code: word('EQ'), kind: 'balance', name: 'Balance' }),
  'quality.record-calibration': async (lab) => ({
    equipment: await makeBalance(lab),
    outcome: 'passed',
    on: '2026-10-01',
    due: '2027-10-01',
  }),
  'quality.take-out-of-service': async (lab) => ({ equipment: await makeBalance(lab), why: 'Drifts' }),
  'quality.return-to-service': async (lab) => {
    const equipment = await makeBalance(lab)
    await lab.arrange('quality.take-out-of-service', { equipment, why: 'Drifts' })
    return { equipment, why: 'Repaired; the check weights are within limits' }
  },
  'quality.receive-lot': () => ({
    number: word('L'),
    material: 'marquis',
    name: 'Marquis reagent',
    received: '2026-10-01',
    expires: '2027-10-01',
  }),
  'quality.verify-lot': async (lab) => ({
    lot: await makeLot(lab, null, false),
    outcome: 'verified',
    why: 'Same colours as the lot before',
  }),
  'quality.withdraw-lot': async (lab) => ({ lot: await makeLot(lab), why: 'Turned brown' }),
  'quality.grant-deviation': () => deviation,
  'quality.end-deviation': async (lab) => ({
    deviation: (await lab.arrange('quality.grant-deviation', deviation)).id,
    why: 'The calibrator came',
  }),
  'quality.raise-nonconformity': () => ({
    kind: 'equipment',
    text: 'The balance was used after its day',
    found: '2026-10-01',
  }),
  'quality.get-method': async (lab) => ({ code: (await makeMethod(lab)).code }),
  'quality.list-methods': () => ({}),
  'quality.who-may-do': async (lab) => ({ code: (await makeMethod(lab)).code }),
  'quality.list-equipment': () => ({}),
  'quality.list-lots': () => ({}),
  'quality.lot-history': async (lab) => ({ lot: await makeLot(lab) }),
  'quality.what-is-due': () => ({ days: 60 }),
  'quality.clause-evidence': () => ({ from: '2026-01-01' }),
  'quality.affected-by': async (lab) => ({ thing: await makeBalance(lab) }),
}
