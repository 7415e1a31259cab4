/** Well-formed inputs for every operation of the portal. */
import { aCase, arrangeWords, type Ground } from '#modules/cases/examples.ts'

type Example = (lab: any) => unknown // oxlint-disable-line typescript/no-explicit-any
interface Peopled extends Ground {
  person(
    username: string,
    roles: readonly string[],
    where: { unit?: string | null | undefined },
  ): Promise<string>
  as(username: string): { do(operation: string, input: unknown): Promise<unknown> }
}
/** A new one each time: whoever is named is named once. */
const anOfficer = (lab: Peopled): Promise<string> =>
  lab.person(`follower-${lab.ground.newId().slice(-8)}`, ['officer'], { unit: lab.units.policeDangriga })
async function opened(lab: Ground): Promise<string> {
  await arrangeWords(lab)
  return ((await lab.arrange('cases.open-case', aCase())) as { id: string }).id
}
async function complained(lab: Ground): Promise<string> {
  return ((await lab.arrange('portal.complain', { text: 'Nobody answered' })) as { id: string }).id
}
/** Kinds of requests for records: a copy that costs, a subpoena that needs its number and is free for the prosecution. */
export async function recordKinds(lab: Ground): Promise<void> {
  const define = (code: string, en: string, es: string, data: object): Promise<unknown> =>
    lab
      .arrange('catalogue.define-code', { list: 'record-request', code, en, es, data })
      .catch(() => undefined)
  await lab
    .arrange('catalogue.define-list', {
      list: 'record-request',
      en: 'Requests for records',
      es: 'Solicitudes de documentos',
    })
    .catch(() => undefined)
  const fee = { fee: '25.00', per: 'request', currency: 'BZD', days: 10 }
  await define('copy', 'Copy of a certificate', 'Copia de un certificado', {
    ...fee,
    proof: ['account', 'document'],
  })
  await define('subpoena', 'Subpoena', 'Citación', {
    ...fee,
    authority: true,
    free: ['prosecution', 'court'],
  })
}
async function recordsAsked(lab: Ground): Promise<string> {
  await recordKinds(lab)
  const asker = { name: 'A. Coye', proof: 'document', document: 'Passport P-1' }
  const asked = { kind: 'copy', numbers: 'DG-7', text: 'The certificate', asker }
  const username = `asks-${lab.ground.newId().slice(-8)}`
  await (lab as Peopled).person(username, ['evidence-officer'], { unit: lab.units.counter })
  return ((await (lab as Peopled).as(username).do('portal.ask-for-records', asked)) as { id: string }).id
}
const stage = (code: string, en: string, es: string, data: object) => ({
  list: 'kit-stage',
  code,
  en,
  es,
  data,
})
/** Stages of a kit from the hospital on; without a first agency, whoever asks may begin. */
export async function kitStages(
  lab: Ground,
  first = ['health', 'service', 'police', 'prosecution', 'laboratory'],
): Promise<void> {
  await lab
    .arrange('catalogue.define-list', { list: 'kit-stage', en: 'Stages of a kit', es: 'Etapas de un kit' })
    .catch(() => undefined)
  for (const code of [
    stage('collected', 'Collected', 'Recogido', { order: 1, agencies: first, days: 2 }),
    stage('picked-up', 'Picked up by the police', 'Recogido por la policía', {
      order: 2,
      agencies: ['police'],
      days: 3,
    }),
    stage('received', 'Received at the laboratory', 'Recibido', {
      order: 3,
      agencies: ['service'],
      days: 30,
    }),
    stage('examined', 'Examined', 'Examinado', { order: 4, agencies: ['service'] }),
    stage('disposed', 'Disposed of', 'Con disposición final', { order: 5, agencies: ['police'], end: true }),
  ])
    await lab.arrange('catalogue.define-code', code).catch(() => undefined)
}
const nothing = '01890a5d-ac96-774b-bcce-b302099a8057'
export const examples: Record<string, Example> = {
  'portal.ask-question': async (lab: Ground) => ({ case: await opened(lab), text: 'Is it ready?' }),
  'portal.case-status': async (lab: Ground) => ({ case: await opened(lab) }),
  'portal.answer-question': async (lab: Ground) => ({
    question: (
      (await lab.arrange('portal.ask-question', { case: await opened(lab), text: 'Is it ready?' })) as {
        id: string
      }
    ).id,
    text: 'On Friday',
  }),
  'portal.begin-kit': async (lab: Ground) => {
    await kitStages(lab)
    return { serial: `SAK-${lab.ground.newId().slice(-8)}`, to: lab.units.policeDangriga }
  },
  'portal.scan-kit': () => ({ serial: 'SAK-0001' }),
  'portal.kits': async (lab: Ground) => {
    await kitStages(lab)
    return { show: 'all' }
  },
  'portal.ask-for-records': async (lab: Ground) => {
    await recordKinds(lab)
    return { kind: 'copy', numbers: 'DG-7', text: 'The certificate' }
  },
  'portal.record-requests': () => ({ show: 'all' }),
  'portal.decide-records': async (lab: Ground) => ({
    request: await recordsAsked(lab),
    decision: 'refused',
    reason: 'Not before the hearing',
  }),
  'portal.next-of-kin': async (lab: Ground) => ({ request: await recordsAsked(lab), reports: nothing }),
  'portal.release-records': async (lab: Ground) => ({ request: await recordsAsked(lab) }),
  'portal.charges': () => ({}),
  'portal.record-payment': () => ({ charge: nothing, receipt: 'R-1' }),
  'portal.waive-charge': () => ({ charge: nothing, words: 'Next of kin' }),
  'portal.put-up-banner': () => ({
    en: 'The counter is closed on Monday',
    es: 'La recepción está cerrada el lunes',
    until: '2099-01-01T06:00:00Z',
  }),
  'portal.take-down-banner': async (lab: Ground) => ({
    banner: (
      (await lab.arrange('portal.put-up-banner', {
        en: 'Closed',
        es: 'Cerrado',
        until: '2099-01-01T06:00:00Z',
      })) as { id: string }
    ).id,
  }),
  'portal.search-cases': () => ({ number: 'DG-7' }),
  'portal.name-follower': async (lab: Peopled) => ({
    case: await opened(lab),
    person: await anOfficer(lab),
    follows: 'copy',
  }),
  'portal.end-follower': async (lab: Peopled) => {
    const at = { case: await opened(lab), person: await anOfficer(lab) }
    const username = `director-${lab.ground.newId().slice(-8)}`
    await lab.person(username, ['director'], { unit: null })
    await lab.as(username).do('portal.name-follower', { ...at, follows: 'informed' })
    return at
  },
  'portal.book-appointment': async (lab: Ground) => ({
    counter: lab.units.counter,
    at: '2030-01-07T15:00:00Z',
  }),
  'portal.withdraw-appointment': () => ({ appointment: '01890a5d-ac96-774b-bcce-b302099a8057' }),
  'portal.free-times': (lab: Ground) => ({ counter: lab.units.counter, day: '2030-01-07' }),
  'portal.choose-notices': () => ({ choices: [{ kind: 'portal.notice-question', mail: false }] }),
  'portal.ask-for-help': (lab: Ground) => ({ unit: lab.units.chemistry, text: 'How is a wet shirt packed?' }),
  'portal.complain': () => ({ text: 'Nobody answered for a month' }),
  'portal.answer-help': async (lab: Ground) => ({ help: await complained(lab), text: 'We look into it' }),
  'portal.close-help': async (lab: Ground) => ({ help: await complained(lab), outcome: 'upheld' }),
  'portal.rate-service': async (lab: Ground) => ({ case: await opened(lab), score: 4, text: 'Quick' }),
}
