/** Duplex in two passes: all fronts, then all backs from the last sheet on; what is read is front and back, sheet by sheet. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sql } from '#platform/sql.ts'
import { LONG, openDesk } from '../../../test/archive-desk.ts'
import type { Said } from '../../../test/lab.ts'
import { slips } from '../../../test/made-scans.ts'
import { aFile } from './examples.ts'
import { openScans } from './pages/opening-scans.ts'
import { asRead } from '#formats/pages/laying.ts'

const desk = openDesk()

test('whatever the number of sheets, fronts and backs come together; an odd side is told', () => {
  fc.assert(
    fc.property(fc.nat(60), (sheets) => {
      const fronts = Array.from({ length: sheets }, (_, i) => `${i} front`)
      const backs = Array.from({ length: sheets }, (_, i) => `${i} back`)
      const read = fronts.flatMap((front, i) => [front, backs[i] ?? ''])
      expect(asRead([...fronts, ...backs.toReversed()], 'fronts-then-backs')).toEqual(read)
      expect(asRead(read, 'as-scanned')).toEqual(read)
      expect(asRead([...fronts, ...backs, 'one more'], 'fronts-then-backs')).toBeUndefined()
    }),
  )
})

test('a pile that went through twice is read front and back; a lost sheet sets the scan aside', {
  timeout: LONG,
}, async () => {
  const adela = desk.lab.as('adela')
  const f = await aFile(desk.lab as never)
  const { id: batch } = await adela.do('archive.prepare-batch', { files: [{ file: f.id, pages: 4 }] })
  const send = async (lines: readonly string[]): Promise<void> => {
    const { body } = await adela.upload(slips(lines), 'pile.pdf')
    await adela.do('archive.receive-scans', {
      batch,
      feeding: 'fronts-then-backs',
      scans: [{ file: body.sha256 }],
    })
    await openScans(desk.lab.ground)
  }
  await send(['Sheet 1 front', 'Sheet 2 front', 'Sheet 2 back'])
  const status = async (): Promise<Said> => (await adela.ask('archive.batch-status', { batch })).body
  const [torn] = (await status()).scans
  expect(torn).toMatchObject({ state: 'quarantined' })
  expect(torn.why).toContain('one front has no back')
  await adela.do('archive.withdraw-scan', { scan: torn.id, words: 'A sheet was lost' })
  await send(['Sheet 1 front', 'Sheet 2 front', 'Sheet 2 back', 'Sheet 1 back'])
  expect((await status()).perFile[0]).toMatchObject({ counted: 4, scanned: 4 })
  const pages: Said[] = (await adela.ask('archive.pages', { file: f.id })).body.items
  const places = await desk.lab.db.direct.many<{ id: string; place: number }>(
    sql`select id, place from archive.page where file = ${f.id}`,
  )
  const placeOf = new Map(places.map((p) => [p.id, p.place]))
  expect(pages.map((p) => placeOf.get(p.id))).toEqual([1, 4, 2, 3])
  await adela.do('archive.reconcile-batch', { batch })
})
