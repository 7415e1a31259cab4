/** The certificate of capture of a batch: who scanned it with what, counted and scanned file by file, each page by its hash. */
import type { Json } from '#kernel/canonical.ts'
import type { Say } from '#kernel/say.ts'
import type { Section } from '#platform/documents/papers.ts'
import type { BatchFileRow, BatchRow } from './store/batches.ts'
import type { CapturedPage } from './store/pages.ts'

export function captureSections(
  say: Say,
  b: BatchRow,
  files: readonly BatchFileRow[],
  pages: readonly CapturedPage[],
): Section[] {
  return [
    {
      blocks: [
        {
          kind: 'facts',
          rows: [
            { label: say('archive.batch'), value: b.number, mono: true },
            { label: say('archive.scanner'), value: b.scanner ?? '–' },
            {
              label: say('archive.settings'),
              value: say('archive.settings-are', { dpi: b.dpi, colour: say(`archive.colour-${b.colour}`) }),
            },
            { label: say('archive.prepared-by'), value: b.by_name },
          ],
        },
        { kind: 'paragraphs', lines: [say('archive.capture-states', { n: pages.length })] },
      ],
    },
    {
      title: say('archive.capture-counts'),
      blocks: [
        {
          kind: 'table',
          columns: [
            { key: 'file', head: say('archive.file'), mono: true, width: 1 },
            { key: 'counted', head: say('archive.counted'), align: 'right' },
            { key: 'scanned', head: say('archive.scanned'), align: 'right' },
            { key: 'blank', head: say('archive.blank'), align: 'right' },
            { key: 'removed', head: say('archive.removed-sheets'), align: 'right' },
          ],
          rows: files.map((f) => ({
            file: f.number,
            counted: String(f.counted),
            scanned: String(f.scanned),
            blank: String(f.blank),
            removed: String(f.removed),
          })),
        },
      ],
    },
    {
      title: say('archive.copy-hashes'),
      blocks: [
        {
          kind: 'table',
          columns: [
            { key: 'file', head: say('archive.file'), mono: true },
            { key: 'place', head: say('archive.page'), align: 'right' },
            { key: 'hash', head: 'SHA-256', mono: true, width: 1 },
          ],
          rows: pages.map((p) => ({
            file: p.number,
            place: String(p.place),
            hash: [p.sha256.slice(0, 32), p.sha256.slice(32)],
          })),
        },
      ],
    },
  ]
}
export const captureTwin = (b: BatchRow, pages: readonly CapturedPage[]): Json => ({
  schema: 'custodia/certificate-of-capture/1',
  batch: b.number,
  scanner: b.scanner,
  dpi: b.dpi,
  colour: b.colour,
  pages: pages.map((p) => ({
    file: p.number,
    master: p.master,
    place: p.place,
    sha256: p.sha256,
    blank: p.blank,
  })),
})
