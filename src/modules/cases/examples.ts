/** Well-formed inputs for every operation of cases, and builders for stories; what is needed first is arranged on the way. */

/** The part of the story harness that examples use. */
export interface Ground {
  arrange(operation: string, input: unknown): Promise<any> // oxlint-disable-line typescript/no-explicit-any
  readonly units: Readonly<Record<string, string>>
  readonly ground: { newId(): string }
}
type Example = (lab: Ground) => unknown

/** Codes that stories of cases speak of: list, code, English, Spanish, data. */
export const words: readonly (readonly [
  list: string,
  code: string,
  en: string,
  es: string,
  data?: Record<string, unknown>,
])[] = [
  ['case-type', 'criminal', 'Criminal case', 'Caso penal'],
  ['case-type', 'homicide', 'Homicide', 'Homicidio'],
  ['case-type', 'sexual', 'Sexual offence', 'Delito sexual'],
  ['case-type', 'death', 'Death investigation', 'Investigación de muerte'],
  ['offence', 'robbery', 'Robbery', 'Robo', { iccs: '0401' }],
  ['offence', 'murder', 'Murder', 'Asesinato', { iccs: '0101' }],
  ['offence', 'rape', 'Rape', 'Violación', { iccs: '03011' }],
  [
    'offence',
    'drug-possession',
    'Possession of a controlled drug',
    'Posesión de droga controlada',
    { iccs: '06011' },
  ],
  ['district', 'BZ-SC', 'Stann Creek', 'Stann Creek'],
  ['district', 'BZ-CY', 'Cayo', 'Cayo'],
  ['district', 'BZ-BZ', 'Belize', 'Belice'],
  ['settlement', 'dangriga', 'Dangriga', 'Dangriga', { district: 'BZ-SC' }],
  ['highway', 'hummingbird', 'Hummingbird Highway', 'Carretera Hummingbird'],
  ['party-role', 'accused', 'Accused', 'Acusado'],
  ['party-role', 'victim', 'Victim', 'Víctima'],
  ['party-role', 'complainant', 'Complainant', 'Denunciante'],
  ['party-role', 'witness', 'Witness', 'Testigo'],
  ['party-role', 'deceased', 'Deceased', 'Fallecido'],
  ['sex', 'male', 'Male', 'Masculino'],
  ['sex', 'female', 'Female', 'Femenino'],
  ['number-kind', 'police', 'Police number', 'Número de policía'],
  ['number-kind', 'dpp', 'DPP number', 'Número de la fiscalía'],
  ['number-kind', 'cims', 'CIMS number', 'Número CIMS'],
  ['number-kind', 'scene', 'Scene number', 'Número de escena'],
  ['number-kind', 'post-mortem', 'Post-mortem number', 'Número de autopsia'],
  ['number-kind', 'exhibit-room', 'Exhibit room number', 'Número de sala de indicios'],
  ['number-kind', 'external-lab', 'Number of an outside laboratory', 'Número de laboratorio externo'],
  ['number-kind', 'indictment', 'Indictment', 'Acusación formal'],
  ['hazard', 'infectious', 'Infectious', 'Infeccioso'],
  ['hazard', 'sharps', 'Sharp', 'Punzocortante'],
  ['relation', 'same-firearm', 'same firearm', 'misma arma'],
  ['court-outcome', 'convicted', 'Convicted', 'Condenado', { final: true, appealDays: 21 }],
  ['court-outcome', 'not-charged', 'No charge', 'Sin acusación', { final: true, appealDays: 0 }],
  ['court-outcome', 'committed', 'Committed for trial', 'Enviado a juicio', { final: false }],
]

/** Puts the words into the catalogue of an empty laboratory; what is there already stays. */
export async function arrangeWords(lab: Ground): Promise<void> {
  const there = new Set<string>()
  for (const [list, code, en, es, data] of words) {
    if (!there.has(list))
      await lab.arrange('catalogue.define-list', { list, en: list, es: list }).catch(() => undefined)
    there.add(list)
    await lab
      .arrange('catalogue.define-code', { list, code, en, es, data: data ?? {} })
      .catch(() => undefined)
  }
}

export const aCase = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: 'Robbery and drug possession, Pen Road, Dangriga',
  type: 'criminal',
  summary: 'Two men robbed a shop; a third was seen on video.',
  aliases: [
    { kind: 'police', text: 'DG-26-1189' },
    { kind: 'dpp', text: '2026/0733' },
  ],
  parties: [
    { role: 'accused', name: 'Rodrigo Castillo Jiménez', born: '1992-03-14', sex: 'male', ordinal: 1 },
    { role: 'victim', name: 'Marta Tzul', born: '2012-05', sex: 'female' },
    { role: 'witness' },
  ],
  offences: [{ code: 'robbery', counts: 2 }, { code: 'drug-possession' }],
  place: {
    district: 'BZ-SC',
    settlement: 'dangriga',
    highway: 'hummingbird',
    mile: '51.5',
    text: 'Pen Road, shop of H. Guerra',
  },
  incident: { on: '2026-11-02', time: '13:40' },
  ...more,
})

async function opened(
  lab: Ground,
  more: Record<string, unknown> = {},
): Promise<{ id: string; party: string }> {
  await arrangeWords(lab)
  const party = lab.ground.newId()
  const { id } = await lab.arrange(
    'cases.open-case',
    aCase({ parties: [{ id: party, role: 'witness' }], ...more }),
  )
  return { id, party }
}
const on =
  (more: (lab: Ground, at: { id: string; party: string }) => unknown): Example =>
  async (lab: Ground) =>
    more(lab, await opened(lab))

/** A batch of one case. */
const together = (input: (batch: string) => unknown): Example =>
  on(async (lab, c) => {
    const act = { what: 'priority', to: '1', cases: [c.id] }
    return input((await lab.arrange('cases.change-together', act)).id)
  })

export const examples: Record<string, Example> = {
  'cases.open-case': async (lab) => {
    await arrangeWords(lab)
    return aCase()
  },
  'cases.correct-case': on((_l, c) => ({ case: c.id, title: 'Robbery, Pen Road' })),
  'cases.add-alias': on((_l, c) => ({ case: c.id, kind: 'scene', text: 'SOC-2026-77' })),
  'cases.add-party': on((_l, c) => ({ case: c.id, role: 'accused', name: 'Leroy Flowers', age: 29 })),
  'cases.identify-party': on((_l, c) => ({ case: c.id, party: c.party, name: 'Hector Guerra' })),
  'cases.correct-party': on((_l, c) => ({ case: c.id, party: c.party, name: 'Héctor Guerra', born: '1975' })),
  'cases.unmask-party': on((_l, c) => ({ case: c.id, party: c.party })),
  'cases.expunge-party': on((_l, c) => ({
    case: c.id,
    party: c.party,
    authority: 'Order 12 of 2026, Supreme Court',
  })),
  'cases.where-named': on((_l, c) => ({ case: c.id, party: c.party })),
  'cases.add-offence': on((_l, c) => ({ case: c.id, code: 'murder' })),
  'cases.set-incident': on((_l, c) => ({
    case: c.id,
    incident: { on: '2026-11' },
    place: { district: 'BZ-CY' },
  })),
  'cases.relate-cases': on(async (lab, c) => ({
    case: c.id,
    other: (await opened(lab)).id,
    kind: 'same-firearm',
  })),
  'cases.mark-duplicate': on(async (lab, c) => ({ case: c.id, of: (await opened(lab)).id })),
  'cases.restrict-case': on((_l, c) => ({ case: c.id })),
  'cases.seal-case': on((_l, c) => ({ case: c.id, authority: 'Order 3 of 2026' })),
  'cases.unseal-case': on(async (lab, c) => {
    await lab.arrange('cases.seal-case', { case: c.id, authority: 'Order 3 of 2026' })
    return { case: c.id, authority: 'Order 9 of 2026' }
  }),
  'cases.place-hold': on((_l, c) => ({
    case: c.id,
    kind: 'legal',
    authority: 'Letter of the DPP of 03/11/2026',
  })),
  'cases.lift-hold': on(async (lab, c) => ({
    case: c.id,
    hold: (
      await lab.arrange('cases.place-hold', { case: c.id, kind: 'legal', authority: 'Letter of the DPP' })
    ).id,
  })),
  'cases.flag-hazard': on((_l, c) => ({ case: c.id, hazard: 'infectious', words: 'Blood on most items' })),
  'cases.clear-hazard': on(async (lab, c) => {
    await lab.arrange('cases.flag-hazard', { case: c.id, hazard: 'sharps' })
    return { case: c.id, hazard: 'sharps' }
  }),
  'cases.add-note': on((_l, c) => ({
    case: c.id,
    text: 'The officer will bring the remaining parcel on Friday.',
  })),
  'cases.record-communication': on((_l, c) => ({
    case: c.id,
    way: 'telephone',
    direction: 'in',
    with: 'Sgt. Requena',
    text: 'Asked when the result is ready.',
  })),
  'cases.add-document': on((_l, c) => ({ case: c.id, file: 'a'.repeat(64), kind: 'letter' })),
  'cases.document-file': () => ({ document: '01890a5d-ac96-774b-bcce-b302099a8057' }),
  'cases.assign-task': on(async (lab, c) => ({
    case: c.id,
    text: 'Ask for the medical records',
    assignee: (await lab.arrange('identity.add-person', { name: 'Ana Coc' })).id,
    dueOn: '2026-12-01',
  })),
  'cases.complete-task': on(async (lab, c) => {
    const { id: assignee } = await lab.arrange('identity.add-person', { name: 'Ana Coc' })
    return {
      case: c.id,
      task: (await lab.arrange('cases.assign-task', { case: c.id, text: 'Ask for the records', assignee }))
        .id,
    }
  }),
  'cases.try-batch': () => ({ what: 'priority', to: '1' }),
  'cases.change-together': on((_l, c) => ({ what: 'priority', to: '1', cases: [c.id] })),
  'cases.put-back': together((batch) => ({ batch })),
  'cases.batches': () => ({}),
  'cases.get-batch': together((batch) => ({ batch })),
  'cases.set-priority': on((_l, c) => ({ case: c.id, priority: 1 })),
  'cases.close-case': on((_l, c) => ({ case: c.id })),
  'cases.reopen-case': on(async (lab, c) => {
    await lab.arrange('cases.close-case', { case: c.id })
    return { case: c.id }
  }),
  'cases.change-investigator': on((lab, c) => ({
    case: c.id,
    investigator: { unit: lab.units.policeBelmopan },
  })),
  'cases.give-access': on((lab, c) => ({ case: c.id, principal: lab.units.toxicology })),
  'cases.end-access': on((lab, c) => ({ case: c.id, principal: lab.units.toxicology })),
  'cases.record-charge': on((_l, c) => ({ case: c.id, on: '2026-11-13', text: 'Charge laid, two counts' })),
  'cases.record-hearing': on((_l, c) => ({
    case: c.id,
    on: '2026-12-09',
    time: '09:00',
    court: 'Magistrate’s Court, Dangriga',
    text: 'Next hearing',
  })),
  'cases.record-court-outcome': on((_l, c) => ({
    case: c.id,
    on: '2027-02-01',
    text: 'Convicted on both counts',
  })),
  'cases.record-appeal': on((_l, c) => ({
    case: c.id,
    on: '2027-02-15',
    text: 'Criminal Appeal No. 4 of 2027',
  })),
  'cases.find-anything': () => ({ q: '00417' }),
  'cases.find-cases': () => ({ state: 'open', limit: '25' }),
  'cases.find-party': () => ({ name: 'Castillo' }),
  'cases.get-case': on((_l, c) => ({ case: c.id })),
  'cases.case-timeline': on((_l, c) => ({ case: c.id })),
  'cases.case-completeness': on((_l, c) => ({ case: c.id })),
  'cases.case-as-known': on((_l, c) => ({ case: c.id, asOf: '2100-01-01T00:00:00Z' })),
  'cases.history': on((_l, c) => ({ case: c.id })),
  'cases.related-cases': on((_l, c) => ({ case: c.id })),
  'cases.counts': () => ({ from: '2026-01' }),
  'cases.request-access': () => ({ number: 'DG-26-4711', why: 'The same shirt was seen in my case' }),
  'cases.decline-access': on(async (lab, c) => {
    const { number } = await lab.arrange('cases.get-case', { case: c.id })
    return { asked: (await lab.arrange('cases.request-access', { number, why: 'A robbery alike' })).id }
  }),
  'cases.access-asked': () => ({}),
  'cases.my-access-asks': () => ({}),
  'cases.my-tasks': () => ({}),
}
