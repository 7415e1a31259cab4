/** A file as it is shown to whoever keys or decides: pages only, upright. */
import type { Cx } from '#platform/cx.ts'
import type { FileRow } from './store/files.ts'
import { listPages } from './store/pages.ts'
import { namesIn } from './words.ts'

export async function fileToKey(cx: Cx, f: FileRow) {
  const documents = await namesIn(cx, 'document-kind')
  const pages = (await listPages(cx, { file: f.id }, { limit: 199 })).filter((p) => !p.blank)
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
    })),
  }
}
