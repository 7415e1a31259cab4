/** Who does not see a case asks to; the asking tells nothing, the keepers decide. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyInstallation } from '#ledger/verify.ts'
import { growTree } from '#ledger/sequencer.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { modules } from '../../app/modules.ts'
import { startReactions } from '../../app/reactions.ts'
import { onAccessAsked } from './reactions/on-access-asked.ts'
import { aCase, arrangeWords } from './examples.ts'

let lab: Lab
let file: { id: string; number: string }
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('far', ['section-head'], { unit: lab.units.toxicology })
  await lab.person('choc', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('teck', ['officer'], { unit: lab.units.policeBelmopan, name: 'N. Teck' })
  file = await lab
    .as('reneau')
    .do('cases.open-case', aCase({ investigator: { person: lab.as('choc').id }, unit: lab.units.counter }))
})
afterAll(() => lab?.close())

const ask = (number: string, who = 'teck', id = lab.ground.newId()) =>
  lab.as(who).tell('cases.request-access', { id, number, why: 'The same shirt was seen in my robbery' })
const waiting = async (who = 'reneau') => (await lab.as(who).ask('cases.access-asked')).body.items
const mine = async () => (await lab.as('teck').ask('cases.my-access-asks')).body.items

describe('an officer of another formation asks for access', () => {
  it('S-B28 is told the same, in answer and in list, whether a case bears the number or not', async () => {
    const [there, not] = [await ask('dg26 1189'), await ask('DG-26-9999')]
    expect([there.status, Object.keys(there.body)]).toEqual([not.status, Object.keys(not.body)])
    expect(there.status).toBe(200)
    const list = await mine()
    expect(list.map((a: { number: string; case: unknown }) => [a.number, a.case])).toEqual([
      ['DG-26-9999', null],
      ['dg26 1189', null],
    ])
    // Sent again after a broken line, both are answered again.
    const id = lab.ground.newId()
    for (const number of ['DG-26-1189', 'DG-26-9998']) {
      const again = { key: `again-${number}` }
      const said = { id: number.endsWith('9') ? id : lab.ground.newId(), number, why: 'x' }
      const first = await lab.as('teck').tell('cases.request-access', said, again)
      expect(await lab.as('teck').tell('cases.request-access', said, again)).toMatchObject({
        status: 200,
        body: first.body,
      })
    }
  })

  it('only who keeps the case and sees it hears of it, with the words, which stand in the vault alone', async () => {
    expect(await waiting('far')).toEqual([])
    const open = await waiting()
    expect(open[0]).toMatchObject({
      case: { number: file.number },
      person: { id: lab.as('teck').id, name: 'N. Teck' },
      why: 'The same shirt was seen in my robbery',
    })
    // The keepers are told afterwards: the asking itself takes as long where there is no case.
    const notices = async (who: string) =>
      (await lab.as(who).ask('identity.my-notices')).body.items.map((n: { text: string }) => n.text)
    expect(await notices('reneau')).toEqual([])
    await growTree(lab.ground)
    const reactions = startReactions(lab.ground, [onAccessAsked])
    await reactions.round()
    await reactions.stop()
    expect(new Set(await notices('reneau'))).toEqual(new Set(['Somebody asks to see a case that you keep']))
    expect(await notices('far')).toEqual([])
    const leaves = await lab.db.direct.many<{ leaf: string }>(
      sql`select convert_from(leaf, 'utf8') as leaf from ledger.entry where action = 'cases.request-access'`,
    )
    expect(leaves.map((l) => l.leaf).join()).not.toMatch(/shirt/)
    const stranger = await lab.as('far').tell('cases.decline-access', { asked: open[0].id }, { reason: 'No' })
    expect(stranger.status).toBe(404)
  })

  it('a decline is not told to who asked; once shown, the case stands beside the asking and nobody waits', async () => {
    const [first, second] = await waiting()
    await lab.as('reneau').do('cases.decline-access', { asked: first.id }, { reason: 'Not your case' })
    const again = await lab.as('reneau').tell('cases.decline-access', { asked: first.id }, { reason: 'x' })
    expect([again.status, again.body.code]).toEqual([409, 'cases.asking-answered'])
    expect((await mine()).every((a: { case: unknown }) => a.case === null)).toBe(true)
    expect((await waiting()).map((a: { id: string }) => a.id)).toContain(second.id)
    await lab
      .as('reneau')
      .do(
        'cases.give-access',
        { case: file.id, principal: second.person.id },
        { reason: 'Joint investigation' },
      )
    expect(await waiting()).toEqual([])
    const told = (await lab.as('teck').ask('identity.my-notices')).body.items
    expect(told.map((n: { text: string }) => n.text)).toEqual(['A case is shown to you'])
    expect((await mine()).find((a: { number: string }) => a.number === 'DG-26-1189').case).toMatchObject({
      id: file.id,
    })
    expect((await ask('DG-26-1189')).body.code).toBe('cases.seen-already')
  })

  it('a mark of a page that is not of this list is refused in words', async () => {
    const refused = await lab.as('reneau').ask('cases.access-asked', { limit: 1, cursor: 'x' })
    expect([refused.status, refused.body.code]).toEqual([400, 'cases.cursor-unknown'])
  })

  it('what was written verifies', async () => {
    expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
  })
})
