/** The letter that tells a party that examination will use up a thing: what is left, why, until when it may answer, and lines to answer by hand. */
import type { Say } from '#kernel/say.ts'
import { type Paper, houseFrame } from '#platform/documents/papers.ts'
import { when } from './form.ts'

interface Told {
  readonly number: string
  readonly description: string
  readonly case: string
  readonly left: string | null
  readonly amount: string | null
  readonly name: string
  readonly why: string
  readonly waitUntil: string
}
interface Ground {
  readonly lang: 'en' | 'es'
  readonly say: Say
  readonly demo: boolean
  readonly now: string
  readonly head: { readonly serviceName: string; readonly address: readonly string[] }
}

export function consumptionPaper(t: Told, { lang, say, demo, now, head }: Ground): Paper {
  const day = t.waitUntil.split('-').toReversed().join('/')
  const fact = (key: string, value: string | null, mono = false) =>
    value === null ? [] : [{ label: say(key), value, ...(mono ? { mono: true as const } : {}) }]
  return {
    lang,
    title: say('evidence.cn-title'),
    number: when(now, lang),
    ...houseFrame(say, head, demo),
    sections: [
      {
        title: t.name,
        blocks: [
          { kind: 'paragraphs', lines: [say('evidence.cn-opening', { service: head.serviceName }), t.why] },
          {
            kind: 'facts',
            rows: [
              ...fact('evidence.dl-exhibit', t.number, true),
              ...fact('evidence.dl-what', t.description),
              ...fact('evidence.f-case', t.case, true),
              ...fact('evidence.pl-left', t.left),
              ...fact('evidence.cn-amount', t.amount),
              ...fact('evidence.cn-until', day),
            ],
          },
          { kind: 'paragraphs', lines: [say('evidence.cn-how', { day }), say('evidence.cn-answers')] },
          { kind: 'signatures', rows: [{ name: t.name, role: say('evidence.dl-signs'), ink: true }] },
        ],
      },
    ],
  }
}
