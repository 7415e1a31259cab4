/** Stories of what a machine proposes: by the laboratory's own lists, with its place, taken by a person, never over what a person keyed. */
import { expect, test } from 'vitest'
import { sql } from '#platform/sql.ts'
import { LONG, openDesk } from '../../../test/archive-desk.ts'
import type { Said } from '../../../test/lab.ts'
import { engineFor } from '../../../test/made-scans.ts'
import { aKeying } from './examples.ts'
import { readPages } from './pages/reading-pages.ts'
import { proposalLists } from '#formats/recognition/own-lists.ts'

const desk = openDesk()
const { as, captured, pagesOf } = desk

async function read(line: string): Promise<{ file: string; page: string }> {
  const { file } = await captured(['Slip'])
  await readPages(desk.lab.ground, engineFor(line))
  const [page] = await pagesOf(file)
  return { file, page: page.id }
}

test('what is read is proposed with its place, shown beside the form, and changes nothing that was keyed', {
  timeout: LONG,
}, async () => {
  const { file, page } = await read('Accused: Evaristo Muschamp, robbery of 12 March 1998 with 26.4 g')
  const { proposals, text } = (await as('adela').ask('archive.page-text', { page })).body
  expect(text).toContain('Evaristo Muschamp')
  expect(proposals.map((p: Said) => `${p.kind} ${p.value}`).toSorted()).toEqual([
    'date 1998-03-12',
    'name Evaristo Muschamp',
    'offence robbery',
    'weight 26.4 g',
  ])
  for (const { box, confidence } of proposals) {
    expect(confidence).toBeGreaterThan(0)
    for (const share of [box.x, box.y, box.w, box.h]) expect(share).toBeGreaterThan(0)
    expect(box.x + box.w).toBeLessThanOrEqual(1)
  }
  const { body: next } = await as('adela').ask('archive.next-to-key', { file })
  expect(next.file.pages[0].proposals).toEqual(proposals)
  // Two people key what they see; what the machine reads afterwards, or otherwise, is beside it and never in it.
  const keyed = aKeying({ names: ['Evaristo Muschamp Junior'] })
  for (const who of ['adela', 'bernard'])
    await as(who).do('archive.key-index', { file, generation: next.file.generation, fields: keyed })
  const index = async (): Promise<Said> => (await as('adela').ask('archive.get-file', { file })).body.index
  const before = await index()
  expect(JSON.stringify(before)).toContain('Evaristo Muschamp Junior')
  await desk.lab.db.direct.run(sql`update archive.page_text set state = 'waiting' where page = ${page}`)
  await readPages(desk.lab.ground, engineFor('Accused: Somebody Else 1 April 2001'))
  expect(
    (await as('adela').ask('archive.page-text', { page })).body.proposals.map((p: Said) => p.value),
  ).toEqual(['2001-04-01', 'Somebody Else'])
  expect(await index()).toEqual(before)
})

test('shapes of numbers come from how the laboratory numbers and from its examples; a form without a letter proposes nothing', () => {
  const lists = proposalLists({
    patterns: ['NFSS-{yyyy}-{00000}', '{yy}-{0000}', '{parent:tail}-{n}', 'R-{0000}'],
    numberKinds: [
      { code: 'indictment', en: 'Indictment', es: 'Acusación', data: { example: 'C12/2016' } },
      { code: 'other', en: 'Other', es: 'Otro' },
    ],
    offences: [],
    drugs: [{ code: 'heroin', en: 'Heroin (diamorphine)', es: 'Heroína (diamorfina)' }],
    ranks: [{ code: 'sgt', en: 'Sergeant', es: 'Sargento' }],
    roles: [{ code: 'accused', en: 'Accused', es: 'Acusado' }],
    year: 2026,
  })
  expect(lists.numbers).toEqual(['NFSS-YYYY-#+', 'R-#+', 'C#+/YYYY'])
  expect(lists.drugs).toEqual([{ code: 'heroin', words: ['Heroin', 'diamorphine', 'Heroína', 'diamorfina'] }])
  expect(lists.beforeNames).toEqual(expect.arrayContaining(['Sgt', 'SGT', 'Sergeant', 'Acusado', 'ACUSADO']))
})
