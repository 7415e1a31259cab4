/** Stories of the archive over HTTP: listed, found, linked, taken out and brought back, asked for on a clock, searched for in vain. */
import { describe, expect, test } from 'vitest'
import { checkPdfSignature } from '#platform/documents/pades.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import { aCase } from '#modules/cases/examples.ts'
import { modules } from '../../app/modules.ts'
import { openDesk } from '../../../test/archive-desk.ts'
import type { Said } from '../../../test/lab.ts'
import { aBox, aCover, aFile, aRequest } from './examples.ts'

const desk = openDesk(async (lab) => {
  await lab.person('damion', ['officer'], { unit: lab.units.policeDangriga, name: 'Damion Palacio' })
  await lab.person('eldert', ['officer'], { unit: lab.units.policeBelmopan, name: 'Eldert Bowen' })
})
const adela = () => desk.lab.as('adela')
const seen = async (file: string, who = 'adela'): Promise<Said> =>
  (await desk.lab.as(who).ask('archive.get-file', { file })).body

describe('the inventory', () => {
  test('N7 a box is listed file by file, each with a number, a barcode and the tier that the rules propose; a scanner finds both', async () => {
    const box = await aBox(desk.lab as never)
    const numbers = []
    for (const type of ['drugs', 'homicide', null]) {
      const f = await adela().do('archive.register-file', {
        box: box.id,
        ...aCover({ type, numbers: [`DG ${type ?? 'x'}-77/98`] }),
      })
      numbers.push(f)
    }
    expect(numbers.map((f: Said) => f.tier)).toEqual(['b', 'a', 'c'])
    const byCode = (await adela().ask('archive.get-file', { code: numbers[1]?.barcode.toLowerCase() })).body
    expect(byCode).toMatchObject({
      number: numbers[1]?.number,
      box: { number: box.number },
      names: ['Marcelino Teul'],
      state: 'in-box',
    })
    expect((await adela().ask('archive.get-box', { code: box.barcode })).body).toMatchObject({
      files: 3,
      out: 0,
    })
    const list = (await adela().ask('archive.file-inventory', { box: box.id, q: 'dgdrugs7798' })).body
    expect(list.items.map((f: Said) => f.number)).toEqual([numbers[0]?.number])
    const labels = await adela().file('archive.box-labels', { box: box.id })
    expect(labels.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('an old cover finds its case by number, name and year; a person decides, and the score of then stands with the word', async () => {
    const c = await desk.lab.arrange('cases.open-case', aCase({ title: 'Old matter' }))
    await desk.lab.arrange('cases.add-alias', { case: c.id, kind: 'police', text: 'BMP-88-1999' })
    await desk.lab.arrange('cases.add-party', { case: c.id, name: 'Evaristo Muschamp', role: 'accused' })
    const f = await aFile(desk.lab as never, {
      numbers: ['BMP 88/1999'],
      names: ['Ebaristo Muschamp'],
      on: '1999',
    })
    const [best] = (await adela().ask('archive.propose-cases', { file: f.id })).body.items
    expect(best).toMatchObject({ case: c.id, number: c.number })
    expect(best.reasons.map((r: Said) => r.key)).toEqual(expect.arrayContaining(['number', 'sound']))
    expect(best.score).toBeGreaterThanOrEqual(65)
    const done = await adela().do('archive.link-to-case', { file: f.id, case: c.id })
    expect(done.score).toBe(best.score)
    expect(await seen(f.id)).toMatchObject({
      case: { number: c.number },
      links: [{ verdict: 'linked', by: 'Adela Cocom' }],
    })
    const twice = await adela().tell('archive.link-to-case', { file: f.id, case: c.id })
    expect(twice.body.code).toBe('archive.linked-already')
    await adela().do('archive.link-to-case', { file: f.id, case: c.id, verdict: 'unlinked' })
    await adela().do('archive.link-to-case', { file: f.id, case: c.id, verdict: 'not-the-same' })
    expect((await adela().ask('archive.propose-cases', { file: f.id })).body.items).toEqual([])
  })

  test('an original goes out and comes back, is missed and found; nobody takes what another has', async () => {
    const f = await aFile(desk.lab as never)
    const other = await aBox(desk.lab as never)
    await adela().do('archive.check-out-file', { file: f.id, due: '2026-11-10' })
    const again = await desk.lab
      .as('bernard')
      .tell('archive.check-out-file', { file: f.id, due: '2026-11-10' })
    expect([again.status, again.body.code]).toEqual([409, 'archive.file-out'])
    expect(again.body.detail).toContain('Adela Cocom')
    const moved = await adela().tell('archive.move-file', { file: f.id, to: other.barcode })
    expect(moved.body.code).toBe('archive.file-not-in-box')
    await adela().do('archive.return-file', { file: f.id, box: other.barcode })
    await adela().do('archive.report-file-missing', { file: f.id, words: 'Not in the box' })
    expect((await adela().ask('archive.progress')).body.missing).toBe(1)
    await adela().do('archive.return-file', { file: f.id })
    const file = await seen(f.id)
    expect(file.steps.map((s: Said) => s.kind)).toEqual([
      'found',
      'missing',
      'returned',
      'checked-out',
      'registered',
    ])
    expect(file.box.number).toBe(other.number)
  })

  test('whoever sees neither the case nor the archive learns nothing; whoever sees the case sees its paper and not its words', async () => {
    const c = await desk.lab.arrange('cases.open-case', aCase())
    await desk.lab.arrange('cases.give-access', {
      case: c.id,
      principal: desk.lab.people.get('damion')?.id,
    })
    const f = await aFile(desk.lab as never, { words: 'Shelf list says two volumes' })
    expect((await desk.lab.as('damion').ask('archive.get-file', { file: f.id })).status).toBe(404)
    await adela().do('archive.link-to-case', { file: f.id, case: c.id })
    expect(await seen(f.id, 'damion')).toMatchObject({ number: f.number, words: null, names: [], steps: [] })
    expect((await desk.lab.as('eldert').ask('archive.get-file', { file: f.id })).status).toBe(404)
    expect((await desk.lab.as('eldert').ask('archive.file-inventory')).body.items).toEqual([])
    await desk.lab.arrange('cases.seal-case', {
      case: c.id,
      authority: 'Order 4 of 2026',
      people: [desk.lab.people.get('damion')?.id],
    })
    expect((await desk.lab.as('damion').ask('archive.get-file', { file: f.id })).status).toBe(200)
    expect((await adela().ask('archive.get-file', { file: f.id })).status).toBe(404)
  })
})

describe('a request for a scan', () => {
  test('has a clock by its purpose and ends with a signed certificate where the file is not found', async () => {
    const { request } = await aRequest(desk.lab as never)
    desk.lab.clock.set('2026-11-06T14:00:00.000Z')
    const [line] = (await adela().ask('archive.scan-requests', { state: 'late' })).body.items
    expect(line).toMatchObject({ id: request, state: 'asked', late: true, purpose: 'Hearing' })
    const paper = await adela().do('archive.certify-search', {
      request,
      where: ['Shelf 3', 'Boxes of 1997 and 1999'],
    })
    const pdf = await desk.lab.as('ar-quality').file('archive.archive-paper', { paper: paper.id })
    expect(checkPdfSignature(pdf.bytes, { trustedRoots: [] })).toMatchObject({
      signed: true,
      wholeDocument: true,
      digestOk: true,
      signatureOk: true,
    })
    const twice = await adela().tell(
      'archive.certify-search',
      { request, where: ['Shelf 3'] },
      { stepUp: true },
    )
    expect(twice.body.code).toBe('archive.request-ended')
    expect((await desk.lab.as('eldert').file('archive.archive-paper', { paper: paper.id })).status).toBe(404)
  })
})

test('the ledger and every standing of the archive verify', async () => {
  const told = await verifyInstallation(desk.lab.ground, modules, {})
  expect(told.problems).toEqual([])
})
