/** What a death says on a signed paper: the report of an examination, and the certificate of the cause on the form of the WHO (2016). The paper, its signature and its twin are of reports. */
import type { Json } from '#kernel/canonical.ts'
import type { Say } from '#kernel/say.ts'
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'
import type { Block, Section } from '#platform/documents/papers.ts'
import type { Cx } from '#platform/cx.ts'
import { doubtsAbout } from './standing-words.ts'
import type { ExaminationSeen } from '../examination/contract.ts'
import { namesOf } from '../call/store/names.ts'
import { reviewWanted } from './rules.ts'
import { bodyDrawing } from '../examination/body-drawing.ts'
import { examinationSeen } from '../examination/examination-seen.ts'
import { causesOf, deathOfCauseRequest, doubtAnswersOf, mannersOf } from './store/certifications.ts'
import { type DeathRow, placesOf, seeDeath } from '../call/store/deaths.ts'
import {
  type ExaminationRow,
  examinationOfRequest,
  examinationsOf,
  writersOf,
} from '../examination/store/examinations.ts'

type Language = 'en' | 'es'
export interface DeathPaper {
  readonly title: string
  readonly asked: readonly { readonly label: string; readonly value: string }[]
  readonly conclusions: readonly { readonly item: string; readonly lines: readonly string[] }[]
  readonly sections: readonly Section[]
  /** The same facts for the machine-readable twin. */
  readonly data: Json
  /** Whether it may be signed. */
  readonly verdict: Verdict
  /** Whoever examined or wrote: they do not review the paper. */
  readonly workers: readonly string[]
}

/** Null where the request is none that a death made for its own paper. */
export async function paperOfRequest(
  cx: Cx,
  request: string,
  language: Language,
): Promise<DeathPaper | null> {
  const e = await examinationOfRequest(cx, request)
  if (e) return examinationPaper(cx, e, language)
  const root = await deathOfCauseRequest(cx, request)
  return root ? causePaper(cx, await seeDeath(cx, root), language) : null
}

const facts = (rows: readonly (readonly [label: string, value: string | null])[]): Block => ({
  kind: 'facts',
  rows: rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
})

interface Opinion {
  readonly lines: string[]
  readonly data: Json
}
/** The newest cause and manner, as opinions. */
async function opinionOf(cx: Cx, root: string, language: Language, say: Say): Promise<Opinion> {
  const cause = (await causesOf(cx, root)).at(-1)
  const manner = (await mannersOf(cx, root)).at(-1)
  const names = await namesOf(cx, [['manner', manner?.manner] as const], language)
  const letters = 'abcd'
  const interval = (i: object): string =>
    'value' in i ? String(i.value) : say(`death.absent-${String((i as { absent: string }).absent)}`)
  const lines = [
    ...(cause ? cause.lines.map((l, i) => `${letters[i]}) ${l.text} (${interval(l.interval)})`) : []),
    ...(cause?.other ? [`${say('death.cause-part2')}: ${cause.other}`] : []),
    ...(cause?.status === 'pending' ? [`${say('death.cause-pending')}: ${cause.pending_because ?? ''}`] : []),
    ...(manner
      ? [
          `${say('death.card-manner')}: ${[names.text('manner', manner.manner), manner.how].filter(Boolean).join('; ')}`,
        ]
      : []),
  ]
  return {
    lines,
    data: {
      cause: cause
        ? {
            status: cause.status,
            lines: cause.lines.map((l) => ({ text: l.text, interval: l.interval, code: l.code ?? null })),
            other: cause.other,
            tobacco: cause.tobacco,
            pregnancy: cause.pregnancy,
            why: cause.why,
          }
        : null,
      manner: manner ? { code: manner.manner, how: manner.how } : null,
    },
  }
}

/** As every other day on a paper: the day first; of what is known less closely as much as is known. */
const dayWritten = (on: string | null): string | null => on && on.split('-').toReversed().join('/')

const personRows = (
  d: DeathRow,
  say: Say,
  sex: string | null,
  name = d.minor ? say('death.name-hidden') : (d.name ?? say('death.unnamed')),
): [string, string | null][] => [
  [say('death.card-person'), name],
  // A name that a caller told is no identity, and a paper that is signed does not make it one.
  [say('death.card-identity'), d.identity === 'confirmed' ? null : say(`death.identity-${d.identity}`)],
  [say('death.field-sex'), sex],
  [say('death.field-age'), d.age && d.age_unit ? say(`death.age-${d.age_unit}`, { n: Number(d.age) }) : null],
]

async function examinationPaper(cx: Cx, row: ExaminationRow, language: Language): Promise<DeathPaper> {
  const say = cx.ground.say(language)
  const death = await seeDeath(cx, row.root)
  const e = await examinationSeen(cx, row, language)
  const names = await namesOf(cx, [['sex', death.sex] as const], language)
  const opinion = await opinionOf(cx, row.root, language, say)
  const wanting = reviewWanted(death.manner, await examinationsOf(cx, row.root))
  return {
    title: say('death.paper-examination'),
    asked: [
      { label: say('death.column-number'), value: e.number },
      { label: say('death.field-kind-of-examination'), value: say(`death.examination-${e.kind}`) },
    ],
    conclusions: [
      {
        item: death.number ?? '',
        lines: opinion.lines.length > 0 ? opinion.lines : [say('death.cause-none')],
      },
    ],
    sections: [
      {
        title: say('death.card-person'),
        blocks: [
          facts([
            ...personRows(death, say, names.of('sex', death.sex)?.name ?? null),
            [say('death.field-authority'), e.authority],
            [say('death.column-pathologist'), e.pathologist],
            [say('death.review-by'), e.reviewedBy],
            [say('death.field-stature-measured'), e.statureCm],
            [say('death.field-body-weight'), e.weightKg],
          ]),
        ],
      },
      ...protocolOf(e),
      ...woundsOf(e, say),
      ...organsOf(e, say),
      ...takenOf(e, say),
      { title: say('death.paper-about'), blocks: [{ kind: 'notes', lines: [say('death.paper-opinion')] }] },
    ],
    data: {
      kind: 'post-mortem',
      examination: e.id,
      number: e.number,
      sections: e.sections.map((s) => ({ section: s.section, answers: s.given, words: s.words })),
      wounds: e.wounds.map((w) => ({
        no: w.no,
        diagram: w.diagram,
        x: w.x,
        y: w.y,
        kind: w.kind.code,
        sizeMm: w.sizeMm,
        depthMm: w.depthMm,
        words: w.words,
      })),
      organs: e.organs.flatMap((o) => (o.weightG ? [{ organ: o.organ.code, weightG: o.weightG }] : [])),
      specimens: e.specimens.map((s) => ({ number: s.number, kind: s.kind.code, site: s.site })),
      opinion: opinion.data,
    } as unknown as Json,
    verdict: allOf(
      unless(
        e.state === 'finished' || e.state === 'reviewed',
        no('death.paper-examination-open', {}, 'death.next-finish'),
      ),
      unless(!wanting, no('death.paper-wants-review', {}, 'death.next-other-pathologist')),
    ),
    workers: [...(row.pathologist ? [row.pathologist] : []), ...(await writersOf(cx, row.id))],
  }
}

const protocolOf = (e: ExaminationSeen): Section[] =>
  e.sections.flatMap((s) =>
    s.at
      ? [
          {
            title: s.title,
            blocks: [
              facts(s.answers.map((a) => [a.label, a.text] as const)),
              ...(s.words ? [{ kind: 'paragraphs' as const, lines: s.words.split('\n') }] : []),
            ],
          },
        ]
      : [],
  )
function woundsOf(e: ExaminationSeen, say: Say): Section[] {
  if (e.wounds.length === 0) return []
  return [
    {
      title: say('death.card-wounds'),
      blocks: [
        ...bodyDrawing(e.wounds, say),
        {
          kind: 'table',
          columns: [
            { key: 'no', head: say('death.column-number'), align: 'right' },
            { key: 'kind', head: say('death.field-injury'), width: 1 },
            { key: 'where', head: say('death.field-site'), width: 1 },
            { key: 'size', head: say('death.field-size'), align: 'right' },
            { key: 'depth', head: say('death.field-depth'), align: 'right' },
            { key: 'words', head: say('death.field-own-words'), width: 2 },
          ],
          rows: e.wounds.map((w) => ({
            no: String(w.no),
            kind: w.kind.name,
            where: say(`death.diagram-${w.diagram}`),
            size: w.sizeMm ?? '',
            depth: w.depthMm ?? '',
            words: w.words ?? '',
          })),
        },
      ],
    },
  ]
}
function organsOf(e: ExaminationSeen, say: Say): Section[] {
  const weighed = e.organs.filter((o) => o.weightG !== null || o.words !== null)
  if (weighed.length === 0) return []
  return [
    {
      title: say('death.card-organs'),
      blocks: [
        {
          kind: 'table',
          columns: [
            { key: 'organ', head: say('death.column-organ'), width: 2 },
            { key: 'weight', head: say('death.field-weight'), align: 'right' },
            { key: 'range', head: say('death.column-range'), align: 'right' },
            { key: 'words', head: say('death.field-own-words'), width: 3 },
          ],
          rows: weighed.map((o) => ({
            organ: o.organ.name,
            weight: o.weightG ?? '',
            range: o.low ? `${o.low}–${o.high}` : '',
            words: o.words ?? '',
          })),
        },
        {
          kind: 'notes',
          lines: [
            ...new Set(
              weighed.flatMap((o) =>
                o.source && o.low ? [say('death.range-source', { source: o.source })] : [],
              ),
            ),
          ],
        },
      ],
    },
  ]
}
function takenOf(e: ExaminationSeen, say: Say): Section[] {
  if (e.specimens.length === 0) return []
  return [
    {
      title: say('death.card-specimens'),
      blocks: [
        {
          kind: 'table',
          columns: [
            { key: 'number', head: say('death.column-number'), mono: true },
            { key: 'kind', head: say('death.field-specimen'), width: 2 },
            { key: 'site', head: say('death.field-specimen-site'), width: 2 },
          ],
          rows: e.specimens.map((s) => ({
            number: s.number,
            kind: s.kind.name,
            site: [s.site, s.container, s.additive].filter(Boolean).join(', '),
          })),
        },
        {
          kind: 'notes',
          lines: e.orders.map((o) => `${o.number}: ${o.discipline.name}, ${o.question.name}`),
        },
      ],
    },
  ]
}

async function causePaper(cx: Cx, death: DeathRow, language: Language): Promise<DeathPaper> {
  const say = cx.ground.say(language)
  const cause = (await causesOf(cx, death.root)).at(-1)
  const manner = (await mannersOf(cx, death.root)).at(-1)
  const opinion = await opinionOf(cx, death.root, language, say)
  const names = await namesOf(cx, [['sex', death.sex] as const], language)
  const places = await placesOf(cx, death.root)
  const place = places.find((p) => p.kind === 'death') ?? places.find((p) => p.kind === 'found')
  const answered = new Set((await doubtAnswersOf(cx, death.root)).map((a) => a.doubt))
  const open = (await doubtsAbout(cx, death)).filter((d) => !answered.has(d.key))
  const wanting = reviewWanted(death.manner, await examinationsOf(cx, death.root))
  return {
    title: say('death.paper-cause'),
    asked: [
      { label: say('death.column-number'), value: death.number ?? '' },
      { label: say('death.field-status'), value: cause ? say(`death.cause-${cause.status}`) : '' },
    ],
    conclusions: [{ item: death.number ?? '', lines: opinion.lines }],
    sections: [
      {
        title: say('death.card-person'),
        blocks: [
          facts([
            // The certificate of a child is theirs: lists hide the name, the paper that a registrar enters bears it.
            ...personRows(
              death,
              say,
              names.of('sex', death.sex)?.name ?? null,
              death.name ?? say('death.unnamed'),
            ),
            [
              say(place?.kind === 'found' ? 'death.place-found' : 'death.place-death'),
              place
                ? [dayWritten(place.on_text), place.time_text, place.text].filter(Boolean).join(', ')
                : null,
            ],
            [say('death.autopsy'), cause?.autopsy ? say(`death.autopsy-${cause.autopsy}`) : null],
            [say('death.field-tobacco'), cause?.tobacco ? say(`death.tobacco-${cause.tobacco}`) : null],
            [
              say('death.field-pregnancy'),
              cause?.pregnancy ? say(`death.pregnancy-${cause.pregnancy}`) : null,
            ],
            [
              say('death.field-transport'),
              manner?.transport_role ? say(`death.transport-${manner.transport_role}`) : null,
            ],
            [say('death.field-amend-why'), cause?.why ?? null],
          ]),
          { kind: 'notes', lines: [say('death.paper-opinion')] },
        ],
      },
    ],
    data: {
      kind: 'cause-of-death',
      death: death.id,
      number: death.number,
      opinion: opinion.data,
    } as unknown as Json,
    verdict: allOf(
      unless(cause !== undefined, no('death.nothing-to-amend', {}, 'death.next-certify')),
      unless(
        open.length === 0,
        no('death.paper-doubts-open', { n: open.length }, 'death.next-answer-doubts'),
      ),
      unless(!wanting, no('death.paper-wants-review', {}, 'death.next-other-pathologist')),
    ),
    workers: cause?.by_id ? [cause.by_id] : [],
  }
}
