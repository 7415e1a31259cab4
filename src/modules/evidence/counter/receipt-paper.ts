/** What stands on the receipt of a submission; pure, in the language of the paper. */
import { type Receipt, openFrame } from '#platform/documents/papers.ts'
import type { Say } from '#kernel/say.ts'
import type { SubmissionSeen } from './contract.ts'
import { when } from '../things/form.ts'

interface Ground {
  readonly lang: 'en' | 'es'
  readonly say: Say
}

export function receiptOf(
  s: SubmissionSeen,
  head: { serviceName: string; address: readonly string[] },
  { lang, say }: Ground,
  demo: boolean,
): Receipt {
  const refused = s.state === 'refused'
  return {
    lang,
    title: say(refused ? 'evidence.rc-refused-title' : 'evidence.rc-title'),
    number: s.number,
    subtitle: s.case.number,
    ...openFrame(say, head, demo),
    end: say('evidence.rc-end'),
    facts: [
      { label: say('evidence.f-case'), value: s.case.number, mono: true },
      { label: say('evidence.f-submission'), value: s.number, mono: true },
      {
        label: say(refused ? 'evidence.rc-brought' : 'evidence.f-received'),
        value: when(s.at, lang),
      },
      { label: say('evidence.f-submitted-by'), value: [s.by, s.where].filter(Boolean).join(', ') },
      ...(s.wayName ? [{ label: say('evidence.r-way'), value: s.wayName }] : []),
      ...(s.refusalName
        ? [
            {
              label: say('evidence.rc-why'),
              value: [s.refusalName, s.words].filter(Boolean).join('. '),
            },
          ]
        : []),
    ],
    received: receivedTable(s, say),
    ...(s.notTaken.length > 0 ? { refused: refusedTable(s, say) } : {}),
    statements: {
      title: say('evidence.form-statement'),
      lines: [say(`evidence.rc-signed-${s.signed}`, { name: s.by })],
    },
    signatories: {
      title: say('evidence.rc-signatures'),
      rows: [
        { name: s.by, role: say('evidence.rc-brought-by'), ink: s.signed === 'none' },
        { name: s.receivedBy, role: say('evidence.rc-received-by'), ...(s.unit ? { lines: [s.unit] } : {}) },
      ],
    },
  }
}

const receivedTable = (s: SubmissionSeen, say: Say): Receipt['received'] => ({
  title: say('evidence.rc-taken'),
  columns: [
    { key: 'number', head: say('evidence.f-number'), mono: true },
    { key: 'what', head: say('evidence.s-what'), width: 3 },
    { key: 'seals', head: say('evidence.p-seals'), width: 1, mono: true },
  ],
  rows: s.things.map((t) => ({
    number: t.number,
    what: [
      t.description,
      ...(t.came.packaging ? [t.came.packaging] : []),
      ...t.dangers.map((name) => say('evidence.rc-danger', { name })),
    ],
    seals: t.came.seals.length > 0 ? [...t.came.seals] : say('evidence.r-no-seal'),
  })),
  notes: s.things.length === 0 ? [say('evidence.rc-nothing')] : [],
})

const refusedTable = (s: SubmissionSeen, say: Say): NonNullable<Receipt['refused']> => ({
  title: say('evidence.rc-not-taken'),
  columns: [
    { key: 'what', head: say('evidence.s-what'), width: 2 },
    { key: 'theirs', head: say('evidence.f-their-number'), mono: true },
    { key: 'why', head: say('evidence.rc-why'), width: 2 },
  ],
  rows: s.notTaken.map((n) => ({
    what: n.description,
    theirs: n.theirNumber ?? n.seal ?? '–',
    why: [n.whyName, n.words].filter((w): w is string => Boolean(w)),
  })),
})
