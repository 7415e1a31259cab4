/** Well-formed inputs for every operation of exchange; what is needed first is arranged on the way. */
import { arrangeWords, type Ground } from '#modules/cases/examples.ts'
import { received as submitted } from '#modules/evidence/examples.ts'
import { aCause, analysed, passed, received } from '#modules/death/examples.ts'

type Example = (lab: Ground & Parameters<typeof received>[0]) => unknown

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
const nobodys = '01890a5d-ac96-774b-bcce-b302099a8057'

export const examples: Record<string, Example> = {
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
