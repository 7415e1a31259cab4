/** Well-formed inputs for every operation of exchange; what is needed first is arranged on the way. */
import { arrangeWords, type Ground } from '#modules/cases/examples.ts'
import { received as submitted } from '#modules/evidence/examples.ts'
import { aCause, analysed, passed, received } from '#modules/death/examples.ts'

type Standing = Ground & Parameters<typeof received>[0]
type Example = (lab: Standing) => unknown

/** A death whose cause and manner stand. */
export async function certifiedDeath(
  lab: Parameters<typeof received>[0],
): Promise<{ death: string; number: string }> {
  const known = await received(lab)
  await lab.as('hugo').do('death.certify-cause', { death: known.death, ...aCause() })
  await lab.as('hugo').do('death.give-manner', { death: known.death, manner: 'natural' })
  return known
}

export const aMap = {
  kind: 'cases',
  source: 'old-register',
  key: { column: 'No' },
  fields: {
    number: 'No',
    title: { text: '{Offence}, {Village}' },
    type: { constant: 'criminal' },
    incident: { on: 'Date' },
    aliases: [{ kind: 'police', text: 'No' }],
  },
} as const
const none = '0'.repeat(64)
const row = (no: string) => ({
  line: 2,
  key: no,
  raw: { No: no },
  doubts: [],
  number: no,
  case: { title: 'Robbery, Hopkins', type: 'criminal' },
})

async function begun(lab: Ground, rowsIn = 1): Promise<string> {
  await arrangeWords(lab)
  return (
    await lab.arrange('exchange.begin-import', {
      fileName: 'register.csv',
      file: none,
      map: aMap,
      rowsIn,
      dryRun: false,
    })
  ).id as string
}

/** A case as a system of the police sends it. */
export const aSentCase = (number: string, more: Record<string, unknown> = {}) => ({
  number,
  kind: 'police',
  office: 'DG',
  type: 'criminal',
  title: 'Robbery at the market',
  ...more,
})
async function aCaseOf(lab: Ground): Promise<string> {
  await arrangeWords(lab)
  return (await lab.arrange('cases.open-case', { title: 'Robbery', type: 'criminal' })).id as string
}
/** From an office that nobody knows: it waits. */
async function arrived(lab: Ground): Promise<string> {
  await arrangeWords(lab)
  const sent = aSentCase(lab.ground.newId(), { office: 'NOWHERE' })
  return ((await lab.arrange('exchange.receive-case', { source: 'folder', case: sent })) as { id: string }).id
}
/** An agency with an agreement on data in force, and a person of it who receives. */
export async function aPartner(lab: Ground): Promise<Record<string, unknown>> {
  const said = lab.ground.newId().slice(-12)
  const make = async (operation: string, input: object): Promise<string> =>
    (await lab.arrange(operation, input)).id as string
  const agency = await make('identity.register-agency', {
    name: `Partner ${said}`,
    shortName: said.slice(-6),
    kind: 'police',
  })
  const unit = await make('identity.add-unit', {
    agency,
    name: 'Desk',
    code: said.toUpperCase(),
    kind: 'office',
  })
  const receiver = await make('identity.add-person', { name: 'Receiver', username: `r${said}`, unit, agency })
  await lab.arrange('identity.grant-role', { person: receiver, role: 'officer', unit })
  const agreement = await make('identity.sign-agreement', {
    agency,
    kind: 'data-sharing',
    title: 'Sharing of what happens',
    signedOn: '2026-01-05',
    validFrom: '2026-01-05',
    validUntil: '2036-12-31',
    forService: 'W. Director',
    forAgency: 'A. Head',
  })
  return {
    agency,
    agreement,
    receiver,
    address: 'https://police.example.org/told',
    events: ['cases.open-case', 'cases.close-case', 'cases.reopen-case'],
    purpose: 'The case file of the police',
    legalBasis: 'Agreement, clause 3',
  }
}
async function subscribed(lab: Ground): Promise<string> {
  return (await lab.arrange('exchange.subscribe', await aPartner(lab))).id as string
}
/** A platform that a second person has approved, with its agency. */
export async function aPlatform(lab: Ground, more: object = {}): Promise<{ id: string; agency: unknown }> {
  const { agency, agreement } = await aPartner(lab)
  const said = lab.ground.newId().slice(-12)
  const { id } = await lab.arrange('exchange.register-platform', {
    code: `p-${said}`,
    agency,
    agreement,
    name: 'Video store of the police',
    form: 'https://evidence.police.example/items/{number}',
    ...more,
  })
  return { id, agency }
}
/** The kinds of recording that examples and stories speak of. */
export async function arrangeKinds(lab: Ground): Promise<void> {
  const list = 'recording-kind'
  await lab.arrange('catalogue.define-list', { list, en: list, es: list }).catch(() => undefined)
  const kinds = [
    ['body-worn', 'Body-worn camera', 'Cámara corporal'],
    ['cctv', 'Surveillance camera', 'Cámara de vigilancia'],
    ['interview', 'Interview', 'Entrevista'],
  ]
  for (const [code, en, es] of kinds)
    await lab.arrange('catalogue.define-code', { list, code, en, es, data: {} }).catch(() => undefined)
}
export const aRecording = (more: object = {}) => ({
  number: 'BWC-2026-001',
  title: 'Pen Road, arrival of the first patrol',
  kind: 'body-worn',
  takenAt: '2026-11-02T13:40:00.000Z',
  device: 'Camera 114',
  by: 'PC Arana',
  seconds: 1312,
  size: 734003200,
  sha256: 'ab'.repeat(32),
  ...more,
})
const keepers = new WeakMap<object, Promise<unknown>>()
/** One asks, another approves: somebody who does nothing else. */
async function approved(lab: Standing): Promise<string> {
  const keeper = keepers.get(lab) ?? lab.person('platform-keeper', ['director'], { unit: null })
  keepers.set(lab, keeper)
  await keeper
  const { id } = await aPlatform(lab)
  await lab.as('platform-keeper').do('exchange.approve-platform', { platform: id })
  return id
}
async function linked(lab: Standing): Promise<string> {
  await arrangeKinds(lab)
  const recording = aRecording({ case: await aCaseOf(lab), platform: await approved(lab) })
  return (await lab.arrange('exchange.link-recording', recording)).id as string
}
const nobodys = '01890a5d-ac96-774b-bcce-b302099a8057'

export const examples: Record<string, Example> = {
  'exchange.register-platform': async (lab) => {
    const { agency, agreement } = await aPartner(lab)
    const form = 'https://evidence.police.example/items/{number}'
    return { code: `q-${lab.ground.newId().slice(-12)}`, agency, agreement, name: 'Video store', form }
  },
  'exchange.approve-platform': async (lab) => ({ platform: (await aPlatform(lab)).id }),
  'exchange.end-platform': async (lab) => ({ platform: await approved(lab), words: 'They have another' }),
  'exchange.platforms': () => ({}),
  'exchange.link-recording': async (lab) => {
    await arrangeKinds(lab)
    return aRecording({ case: await aCaseOf(lab), platform: await approved(lab) })
  },
  'exchange.correct-recording': async (lab) => {
    const { number: _number, ...said } = aRecording({ recording: await linked(lab), seconds: 1313 })
    return { ...said, words: 'The platform says one second more' }
  },
  'exchange.withdraw-recording': async (lab) => ({ recording: await linked(lab), words: 'Of another case' }),
  'exchange.recordings': async (lab) => ({ case: await aCaseOf(lab) }),
  'exchange.get-recording': async (lab) => ({ recording: await linked(lab) }),
  'exchange.recording-address': async (lab) => ({ recording: await linked(lab) }),
  'exchange.bring-copy': async (lab) => ({ recording: await linked(lab), file: none }),
  'exchange.copy-file': () => ({ copy: nobodys }),
  'exchange.receive-recording': () => ({ recording: aRecording({ case: 'DG-26-1189' }) }),
  'exchange.change-secret': async (lab) => ({ subscription: await subscribed(lab), days: 7 }),
  'exchange.end-former-secret': async (lab) => {
    const subscription = await subscribed(lab)
    await lab.arrange('exchange.change-secret', { subscription, days: 7 })
    return { subscription }
  },
  'exchange.agree-form': async (lab) => {
    const { agency, agreement } = await aPartner(lab)
    return { agency, agreement, form: 'hl7-v2' }
  },
  'exchange.recipients': () => ({}),
  'exchange.send-paper': async (lab) => {
    const { agency, agreement } = await aPartner(lab)
    await lab.arrange('exchange.agree-form', { agency, agreement, form: 'pdf' })
    const { death } = await certifiedDeath(lab)
    await lab.as('hugo').do('death.clear-cremation', { death, state: 'approved', number: 'CR-1' })
    return { death, paper: 'cremation-clearance', to: agency }
  },
  'exchange.subscribe': aPartner,
  'exchange.approve-subscription': async (lab) => ({ subscription: await subscribed(lab) }),
  'exchange.end-subscription': async (lab) => ({ subscription: await subscribed(lab), words: 'Over' }),
  'exchange.export-custody': async (lab) => ({ item: (await submitted(lab as never)).item }),
  'exchange.subscriptions': () => ({}),
  'exchange.events-told': async (lab) => ({ subscription: await subscribed(lab) }),
  'exchange.replay-event': () => ({ event: nobodys }),
  'exchange.send-message': async (lab: any) => ({ death: (await certifiedDeath(lab)).death }), // oxlint-disable-line typescript/no-explicit-any
  'exchange.send-toxicology': async (lab) => {
    const { death, request, worksheet } = await analysed(lab)
    await passed(lab, worksheet)
    return { death, request }
  },
  'exchange.export-deaths': () => ({ set: 'core' }),
  'exchange.map-deaths': () => ({ circumstance: 'drug' }),
  'exchange.receive-message': () => ({ file: none }),
  'exchange.messages': () => ({}),
  'exchange.get-message': () => ({ message: nobodys }),
  'exchange.message-file': () => ({ message: nobodys }),
  'exchange.import-records': () => ({ file: none, kind: 'cases', map: aMap, dryRun: true }),
  'exchange.begin-import': () => ({
    fileName: 'register.csv',
    file: none,
    map: aMap,
    rowsIn: 0,
    dryRun: false,
  }),
  'exchange.import-batch': async (lab) => ({
    import: await begun(lab),
    rows: [row(`X-${lab.ground.newId()}`)],
  }),
  'exchange.try-batch': async (lab) => ({ import: await begun(lab), rows: [row('X-2')] }),
  'exchange.finish-import': async (lab) => ({
    import: await begun(lab, 1),
    created: 0,
    matched: 0,
    rejected: 1,
    doubtful: 0,
    rejectsFile: null,
  }),
  'exchange.seed-reviews': async (lab) => ({ import: await begun(lab) }),
  'exchange.reviews-due': () => ({}),
  'exchange.review-case': async (lab) => ({ case: await aCaseOf(lab), next: null, words: 'Looked at' }),
  'exchange.next-alike': () => ({}),
  'exchange.decide-alike': async (lab) => ({
    case: await aCaseOf(lab),
    other: await aCaseOf(lab),
    verdict: 'another',
  }),
  'exchange.alike-decided': async (lab) => ({ case: await aCaseOf(lab) }),
  'exchange.undo-import': async (lab) => ({ import: await begun(lab) }),
  'exchange.map-of-import': async (lab) => ({ import: await begun(lab) }),
  'exchange.read-table': () => ({ file: none, encoding: 'auto', separator: 'auto' }),
  'exchange.receive-case': (lab) => ({ source: 'BPD', case: aSentCase(lab.ground.newId()) }),
  'exchange.arrivals': () => ({}),
  'exchange.get-arrival': async (lab) => ({ arrival: await arrived(lab) }),
  'exchange.decide-arrival': async (lab) => ({
    arrival: await arrived(lab),
    decision: 'reject',
    words: 'Not one of ours',
  }),
  'exchange.receipts': () => ({}),
  'exchange.rejects-file': async (lab) => ({ import: await begun(lab) }),
  'exchange.written-row': async (lab) => ({ case: await aCaseOf(lab) }),
}
