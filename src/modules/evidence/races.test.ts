/** Many at once, and one who should not: races for one thing, forged and foreign ids, an officer's account against the vault. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, openLab } from '../../../test/lab.ts'
import { sql } from '#platform/sql.ts'
import { aPlace, aSubmission, anItem, arrangeWords } from './examples.ts'
import { handOverOpenSql, locationNowSql, thingNowSql } from './things/store/now.ts'

const PIN = '246810'
let lab: Lab
let shelf: string
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('arana', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('cus', ['analyst'], { unit: lab.units.chemistry })
  await lab.person('palacio', ['officer'], { unit: lab.units.policeDangriga })
  for (let i = 0; i < 20; i += 1)
    await lab.person(`taker${i}`, ['evidence-officer'], { unit: lab.units.counter })
  shelf = (await lab.as('reneau').do('evidence.define-location', aPlace({ code: 'S-1' }))).id
})
afterAll(() => lab?.close())

const receive = (more: Record<string, unknown> = {}) =>
  lab
    .as('reneau')
    .do(
      'evidence.receive-submission',
      aSubmission({ submittedBy: { person: lab.as('palacio').id }, ...more }),
    )
const seen = async (id: string, who = 'reneau') => (await lab.as(who).ask('evidence.get-item', { id })).body
const bare = (n: number): Record<string, unknown>[] => Array.from({ length: n }, () => anItem({ seals: [] }))
/** What the covered rows add up to, and one holder in an order without gaps. */
const sound = async (): Promise<void> => {
  for (const [query, table] of [
    [thingNowSql, 'evidence.thing_now'],
    [handOverOpenSql, 'evidence.hand_over_open'],
    [locationNowSql, 'evidence.location_now'],
  ] as const)
    expect(
      (await lab.db.pool.query(`(${query} except table ${table}) union all (table ${table} except ${query})`))
        .rows,
    ).toEqual([])
  const gaps = await lab.db.direct.many(
    sql`select thing from evidence.custody_event group by thing having max(seq) <> count(*) or min(seq) <> 1`,
  )
  expect(gaps).toEqual([])
  // Packed things are where their container is.
  const apart = await lab.db.direct.many(
    sql`select n.thing from evidence.thing_now n join evidence.thing_now c on c.thing = n.packed_in where (n.holder, n.state) is distinct from (c.holder, c.state)`,
  )
  expect(apart).toEqual([])
}
type Told = { status: number; body: { code?: string; detail?: string; next?: string } }
const won = (answers: readonly Told[]): Told[] => answers.filter((a) => a.status === 200)
const lost = (answers: readonly Told[]): Told[] => answers.filter((a) => a.status !== 200)

describe('two people act on one thing at once: one wins, the other reads why', () => {
  it('S-B24 accepted and withdrawn in the same moment: either both parties or neither, never half', async () => {
    for (let round = 0; round < 8; round += 1) {
      const {
        items: [item],
      } = await receive({ items: bare(1) })
      const { id } = await lab
        .as('reneau')
        .do('evidence.hand-over', { things: [item.id], to: lab.as('cus').id }, { stepUp: true })
      const answers = await Promise.all([
        lab.as('cus').tell('evidence.accept-hand-over', { handOver: id }, { stepUp: true }),
        lab.as('reneau').tell('evidence.withdraw-hand-over', { handOver: id }),
      ])
      expect(won(answers)).toHaveLength(1)
      expect(lost(answers)[0]).toMatchObject({ status: 409, body: { code: 'evidence.offer-over' } })
      const page = await seen(item.id)
      const accepted = answers[0]?.status === 200
      expect(page.holder.name).toBe(accepted ? 'cus' : 'reneau')
      expect(page.offer).toBe(null)
      expect(page.chain.at(-1)).toMatchObject(accepted ? { gave: true, took: true } : { kind: 'received' })
      expect(lost(answers)[0]?.body.detail).toContain(page.holder.name)
    }
    await sound()
  })

  it('stored and handed over in the same moment: it is in one place or in one offer', async () => {
    for (let round = 0; round < 6; round += 1) {
      const {
        items: [item],
      } = await receive({ items: bare(1) })
      const answers = await Promise.all([
        lab.as('reneau').tell('evidence.store-item', { things: [item.id], place: shelf }),
        lab
          .as('reneau')
          .tell('evidence.hand-over', { things: [item.id], to: lab.as('cus').id }, { stepUp: true }),
      ])
      expect(won(answers)).toHaveLength(1)
      expect(['evidence.in-store', 'evidence.already-offered']).toContain(lost(answers)[0]?.body.code)
      expect(lost(answers)[0]?.body.next).toBeTruthy()
    }
    await sound()
  })

  it('twenty people reach for one thing in a store: one has it, nineteen read the name', async () => {
    const {
      items: [item],
    } = await receive({ items: bare(1) })
    await lab.as('reneau').do('evidence.store-item', { things: [item.id], place: shelf })
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        lab.as(`taker${i}`).tell('evidence.retrieve-item', { things: [item.id] }),
      ),
    )
    expect(won(answers)).toHaveLength(1)
    const { holder } = await seen(item.id)
    for (const a of lost(answers)) expect(a.body.detail).toContain(holder.name)
    await sound()
  })

  it('a hundred acceptances of one offer: exactly one', async () => {
    const {
      items: [item],
    } = await receive({ items: bare(1) })
    const { id } = await lab
      .as('reneau')
      .do('evidence.hand-over', { things: [item.id], to: lab.as('cus').id }, { stepUp: true })
    const { body } = await lab.as('cus').tell('identity.step-up', { pin: PIN })
    expect(body.proof).toBeTruthy()
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        fetch(`${lab.url}/api/evidence/accept-hand-over`, {
          method: 'POST',
          headers: {
            cookie: `custodia_session=${lab.people.get('cus')?.token}`,
            'x-custodia-csrf': lab.people.get('cus')?.csrf ?? '',
            'custodia-step-up': body.proof as string,
            'content-type': 'application/json',
          },
          body: JSON.stringify({ handOver: id }),
        }).then((r) => r.status),
      ),
    )
    expect(answers.filter((s) => s === 200)).toHaveLength(1)
    expect((await seen(item.id)).chain).toHaveLength(2)
    await sound()
  })

  it('packed and handed over in the same moment: what is packed goes where its container goes', async () => {
    for (let round = 0; round < 6; round += 1) {
      const {
        items: [box, shirt],
      } = await receive({ items: bare(2) })
      const [packed, given] = await Promise.all([
        lab.as('reneau').tell('evidence.pack-items', { things: [shirt.id], container: box.id }),
        lab
          .as('reneau')
          .tell(
            'evidence.hand-over',
            { things: [box.id], to: lab.as('cus').id, coSigner: { person: lab.as('cus').id, pin: PIN } },
            { stepUp: true },
          ),
      ])
      // Handed over first, the box is no longer there to pack into; packed first, the shirt goes along.
      expect(given?.status).toBe(200)
      const where = [(await seen(box.id)).holder.name, (await seen(shirt.id)).holder.name]
      expect(where).toEqual(packed?.status === 200 ? ['cus', 'cus'] : ['cus', 'reneau'])
      if (packed?.status !== 200) expect(packed?.body.code).toBe('evidence.held-by-other')
    }
    await sound()
  })

  it('two put a thing on the last free place of a shelf: one fits', async () => {
    for (let round = 0; round < 4; round += 1) {
      const small = await lab
        .as('reneau')
        .do('evidence.define-location', aPlace({ code: `LAST-${round}`, capacity: 1 }))
      const { items } = await receive({ items: bare(2) })
      const answers = await Promise.all(
        items.map((i: { id: string }) =>
          lab.as('reneau').tell('evidence.store-item', { things: [i.id], place: small.id }),
        ),
      )
      expect(won(answers)).toHaveLength(1)
      expect(lost(answers)[0]?.body.code).toBe('evidence.place-full')
    }
    await sound()
  })

  it('two take a part of what is enough for one: nothing grows', async () => {
    for (let round = 0; round < 4; round += 1) {
      const {
        items: [item],
      } = await receive({ items: bare(1) })
      lab.clock.advance(5000)
      await lab
        .as('reneau')
        .do('evidence.weigh-item', { item: item.id, net: '10.00', unit: 'g', tolerance: '0.01' })
      // Whoever waited for another has the older clock: what was taken counts by the order of the log.
      lab.clock.set(new Date(Date.parse(lab.clock.now()) - 1000).toISOString())
      const answers = await Promise.all(
        ['A', 'B'].map((description) =>
          lab
            .as('reneau')
            .tell('evidence.take-subsample', { item: item.id, description, amount: '6', unit: 'g' }),
        ),
      )
      expect(won(answers)).toHaveLength(1)
      expect(lost(answers)[0]?.body.code).toBe('evidence.more-than-there-is')
    }
  })

  it('the same act with the same key, sent ten times at once, happens once; with another body it is refused', async () => {
    const { items } = await receive({ items: bare(2) })
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        lab
          .as('reneau')
          .tell('evidence.store-item', { things: [items[0].id], place: shelf }, { key: 'once' }),
      ),
    )
    expect(answers.every((a) => a.status === 200)).toBe(true)
    expect((await seen(items[0].id)).chain).toHaveLength(2)
    const other = await lab
      .as('reneau')
      .tell('evidence.store-item', { things: [items[1].id], place: shelf }, { key: 'once' })
    expect([other.status, other.body.code]).toEqual([409, 'key-already-used'])
    // The same key in another person's hand is another act, and meets the thing as it stands.
    const theirs = await lab
      .as('arana')
      .tell('evidence.store-item', { things: [items[0].id], place: shelf }, { key: 'once' })
    expect(theirs.body.code).toBe('evidence.place-to-place')
  })
})

describe('an officer’s account, turned against the house', () => {
  const officer = (): ReturnType<Lab['as']> => lab.as('palacio')

  it('takes nothing out of the vault, although the case is his to see', async () => {
    const {
      items: [item],
    } = await receive({ items: bare(1) })
    await lab.as('reneau').do('evidence.store-item', { things: [item.id], place: shelf })
    expect((await officer().ask('evidence.get-item', { id: item.id })).status).toBe(200)
    const taken = await officer().tell('evidence.retrieve-item', { things: [item.id] })
    expect([taken.status, taken.body.code]).toEqual([409, 'evidence.not-your-store'])
    expect(taken.body.next).toContain('keepers')
    const missing = await officer().tell('evidence.report-missing', { things: [item.id], words: 'Gone' })
    expect(missing.body.code).toBe('evidence.not-yours-to-report')
    const chemist = await lab.as('cus').tell('evidence.retrieve-item', { things: [item.id] })
    expect(chemist.status).toBe(404)
    expect((await seen(item.id)).state).toBe('stored')
  })

  it('B43 puts nothing on a shelf of another office, and learns of none', async () => {
    const {
      items: [item],
    } = await receive({ items: bare(1) })
    await lab
      .as('reneau')
      .do(
        'evidence.hand-over',
        { things: [item.id], to: officer().id, coSigner: { person: officer().id, pin: PIN } },
        { stepUp: true },
      )
    const put = await officer().tell('evidence.store-item', { things: [item.id], place: shelf })
    expect(put.status).toBe(404)
    expect((await officer().ask('evidence.store-map')).body.places).toEqual([])
    expect((await officer().ask('evidence.find-places', { q: 'S-1' })).body.items).toEqual([])
    expect(
      (await officer().tell('evidence.define-location', aPlace({ code: 'MINE', unit: lab.units.counter })))
        .status,
    ).toBe(404)
  })

  it('receives no consignment that goes to another office', async () => {
    const {
      items: [item],
    } = await receive({ items: bare(1) })
    const sent = await lab.as('reneau').do('evidence.dispatch-consignment', {
      things: [item.id],
      carrier: 'Run 9',
      toUnit: lab.units.chemistry,
    })
    const mine = await officer().tell('evidence.receive-consignment', { consignment: sent.id })
    expect([mine.status, mine.body.code]).toEqual([409, 'evidence.not-your-consignment'])
    await lab.as('cus').do('evidence.receive-consignment', { consignment: sent.id })
    expect((await seen(item.id)).holder.name).toBe('cus')
    // Nothing is on the way any more, and nothing is told.
    expect((await officer().tell('evidence.receive-consignment', { consignment: sent.id })).status).toBe(404)
  })

  it('answers no offer made to another, and forged ids are nothing', async () => {
    const {
      items: [item],
    } = await receive({ items: bare(1) })
    const { id } = await lab
      .as('reneau')
      .do('evidence.hand-over', { things: [item.id], to: lab.as('cus').id }, { stepUp: true })
    const taken = await officer().tell('evidence.accept-hand-over', { handOver: id }, { stepUp: true })
    expect(taken.body.code).toBe('evidence.offered-to-another')
    expect((await officer().tell('evidence.withdraw-hand-over', { handOver: id })).body.code).toBe(
      'evidence.not-your-offer',
    )
    const forged = lab.ground.newId()
    const { items: own } = await receive({ items: bare(1) })
    expect(
      (await lab.as('reneau').tell('evidence.store-item', { things: [own[0].id], place: forged })).status,
    ).toBe(404)
    for (const [operation, input] of [
      ['evidence.accept-hand-over', { handOver: forged }],
      ['evidence.hand-over', { things: [forged], to: lab.as('cus').id }],
      ['evidence.receive-consignment', { consignment: forged }],
      ['evidence.explain-difference', { item: forged, about: 'x', words: 'x' }],
    ] as const)
      expect((await officer().tell(operation, input, { stepUp: true })).status).toBe(404)
    expect((await officer().file('evidence.photograph', { photograph: forged })).status).toBe(404)
  })

  it('brings in no party, no submission and no file of somebody else', async () => {
    const party = lab.ground.newId()
    const theirs = await receive({
      newCase: {
        title: 'Theirs',
        type: 'criminal',
        parties: [{ id: party, role: 'victim', name: 'M. Ical' }],
      },
    })
    const stolen = await lab
      .as('reneau')
      .tell('evidence.receive-submission', aSubmission({ items: [anItem({ takenFrom: party })] }))
    expect([stolen.status, stolen.body.code]).toEqual([409, 'evidence.no-such-party'])
    const mine = await receive()
    const moved = await lab.as('reneau').tell('evidence.receive-item', {
      case: mine.case.id,
      submission: theirs.id,
      from: { name: 'PC Choc' },
      ...anItem(),
    })
    expect(moved.body.code).toBe('evidence.submission-of-other-case')
    const { body: file } = await lab.as('arana').upload(Buffer.from('not yours'), 'x.txt')
    const photo = await lab
      .as('reneau')
      .tell('evidence.photograph-item', { item: mine.items[0].id, file: file.sha256 })
    expect(photo.status).toBeGreaterThanOrEqual(400)
  })

  it('dates nothing ahead, and nothing far back without a word why', async () => {
    const {
      items: [item],
    } = await receive({ items: bare(1) })
    const at = (ms: number): string => new Date(Date.parse(lab.clock.now()) + ms).toISOString()
    const store = (occurredAt: string, reason?: string) =>
      lab
        .as('reneau')
        .tell(
          'evidence.store-item',
          { things: [item.id], place: shelf },
          { occurredAt, ...(reason ? { reason } : {}) },
        )
    expect((await store(at(3_600_000))).body.code).toBe('time-ahead')
    expect((await store(at(-3_600_000))).body.code).toBe('evidence.back-dated')
    expect((await store(at(-3_600_000), 'Written on paper during the power cut')).status).toBe(200)
    expect((await seen(item.id)).findings.map((f: { kind: string }) => f.kind)).toEqual(['order'])
  })

  it('guesses a colleague’s PIN five times and no more', async () => {
    await lab.person('victim', ['analyst'], { unit: lab.units.chemistry })
    const {
      items: [item],
    } = await receive({ items: bare(1) })
    const codes: string[] = []
    for (let i = 0; i < 7; i += 1) {
      const told = await lab.as('reneau').tell(
        'evidence.hand-over',
        {
          things: [item.id],
          to: lab.as('victim').id,
          coSigner: { person: lab.as('victim').id, pin: i < 6 ? `00000${i}` : PIN },
        },
        { stepUp: true },
      )
      codes.push(told.body.code)
    }
    expect(codes.slice(0, 5).every((c) => c === 'evidence.co-signer-wrong-pin')).toBe(true)
    expect(codes.slice(5)).toEqual(['identity.sign-in-paused', 'identity.sign-in-paused'])
    expect((await seen(item.id)).holder.name).toBe('reneau')
  })
})
