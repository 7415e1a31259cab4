/** What is asked when a thing changes hands. */
import {
  type AsksOf,
  choice,
  code,
  line,
  ofItem,
  second,
  signedAs,
  things,
  words,
} from '../../things/screens/asks.ts'
import { askCodes, askPeople, askPlaces, askUnits } from '../../things/screens/state.ts'

export const handsAsks: AsksOf = (say, item) => ({
  'evidence.accept-hand-over': {
    fields: [],
    input: (i) => ({ handOver: i.offer?.handOver, things: [i.id] }),
  },
  'evidence.withdraw-hand-over': {
    fields: [],
    input: (i) => ({ handOver: i.offer?.handOver, things: [i.id] }),
  },
  'evidence.decline-hand-over': {
    fields: [code(say, 'why', 'decline-reason', 'evidence.d-why', true), { ...words(say), kind: 'text' }],
    input: (i, v) => ({ handOver: i.offer?.handOver, things: [i.id], ...v }),
  },
  'evidence.retrieve-item': {
    fields: [
      {
        key: 'purpose',
        label: say('evidence.h-purpose'),
        kind: 'ref',
        // What is kept is the reason in words: the list helps to write it.
        ask: { ...askCodes('purpose-of-transfer'), value: (r: { name: string }) => r.name },
      },
      ...second(say, 'evidence.d-witness', 'evidence.d-witness-help'),
    ],
    input: (i, v) => things(i, signedAs('witness', v)),
  },
  'evidence.store-item': {
    fields: [
      { key: 'place', label: say('evidence.d-place'), kind: 'ref', ask: askPlaces, required: true },
      ...second(say, 'evidence.d-witness', 'evidence.d-witness-help'),
    ],
    input: (i, v) => things(i, signedAs('witness', v)),
  },
  'evidence.hand-over': {
    fields: [
      { key: 'to', label: say('evidence.h-to'), kind: 'ref', ask: askPeople, required: true },
      line(say, 'purpose', 'evidence.h-purpose'),
      {
        key: 'pin',
        label: say('evidence.h-pin'),
        kind: 'text',
        secret: true,
        help: say('evidence.h-beside'),
      },
      {
        key: 'hops',
        label: say('evidence.h-hops'),
        help: say('evidence.h-hops-help'),
        kind: 'list',
        span: 2,
        show: (v) => Boolean(v.pin),
        fields: [
          line(say, 'name', 'evidence.r-before-name', true),
          line(say, 'where', 'evidence.r-where'),
          { key: 'tookAt', label: say('evidence.r-took'), kind: 'instant', required: true },
          { key: 'gaveAt', label: say('evidence.r-gave'), kind: 'instant' },
        ],
      },
      {
        ...line(say, 'why', 'evidence.h-late', true),
        show: (v) => Array.isArray(v.hops) && v.hops.length > 0,
      },
    ],
    input: (i, v) => things(i, signedAs('coSigner', v, v.to)),
    reason: true,
  },
  'evidence.receive-consignment': {
    fields: [{ ...words(say), kind: 'text' }],
    input: (i, v) => ({ consignment: i.holder?.id, things: [i.id], ...v }),
  },
  'evidence.take-in-items': {
    fields: [
      ...second(say, 'evidence.d-witness', 'evidence.d-witness-help'),
      { ...words(say), kind: 'text' },
    ],
    input: (i, v) => things(i, signedAs('witness', v)),
  },
  'evidence.return-from-court': { fields: [{ ...words(say), kind: 'text' }], input: things },
  'evidence.take-back': { fields: [{ ...words(say), kind: 'text' }], input: things },
  'evidence.report-found': {
    fields: [line(say, 'where', 'evidence.d-where', true), { ...words(say), kind: 'text' }],
    input: things,
  },
  'evidence.report-missing': {
    fields: [{ ...words(say), required: true, kind: 'text', help: say('evidence.d-missing-help') }],
    input: things,
  },
  'evidence.dispatch-consignment': {
    fields: [
      { key: 'toUnit', label: say('evidence.d-to-unit'), kind: 'ref', ask: askUnits, required: true },
      line(say, 'carrier', 'evidence.d-carrier', true),
      line(say, 'reference', 'evidence.d-waybill'),
      { key: 'hours', label: say('evidence.d-hours'), kind: 'number', help: say('evidence.d-hours-help') },
    ],
    input: things,
  },
  'evidence.check-out-to-court': {
    fields: [
      line(say, 'court', 'evidence.d-court', true),
      line(say, 'byName', 'evidence.d-to-name', true),
      { key: 'dueBack', label: say('evidence.d-back'), kind: 'instant', required: true },
      line(say, 'document', 'evidence.sg-document'),
    ],
    input: (i, { document, ...v }) => things(i, { ...v, ...(document ? { signed: { document } } : {}) }),
  },
  'evidence.tender-exhibit': {
    fields: [
      line(say, 'court', 'evidence.d-court', true),
      line(say, 'mark', 'evidence.ct-mark', true),
      { key: 'on', label: say('evidence.ct-on'), kind: 'date', required: true },
      line(say, 'registry', 'evidence.ct-registry', true),
      line(say, 'document', 'evidence.sg-document'),
      line(say, 'words', 'evidence.d-words'),
    ],
    input: ofItem,
  },
  'evidence.receive-from-court': {
    fields: [
      line(say, 'release', 'evidence.ct-release', true),
      ...(item.seals.some((s) => !s.open)
        ? [
            choice(say, 'state', 'evidence.ct-seal', ['intact', 'damaged', 'broken'], (s) =>
              say(`evidence.r-${s}`),
            ),
          ]
        : []),
      line(say, 'words', 'evidence.d-words'),
    ],
    input: (i, { state, ...v }) =>
      ofItem(i, {
        ...v,
        ...(state
          ? { sealsSeen: i.seals.filter((s) => !s.open).map((s) => ({ number: s.number, state })) }
          : {}),
      }),
  },
  'evidence.return-item': {
    fields: [
      line(say, 'toName', 'evidence.d-to-name', true),
      line(say, 'authority', 'evidence.d-authority', true),
      { ...line(say, 'document', 'evidence.sg-document', true), help: say('evidence.sg-document-help') },
    ],
    input: (i, v) => things(i, { ...v, signed: { document: v.document } }),
  },
})
