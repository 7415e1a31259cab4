/** Stories of temporary places over HTTP: left after hours before a witness or with a photograph, taken in by scanning, asked after when nobody does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { sql } from '#platform/sql.ts'
import {
  anAnnouncedItem,
  anAnnouncement,
  anItem,
  aPlace,
  aSubmission,
  arrangeAnnouncing,
} from '../examples.ts'
import { askAfter } from '../hands/late.ts'

const PIN = '246810'
let lab: Lab
const place: Record<string, string> = {}
beforeAll(async () => {
  lab = await openLab()
  await arrangeAnnouncing(lab as never)
  for (const name of ['reneau', 'arnold'])
    await lab.person(name, ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('choc', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('palacio', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('stranger', ['officer'], { unit: lab.units.policeBelmopan })
  for (const [code, more] of Object.entries({
    'TV-1': { kind: 'locker', temporary: 'witness' },
    'TV-2': { kind: 'locker', temporary: 'photograph', hours: 10 },
    SAFE: { kind: 'safe', temporary: 'either' },
    SHELF: { kind: 'shelf' },
  }))
    place[code] = (
      await lab.as('reneau').do('evidence.define-location', aPlace({ code, name: code, ...more }))
    ).id
})
afterAll(() => lab?.close())

let seals = 0
/** A sealed exhibit in the hands of the officer. */
const inHand = async (more: Record<string, unknown> = {}): Promise<string> => {
  seals += 1
  const { items } = await lab
    .as('reneau')
    .do(
      'evidence.receive-submission',
      aSubmission({ items: [anItem({ seals: [{ number: `S-${seals}` }], ...more })] }),
    )
  const to = lab.as('choc').id
  await lab
    .as('reneau')
    .do(
      'evidence.hand-over',
      { things: [items[0].id], to, coSigner: { person: to, pin: PIN } },
      { stepUp: true },
    )
  return items[0].id
}
const leave = (who: string, input: Record<string, unknown>) =>
  lab.as(who).tell('evidence.leave-items', input, { stepUp: true })
const queue = async (who = 'reneau') => (await lab.as(who).ask('evidence.pending-intake', {})).body.items
const hands = async (item: string) =>
  (
    await lab.db.direct.many<{ kind: string; from: string; to: string; witness_name: string | null }>(
      sql`select kind, from_kind as "from", to_kind as "to", witness_name from evidence.custody_event where thing = ${item} order by seq`,
    )
  ).map((e) => `${e.kind} ${e.from ?? '-'}>${e.to ?? '-'}${e.witness_name ? ` (${e.witness_name})` : ''}`)

describe('B20 an after-hours drop', () => {
  it('B20 an officer leaves a sealed exhibit in a locker before a witness, it waits with a clock, and the counter takes it in: person, place, person', async () => {
    const item = await inHand()
    const alone = await leave('choc', { things: [item], place: place['TV-1'] })
    expect(alone.body.code).toBe('evidence.leave-asks-witness')
    const witness = { person: lab.as('palacio').id, pin: PIN }
    const left = await leave('choc', { things: [item], place: place['TV-1'], witness })
    expect(left.status).toBe(200)
    const [waits] = await queue()
    expect(waits).toMatchObject({
      place: { code: 'TV-1' },
      by: 'choc',
      witness: 'palacio',
      late: false,
      announced: null,
      things: [{ id: item, state: 'left' }],
      actions: [{ operation: 'evidence.take-in-items', ok: true }],
    })
    // Whoever left it sees that it waits and may not take it back out; nobody else's officer learns of it.
    expect(await queue('choc')).toMatchObject([{ place: { code: 'TV-1' }, actions: [] }])
    expect(await queue('stranger')).toEqual([])
    expect((await lab.as('choc').tell('evidence.retrieve-item', { things: [item] })).body.code).toBe(
      'evidence.is-left',
    )
    // One door: nothing more goes in, and it is no shelf.
    const more = await inHand()
    expect((await leave('choc', { things: [more], place: place['TV-1'], witness })).body.code).toBe(
      'evidence.locker-taken',
    )
    const seen = [{ thing: item, number: `S-${seals - 1}`, state: 'damaged' }]
    const done = await lab.as('reneau').do('evidence.take-in-items', { things: [item], sealsSeen: seen })
    expect(done).toEqual({ things: 1, refused: [] })
    expect(await hands(item)).toEqual([
      'received person>person',
      'accepted person>person',
      'left person>place (palacio)',
      'taken-in place>person',
    ])
    expect(await queue()).toEqual([])
    const page = (await lab.as('reneau').ask('evidence.get-item', { id: item })).body
    expect(page.state).toBe('held')
    expect(page.findings.map((f: { text: string }) => f.text).join()).toContain(`S-${seals - 1}`)
  })

  it('what is open, a firearm, and what is in another hand is not left; a keeper puts nothing away there', async () => {
    const open = await inHand({ seals: [] })
    const photo = (await lab.as('choc').upload(Buffer.from('\x89PNG\r\n\x1a\n locker 2'), 'locker.png')).body
      .sha256
    const shown = { place: place.SAFE, photograph: photo }
    expect((await leave('choc', { things: [open], ...shown })).body.code).toBe('evidence.leave-unsealed')
    const sealed = await inHand()
    expect((await leave('choc', { things: [sealed], place: place.SAFE })).body.code).toBe(
      'evidence.leave-asks-either',
    )
    expect((await leave('choc', { things: [sealed], place: place.SHELF })).body.code).toBe(
      'evidence.not-temporary',
    )
    expect((await leave('palacio', { things: [sealed], ...shown })).status).toBe(404)
    const { items } = await lab.as('reneau').do('evidence.receive-submission', aSubmission())
    const away = await lab
      .as('reneau')
      .tell('evidence.store-item', { things: [items[0].id], place: place.SAFE })
    expect(away.body.code).toBe('evidence.place-is-temporary')
    await lab.arrange('catalogue.define-code', {
      list: 'item-type',
      code: 'pistol',
      en: 'Pistol',
      es: 'Pistola',
      data: { firearm: true, hazards: ['live-round'] },
    })
    const gun = await lab.as('choc').do(
      'evidence.submit-prelog',
      anAnnouncement(lab as never, {
        items: [anAnnouncedItem(lab.ground.newId(), { type: 'pistol', description: 'Glock' })],
      }),
    )
    expect((await leave('choc', { announced: gun.id, ...shown })).body.code).toBe('evidence.leave-no-gun')
  })

  it('of two left together one is not there: it stays in the queue; past its hours both sides are asked, once', async () => {
    const [one, two] = [await inHand(), await inHand()]
    const photograph = (await lab.as('choc').upload(Buffer.from('\x89PNG\r\n\x1a\n locker 3'), 'locker.png'))
      .body.sha256
    const left = (await leave('choc', { things: [one, two], place: place['TV-2'], photograph })).body
    await lab.as('arnold').do('evidence.take-in-items', { things: [one] })
    expect(await queue()).toMatchObject([{ id: left.id, photograph: true, things: [{ id: two }] }])
    expect((await lab.as('reneau').file('evidence.photograph-left', { left: left.id })).status).toBe(200)
    expect((await lab.as('stranger').file('evidence.photograph-left', { left: left.id })).status).toBe(404)
    lab.clock.advance(11 * 3_600_000)
    expect(await askAfter(lab.ground)).toBe(1)
    expect(await askAfter(lab.ground)).toBe(0)
    const told = await lab.db.direct.many<{ username: string }>(
      sql`select a.username from identity.notice n join identity.account a on a.person = n.person where n.kind = 'evidence.notice-late' and n.subject = ${`evidence.leaving/${left.id}`} order by 1`,
    )
    expect(told.map((t) => t.username)).toEqual(['arnold', 'choc', 'reneau'])
    expect(await queue()).toMatchObject([{ late: true }])
  })

  it('what was announced is left as announced; taken up at the counter, its chain begins with who left it and the place', async () => {
    const item = lab.ground.newId()
    const prelog = await lab
      .as('choc')
      .do('evidence.submit-prelog', anAnnouncement(lab as never, { items: [anAnnouncedItem(item)] }))
    expect(
      (await leave('stranger', { announced: prelog.id, place: place.SAFE, photograph: null })).status,
    ).toBe(404)
    const witness = { person: lab.as('palacio').id, pin: PIN }
    expect((await leave('choc', { announced: prelog.id, place: place.SAFE, witness })).status).toBe(200)
    expect((await leave('choc', { announced: prelog.id, place: place.SAFE, witness })).body.code).toBe(
      'evidence.left-already',
    )
    const gone = await lab
      .as('choc')
      .tell('evidence.withdraw-prelog', { submission: prelog.id, why: 'Wrong' })
    expect(gone.body.code).toBe('evidence.left-already')
    expect(await queue()).toContainEqual(
      expect.objectContaining({ announced: { id: prelog.id, number: prelog.number, items: 1 } }),
    )
    lab.clock.advance(3 * 3_600_000)
    await lab.as('reneau').do('evidence.receive-submission', {
      newCase: { title: 'Left overnight', type: 'criminal' },
      submittedBy: { name: 'Night safe' },
      announced: { submission: prelog.id, seq: 1 },
      items: [anItem({ id: item, seals: [{ number: 'S-NIGHT' }] })],
    })
    expect(await hands(item)).toEqual(['left person>place (palacio)', 'received place>person'])
    const { findings, chain } = (await lab.as('reneau').ask('evidence.get-item', { id: item })).body
    expect(chain[0]).toMatchObject({ from: { name: 'choc' }, to: { name: 'SAFE' } })
    expect(findings.filter((f: { kind: string }) => f.kind === 'gap')).toEqual([])
    expect((await queue()).filter((w: { announced: unknown }) => w.announced)).toEqual([])
  })
})
