/** Typed things: what the form of a kind asks is answered at the counter, found again by it, and read with the version that was asked. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyInstallation } from '#ledger/verify.ts'
import { applyBelize } from '#modules/catalogue/examples.ts'
import { modules } from '../../../app/modules.ts'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { program } from '../../../../test/needs.ts'
import { aSubmission, anItem, arrangeWords } from '../examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await applyBelize(lab)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('quinn', ['quality-manager'], { unit: null })
})
afterAll(() => lab?.close())

const pistol = {
  make: { value: 'Glock' },
  calibre: { value: '9 mm' },
  loaded: 'yes',
  rounds: 6,
  serialState: 'legible',
  serial: 'KPX 4471',
}
const receive = (item: Record<string, unknown>) =>
  lab.as('reneau').tell('evidence.receive-submission', aSubmission({ items: [anItem(item)] }))
const seen = async (id: string, more = {}) =>
  (await lab.as('reneau').ask('evidence.get-item', { id, ...more })).body

it('K4 a firearm is taken in by the form of its kind; what does not fit is named at its question', async () => {
  const wrong = await receive({ type: 'pistol', answers: { ...pistol, serial: undefined, bore: 'x' } })
  expect(wrong.status).toBe(400)
  expect(wrong.body.code).toBe('catalogue.answers-do-not-fit')
  expect(wrong.body.fields.map((f: { path: string }) => f.path).sort()).toEqual([
    'answers.bore',
    'answers.serial',
  ])
  expect(wrong.body.detail).toContain('Serial number as read')

  const done = await receive({ description: 'Pistol, black', type: 'pistol', answers: pistol })
  expect(done.status).toBe(200)
  const item = await seen(done.body.items[0].id)
  expect(item.particulars.told[0]).toMatchObject({ form: 'Firearm', version: 1 })
  expect(item.particulars.told[0].answers).toContainEqual({
    key: 'loaded',
    label: 'Loaded when taken',
    text: 'Yes',
  })

  // Found by what identifies it, however it is spaced.
  const found = (await lab.as('reneau').ask('cases.find-anything', { q: 'kpx4471' })).body
  expect(JSON.stringify(found)).toContain(item.id)
})

it('K4 the form changes; the old record keeps its questions, is corrected with a reason, and prints with its version', async () => {
  const done = await receive({
    description: 'Pistol, silver',
    type: 'pistol',
    answers: { ...pistol, serial: 'ZZ 9' },
  })
  const { id } = done.body.items[0]
  const before = lab.clock.now()
  const { form } = (await lab.as('quinn').ask('catalogue.get-form', { type: 'pistol' })).body
  await lab.arrange('catalogue.define-form', {
    key: form.key,
    en: 'Firearm',
    es: 'Arma de fuego',
    questions: [
      ...form.questions.filter((q: { key: string }) => q.key !== 'make'),
      { key: 'maker', kind: 'text', en: 'Maker', es: 'Fabricante', required: true },
    ],
  })
  // The old answers stand; the old shape is refused for what comes now.
  expect((await seen(id)).particulars.told[0]).toMatchObject({ version: 1 })
  expect((await receive({ type: 'pistol', answers: pistol })).body.fields).toContainEqual(
    expect.objectContaining({ path: 'answers.maker' }),
  )
  const { make: _make, ...kept } = pistol
  const better = { ...kept, serial: 'ZZ 8', maker: 'Taurus' }
  const silent = await lab.as('reneau').tell('evidence.describe-item', { item: id, answers: better })
  expect(silent.body.code).toBe('evidence.say-why-corrected')
  lab.clock.advance(3_600_000)
  await lab
    .as('reneau')
    .do('evidence.describe-item', { item: id, answers: better }, { reason: 'Read again under light' })
  const now = await seen(id)
  expect(now.particulars.told.map((t: { version: number }) => t.version)).toEqual([2, 1])
  expect((await seen(id, { asOf: before })).particulars.told).toHaveLength(1)
  // The old number no longer finds it, the new one does.
  const find = async (q: string) =>
    JSON.stringify((await lab.as('reneau').ask('cases.find-anything', { q })).body)
  expect(await find('ZZ8')).toContain(id)
  expect(await find('ZZ9')).not.toContain(id)
})

it('a thing of a kind that nobody has looked at closely says so, and is described later', async () => {
  const done = await receive({ type: 'currency', description: 'Cash in a bag' })
  const { id } = done.body.items[0]
  expect((await seen(id)).particulars).toEqual({ due: 'Cash', now: null, told: [] })
  const looked = { bundled: 'banded', bands: 3, serials: false }
  await lab.as('reneau').do('evidence.describe-item', { item: id, answers: looked })
  const told = (await seen(id)).particulars.told[0].answers
  expect(told.map((a: { text: string }) => a.text)).toEqual(['In bands', '3', 'No'])
  const words = await receive({ type: 'other', answers: { colour: 'red' } })
  expect(words.body.code).toBe('catalogue.no-form')
})

const poppler = program('pdftotext', '-v')
it('the custody form prints the answers in its language', async (ctx) => {
  ctx.skip(!poppler.there, poppler.absent)
  const done = await receive({
    description: 'Pistol',
    type: 'revolver',
    answers: { ...pistol, maker: 'Colt', make: undefined, serial: 'CC 1' },
  })
  const pdf = await lab
    .as('reneau')
    .file('evidence.custody-form', { item: done.body.items[0].id, language: 'es' })
  const path = join(await mkdtemp(join(tmpdir(), 'form-')), 'form.pdf')
  await writeFile(path, pdf.bytes)
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  expect(text).toContain('Número de serie leído')
  expect(text).toContain('CC 1')
})

it('all of it verifies', async () => {
  const fine = await verifyInstallation(lab.ground, modules, {})
  expect(fine.problems.filter((p) => p.table?.startsWith('evidence.'))).toEqual([])
})
