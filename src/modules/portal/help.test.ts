/** Stories of help without a case, complaints and ratings: who hears of them, who decides, who learns nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCase, arrangeWords } from '#modules/cases/examples.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { modules } from '../../app/modules.ts'
import { makeRegistry } from '../../app/registry.ts'

let lab: Lab
let root: string
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.person('marva', ['section-head'], { unit: lab.units.chemistry, email: 'marva@lab.test' })
  await lab.person('tox', ['analyst'], { unit: lab.units.toxicology })
  await lab.person('quality', ['quality-manager'], { unit: null })
  await lab.person('director', ['director'], { unit: null })
  await lab.person('choc', ['officer'], { unit: lab.units.policeDangriga, name: 'M. Choc' })
  await lab.person('teck', ['officer'], { unit: lab.units.policeBelmopan })
  root = (
    await lab
      .as('marva')
      .do(
        'cases.open-case',
        aCase({ investigator: { person: lab.as('choc').id }, unit: lab.units.chemistry }),
      )
  ).id
})
afterAll(() => lab?.close())

const help = async (who: string, more: Record<string, unknown> = {}) =>
  (await lab.as(who).ask('portal.help', more)).body.items

describe('help without a case', () => {
  it('K14 is asked of a section, answered by it, added to, and closed; nobody else hears of it', async () => {
    const { items } = (await lab.as('choc').ask('portal.whom-to-ask')).body
    expect(items.map((u: { name: string }) => u.name)).toContain('Analytical Chemistry')
    expect(items.map((u: { id: string }) => u.id)).not.toContain(lab.units.policeBelmopan)
    const asked = await lab
      .as('choc')
      .do('portal.ask-for-help', { unit: lab.units.chemistry, text: 'How is a wet shirt packed?' })
    expect((await help('marva'))[0]).toMatchObject({ by: 'M. Choc', text: 'How is a wet shirt packed?' })
    for (const other of ['tox', 'teck']) {
      expect(await help(other)).toEqual([])
      const told = await lab.as(other).tell('portal.answer-help', { help: asked.id, text: 'x' })
      expect(told.status).toBe(404)
    }
    await lab.as('marva').do('portal.answer-help', { help: asked.id, text: 'Dry, in paper' })
    await lab.as('choc').do('portal.answer-help', { help: asked.id, text: 'And the boots?' })
    expect((await help('choc'))[0].said.map((s: { text: string }) => s.text)).toEqual([
      'Dry, in paper',
      'And the boots?',
    ])
    await lab.as('choc').do('portal.close-help', { help: asked.id, outcome: 'answered' })
    expect(await help('marva')).toEqual([])
    expect((await help('marva', { show: 'closed' }))[0]).toMatchObject({ outcome: 'answered' })
    const late = await lab.as('marva').tell('portal.answer-help', { help: asked.id, text: 'Also in paper' })
    expect([late.status, late.body.code]).toEqual([409, 'portal.help-is-closed'])
    const police = await lab
      .as('choc')
      .tell('portal.ask-for-help', { unit: lab.units.policeBelmopan, text: 'x' })
    expect(police.body.code).toBe('portal.nobody-answers-there')
  })
})

describe('A29 a complaint', () => {
  it('goes to quality alone, is decided by who had no hand in the case, and its words stand in the vault', async () => {
    const told = await lab
      .as('choc')
      .do('portal.complain', { about: root, text: 'Ms Usher did not answer for a month' })
    for (const other of ['marva', 'tox', 'teck'])
      expect(await help(other, { show: 'all', kind: 'complaint' })).toEqual([])
    expect((await help('quality'))[0]).toMatchObject({
      kind: 'complaint',
      about: { id: root },
      outcome: null,
    })
    await lab.as('quality').do('cases.add-note', { case: root, text: 'Asked the section' })
    const close = (who: string, outcome: string) =>
      lab.as(who).tell('portal.close-help', { help: told.id, outcome })
    expect((await close('quality', 'upheld')).body.code).toBe('portal.had-a-hand')
    expect((await close('director', 'answered')).body.code).toBe('portal.complaint-needs-decision')
    expect((await close('choc', 'upheld')).body.code).toBe('portal.not-own-complaint')
    await lab
      .as('director')
      .do('portal.answer-help', { help: told.id, text: 'The section was short of a person' })
    expect((await close('director', 'partly-upheld')).status).toBe(200)
    expect((await help('choc', { show: 'all', kind: 'complaint' }))[0]).toMatchObject({
      outcome: 'partly-upheld',
    })
    const leaves = await lab.db.direct.many<{ leaf: string }>(
      sql`select convert_from(leaf, 'utf8') as leaf from ledger.entry where action like 'portal.%'`,
    )
    expect(leaves.map((l) => l.leaf).join()).not.toMatch(/Usher|shirt|boots/)
  })

  it('about a case that one does not see is refused like one about no case at all', async () => {
    const [there, not] = [root, lab.ground.newId()].map((about) =>
      lab.as('teck').tell('portal.complain', { about, text: 'x' }),
    )
    const [a, b] = [await there, await not]
    expect([a?.status, a?.body.detail]).toEqual([404, b?.body.detail])
  })
})

describe('notices', () => {
  it('tell who has to answer that something waits, never what; a kind that is not wanted by mail comes in the product alone', async () => {
    const told = async (who: string) =>
      (await lab.as(who).ask('identity.my-notices', { show: 'all' })).body.items.map(
        (n: { text: string; path: string }) => `${n.text} ${n.path}`,
      )
    expect(await told('marva')).toContain('Your section is asked for help /portal/help')
    expect(await told('quality')).toContain('A complaint came in /portal/help')
    expect(await told('marva')).not.toContain('A complaint came in /portal/help')
    expect(await told('choc')).toContain('There is an answer for you /portal/help')
    const before = (await lab.as('marva').ask('portal.notice-choices')).body
    expect(before.items.map((i: { kind: string }) => `${i.kind}-subject`).toSorted()).toEqual(
      Object.keys(makeRegistry().catalogues.en)
        .filter((key) => /\.notice-.*-subject$/.test(key))
        .toSorted(),
    )
    await lab
      .as('marva')
      .do('portal.choose-notices', { choices: [{ kind: 'portal.notice-question', mail: false }] })
    const after = (await lab.as('marva').ask('portal.notice-choices')).body.items
    expect(after.filter((i: { mail: boolean }) => !i.mail).map((i: { kind: string }) => i.kind)).toEqual([
      'portal.notice-question',
    ])
    await lab.as('choc').do('portal.ask-question', { case: root, text: 'When?' })
    const mails = await lab.db.direct.many<{ key: string }>(sql`select key from platform.mail`)
    expect(mails.map((m) => m.key)).toContain('portal.notice-help')
    expect(mails.map((m) => m.key)).not.toContain('portal.notice-question')
    expect(await told('marva')).toContain('A question waits for you /portal/messages')
  })
})

describe('A29 a rating', () => {
  it('of five, the newest of a person counts; the section hears it, strangers do not', async () => {
    await lab.as('choc').do('portal.rate-service', { case: root, score: 2, text: 'Slow' })
    lab.clock.set('2026-11-05T14:00:00.000Z')
    await lab.as('choc').do('portal.rate-service', { case: root, score: 5 })
    const heard = (await lab.as('marva').ask('portal.ratings')).body
    expect(heard).toMatchObject({ items: [{ score: 5, by: 'M. Choc' }], counts: [{ score: 5, n: 1 }] })
    expect(heard.items).toHaveLength(1)
    expect((await lab.as('tox').ask('portal.ratings')).status).toBe(403)
    expect((await lab.as('teck').tell('portal.rate-service', { case: root, score: 1 })).status).toBe(404)
    expect((await lab.as('choc').tell('portal.rate-service', { case: root, score: 6 })).status).toBe(400)
  })

  it('what was written verifies', async () => {
    expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
  })
})
