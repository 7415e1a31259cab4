/** One pair at a time: a case that came with an import, or a paper file, beside a case that was there and looks like it. A person decides. */
import { alikeFor, nextAlikeFile, type Candidate } from '#modules/archive/public.ts'
import { caseCard, seeCase } from '#modules/cases/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { AlikeSeen, Side } from './contract/alike.ts'
import { writtenRow } from './store.ts'
import { cameAfter, cameLater, decidedOf } from './store/alike.ts'

const AT_ONCE = 25
interface Asked {
  readonly unsure: boolean
  readonly after?: string | undefined
}
/** A case as one side of a pair, with names as this reader sees them. */
export async function sideOf(cx: Cx, id: string): Promise<Side & { readonly guarded: boolean }> {
  const file = await seeCase(cx, id)
  const card = await caseCard(cx, id)
  const at = card.incident
  return {
    id,
    number: card.number,
    title: card.title,
    type: card.type,
    on: at?.on ?? null,
    place: [at?.place, at?.settlement, at?.district].filter(Boolean).join(', ') || null,
    numbers: card.aliases.map((a) => a.text),
    names: card.parties.flatMap((p) => (p.name && p.hidden === null ? [p.name, ...p.otherNames] : [])),
    opened: file.opened_at,
    guarded: file.guarded,
  }
}

/** What a case has in common with others; those in `but` are not asked about, nor is it itself. */
export const alikeTo = (cx: Cx, side: Side, but: Iterable<string>): Promise<Candidate[]> =>
  alikeFor(
    cx,
    { numbers: [side.number, ...side.numbers], names: side.names, on: side.on, type: side.type },
    new Set([side.id, ...but]),
  )

export async function nextAlikeCase(cx: Cx, asked: Asked): Promise<AlikeSeen> {
  const rows = await cameAfter(cx, asked.after ?? null, AT_ONCE + 1, asked.unsure)
  let before = asked.after ?? null
  for (const row of rows.slice(0, AT_ONCE)) {
    const file = await seeCase(cx, row.root)
    if (file.duplicate_of === null) {
      const { guarded, ...came } = await sideOf(cx, row.root)
      const said = await decidedOf(cx, row.root)
      const undecided = [...said].filter(([, verdict]) => verdict !== 'not-sure').map(([other]) => other)
      const unsure = [...said].filter(([, verdict]) => verdict === 'not-sure').map(([other]) => other)
      const alike = asked.unsure
        ? (await alikeTo(cx, came, undecided)).filter((c) => unsure.includes(c.case))
        : await alikeTo(cx, came, said.keys())
      const later = await cameLater(
        cx,
        row.row,
        alike.map((c) => c.case),
      )
      const [best, ...others] = alike.filter((c) => !later.has(c.case))
      if (best) {
        const written = await writtenRow(cx, row.root)
        return {
          pair: {
            kind: 'cases',
            came: { ...came, source: row.source, written: guarded ? null : (written?.raw ?? null) },
            there: without(await sideOf(cx, best.case)),
            score: best.score,
            reasons: best.reasons,
            others: others.length,
          },
          next: before,
        }
      }
    }
    before = row.row
  }
  return { pair: null, next: rows.length > AT_ONCE ? before : null }
}

export async function nextAlikePaper(cx: Cx, asked: Asked): Promise<AlikeSeen> {
  const { found, next } = await nextAlikeFile(cx, asked)
  const [best, ...others] = found?.candidates ?? []
  if (!found || !best) return { pair: null, next }
  const { id, number, title, type, on, numbers, names } = found
  return {
    pair: {
      kind: 'files',
      came: {
        id,
        number,
        title: title ?? '',
        type,
        on,
        place: null,
        numbers: [...numbers],
        names: [...names],
        opened: null,
        source: null,
        written: null,
      },
      there: without(await sideOf(cx, best.case)),
      score: best.score,
      reasons: best.reasons,
      others: others.length,
    },
    next,
  }
}
const without = ({ guarded: _guarded, ...side }: Side & { readonly guarded: boolean }): Side => side
