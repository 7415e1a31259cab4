/** Stories of custody that is told late, told in several hops, signed by people without an account, and doubted. */
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { needs, program } from '../../../../test/needs.ts'
import { sql } from '#platform/sql.ts'
import { askAfter } from './late.ts'
import { aSubmission, anItem, arrangeWords } from '../examples.ts'

const PIN = '246810'
const HOUR = 3_600_000
let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('cus', ['analyst'], { unit: lab.units.chemistry })
  await lab.person('choc', ['analyst'], { unit: lab.units.chemistry })
  await lab.person('palacio', ['officer'], { unit: lab.units.policeDangriga })
})
afterAll(() => lab?.close())

const received = async (): Promise<{ id: string; number: string }> => {
  const done = await lab
    .as('reneau')
    .do(
      'evidence.receive-submission',
      aSubmission({ submittedBy: { person: lab.as('palacio').id }, items: [anItem({ seals: [] })] }),
    )
  return done.items[0]
}
const seen = async (id: string) => (await lab.as('reneau').ask('evidence.get-item', { id })).body
const ago = (hours: number): string => new Date(Date.parse(lab.clock.now()) - hours * HOUR).toISOString()
const cosigned = (who: string) => ({
  to: lab.as(who).id,
  coSigner: { person: lab.as(who).id, pin: PIN },
})

describe('B15 several hands in one act', () => {
  it('each with its own times, in order, without a gap, and none of those between signed', async () => {
    const item = await received()
    lab.clock.advance(6 * HOUR)
    const input = {
      things: [item.id],
      ...cosigned('cus'),
      purpose: 'To the bench by the driver',
      gaveAt: ago(4),
      hops: [
        { name: 'PC A. Driver', where: 'Transport', tookAt: ago(4), gaveAt: ago(2) },
        { person: lab.as('choc').id, tookAt: ago(2), gaveAt: lab.clock.now() },
      ],
    }
    const late = await lab.as('reneau').tell('evidence.hand-over', input, { stepUp: true })
    expect(late.body.code).toBe('evidence.back-dated')
    const done = await lab
      .as('reneau')
      .do('evidence.hand-over', input, { stepUp: true, reason: 'Told on return' })
    expect(done).toMatchObject({ state: 'accepted', doubts: [] })
    const page = await seen(item.id)
    expect(page.chain.map((e: { kind: string; to: { name: string } }) => [e.kind, e.to.name])).toEqual([
      ['received', 'reneau'],
      ['passed', 'PC A. Driver'],
      ['passed', 'choc'],
      ['accepted', 'cus'],
    ])
    expect(page.chain.map((e: { gave: boolean; took: boolean }) => [e.gave, e.took])).toEqual([
      [false, true],
      [true, false],
      [false, false],
      [false, true],
    ])
    expect(page.findings).toEqual([])
    expect(page.holder.name).toBe('cus')
  })

  it('times that overlap or leave a hole are kept as said, answered at once, and stay with their explanation', async () => {
    const item = await received()
    lab.clock.advance(6 * HOUR)
    const done = await lab.as('reneau').do(
      'evidence.hand-over',
      {
        things: [item.id],
        ...cosigned('cus'),
        gaveAt: ago(4),
        hops: [
          { name: 'PC A. Driver', tookAt: ago(3), gaveAt: ago(1) },
          { name: 'Front desk', tookAt: ago(2), gaveAt: lab.clock.now() },
        ],
      },
      { stepUp: true, reason: 'Told on return' },
    )
    expect(done.doubts.map((d: { text: string }) => d.text)).toEqual([
      expect.stringContaining('1 h'),
      expect.stringContaining('1 h'),
    ])
    const page = await seen(item.id)
    expect(page.findings.map((f: { kind: string }) => f.kind)).toEqual(['gap', 'two-holders'])
    await lab.as('reneau').do('evidence.explain-difference', {
      item: item.id,
      about: page.findings[1].key,
      words: 'The clock of the front desk is an hour slow',
    })
    const after = (await seen(item.id)).findings
    expect(after.map((f: { explained: unknown }) => f.explained !== null)).toEqual([false, true])
  })

  it('are told only when the taker signs, and never ahead of the clock', async () => {
    const item = await received()
    const hops = [{ name: 'PC A. Driver', tookAt: lab.clock.now() }]
    const offer = await lab
      .as('reneau')
      .tell('evidence.hand-over', { things: [item.id], to: lab.as('cus').id, hops }, { stepUp: true })
    expect(offer.body).toMatchObject({ code: 'evidence.hops-need-taker', next: expect.any(String) })
    const ahead = await lab
      .as('reneau')
      .tell(
        'evidence.hand-over',
        { things: [item.id], ...cosigned('cus'), hops: [{ name: 'Driver', tookAt: ago(-2) }] },
        { stepUp: true },
      )
    expect(ahead.body.code).toBe('time-ahead')
    expect((await seen(item.id)).chain).toHaveLength(1)
  })
})

describe('the form of custody on paper', () => {
  const pdftotext = program('pdftotext', '-v')
  needs(pdftotext.there, pdftotext.absent)
  const formOf = async (item: string): Promise<string> => {
    const { bytes } = await lab.as('reneau').file('evidence.custody-form', { item, language: 'en' })
    const path = join(lab.folder, `${item}.pdf`)
    await writeFile(path, bytes)
    return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ')
  }

  it('S-B7 prints the chain from before the house unbroken, or prints the gap where it is', async () => {
    const told = async (gaveAt: string) => {
      const done = await lab.as('reneau').do(
        'evidence.receive-submission',
        aSubmission({
          submittedBy: { name: 'Exhibit Keeper' },
          items: [anItem({ seals: [] })],
          before: [
            { name: 'PC Choc', where: 'Dangriga', tookAt: ago(5), gaveAt: ago(4) },
            { name: 'Exhibit Keeper', where: 'Belmopan', tookAt: ago(4), gaveAt },
          ],
        }),
      )
      return formOf(done.items[0].id)
    }
    const whole = await told(lab.clock.now())
    expect(whole).toContain('each hand follows the one before it without a gap')
    const torn = await told(ago(2))
    expect(torn).toContain('Nobody recorded for 2 h: Exhibit Keeper put it down, reneau took it')
    expect(torn).not.toContain('without a gap')
  })

  it('B23 whoever has no account shows a document and signs on this device, and the paper says so', async () => {
    const item = await received()
    const drawn = await lab.as('reneau').upload(Buffer.from('a drawn name'), 'signature.png')
    await lab.as('reneau').do(
      'evidence.hand-over',
      {
        things: [item.id],
        outsider: {
          name: 'Rosa Mena',
          where: 'Court registry',
          document: 'Social security 000-12-345',
          drawn: drawn.body.sha256,
        },
      },
      { stepUp: true },
    )
    const last = (await seen(item.id)).chain.at(-1)
    expect(last).toMatchObject({ gave: true, took: true, tookSign: expect.any(String) })
    const paper = await formOf(item.id)
    expect(paper).toContain('Rosa Mena signed on the other’s device')
  })
})

describe('what is late', () => {
  const told = async (subject: string) =>
    (
      await lab.db.direct.many<{ username: string }>(
        sql`select a.username from identity.notice n join identity.account a on a.person = n.person where n.kind = 'evidence.notice-late' and n.subject = ${subject} order by 1`,
      )
    ).map((r) => r.username)

  it('S-B3 not received after its hours, not back from court, not accepted: both sides are told, once', async () => {
    const [sent, shown, offered] = [await received(), await received(), await received()]
    const consignment = await lab.as('reneau').do('evidence.dispatch-consignment', {
      things: [sent.id],
      carrier: 'Courier',
      reference: 'WB-1',
      toUnit: lab.units.policeDangriga,
      hours: 48,
    })
    await lab.as('reneau').do('evidence.check-out-to-court', {
      things: [shown.id],
      court: 'High Court',
      by: lab.as('palacio').id,
      dueBack: ago(-48),
    })
    const offer = await lab
      .as('reneau')
      .do('evidence.hand-over', { things: [offered.id], to: lab.as('cus').id }, { stepUp: true })
    await askAfter(lab.ground)
    expect(await told(`evidence.consignment/${consignment.id}`)).toEqual([])
    lab.clock.advance(49 * HOUR)
    expect(await askAfter(lab.ground)).toBe(3)
    expect(await told(`evidence.consignment/${consignment.id}`)).toEqual(['palacio', 'reneau'])
    expect(await told(`evidence.item/${shown.id}`)).toEqual(['palacio', 'reneau'])
    expect(await told(`evidence.hand-over/${offer.id}`)).toEqual(['cus', 'reneau'])
    expect(await askAfter(lab.ground)).toBe(0)
  })
})
