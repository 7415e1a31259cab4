/** What is asked when somebody says something about a thing: photograph, doubt, danger, correction. */
import { type AsksOf, choice, code, line, ofItem, why, words } from '../../things/screens/asks.ts'
import { hazardChoice } from './asks-work.ts'
import { askCases, askItems, fileOf } from '../../things/screens/state.ts'
import { showInstant } from '#ui/show.ts'

const kinds = ['count', 'description', 'packaging', 'seal', 'label', 'weight', 'paper', 'other'] as const
const shows = ['item', 'packaging', 'seal', 'label', 'contents', 'other'] as const

export const wordsAsks: AsksOf = (say, item) => {
  const open = item.findings.filter((f) => f.explained === null)
  return {
    'evidence.explain-difference': {
      fields: [
        choice(
          say,
          'about',
          'evidence.d-about',
          open.map((f) => f.key),
          (key) => open.find((f) => f.key === key)?.text ?? key,
        ),
        { ...words(say), required: true },
      ],
      input: ofItem,
    },
    'evidence.photograph-item': {
      fields: [
        { key: 'file', label: say('evidence.r-photo'), kind: 'file', required: true },
        choice(say, 'shows', 'evidence.d-shows', shows, (s) => say(`evidence.shows-${s}`)),
        line(say, 'caption', 'evidence.d-caption'),
      ],
      input: (i, { file, ...v }) => ofItem(i, { ...v, file: fileOf(file) }),
    },
    'evidence.link-items': {
      fields: [
        { key: 'other', label: say('evidence.lk-other'), kind: 'ref', ask: askItems, required: true },
        choice(say, 'strength', 'evidence.lk-strength', ['strong', 'weak', 'absent'], (s) =>
          say(`evidence.lk-${s}`),
        ),
        line(say, 'basis', 'evidence.lk-basis', true),
      ],
      input: ofItem,
    },
    'evidence.add-to-case': {
      fields: [
        { key: 'case', label: say('evidence.oc-case'), kind: 'ref', ask: askCases, required: true },
        why(say),
      ],
      input: ofItem,
    },
    'evidence.intend-disposition': {
      fields: [
        code(say, 'as', 'intended-disposition', 'evidence.pl-intended', true),
        line(say, 'words', 'evidence.d-words'),
      ],
      input: ofItem,
    },
    'evidence.give-consumption-notice': {
      fields: [
        code(say, 'party', 'consumption-notice', 'evidence.pl-party', true),
        line(say, 'name', 'evidence.pl-name', true),
        { ...line(say, 'way', 'evidence.pl-way', true), help: say('evidence.pl-way-help') },
        { ...line(say, 'why', 'evidence.pl-why', true), help: say('evidence.pl-why-help') },
        {
          key: 'waitUntil',
          label: say('evidence.cn-until'),
          kind: 'date',
          help: say('evidence.pl-until-help'),
        },
        { ...line(say, 'shortBecause', 'evidence.pl-short', true), show: (v) => Boolean(v.waitUntil) },
      ],
      input: ofItem,
    },
    'evidence.note-discrepancy': {
      fields: [
        choice(say, 'kind', 'evidence.d-about', kinds, (k) => say(`evidence.about-${k}`)),
        { ...line(say, 'words', 'evidence.d-words', true) },
        line(say, 'expected', 'evidence.r-expected'),
        line(say, 'found', 'evidence.r-found'),
      ],
      input: ofItem,
    },
    'evidence.flag-hazard': {
      fields: [
        code(say, 'hazard', 'hazard', 'evidence.d-hazard', true),
        line(say, 'words', 'evidence.d-words'),
      ],
      input: ofItem,
    },
    'evidence.clear-hazard': {
      fields: [hazardChoice(say, item), why(say)],
      input: ofItem,
      reason: true,
    },
    'evidence.correct-description': {
      fields: [
        line(say, 'description', 'evidence.d-description', true),
        code(say, 'type', 'item-type', 'evidence.r-type'),
        why(say),
      ],
      // One corrects what stands there; nobody types it again.
      initial: { description: item.description },
      input: ofItem,
      reason: true,
    },
    'evidence.correct-custody-entry': {
      fields: [
        choice(
          say,
          'event',
          'evidence.d-entry',
          item.chain.map((e) => e.id),
          (id) => {
            const e = item.chain.find((x) => x.id === id)
            return e ? `${showInstant(e.at)} · ${say(`evidence.act-${e.kind}`)} · ${e.to?.name ?? '–'}` : id
          },
        ),
        { key: 'at', label: say('evidence.d-at'), kind: 'instant' },
        { key: 'gaveAt', label: say('evidence.d-gave-at'), kind: 'instant' },
        why(say),
      ],
      input: ofItem,
      reason: true,
    },
    'evidence.void-item': { fields: [why(say)], input: (i) => ({ item: i.id }), reason: true },
    // Asked in panels of their own: the form of its kind; paper and printer.
    'evidence.describe-item': { fields: [], input: ofItem },
    'evidence.print-label': { fields: [], input: ofItem },
  }
}
