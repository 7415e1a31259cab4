/** Well-formed inputs for every operation of exchange; what is needed first is arranged on the way. */
import { arrangeWords, type Ground } from '#modules/cases/examples.ts'
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
/** From an office that nobody knows: it waits. */
async function arrived(lab: Ground): Promise<string> {
  await arrangeWords(lab)
  const sent = aSentCase(lab.ground.newId(), { office: 'NOWHERE' })
  return ((await lab.arrange('exchange.receive-case', { source: 'folder', case: sent })) as { id: string }).id
}
export const examples: Record<string, Example> = {
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
  'exchange.get-message': () => ({ message: '01890a5d-ac96-774b-bcce-b302099a8057' }),
  'exchange.message-file': () => ({ message: '01890a5d-ac96-774b-bcce-b302099a8057' }),
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
  'exchange.written-row': async (lab) => {
    await arrangeWords(lab)
    return { case: (await lab.arrange('cases.open-case', { title: 'Robbery', type: 'criminal' })).id }
  },
}
