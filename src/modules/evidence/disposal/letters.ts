/** Letters to those who are asked whether things are still needed: one to each, with what is asked of them, a code to answer by, and lines to answer by hand. */
import type { Say } from '#kernel/say.ts'
import { barcodeSvg } from '#platform/documents/barcode.ts'
import { type Block, type Paper, type Section, houseFrame } from '#platform/documents/papers.ts'
import { when } from '../things/form.ts'

/** A proposal that waits for an answer, with its things. */
export interface AskedOf {
  readonly id: string
  readonly number: string
  readonly case: string
  readonly action: string
  readonly answerBy: string
  readonly late: boolean
  readonly words: string | null
  readonly to: { readonly name: string; readonly where: string | null }
  readonly things: readonly { readonly number: string; readonly description: string }[]
}
interface Head {
  readonly serviceName: string
  readonly address: readonly string[]
}
interface Ground {
  readonly lang: 'en' | 'es'
  readonly say: Say
  readonly demo: boolean
  readonly now: string
  /** Where a proposal is answered. */
  readonly address: (id: string) => string
}

/** Those of one person or office together, in the order of the day by which they must answer. */
function byAddressee(asked: readonly AskedOf[]): AskedOf[][] {
  const letters = new Map<string, AskedOf[]>()
  for (const one of asked.toSorted(
    (a, b) => a.answerBy.localeCompare(b.answerBy) || a.number.localeCompare(b.number),
  )) {
    const to = JSON.stringify([one.to.where, one.to.name])
    letters.set(to, [...(letters.get(to) ?? []), one])
  }
  return [...letters].toSorted(([a], [b]) => a.localeCompare(b)).map(([, rows]) => rows)
}

const picture = (one: AskedOf): string => `code-${one.id}`

function blocksOf(one: AskedOf, { say }: Ground): Block[] {
  return [
    {
      kind: 'facts',
      rows: [
        { label: say('evidence.dl-code'), value: one.number, mono: true },
        { label: say('evidence.f-case'), value: one.case, mono: true },
        { label: say('evidence.dp-action'), value: say(`evidence.action-${one.action}`) },
        { label: say('evidence.dp-answer-by'), value: one.answerBy.split('-').toReversed().join('/') },
      ],
    },
    {
      kind: 'table',
      columns: [
        { key: 'number', head: say('evidence.dl-exhibit'), mono: true },
        { key: 'what', head: say('evidence.dl-what'), width: 1 },
      ],
      rows: one.things.map((thing) => ({ number: thing.number, what: thing.description })),
    },
    ...(one.words ? [{ kind: 'paragraphs' as const, lines: [one.words] }] : []),
    {
      kind: 'picture',
      name: picture(one),
      alt: say('evidence.dl-scan', { number: one.number }),
      widthMm: 24,
    },
    { kind: 'paragraphs', lines: [say('evidence.dl-no-longer'), say('evidence.dl-keep-until')] },
  ]
}

/** One paper with a letter to each, each on pages of its own, ready to be folded and sent; `pictures` are the codes in it. */
export function disposalLetters(
  asked: readonly AskedOf[],
  head: Head,
  ground: Ground,
): { paper: Paper; pictures: Readonly<Record<string, Uint8Array>>; letters: number } {
  const { lang, say, demo, now, address } = ground
  const letters = byAddressee(asked)
  const sections = letters.flatMap((rows, n): Section[] => {
    const [first] = rows
    if (!first) return []
    const late = rows.some((row) => row.late)
    return [
      {
        ...(n > 0 ? { newPage: true as const } : {}),
        title: [first.to.name, first.to.where].filter(Boolean).join(', '),
        blocks: [
          {
            kind: 'paragraphs',
            lines: [
              say('evidence.dl-opening', { name: first.to.name }),
              say('evidence.dl-asks', { n: rows.length, service: head.serviceName }),
              say(late ? 'evidence.dl-again' : 'evidence.dl-how'),
            ],
          },
        ],
      },
      ...rows.map((row): Section => ({ title: row.number, blocks: blocksOf(row, ground) })),
      {
        blocks: [
          { kind: 'signatures', rows: [{ name: first.to.name, role: say('evidence.dl-signs'), ink: true }] },
        ],
      },
    ]
  })
  return {
    letters: letters.length,
    paper: {
      lang,
      title: say('evidence.dl-title'),
      number: when(now, lang),
      ...houseFrame(say, head, demo),
      sections,
    },
    pictures: Object.fromEntries(
      asked.map((one) => [picture(one), Buffer.from(barcodeSvg('qr', address(one.id)), 'utf8')]),
    ),
  }
}
