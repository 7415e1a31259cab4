/** What is asked when somebody works on a thing in hand. */
import type { Field } from '#ui/Form.tsx'
import { type AsksOf, code, line, ofItem, why, words } from './asks.ts'
import { fileOf } from './state.ts'

export const workAsks: AsksOf = (say, item) => {
  const open = item.findings.filter((f) => f.explained === null)
  const seals = item.seals.filter((s) => !s.open).map((s) => ({ value: s.number, label: s.number }))
  return {
    'evidence.explain-difference': {
      fields: [
        {
          key: 'about',
          label: say('evidence.d-about'),
          kind: 'choice',
          required: true,
          options: open.map((f) => ({ value: f.key, label: f.text })),
        },
        { ...words(say), required: true },
      ],
      input: ofItem,
    },
    'evidence.break-seal': {
      fields: [
        { key: 'number', label: say('evidence.d-seal'), kind: 'choice', required: true, options: seals },
        why(say),
      ],
      input: ofItem,
    },
    'evidence.seal-item': {
      fields: [
        { key: 'number', label: say('evidence.d-seal'), kind: 'scan', required: true },
        code(say, 'type', 'seal-type', 'evidence.r-type'),
      ],
      input: ofItem,
    },
    'evidence.weigh-item': {
      fields: [
        line(say, 'gross', 'evidence.d-gross', true),
        line(say, 'tare', 'evidence.d-tare'),
        {
          ...line(say, 'unit', 'evidence.d-unit', true),
          kind: 'choice',
          options: ['g', 'mg', 'kg'].map((u) => ({ value: u, label: u })),
        },
      ],
      input: ofItem,
    },
    'evidence.take-subsample': {
      fields: [
        line(say, 'description', 'evidence.d-description', true),
        line(say, 'amount', 'evidence.d-amount'),
        {
          ...line(say, 'unit', 'evidence.d-unit'),
          kind: 'choice',
          options: ['g', 'mg', 'ml'].map((u) => ({ value: u, label: u })),
        },
      ],
      input: ofItem,
    },
    'evidence.itemise-package': {
      fields: [
        ...(seals.length > 0
          ? [
              {
                key: 'seal',
                label: say('evidence.d-seal'),
                kind: 'choice',
                required: true,
                options: seals,
              } as Field,
            ]
          : []),
        why(say),
        { key: 'found', label: say('evidence.d-found'), kind: 'prose', required: true },
      ],
      input: (i, v) => ({
        item: i.id,
        ...v,
        found: String(v.found ?? '')
          .split('\n')
          .map((l) => l.trim())
          .filter(Boolean)
          .map((description) => ({ description })),
      }),
    },
    'evidence.flag-hazard': {
      fields: [code(say, 'hazard', 'hazard', 'evidence.d-hazard', true), { ...words(say), kind: 'text' }],
      input: ofItem,
    },
    'evidence.note-discrepancy': {
      fields: [
        {
          key: 'kind',
          label: say('evidence.d-about'),
          kind: 'choice',
          required: true,
          options: ['count', 'description', 'packaging', 'seal', 'label', 'weight', 'paper', 'other'].map(
            (k) => ({ value: k, label: say(`evidence.about-${k}`) }),
          ),
        },
        { ...words(say), kind: 'text', required: true },
      ],
      input: ofItem,
    },
    'evidence.correct-description': {
      fields: [line(say, 'description', 'evidence.d-description', true), why(say)],
      input: (i, v) => ({ item: i.id, description: v.description }),
      reason: true,
    },
    'evidence.photograph-item': {
      fields: [{ key: 'file', label: say('evidence.r-photo'), kind: 'file', required: true }],
      input: (i, v) => ({ item: i.id, file: fileOf(v.file) }),
    },
    'evidence.print-label': {
      fields: item.labels > 0 ? [why(say)] : [],
      input: (i) => ({ items: [i.id] }),
      reason: true,
    },
  }
}
