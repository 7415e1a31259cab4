/** Stories of scanning over HTTP: prepared, received, split at its sheets, counted, keyed blind, looked over, searched, and let go by authority. */
import { describe, expect, test } from 'vitest'
import { verifyInstallation } from '#ledger/verify.ts'
import { aCase } from '#modules/cases/examples.ts'
import { checkPdfSignature } from '#platform/documents/pades.ts'
import { sql } from '#platform/sql.ts'
import { modules } from '../../app/modules.ts'
import { LONG, openDesk } from '../../../test/archive-desk.ts'
import type { Said } from '../../../test/lab.ts'
import { engineFor, pile, slips } from '../../../test/made-scans.ts'
import { aBox, aCover, aFile, aKeying } from './examples.ts'
import { readPages } from './pages/reading-pages.ts'

const desk = openDesk(async (lab) => {
  await lab.person('damion', ['officer'], { unit: lab.units.policeDangriga, name: 'Damion Palacio' })
})
const { as, sent } = desk
/** A file with one typed page, captured whole. */
const captured = (lines: readonly string[], more: Record<string, unknown> = {}, file?: { id: string }) =>
  desk.captured([lines.join(' ')], file ?? more)
const status = async (batch: string): Promise<Said> =>
  (await as('adela').ask('archive.batch-status', { batch })).body

/** What earlier stories left is not read again here: reading takes its time. */
const readNothingElse = () =>
  desk.lab.db.direct.run(
    sql`update archive.page_text set state = 'read', words = '[]', terms = '{}' where state = 'waiting'`,
  )

describe('a batch', () => {
  test('N4 S-B26 is split at its sheets, and stops until what was counted is what was scanned', {
    timeout: LONG,
  }, async () => {
    const [a, b] = [await aFile(desk.lab as never), await aFile(desk.lab as never)]
    const { id: batch } = await as('adela').do('archive.prepare-batch', {
      scanner: 'fi-7600',
      files: [
        {
          file: a.id,
          pages: 3,
          sheets: [
            { kind: 'separator', document: 'certificate' },
            { kind: 'removed', removed: 'photographs', keptAt: 'Cabinet 4' },
          ],
        },
        { file: b.id, pages: 2 },
      ],
    })
    expect(
      (await as('adela').file('archive.print-separators', { batch })).bytes.subarray(0, 5).toString(),
    ).toBe('%PDF-')
    const { sheets } = await status(batch)
    const [coverA, separator, removed, coverB] = sheets.map((s: Said) => s.code) as string[]
    await sent(
      null,
      pile([
        coverA ?? '',
        ['Notes of the officer'],
        ['Second page of notes'],
        removed ?? '',
        separator ?? '',
        ['Certificate'],
        coverB ?? '',
        ['One page of the other file'],
      ]),
    )
    const now = await status(batch)
    expect(now.perFile.map((f: Said) => [f.number, f.counted, f.scanned])).toEqual([
      [a.number, 3, 3],
      [b.number, 2, 1],
    ])
    expect(now.perFile[0].removed).toBe(1)
    const stopped = await as('adela').tell('archive.reconcile-batch', { batch }, { stepUp: true })
    expect([stopped.status, stopped.body.code]).toEqual([409, 'archive.counts-differ'])
    expect(stopped.body.detail).toBe(`File ${b.number}: 2 pages counted, 1 scanned.`)
    await as('bernard').do('archive.recount-file', {
      batch,
      file: b.id,
      pages: 1,
      words: 'Counted the cover too',
    })
    const done = await as('adela').do('archive.reconcile-batch', { batch })
    expect(done.files).toBe(2)
    const paper = await as('adela').file('archive.archive-paper', { paper: done.capture })
    expect(checkPdfSignature(paper.bytes, { trustedRoots: [] })).toMatchObject({
      signed: true,
      digestOk: true,
    })
    const pages = (await as('adela').ask('archive.pages', { file: a.id })).body.items
    expect(pages.map((p: Said) => p.document)).toEqual([null, null, 'Certificate'])
    expect((await as('adela').file('archive.page', { page: pages[0].id })).headers.get('content-type')).toBe(
      'image/webp',
    )
    expect((await as('adela').ask('archive.get-file', { file: a.id })).body.stage).toBe('captured')
  })

  test('N6 sets a damaged file aside with a sentence, keeps every byte, and goes on with the rest', {
    timeout: LONG,
  }, async () => {
    const f = await aFile(desk.lab as never)
    const { id: batch } = await as('adela').do('archive.prepare-batch', { files: [{ file: f.id, pages: 1 }] })
    const broken = Buffer.from('%PDF-1.7 torn in the feeder')
    await sent(batch, broken, 'torn.pdf')
    const { default: sharp } = await import('sharp')
    const back = sharp({ create: { width: 600, height: 800, channels: 3, background: '#f6f2e6' } })
    await sent(batch, await back.png().toBuffer(), 'back.png')
    await sent(batch, slips(['A page that can be read']))
    const now = await status(batch)
    expect(now.scans.map((s: Said) => s.state).sort()).toEqual(['opened', 'opened', 'quarantined'])
    expect(now.perFile[0]).toMatchObject({ counted: 1, scanned: 1, blank: 1 })
    const torn = now.scans.find((s: Said) => s.state === 'quarantined')
    expect(torn.why).toContain('torn.pdf')
    expect(await desk.lab.ground.files.read(torn.sha256)).toEqual(broken)
    expect((await as('adela').tell('archive.reconcile-batch', { batch }, { stepUp: true })).body.code).toBe(
      'archive.scans-damaged',
    )
    await as('adela').do('archive.withdraw-scan', { scan: torn.id, words: 'Scanned again' })
    await as('adela').do('archive.reconcile-batch', { batch })
    // The same bytes again are no new scan, and nothing comes into a batch that is closed.
    expect(
      (await as('adela').tell('archive.receive-scans', { batch, scans: [{ file: torn.sha256 }] })).body.code,
    ).toBe('archive.batch-reconciled')
  })

  test('a scan without a cover waits where everybody sees it', { timeout: LONG }, async () => {
    await sent(null, slips(['Whose page is this?']), 'nobody.pdf')
    const strays = (await as('adela').ask('archive.stray-scans')).body.items
    expect(strays[0]).toMatchObject({ name: 'nobody.pdf', state: 'quarantined' })
    expect(strays[0].why).toContain('cover')
  })
})

describe('keying', () => {
  test('is blind, agrees or goes to a third, and every value says who stands behind it', {
    timeout: LONG,
  }, async () => {
    const { file } = await captured(['Case DG 4471/98, Marcelino Teul, received 14 May 1998'])
    const next = (await as('adela').ask('archive.next-to-key', { file })).body
    expect(next).toMatchObject({ round: 1, file: { id: file } })
    const generation = next.file.generation
    await as('adela').do('archive.key-index', { file, generation, fields: aKeying() })
    expect(
      (await as('adela').tell('archive.key-index', { file, generation, fields: aKeying() })).body.code,
    ).toBe('archive.keyed-by-you')
    const blind = await as('bernard').ask('archive.next-to-key', { file })
    expect(JSON.stringify(blind.body)).not.toContain('Teul')
    const open = await as('bernard').tell('archive.key-index', {
      file,
      generation,
      fields: aKeying().slice(1),
    })
    expect(open.body.code).toBe('archive.field-open')
    const { differs } = await as('bernard').do('archive.key-index', {
      file,
      generation,
      fields: aKeying({ 'case-number': ['dg-4471-98'], 'received-on': null }),
    })
    expect(differs).toEqual(['received-on'])
    expect(
      (
        await as('adela').tell('archive.adjudicate-index', {
          file,
          fields: [{ field: 'received-on', values: ['1998-05-14'] }],
        })
      ).body.code,
    ).toBe('archive.third-person')
    const [waiting] = (await as('clarita').ask('archive.to-adjudicate', { file })).body.items
    expect(waiting.fields[0]).toMatchObject({
      first: { values: ['1998-05-14'] },
      second: { absent: 'illegible' },
    })
    await as('clarita').do('archive.adjudicate-index', {
      file,
      fields: [{ field: 'received-on', values: ['1998-05-14'], page: null }],
    })
    const seen = (await as('adela').ask('archive.get-file', { file })).body
    expect(seen.stage).toBe('indexed')
    const by = Object.fromEntries(seen.index.map((v: Said) => [v.field, [v.how, v.by]]))
    expect(by['received-on']).toEqual(['decided', ['Adela Cocom', 'Bernard Usher', 'Clarita Sho']])
    expect(by['case-number']).toEqual(['agreed', ['Adela Cocom', 'Bernard Usher']])
  })
})

describe('a lot', () => {
  test('N5 is drawn by the plan, looked over by somebody else, and a lost one is done again whole', {
    timeout: LONG,
  }, async () => {
    const files = []
    for (let i = 0; i < 3; i += 1) files.push((await captured([`Lot page ${i}`])).file)
    const lot = await as('dorla').do('archive.draw-lot', { kind: 'pages', files: 500 })
    expect(lot.sample).toBe(Math.min(13, lot.size))
    const own = (await as('adela').ask('archive.get-lot', { lot: lot.id })).body
    const one = own.units[0]
    expect(
      (await as('adela').tell('archive.inspect-lot', { lot: lot.id, unit: one.id, good: true })).body.code,
    ).toBe('archive.own-work')
    expect((await as('dorla').tell('archive.accept-lot', { lot: lot.id })).body.code).toBe(
      'archive.lot-unfinished',
    )
    await as('dorla').do('archive.inspect-lot', {
      lot: lot.id,
      unit: one.id,
      good: false,
      fault: 'unreadable',
    })
    expect((await as('dorla').tell('archive.accept-lot', { lot: lot.id })).status).toBe(409)
    await as('dorla').do('archive.reject-lot', { lot: lot.id, words: 'Glass was dirty' })
    const again = (await as('adela').ask('archive.get-file', { file: files[0] ?? '' })).body
    expect([again.stage, again.pages]).toEqual(['prepared', 0])
    const quality = (await as('dorla').ask('archive.lot-quality')).body.items[0]
    expect(quality).toMatchObject({ state: 'rejected', faults: 1, inspected: 1, rate: '100.00' })
  })
})

describe('the search', () => {
  test('finds numbers in any punctuation, names misspelt and by ear, with marks on the page; nobody finds what they may not see', {
    timeout: LONG,
  }, async () => {
    await readNothingElse()
    const c = await desk.lab.arrange('cases.open-case', aCase())
    await desk.lab.arrange('cases.give-access', { case: c.id, principal: desk.lab.people.get('damion')?.id })
    const f = await aFile(desk.lab as never, { numbers: ['BMP 17/2001'] })
    await as('adela').do('archive.link-to-case', { file: f.id, case: c.id })
    await captured(['Evaristo Muschamp, BMP-17/2001'], {}, f)
    await readPages(desk.lab.ground, engineFor('Report on Evaristo Muschamp, BMP-17/2001 at Belmopan'))
    const find = async (q: string, who = 'adela'): Promise<Said[]> =>
      (await as(who).ask('archive.search-pages', { q })).body.items
    for (const q of ['bmp 17 2001', 'BMP172001', 'Muschamp', 'Ebaristo', 'Muschmp']) {
      const [hit] = await find(q)
      expect(hit, q).toMatchObject({ file: { number: f.number } })
      expect(hit.marks.length, q).toBeGreaterThan(0)
      expect(hit.marks[0].x).toBeGreaterThan(0)
    }
    expect(await find('Muschamp', 'damion')).toEqual([])
    await as('adela').do('archive.mark-sensitive', { file: f.id, why: [] })
    expect((await find('Muschamp', 'damion'))[0]).toMatchObject({ file: { number: f.number } })
    await as('adela').do('archive.mark-sensitive', { file: f.id, why: ['minor'] })
    expect(await find('Muschamp', 'damion')).toEqual([])
    const [page] = (await as('adela').ask('archive.pages', { file: f.id })).body.items
    expect((await as('damion').file('archive.page', { page: page.id })).status).toBe(404)
  })

  test('pages in are pages read and pages set aside, however many read at once and whatever ends one of them', {
    timeout: LONG,
  }, async () => {
    const box = await aBox(desk.lab as never)
    const sides = Array.from({ length: 6 }, (_, i) => [`Line ${i + 1} of a made page`])
    const f = await as('adela').do('archive.register-file', { box: box.id, ...aCover() })
    const { id } = await as('adela').do('archive.prepare-batch', {
      files: [{ file: f.id, pages: sides.length }],
    })
    await sent(id, slips(sides.map(([line]) => line ?? '')))
    const [{ page } = { page: '' }] = await desk.lab.db.direct.many<{ page: string }>(
      sql`select page from archive.page_text where file = ${f.id} order by page limit 1`,
    )
    // Three readers were killed on the first page: it lets go of its row each time and is set aside the fourth.
    await desk.lab.db.direct.run(sql`insert into archive.begun (thing, times) values (${page}, 3)`)
    const engine = engineFor('A made page')
    await Promise.all([
      readPages(desk.lab.ground, engine),
      readPages(desk.lab.ground, engine),
      readPages(desk.lab.ground, engine),
    ])
    const states = await desk.lab.db.direct.many<{ state: string; n: number }>(
      sql`select state, count(*)::int as n from archive.page_text where file = ${f.id} group by state order by state`,
    )
    expect(states).toEqual([
      { state: 'quarantined', n: 1 },
      { state: 'read', n: sides.length - 1 },
    ])
  })
})

describe('paper leaves', () => {
  test('only with authority, two who say yes, nothing that needs it, and a witness', {
    timeout: LONG,
  }, async () => {
    const keep = await aFile(desk.lab as never, { type: 'homicide' })
    const old = await aFile(desk.lab as never, { type: null, on: '1990' })
    const { body: document } = await as('ar-director').upload(
      Buffer.from('authority of the archives'),
      'authority.pdf',
    )
    const asked = (files: string[], action = 'destroy') => ({
      files,
      action,
      authority: 'Archives',
      number: 'A 12',
      on: '2026-10-01',
      document: document.sha256,
    })
    expect(
      (await as('ar-director').tell('archive.authorise-destruction', asked([keep.id]), { stepUp: true })).body
        .code,
    ).toBe('archive.tier-keeps')
    expect(
      (await as('ar-director').tell('archive.authorise-destruction', asked([old.id]), { stepUp: true })).body
        .code,
    ).toBe('archive.copy-not-accepted')
    const d = await as('ar-director').do('archive.authorise-destruction', asked([old.id], 'transfer'))
    const witness = { person: desk.lab.people.get('bernard')?.id, pin: '246810' }
    const early = await as('adela').tell(
      'archive.transfer-records',
      { disposal: d.id, witness, receivedBy: 'The Archivist' },
      { stepUp: true },
    )
    expect(early.body.code).toBe('archive.not-agreed')
    expect(
      (await as('ar-director').tell('archive.authorise-destruction', { disposal: d.id }, { stepUp: true }))
        .body.code,
    ).toBe('archive.second-person')
    await as('ar-quality').do('archive.authorise-destruction', { disposal: d.id })
    const paper = await as('adela').do('archive.transfer-records', {
      disposal: d.id,
      witness,
      receivedBy: 'The Archivist',
    })
    expect(paper.number).toMatch(/^AP-/)
    expect((await as('adela').ask('archive.get-file', { file: old.id })).body.state).toBe('transferred')
    expect(
      (await as('adela').tell('archive.check-out-file', { file: old.id, due: '2026-12-01' })).body.code,
    ).toBe('archive.file-transferred')
  })
})

test('the ledger and every standing of the archive verify', async () => {
  expect((await verifyInstallation(desk.lab.ground, modules, {})).problems).toEqual([])
})
