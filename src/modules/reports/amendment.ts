/** What an amended certificate says of the one before it: that it is replaced, why, and what reads otherwise now (ISO/IEC 17025:2017, 7.8.8). */
import type { Say } from '#kernel/say.ts'
import { inLanguage } from '#modules/results/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { Certificate } from '#platform/documents/papers.ts'
import { type Gathered, numberOf } from './gathering.ts'
import { dayOf } from './paper-dates.ts'
import { paperNumber } from './rules.ts'
import { type VersionNow, issueOf, signatureOf, stepsOf, versionsOf } from './store/versions.ts'

export interface Change {
  readonly item: string
  readonly what: string
  readonly was: string
  readonly now: string
}

export async function amendmentOf(
  cx: Cx,
  v: VersionNow,
  changes: readonly Change[],
  say: Say,
): Promise<Pick<Certificate, 'amendment'>> {
  if (v.supersedes === null) return {}
  const old = (await versionsOf(cx, v.report)).find((o) => o.id === v.supersedes)
  const number = old ? paperNumber({ number: v.number, version: old.version }) : v.number
  const issued = await issueOf(cx, v.supersedes)
  const why = (await stepsOf(cx, v.id))[0]?.words
  return {
    amendment: {
      title: say('reports.paper-amended'),
      blocks: [
        {
          kind: 'paragraphs',
          lines: [
            say('reports.paper-supersedes', { number, on: issued ? dayOf(issued.at) : '—' }),
            say('reports.paper-changes', { changes: v.changes ?? '' }),
            ...(why ? [say('reports.paper-why', { why })] : []),
          ],
        },
        ...(changes.length > 0
          ? [
              {
                kind: 'table' as const,
                rows: changes.map((c) => ({ ...c })),
                columns: [
                  { key: 'item', head: say('reports.paper-exhibit'), mono: true },
                  { key: 'what', head: say('reports.paper-what'), width: 0.8 },
                  { key: 'was', head: say('reports.paper-was'), width: 1.2 },
                  { key: 'now', head: say('reports.paper-now'), width: 1.2 },
                ],
              },
            ]
          : []),
      ],
    },
  }
}

/** The words of the twin before, as far as a comparison needs them. */
interface Before {
  readonly language: string
  readonly results: readonly { itemNumber: string; kind: string; says: string }[]
  readonly items: readonly { number: string; description: string; packaging: { inWords: string } | null }[]
}

/** What was said then and is said now, sentence by sentence, out of the signed data of the version before; nobody writes it. */
export async function changesOf(cx: Cx, v: VersionNow, g: Gathered): Promise<Change[]> {
  const signed = v.supersedes === null ? undefined : await signatureOf(cx, v.supersedes)
  if (!signed) return []
  const before = JSON.parse((await cx.ground.files.read(signed.data)).toString('utf8')) as Before
  // In another language every sentence reads otherwise, and none of it is a change.
  if (before.language !== v.language) return []
  const say = cx.ground.say(v.language)
  const said = new Map<string, { item: string; what: string; was: string; now: string }>()
  const put = (item: string, key: string, what: string, side: 'was' | 'now', words: string): void => {
    const at = `${item} ${key}`
    said.set(at, { item, what, was: '—', now: '—', ...said.get(at), [side]: words })
  }
  for (const r of before.results)
    put(r.itemNumber, r.kind, say(`reports.determination-${r.kind}`), 'was', r.says)
  for (const r of g.results)
    put(numberOf(g, r.item), r.kind, say(`reports.determination-${r.kind}`), 'now', inLanguage({ say }, r))
  const things: [string, 'was' | 'now', string, string | null | undefined][] = [
    ...before.items.map((i) => [i.number, 'was', i.description, i.packaging?.inWords] as const),
    ...g.items.map((i) => [i.number, 'now', i.description, g.packed.get(i.id)?.words] as const),
  ].map((row) => [...row])
  for (const [number, side, description, packaging] of things) {
    put(number, 'description', say('reports.paper-description'), side, description)
    put(number, 'packaging', say('reports.paper-packaging'), side, packaging ?? '—')
  }
  return [...said.values()].filter((c) => c.was !== c.now)
}
