/** What is asked when a thing changes hands. */
import { type AsksOf, code, line, things, words } from './asks.ts'
import { askPeople, askPlaces, askUnits } from './state.ts'

export const handsAsks: AsksOf = (say) => ({
  'evidence.accept-hand-over': { fields: [], input: (i) => ({ handOver: i.offer?.handOver }) },
  'evidence.withdraw-hand-over': { fields: [], input: (i) => ({ handOver: i.offer?.handOver }) },
  'evidence.decline-hand-over': {
    fields: [code(say, 'why', 'decline-reason', 'evidence.d-why', true), words(say)],
    input: (i, v) => ({ handOver: i.offer?.handOver, ...v }),
  },
  'evidence.retrieve-item': { fields: [line(say, 'purpose', 'evidence.h-purpose')], input: things },
  'evidence.store-item': {
    fields: [{ key: 'place', label: say('evidence.d-place'), kind: 'ref', ask: askPlaces, required: true }],
    input: things,
  },
  'evidence.hand-over': {
    fields: [
      { key: 'to', label: say('evidence.h-to'), kind: 'ref', ask: askPeople, required: true },
      line(say, 'purpose', 'evidence.h-purpose'),
    ],
    input: things,
  },
  'evidence.receive-consignment': {
    fields: [words(say)],
    input: (i, v) => ({ consignment: i.holder?.id, things: [i.id], ...v }),
  },
  'evidence.return-from-court': { fields: [words(say)], input: things },
  'evidence.report-found': {
    fields: [line(say, 'where', 'evidence.d-where', true), words(say)],
    input: things,
  },
  'evidence.report-missing': { fields: [{ ...words(say), required: true, kind: 'text' }], input: things },
  'evidence.dispatch-consignment': {
    fields: [
      line(say, 'carrier', 'evidence.d-carrier', true),
      { key: 'toUnit', label: say('evidence.d-to-unit'), kind: 'ref', ask: askUnits, required: true },
    ],
    input: things,
  },
  'evidence.check-out-to-court': {
    fields: [
      line(say, 'court', 'evidence.d-court', true),
      line(say, 'byName', 'evidence.d-to-name', true),
      { key: 'dueBack', label: say('evidence.d-back'), kind: 'instant', required: true },
    ],
    input: things,
  },
  'evidence.return-item': {
    fields: [
      line(say, 'toName', 'evidence.d-to-name', true),
      line(say, 'authority', 'evidence.d-authority', true),
    ],
    input: things,
  },
})
