/** The certificate of destruction or return: its words, its machine-readable twin; pure, in the language of the paper. */
import { canonical, type Json } from '#kernel/canonical.ts'
import type { Say } from '#kernel/say.ts'
import { type Fact, type Paper, type Section, houseFrame } from '#platform/documents/papers.ts'
import { when } from '../things/form.ts'

export interface Gone {
  readonly number: string
  readonly description: string
  readonly type: string | null
  readonly seals: readonly string[]
  readonly expected: string | null
  readonly weighed: string | null
}
export interface Stood {
  readonly name: string
  readonly where: string | null
  readonly document: string | null
  /** With the PIN of an account, or on the device of the house. */
  readonly how: 'pin' | 'device'
}
export interface Told {
  readonly number: string
  readonly disposal: string
  readonly case: string
  readonly action: string
  readonly rule: string
  readonly method: string | null
  readonly place: string
  readonly receiver: string | null
  readonly words: string | null
  readonly at: string
  readonly by: string
  readonly asked: { readonly by: string; readonly at: string } | null
  readonly approvals: readonly { readonly by: string; readonly at: string }[]
  readonly orders: readonly {
    readonly number: string
    readonly court: string
    readonly on: string
    readonly sha256: string
  }[]
  readonly things: readonly Gone[]
  readonly witnesses: readonly Stood[]
  readonly photographs: readonly string[]
}

interface Ground {
  readonly lang: 'en' | 'es'
  readonly say: Say
  readonly demo: boolean
}

export function disposalPaper(
  t: Told,
  head: { serviceName: string; address: readonly string[] },
  { lang, say, demo }: Ground,
): Paper {
  const destroyed = t.action === 'destroy' || t.action === 'forfeit'
  return {
    lang,
    title: say(`evidence.dc-title-${t.action}`),
    number: t.number,
    subtitle: t.case,
    ...houseFrame(say, head, demo),
    sections: [
      { blocks: [{ kind: 'facts', rows: factsOf(t, lang, say) }] },
      thingsOf(t, say),
      groundsOf(t, lang, say),
      ...(t.photographs.length > 0
        ? [
            {
              title: say('evidence.dc-photographs'),
              blocks: t.photographs.map((sha) => ({ kind: 'exact' as const, text: sha })),
            },
          ]
        : []),
      {
        title: say('evidence.form-statement'),
        blocks: [
          {
            kind: 'paragraphs',
            lines: [
              say(destroyed ? 'evidence.dc-states-destroyed' : 'evidence.dc-states-returned', {
                n: t.things.length,
                at: when(t.at, lang),
                place: t.place,
              }),
              ...(t.words ? [t.words] : []),
            ],
          },
        ],
      },
      {
        title: say('evidence.rc-signatures'),
        blocks: [
          {
            kind: 'signatures',
            rows: [
              {
                name: t.by,
                role: say('evidence.dc-carried-out'),
                lines: [say('evidence.dc-signed-electronically')],
              },
              ...t.witnesses.map((w) => ({
                name: w.name,
                role: say(destroyed ? 'evidence.dc-witness' : 'evidence.dc-received'),
                lines: [
                  ...(w.where ? [w.where] : []),
                  ...(w.document ? [w.document] : []),
                  say(`evidence.dc-signed-${w.how}`),
                ],
              })),
            ],
          },
        ],
      },
    ],
  }
}

function factsOf(t: Told, lang: 'en' | 'es', say: Say): Fact[] {
  return [
    { label: say('evidence.f-case'), value: t.case, mono: true },
    { label: say('evidence.dc-proposal'), value: t.disposal, mono: true },
    { label: say('evidence.dc-when'), value: when(t.at, lang) },
    { label: say('evidence.dc-where'), value: t.place },
    ...(t.method ? [{ label: say('evidence.dc-method'), value: t.method }] : []),
    ...(t.receiver ? [{ label: say('evidence.dc-receiver'), value: t.receiver }] : []),
    { label: say('evidence.dc-rule'), value: t.rule },
  ]
}

function thingsOf(t: Told, say: Say): Section {
  return {
    title: say('evidence.dc-things', { n: t.things.length }),
    blocks: [
      {
        kind: 'table',
        columns: [
          { key: 'number', head: say('evidence.f-number'), mono: true },
          { key: 'what', head: say('evidence.dc-what'), width: 1 },
          { key: 'seals', head: say('evidence.c-seals'), mono: true },
          { key: 'expected', head: say('evidence.dc-expected'), align: 'right' },
          { key: 'weighed', head: say('evidence.dc-weighed'), align: 'right' },
        ],
        rows: t.things.map((g) => ({
          number: g.number,
          what: [g.description, ...(g.type ? [g.type] : [])],
          seals: g.seals.length > 0 ? g.seals : ['–'],
          expected: g.expected ?? '–',
          weighed: g.weighed ?? '–',
        })),
      },
    ],
  }
}

function groundsOf(t: Told, lang: 'en' | 'es', say: Say): Section {
  return {
    title: say('evidence.dc-grounds'),
    blocks: [
      {
        kind: 'points',
        lines: [
          ...(t.asked ? [say('evidence.dc-asked', { name: t.asked.by, at: when(t.asked.at, lang) })] : []),
          ...t.approvals.map((a) => say('evidence.dc-approved', { name: a.by, at: when(a.at, lang) })),
          ...t.orders.map((o) =>
            say('evidence.dc-order', { number: o.number, court: o.court, on: o.on, sha: o.sha256 }),
          ),
        ],
      },
    ],
  }
}

/** Exactly what the paper says, for machines; its schema is this object. */
export const disposalTwin = (t: Told): Buffer =>
  Buffer.from(canonical({ schema: 'custodia/disposal-certificate/1', ...t } as unknown as Json), 'utf8')
