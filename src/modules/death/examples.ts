/** Well-formed inputs for every operation of death; the office, and a death at each of its stages, stand beside it by subject. */
import {
  aCall,
  told,
  accepted,
  received,
  anIdentity,
  ready,
  aRelative,
  anExhumation,
  missed,
  examined,
  finished,
  analysed,
  passed,
  aCause,
} from './examples/deaths.ts'
import { type Ground, officeOf, arrangeWordsOf } from './examples/office.ts'
import { aRadiograph, aRadiographOf } from './examples/radiograph.ts'

export * from './examples/deaths.ts'
export * from './examples/office.ts'
export * from './examples/radiograph.ts'

type Example = (lab: any) => unknown // oxlint-disable-line typescript/no-explicit-any
const pictured = async (lab: Ground): Promise<string> => aRadiographOf(lab, (await examined(lab)).examination)
const onExamination =
  (input: (examination: string, lab: Ground) => unknown): Example =>
  async (lab: Ground) =>
    input((await examined(lab)).examination, lab)
const withRelative = async (lab: Ground) => {
  const { death } = await accepted(lab)
  const { id } = await lab.as('isela').do('death.add-relative', {
    death,
    name: 'Maria Novelo',
    relation: 'wife',
    language: 'es',
    entitled: true,
  })
  return { death, relative: id as string }
}

export const examples: Record<string, Example> = {
  'death.order-examination': async (lab: Ground) => ({ death: (await received(lab)).death, kind: 'full' }),
  'death.acknowledge-results': async (lab: Ground) => {
    const { death, request, worksheet } = await analysed(lab)
    await passed(lab, worksheet)
    return { death, request, reflects: 'event' }
  },
  'death.record-inquiry': async (lab: Ground) => ({
    death: (await told(lab)).death,
    section: 'own.neighbour',
    words: 'The neighbour heard a car at four.',
  }),
  'death.add-number': async (lab: Ground) => {
    await arrangeWordsOf(lab, [['number-kind', 'registrar', 'Registrar', 'Registro civil']])
    return { death: (await told(lab)).death, kind: 'registrar', text: `R-${lab.ground.newId().slice(-6)}` }
  },
  'death.add-picture': onExamination(async (examination, lab) => ({
    examination,
    kind: 'photograph',
    file: (await lab.as('hugo').upload(aRadiograph(), 'chest.dcm')).body.sha256,
  })),
  'death.picture': async (lab: Ground) => ({ picture: await pictured(lab) }),
  'death.radiograph-frame': async (lab: Ground) => ({ picture: await pictured(lab), frame: 0 }),
  'death.start-examination': async (lab: Ground) => {
    const { death } = await received(lab)
    const { id } = await lab.as('hugo').do('death.order-examination', { death, kind: 'external' })
    return { examination: id }
  },
  'death.record-finding': onExamination((examination) => ({
    examination,
    section: 'death.external',
    answers: { clothing: { value: 'Shirt' } },
  })),
  'death.mark-diagram': onExamination((examination) => ({
    examination,
    diagram: 'adult-front',
    x: '210',
    y: '300',
    kind: 'abrasion',
  })),
  'death.record-organ': onExamination((examination) => ({ examination, organ: 'heart', weightG: '340' })),
  'death.return-organ': async (lab: Ground) => {
    const { examination } = await examined(lab)
    await lab
      .as('hugo')
      .do('death.record-organ', { examination, organ: 'heart', weightG: '340', retained: true })
    return { examination, organ: 'heart', words: 'Put back before release' }
  },
  'death.take-specimen': onExamination((examination) => ({
    examination,
    kind: 'blood-femoral',
    site: 'Left femoral vein',
  })),
  'death.recover-item': onExamination((examination) => ({
    examination,
    type: 'bullet',
    description: 'Bullet, deformed',
    site: 'Left scapula',
  })),
  'death.order-toxicology': async (lab: Ground) => {
    const { examination } = await examined(lab)
    const blood = await lab.as('hugo').do('death.take-specimen', { examination, kind: 'blood-femoral' })
    return {
      examination,
      things: [blood.id],
      unit: lab.units['toxicology'],
      discipline: 'toxicology',
      question: 'drugs-in-blood',
    }
  },
  'death.finish-examination': onExamination((examination) => ({ examination })),
  'death.withdraw-examination': onExamination((examination) => ({ examination })),
  'death.review-examination': async (lab: Ground) => ({
    examination: (await finished(lab)).examination,
    outcome: 'agreed',
  }),
  'death.get-examination': onExamination((examination) => ({ examination })),
  'death.pending-because': () => ({}),
  'death.ageing': () => ({}),
  'death.certify-cause': async (lab: Ground) => ({ death: (await received(lab)).death, ...aCause() }),
  'death.give-manner': async (lab: Ground) => ({ death: (await accepted(lab)).death, manner: 'natural' }),
  'death.answer-doubt': async (lab: Ground) => {
    const { death } = await received(lab)
    await lab.as('hugo').do('death.certify-cause', {
      death,
      ...aCause({ lines: [{ text: 'Cardiac arrest', interval: { absent: 'unknown' } }] }),
    })
    return { death, doubt: 'ill-defined', outcome: 'stands', words: 'Nothing more is known' }
  },
  'death.doubts': () => ({}),
  'death.tally': () => ({}),
  'death.refer-to-inquest': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    court: 'Magistrates’ Court, Dangriga',
    reason: 'Death in custody',
  }),
  'death.record-verdict': async (lab: Ground) => {
    const { death } = await accepted(lab)
    await lab
      .as('isela')
      .do('death.refer-to-inquest', { death, court: 'Magistrates’ Court', reason: 'Custody' })
    return { death, court: 'Magistrates’ Court', onDay: '2026-11-20', verdict: 'Misadventure' }
  },
  'death.add-relative': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    name: 'Maria Novelo',
    relation: 'wife',
  }),
  'death.correct-relative': async (lab: Ground) => ({
    ...(await withRelative(lab)),
    name: 'Mary Novelo',
    relation: 'wife',
    entitled: false,
  }),
  'death.notify-relative': async (lab: Ground) => ({
    ...(await withRelative(lab)),
    outcome: 'reached',
    words: 'Told',
  }),
  'death.record-viewing': async (lab: Ground) => ({ ...(await withRelative(lab)), outcome: 'reached' }),
  'death.clear-cremation': async (lab: Ground) => ({ death: (await accepted(lab)).death, state: 'pending' }),
  'death.take-call': async (lab: Ground) => {
    await officeOf(lab)
    return aCall()
  },
  'death.record-notification': async (lab: Ground) => ({
    death: (await told(lab)).death,
    whom: 'pathologist',
    name: 'Dr Hugo Escalante',
    outcome: 'comes',
  }),
  'death.record-place': async (lab: Ground) => ({
    death: (await told(lab)).death,
    kind: 'last-alive',
    on: '2026-11-01',
    time: '21:00',
    approximate: true,
    text: 'At home',
  }),
  'death.accept-jurisdiction': async (lab: Ground) => ({
    death: (await told(lab)).death,
    profile: 'medical-examiner',
  }),
  'death.decline-jurisdiction': async (lab: Ground) => ({
    death: (await told(lab)).death,
    reason: 'natural-attended',
    signs: 'Dr Ruth Neal',
  }),
  'death.change-authority': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    profile: 'medical-examiner',
  }),
  'death.request-medical-records': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    whom: 'Southern Regional Hospital',
    what: 'All notes of 2026',
  }),
  'death.request-hospital-specimen': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    whom: 'Southern Regional Hospital',
    what: 'Blood taken on admission',
  }),
  'death.record-hospital-answer': async (lab: Ground) => {
    const { death } = await accepted(lab)
    const asked = await lab.as('isela').do('death.request-hospital-specimen', {
      death,
      whom: 'Southern Regional Hospital',
      what: 'Blood taken on admission',
    })
    return { death, asked: asked.id, outcome: 'none' }
  },
  'death.receive-body': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    place: (await officeOf(lab)).places['TABLE'],
    broughtBy: 'Mortuary van',
  }),
  'death.move-body': async (lab: Ground) => {
    const { death } = await received(lab)
    return { death, place: (await officeOf(lab)).places['MORGUE'] }
  },
  'death.record-temperature': async (lab: Ground) => ({
    place: (await officeOf(lab)).places['UNIT-1'],
    celsius: '3.8',
  }),
  'death.count-bodies': async (lab: Ground) => {
    await officeOf(lab)
    return { morgue: 'MORGUE', found: [] }
  },
  'death.inventory-effects': async (lab: Ground) => ({
    death: (await received(lab)).death,
    effects: [{ words: 'Wristwatch, yellow metal' }],
    seal: 'E-5501',
    witness: { person: (await officeOf(lab)).investigator, pin: '246810' },
  }),
  'death.release-effects': async (lab: Ground) => {
    const { death } = await received(lab)
    const { investigator } = await officeOf(lab)
    const bag = await lab.as('norris').do('death.inventory-effects', {
      death,
      effects: [{ words: 'Wallet' }],
      seal: 'E-5502',
      witness: { person: investigator, pin: '246810' },
    })
    return { death, bag: bag.id, to: aRelative, relation: 'wife' }
  },
  'death.record-paper': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    kind: 'burial-order',
    state: 'approved',
    number: 'BO-1',
  }),
  'death.release-body': async (lab: Ground) => ({
    death: (await ready(lab)).death,
    to: aRelative,
    kind: 'relative',
  }),
  'death.hold-body': async (lab: Ground) => ({
    death: (await received(lab)).death,
    authority: 'Director of Public Prosecutions',
  }),
  'death.free-body': async (lab: Ground) => {
    const { death } = await received(lab)
    const hold = await lab.as('isela').do('death.hold-body', { death, authority: 'DPP' })
    return { death, hold: hold.id }
  },
  'death.mark-unclaimed': async (lab: Ground) => ({
    death: (await received(lab)).death,
    notices: 'Notice in the press and on the radio',
  }),
  'death.record-burial': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    kind: 'buried',
    on: '2026-11-02',
    place: 'Lord Ridge Cemetery',
  }),
  'death.exhume-body': async (lab: Ground) => ({
    ...anExhumation((await accepted(lab)).death),
  }),
  'death.morgue-board': async (lab: Ground) => {
    await officeOf(lab)
    return {}
  },
  'death.moving-plan': async (lab: Ground) => ({ unit: (await officeOf(lab)).places['UNIT-2'] }),
  'death.wristband': async (lab: Ground) => ({ death: (await received(lab)).death }),
  'death.identify-decedent': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    ...anIdentity({ state: 'presumed', method: 'visual' }),
  }),
  'death.describe-body': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    features: [{ kind: 'tattoo', site: 'left-arm', words: 'Anchor' }],
  }),
  'death.register-missing': async (lab: Ground) => {
    await officeOf(lab)
    return { name: 'Placido Teul', reportedBy: { name: 'Elena Teul' } }
  },
  'death.propose-match': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    missing: (await missed(lab)).id,
  }),
  'death.exclude-match': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    missing: (await missed(lab)).id,
    words: 'Teeth differ',
  }),
  'death.confirm-match': async (lab: Ground) => ({
    death: (await accepted(lab)).death,
    missing: (await missed(lab)).id,
    method: 'dna',
  }),
  'death.match-candidates': async (lab: Ground) => ({ death: (await accepted(lab)).death }),
  'death.missing-persons': async (lab: Ground) => {
    await officeOf(lab)
    return { limit: 20 }
  },
  'death.calls': () => ({ state: 'all', limit: 20 }),
  'death.get-death': async (lab: Ground) => ({ death: (await told(lab)).death }),
}
