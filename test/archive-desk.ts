/** The beginning that stories of the archive share: a desk with its people, and paper that goes through the scanner. */
import { afterAll, beforeAll } from 'vitest'
import { aFile, deskOf } from '../src/modules/archive/examples.ts'
import { openScans } from '../src/modules/archive/pages/opening-scans.ts'
import { type Lab, type Said, openLab } from './lab.ts'
import { slips } from './made-scans.ts'

/** Opening and reading pages takes the processor that others use too. */
export const LONG = 180_000

/** `more`: who and what a story needs besides. Its laboratory is there once the stories begin. */
export function openDesk(more?: (lab: Lab) => Promise<unknown>) {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
    await deskOf(lab as never)
    await more?.(lab)
  }, LONG)
  afterAll(async () => {
    await lab?.close()
  })
  const as = (who: string) => lab.as(who)
  /** What the scanner made is sent, received and opened. */
  async function sent(batch: string | null, bytes: Uint8Array, name = 'slip.pdf'): Promise<Said> {
    const { body } = await as('adela').upload(bytes, name)
    const done = await as('adela').do('archive.receive-scans', { batch, scans: [{ file: body.sha256 }] })
    await openScans(lab.ground)
    return { ...done, sha256: body.sha256 }
  }
  /** A batch of a file whose pages lie on one scan, a line each. */
  async function scanned(
    lines: readonly string[],
    file?: { id: string } | Record<string, unknown>,
  ): Promise<{ file: string; batch: string; scan: string }> {
    const f = file && 'id' in file ? (file as { id: string }) : await aFile(lab as never, file ?? {})
    const { id: batch } = await as('adela').do('archive.prepare-batch', {
      files: [{ file: f.id, pages: lines.length }],
    })
    const { sha256 } = await sent(batch, slips(lines.map((line) => `${line} ${f.id.slice(-4)}`)))
    return { file: f.id, batch, scan: sha256 }
  }
  /** The same, counted and reconciled. */
  async function captured(...of: Parameters<typeof scanned>): ReturnType<typeof scanned> {
    const done = await scanned(...of)
    await as('adela').do('archive.reconcile-batch', { batch: done.batch })
    return done
  }
  const pagesOf = async (file: string): Promise<Said[]> =>
    (await as('adela').ask('archive.pages', { file })).body.items
  return {
    get lab() {
      return lab
    },
    as,
    sent,
    scanned,
    captured,
    pagesOf,
  }
}
