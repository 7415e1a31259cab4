/** The scene record as a paper: what was attended, who came and went, what was found, measured, drawn and photographed; its machine-readable twin inside. */
import type { Letterhead } from '#modules/catalogue/public.ts'
import { canonical, type Json } from '#kernel/canonical.ts'
import type { Cx } from '#platform/cx.ts'
import { paperPdf, type Section, houseFrame } from '#platform/documents/papers.ts'
import { paperPicture } from './picturing.ts'
import { gather, type Gathered } from './record-gathered.ts'
import {
  amendedSection,
  checklistSections,
  conflictSection,
  correctionSection,
  exhibitsSection,
  headSection,
  logSection,
  marksSection,
  measurementsSection,
  peopleSection,
  photoSections,
  type Pictures,
  sketchSections,
  when,
} from './record-sections.ts'
import { type AttendanceRow, recordsOf, stepsOf } from './store/attendances.ts'
import { addedSince } from './store/written.ts'

/** So many pictures are printed; every photograph stands in the list with its hash. */
const PRINTED = 60

export interface Amended {
  readonly why: string | null
  readonly changes: readonly string[]
}
/** What came to the record since it was last signed; null for the first version. */
export async function changesOf(cx: Cx, a: AttendanceRow): Promise<Amended | null> {
  const before = (await recordsOf(cx, a.id)).at(-1)
  if (!before) return null
  const why = (await stepsOf(cx, a.id)).filter((s) => s.kind === 'amended').at(-1)?.words ?? null
  const added = await addedSince(cx, a.id, before.id)
  return { why, changes: added.map((c) => cx.say(`scenes.added-${c.kind}`, { n: c.n })) }
}

export interface Making {
  readonly language: 'en' | 'es'
  readonly version: number
  readonly head: Letterhead
  readonly amended: Amended | null
}

export async function recordPaper(
  asked: Cx,
  a: AttendanceRow,
  { language, version, head, amended }: Making,
): Promise<Buffer> {
  const say = asked.ground.say(language)
  const cx: Cx = { ...asked, language, say }
  const g = await gather(cx, a)
  const pictures = await picturesOf(cx, g)
  const sections = [
    headSection(g, a, say, language),
    ...(amended ? [amendedSection(amended, say)] : []),
    logSection(g, say, language),
    ...peopleSection(g, say),
    ...checklistSections(g, say),
    marksSection(g, say),
    exhibitsSection(g, say, language),
    ...measurementsSection(g, say),
    ...sketchSections(g, say),
    ...conflictSection(g, say, language),
    ...correctionSection(g, say, language),
    ...photoSections(g, pictures, say, language),
    {
      title: say('scenes.sr-statement'),
      blocks: [
        { kind: 'paragraphs', lines: [say('scenes.sr-states', { n: g.photographs.length })] },
        {
          kind: 'signatures',
          rows: [
            {
              name: cx.actor.name,
              role: say('scenes.sr-signer'),
              lines: [say('scenes.sr-signed-electronically', { at: when(cx.now, language) })],
            },
          ],
        },
      ] as const,
    },
  ] as Section[]
  return paperPdf(
    {
      lang: language,
      title: say('scenes.sr-title'),
      number: `${a.number} · ${say('scenes.sr-version', { version })}`,
      subtitle: g.card.number,
      ...houseFrame(say, head, cx.ground.house.demo),
      sections,
    },
    {
      at: cx.now,
      pictures: pictures.bytes,
      attachments: [
        {
          name: `${a.number}-v${version}.json`,
          bytes: twinOf(a, version, g, amended),
          description: say('scenes.sr-twin'),
          mime: 'application/json',
          relation: 'data',
        },
      ],
    },
  )
}

async function picturesOf(cx: Cx, g: Gathered): Promise<Pictures> {
  const bytes: Record<string, Uint8Array> = {}
  const names = new Map<string, string>()
  for (const s of g.sketches) bytes[`sketch-${s.sketch}`] = Buffer.from(s.svg, 'utf8')
  // What was marked or pointed out first, then in order, until there are enough.
  const wanted = [...g.photographs]
    .filter((p) => p.shown)
    .sort((a, b) => Number(b.mark !== null) - Number(a.mark !== null) || a.seq - b.seq)
    .slice(0, PRINTED)
    .sort((a, b) => a.seq - b.seq)
  for (const p of wanted) {
    const made = await paperPicture(cx, p.sha256)
    if (!made) continue
    bytes[`photo-${p.seq}`] = made
    names.set(p.id, `photo-${p.seq}`)
  }
  return { bytes, names }
}

/** Exactly what the paper says, for machines; its schema is this object. */
function twinOf(a: AttendanceRow, version: number, g: Gathered, amended: Amended | null): Buffer {
  const { rows: _rows, card, ...said } = g
  const plain = JSON.parse(
    JSON.stringify({
      schema: 'custodia/scene-record/1',
      number: a.number,
      version,
      case: card.number,
      place: g.where.place,
      amended,
      ...said,
      sketches: said.sketches.map(({ svg: _svg, ...s }) => s),
    }),
  ) as Json
  return Buffer.from(canonical(plain), 'utf8')
}
