/** The pages of a copy: drawn for paper, each beneath its number and hash, and the same for machines. */
import type { Json } from '#kernel/canonical.ts'
import type { Say } from '#kernel/say.ts'
import type { Cx } from '#platform/cx.ts'
import type { Section } from '#platform/documents/papers.ts'
import type { FileRow } from '../shelves/store/files.ts'
import type { CopyPage } from './store/pages.ts'

/** As finely as a page is read from paper, and no finer: a court takes at most 75 MB. */
const EDGE = 1_600

export async function pagePictures(cx: Cx, pages: readonly CopyPage[]): Promise<Record<string, Uint8Array>> {
  const { drawnPage } = await import('#formats/pages/picture-pages.ts')
  const made: Record<string, Uint8Array> = {}
  for (const page of pages)
    made[`page-${page.seq}`] = (
      await drawnPage(await cx.ground.files.read(page.sha256), { longest: EDGE, turn: page.turned })
    ).bytes
  return made
}

export function copySections(
  f: FileRow,
  pages: readonly CopyPage[],
  { say, words, documents }: { say: Say; words: string | null; documents: ReadonlyMap<string, string> },
): Section[] {
  const whole = pages[0]?.whole ?? pages.length
  return [
    {
      blocks: [
        {
          kind: 'facts',
          rows: [
            { label: say('archive.file'), value: f.number, mono: true },
            ...(f.said_numbers.length > 0
              ? [{ label: say('archive.numbers'), value: f.said_numbers.join(' · '), mono: true }]
              : []),
            {
              label: say('archive.pages'),
              value:
                pages.length === whole
                  ? String(whole)
                  : say('archive.copy-part', { n: pages.length, of: whole }),
            },
            { label: say('archive.original-in'), value: f.box_number, mono: true },
          ],
        },
        {
          kind: 'paragraphs',
          lines: [say('archive.copy-states', { n: pages.length }), ...(words ? [words] : [])],
        },
      ],
    },
    {
      title: say('archive.copy-hashes'),
      blocks: [
        {
          kind: 'table',
          columns: [
            { key: 'seq', head: say('archive.page'), align: 'right' },
            { key: 'document', head: say('archive.document') },
            { key: 'by', head: say('archive.scanned-by'), width: 1 },
            { key: 'hash', head: 'SHA-256', mono: true, width: 2 },
          ],
          rows: pages.map((p) => ({
            seq: String(p.seq),
            document: p.document ? (documents.get(p.document) ?? p.document) : '',
            by: [p.batch_number, p.by_name],
            hash: [p.sha256.slice(0, 32), p.sha256.slice(32)],
          })),
        },
      ],
    },
    ...pages.map((p) => ({
      newPage: true as const,
      title: say('archive.copy-page', { n: p.seq, of: whole }),
      blocks: [
        {
          kind: 'picture' as const,
          name: `page-${p.seq}`,
          alt: say('archive.copy-page', { n: p.seq, of: whole }),
          widthMm: p.height > p.width ? 150 : 170,
        },
      ],
    })),
  ]
}
export const copyTwin = (f: FileRow, pages: readonly CopyPage[]): Json => ({
  schema: 'custodia/certified-copy/1',
  file: f.number,
  numbers: f.said_numbers,
  ofPages: pages[0]?.whole ?? pages.length,
  pages: pages.map((p) => ({
    page: p.seq,
    document: p.document,
    sha256: p.sha256,
    master: p.master,
    place: p.place,
    batch: p.batch_number,
    scannedBy: p.by_name,
    scannedAt: p.scanned_at,
  })),
})
