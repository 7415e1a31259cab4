/**
 * The search in four ways, each asked only where the one before found nothing: the number as a whole, the words as written, the words
 * as they sound, the words nearly as written. What answers is shown with its marks.
 */
import type { Cx } from '#platform/cx.ts'
import type { PageHit, PageHits } from './contract/searching.ts'
import { ear } from './ear.ts'
import { askedFor, hitsOn, snippetOf } from '#formats/recognition/terms.ts'
import { type HitPage, pagesWith, wordsAlike } from './store/searching.ts'
import { namesIn } from './words.ts'

interface Asked {
  readonly q: string
  readonly file?: string | undefined
  readonly case?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}
type Way = {
  readonly how: PageHit['how']
  readonly groups: readonly (readonly string[])[]
  readonly also: readonly string[]
}

async function waysOf(cx: Cx, asked: ReturnType<typeof askedFor>): Promise<(() => Promise<Way | null>)[]> {
  const { number, words } = asked
  const alike = async (): Promise<Way | null> => {
    const groups = await Promise.all(
      words.map(async (w) => [`w:${w}`, ...ear.sounds(w), ...(await wordsAlike(cx, w))]),
    )
    return {
      how: 'alike',
      groups,
      also: [...new Set(groups.flat())]
        .filter((t) => t.startsWith('w:'))
        .map((t) => t.slice(2))
        .filter((w) => !words.includes(w)),
    }
  }
  return [
    async () => (number ? { how: 'number', groups: [[number]], also: [] } : null),
    async () =>
      words.length > 0 ? { how: 'written', groups: words.map((w) => [`w:${w}`]), also: [] } : null,
    async () =>
      words.some((w) => ear.sounds(w).length > 0)
        ? { how: 'sounds', groups: words.map((w) => [`w:${w}`, ...ear.sounds(w)]), also: [] }
        : null,
    async () => (words.length > 0 ? alike() : null),
  ]
}

export async function searched(cx: Cx, input: Asked): Promise<PageHits> {
  const asked = askedFor(input.q, ear)
  const [which, after] = (input.cursor ?? '').split('|')
  const ways = await waysOf(cx, asked)
  for (const [i, make] of ways.entries()) {
    if (which && Number(which) !== i) continue
    const way = await make()
    if (!way) continue
    const { rows, total } = await pagesWith(cx, way.groups, input, {
      limit: input.limit,
      after: after ?? null,
    })
    if (rows.length === 0 && !which) continue
    const shown = rows.slice(0, input.limit)
    const documents = await namesIn(cx, 'document-kind')
    const accepted = new Set(way.how === 'number' ? [] : way.groups.flat())
    return {
      items: shown.map((row) =>
        hitOf(
          row,
          way.how,
          { number: way.how === 'number' ? asked.number : null, words: asked.words },
          accepted,
          documents,
        ),
      ),
      nextCursor: rows.length > input.limit ? `${i}|${shown.at(-1)?.page ?? ''}` : null,
      total: Math.min(total, 1_000),
      totalIsAtLeast: total > 1_000,
      also: alsoOn(shown, way.also),
    }
  }
  return { items: [], nextCursor: null, total: 0, totalIsAtLeast: false, also: [] }
}

/** Other spellings that stand on the pages that are shown: what stands elsewhere is not told, for its reader may not see it. */
function alsoOn(shown: readonly HitPage[], spelt: readonly string[]): string[] {
  const there = new Set(shown.flatMap((row) => row.words.flatMap(([text]) => ear.plain(text).split(' '))))
  return spelt.filter((word) => there.has(word)).slice(0, 12)
}

function hitOf(
  row: HitPage,
  how: PageHit['how'],
  asked: { number: string | null; words: readonly string[] },
  accepted: ReadonlySet<string>,
  documents: ReadonlyMap<string, string>,
): PageHit {
  const words = row.words.map(([text]) => text)
  const hits = hitsOn(words, asked, accepted, ear)
  return {
    page: row.page,
    seq: row.seq,
    file: { id: row.file, number: row.number, title: row.title },
    case: row.case && row.case_number ? { id: row.case, number: row.case_number } : null,
    document: row.document ? (documents.get(row.document) ?? row.document) : null,
    width: row.width,
    height: row.height,
    turned: row.turned,
    how,
    snippet: snippetOf(words, hits),
    marks: hits.slice(0, 200).flatMap((i) => {
      const word = row.words[i]
      return word ? [{ x: word[1] / 1_000, y: word[2] / 1_000, w: word[3] / 1_000, h: word[4] / 1_000 }] : []
    }),
    confidence: row.confidence,
  }
}
