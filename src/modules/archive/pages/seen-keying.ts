/** A file as it is shown to whoever keys or decides: pages only, upright, with what a machine proposes on them. */
import type { Cx } from '#platform/cx.ts'
import type { FileRow } from '../shelves/store/files.ts'
import type { StoredProposal } from '#formats/recognition/kept.ts'
import { listPages, proposalsOn } from './store/pages.ts'
import { namesIn } from './words.ts'

/** A place as a share of the page, as marks of the search are. */
export const proposalsShown = (stored: readonly StoredProposal[]) =>
  stored.map(({ box: [x, y, w, h], ...proposed }) => ({
    ...proposed,
    box: { x: x / 1_000, y: y / 1_000, w: w / 1_000, h: h / 1_000 },
  }))

/** Whoever keys sees the whole file: what stands on its last page is keyed too. */
const MOST = 2_000
export async function fileToKey(cx: Cx, f: FileRow) {
  const documents = await namesIn(cx, 'document-kind')
  const pages = (await listPages(cx, { file: f.id }, { limit: MOST })).filter((p) => !p.blank)
  const proposed = await proposalsOn(
    cx,
    pages.map((p) => p.id),
  )
  return {
    id: f.id,
    number: f.number,
    tier: f.tier,
    generation: f.generation,
    pages: pages.map((p) => ({
      id: p.id,
      seq: p.seq,
      document: p.document ? (documents.get(p.document) ?? p.document) : null,
      turned: p.turned,
      width: p.width,
      height: p.height,
      proposals: proposalsShown(proposed.get(p.id) ?? []),
    })),
  }
}
