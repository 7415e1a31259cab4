/** The signed paper with which a count ends: what was counted and how drawn, what agreed, each difference with its answer, the audit, who signed. */
import { signWith, signingFor } from '#identity/paper-signing.ts'
import { letterhead, nameOfCode } from '#modules/catalogue/public.ts'
import { canonical, type Json } from '#kernel/canonical.ts'
import type { Say } from '#kernel/say.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { type Fact, type Paper, type Section, paperPdf, houseFrame } from '#platform/documents/papers.ts'
import { keepMade } from '#platform/uploads.ts'
import type { AuditScore, Difference, StockSums } from './contract.ts'
import { when } from '../things/form.ts'
import { auditScore } from './rules.ts'
import { shortWay } from '../things/rules.ts'
import { type Answered, differencesTold } from './stock-told.ts'
import { auditByQuestion, auditSums } from './store/audits.ts'
import { placesToCount, rootsOf, type TakeRow } from './store/stock.ts'

export interface ClosedCount {
  readonly take: TakeRow
  readonly sums: StockSums
  readonly found: readonly Answered[]
  readonly unfinished: string | null
  readonly words: string | null
}
interface Told extends ClosedCount {
  readonly differences: readonly Difference[]
  readonly hidden: number
  readonly places: readonly { code: string; path: string; n: string; first: string; second: string }[]
  readonly audit: AuditScore & { readonly questions: readonly { name: string; yes: number; no: number }[] }
  readonly at: string
  readonly by: string
}

async function toldOf(cx: Cx, c: ClosedCount): Promise<Told> {
  const { items, hidden } = await differencesTold(cx, c.found)
  const asked = await auditByQuestion(cx, c.take.id)
  return {
    ...c,
    differences: items,
    hidden,
    places: (await placesToCount(cx, c.take)).map((p) => ({
      code: p.code,
      path: shortWay(p.path),
      n: `${p.seen} / ${p.to_count}`,
      first: p.first.map((x) => x.name).join(', '),
      second: p.second.map((x) => x.name).join(', '),
    })),
    audit: {
      ...auditScore(await auditSums(cx, c.take.id)),
      questions: await Promise.all(
        asked.map(async (q) => ({
          name: await nameOfCode(cx, 'audit-question', q.question, cx.actor.language),
          yes: q.yes,
          no: q.no,
        })),
      ),
    },
    at: cx.occurredAt,
    by: cx.actor.name,
  }
}

const kinds = [
  ['right', 'right'],
  ['moved', 'moved'],
  ['missing', 'missing'],
  ['misplaced', 'misplaced'],
  ['seal-differs', 'sealDiffers'],
  ['duplicate', 'duplicate'],
  ['extra', 'extra'],
  ['not-ours', 'notOurs'],
  ['not-counted', 'notCounted'],
] as const

function factsOf(t: Told, lang: 'en' | 'es', say: Say): Fact[] {
  const { take } = t
  return [
    { label: say('evidence.c-place'), value: take.place_name },
    {
      label: say('evidence.k-how'),
      value:
        (take.mode === 'whole' ? say('evidence.k-whole') : say('evidence.k-sample', { share: take.share })) +
        (take.blind ? `, ${say('evidence.k-blind')}` : ''),
    },
    { label: say('evidence.k-ordered'), value: `${take.by_name}, ${when(take.at, lang)}` },
    { label: say('evidence.k-closed'), value: `${t.by}, ${when(t.at, lang)}` },
    ...(t.unfinished ? [{ label: say('evidence.k-why-unfinished'), value: t.unfinished }] : []),
    ...(t.words ? [{ label: say('evidence.d-words'), value: t.words }] : []),
  ]
}
const table = (
  title: string,
  columns: Extract<Section['blocks'][number], { kind: 'table' }>['columns'],
  rows: Extract<Section['blocks'][number], { kind: 'table' }>['rows'],
): Section => ({ title, blocks: [{ kind: 'table', columns, rows }] })

function answerOf(d: Difference, say: Say): string[] {
  const said =
    d.answer === 'open'
      ? 'evidence.k-open'
      : d.answer === 'explained'
        ? 'evidence.k-says-explained-n'
        : 'evidence.k-reported'
  return [say(said), ...(d.words ? [d.words] : [])]
}

function paperOf(
  t: Told,
  head: { serviceName: string; address: readonly string[] },
  { lang, say, demo }: { lang: 'en' | 'es'; say: Say; demo: boolean },
): Paper {
  const { take } = t
  return {
    lang,
    title: say('evidence.sr-title'),
    number: take.number,
    subtitle: take.place_name,
    ...houseFrame(say, head, demo),
    sections: [
      { blocks: [{ kind: 'facts', rows: factsOf(t, lang, say) }] },
      table(
        say('evidence.k-sum'),
        [
          { key: 'what', head: '', width: 1 },
          { key: 'n', head: say('evidence.sr-number'), align: 'right' },
        ],
        kinds.map(([word, key]) => ({ what: say(`evidence.k-sum-${word}`), n: String(t.sums[key]) })),
      ),
      differencesOf(t, say),
      ...(t.audit.things > 0 ? [auditOf(t, say)] : []),
      table(
        say('evidence.k-by-place'),
        [
          { key: 'code', head: say('evidence.st-code-short'), mono: true },
          { key: 'path', head: say('evidence.c-place'), width: 1 },
          { key: 'n', head: say('evidence.k-counted'), align: 'right' },
          { key: 'first', head: say('evidence.k-first') },
          { key: 'second', head: say('evidence.k-second') },
        ],
        t.places.map((p) => ({ ...p, first: p.first || '–', second: p.second || '–' })),
      ),
      ...(take.mode === 'sample'
        ? [
            {
              title: say('evidence.k-drawn'),
              blocks: [
                { kind: 'paragraphs' as const, lines: [say('evidence.k-drawn-how', { share: take.share })] },
                ...[take.head, take.chance, take.seed].map((text) => ({ kind: 'exact' as const, text })),
              ],
            },
          ]
        : []),
      {
        title: say('evidence.rc-signatures'),
        blocks: [
          {
            kind: 'signatures',
            rows: [
              {
                name: t.by,
                role: say('evidence.sr-signed-as'),
                lines: [say('evidence.dc-signed-electronically')],
              },
            ],
          },
        ],
      },
    ],
  }
}

function differencesOf(t: Told, say: Say): Section {
  const title = say('evidence.k-differs')
  const notes =
    t.hidden > 0 ? [{ kind: 'notes' as const, lines: [say('evidence.sr-hidden', { n: t.hidden })] }] : []
  if (t.differences.length === 0)
    return { title, blocks: [{ kind: 'paragraphs', lines: [say('evidence.k-no-difference')] }, ...notes] }
  const { blocks } = table(
    title,
    [
      { key: 'kind', head: say('evidence.k-kind') },
      { key: 'number', head: say('evidence.f-number'), mono: true },
      { key: 'should', head: say('evidence.k-expected'), width: 1 },
      { key: 'was', head: say('evidence.k-found'), width: 1 },
      { key: 'answer', head: say('evidence.k-answer'), width: 1 },
    ],
    t.differences.map((d) => ({
      kind: say(`evidence.k-kind-${d.kind}`),
      number: d.number ?? d.text ?? '–',
      should: d.expected ? shortWay(d.expected.path) : '–',
      was: d.found ? shortWay(d.found.path) : '–',
      answer: answerOf(d, say),
    })),
  )
  return { title, blocks: [...blocks, ...notes] }
}

const auditOf = (t: Told, say: Say): Section => {
  const { blocks } = table(
    '',
    [
      { key: 'name', head: say('evidence.au-question'), width: 1 },
      { key: 'yes', head: say('evidence.au-yes'), align: 'right' },
      { key: 'no', head: say('evidence.au-no'), align: 'right' },
    ],
    t.audit.questions.map((q) => ({ name: q.name, yes: String(q.yes), no: String(q.no) })),
  )
  const line = say('evidence.au-score-of', { n: t.audit.things, score: t.audit.score ?? '–' })
  return { title: say('evidence.au-title'), blocks: [{ kind: 'paragraphs', lines: [line] }, ...blocks] }
}

/** Typeset, signed in the name of who closes it, kept; the system signs nothing, and its counts have no paper. */
export async function reconciliation(
  cx: Cx,
  c: ClosedCount,
): Promise<{ row: CoveredRow; sha256: string } | null> {
  if (cx.actor.kind !== 'person') return null
  const lang = cx.actor.language
  const say = await cx.ground.words(cx.tx, lang, cx.now)
  const told = await toldOf(cx, c)
  const head = await letterhead(cx, lang)
  const { found: _found, take, ...rest } = told
  const twin = {
    schema: 'custodia/stock-reconciliation/1',
    number: take.number,
    place: take.place_name,
    head: take.head,
    chance: take.chance,
    ...rest,
  }
  const pdf = paperPdf(paperOf(told, head, { lang, say, demo: cx.ground.house.demo }), {
    at: cx.now,
    attachments: [
      {
        name: `${take.number}.json`,
        bytes: Buffer.from(canonical(twin as unknown as Json), 'utf8'),
        description: say('evidence.dc-twin'),
        mime: 'application/json',
        relation: 'data',
      },
    ],
  })
  const signing = await signingFor(cx, { id: cx.actor.id, name: cx.actor.name }, head)
  const signed = await signWith(cx, signing, pdf, say('evidence.sr-reason', { number: take.number }))
  const file = await keepMade(cx, signed, 'application/pdf')
  const named = told.differences.flatMap((d) => (d.thing ? [d.thing] : []))
  const row = {
    id: cx.newId(),
    stock_take: take.id,
    roots: [...new Set((await rootsOf(cx, named)).values())],
    file: file.sha256,
    size: file.size,
    signer: signing.own.id,
  }
  return { row, sha256: file.sha256 }
}
