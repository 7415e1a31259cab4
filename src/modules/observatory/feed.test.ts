/** Stories of feeds: records of single people leave each month under an agreement in force, look alike in fives, are revised and withdrawn in so many words, and every taking is on the register. */
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCase } from '#modules/cases/examples.ts'
import { growTree } from '#ledger/sequencer.ts'
import { bech32, openWith } from '#platform/age.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { keepAllUp } from '../../app/reactions.ts'
import { arrangeObservatory } from './examples.ts'
import { sdmxCode } from './feed-forms.ts'
import { makeDueBatches } from './feed-schedule.ts'
import { observatory } from './module.ts'
import { groupsOf } from './rules/records.ts'

let lab: Lab
let agency = ''
let agreement = ''
let first: { id: string; victim: string }
beforeAll(async () => {
  lab = await openLab({ start: '2026-11-02T14:00:00.000Z' })
  await arrangeObservatory(lab as never)
  agency = (
    await lab.arrange('identity.register-agency', {
      name: 'Crime Observatory',
      shortName: 'CO',
      kind: 'observatory',
    })
  ).id
  const unit = (
    await lab.arrange('identity.add-unit', { agency, name: 'Observatory', code: 'CO', kind: 'office' })
  ).id
  await lab.person('wendy', ['director'], { unit: null })
  await lab.person('quincy', ['quality-manager'], { unit: null })
  await lab.person('otto', ['observer'], { unit, agency })
  await lab.person('olive', ['observer'], { unit, agency })
  await lab.person('noemi', ['observer'], { unit: lab.units.policeBelmopan, agency: lab.agencies.police })
  await lab.person('marva', ['analyst', 'section-head'], { unit: lab.units.chemistry })
  for (let i = 0; i < 30; i++) {
    const made = await incident({
      district: i < 20 ? 'BZ-CY' : 'BZ-SC',
      sex: i % 3 ? 'male' : 'female',
      age: 20 + i,
      on: `2026-0${1 + (i % 3)}-1${i % 9}`,
    })
    if (i === 0) first = made
  }
  // One who looks like nobody else.
  await incident({ district: 'BZ-BZ', sex: 'female', age: 4, on: '2026-08-09', offence: 'robbery' })
  await keepUp()
}, 120_000)
afterAll(() => lab?.close())

async function incident(of: { district: string; sex: string; age: number; on: string; offence?: string }) {
  const victim = lab.ground.newId()
  const { id } = await lab.as('marva').do('cases.open-case', {
    ...aCase(),
    title: 'Shots on the square',
    offences: [{ code: of.offence ?? 'murder' }],
    place: { district: of.district },
    incident: { on: of.on, time: '22:30' },
    parties: [{ id: victim, role: 'victim', name: 'Hidden Name', sex: of.sex, age: of.age }],
    unit: lab.units.chemistry,
  })
  return { id, victim }
}
async function keepUp(): Promise<void> {
  lab.clock.advance(2 * 60_000)
  while ((await growTree(lab.ground)) > 0);
  await keepAllUp(lab.ground, observatory.followers ?? [])
}
const open = (more: object = {}) => ({
  agency,
  agreement,
  since: '2026',
  day: 5,
  purpose: 'Monthly analysis of violence',
  legalBasis: 'Data agreement, clause 4',
  ...more,
})
let feed = ''
const told = async (batch: string, as = 'json') => {
  const taken = await lab.as('otto').do('observatory.take-feed-batch', { batch, as })
  const { bytes } = await lab.as('otto').file('observatory.taken-file', { share: taken.id })
  return as === 'json' || as === 'geojson' ? JSON.parse(bytes.toString('utf8')) : bytes.toString('utf8')
}
const newest = async () => (await lab.as('otto').ask('observatory.feed-batches', { feed })).body.items[0]

describe('a feed of records', () => {
  it('J13 begins only under an agreement on data in force with that agency, and only when a second person lets it', async () => {
    const none = await lab
      .as('wendy')
      .tell('observatory.open-feed', open({ agreement: lab.ground.newId() }), { stepUp: true })
    expect([none.status, none.body.code]).toEqual([409, 'observatory.no-agreement'])
    agreement = (
      await lab.arrange('identity.sign-agreement', {
        agency,
        kind: 'data-sharing',
        title: 'Sharing of data on violence',
        signedOn: '2026-01-05',
        validFrom: '2026-01-05',
        validUntil: '2027-06-30',
        forService: 'W. Director',
        forAgency: 'O. Head',
      })
    ).id
    const other = await lab
      .as('wendy')
      .tell('observatory.open-feed', open({ agency: lab.agencies.police }), { stepUp: true })
    expect(other.body.code).toBe('observatory.no-agreement')
    feed = (await lab.as('wendy').do('observatory.open-feed', open())).id
    const own = await lab.as('wendy').tell('observatory.approve-feed', { feed }, { stepUp: true })
    expect(own.body.code).toBe('observatory.own-feed')
    const early = await lab.as('wendy').tell('observatory.make-feed-batch', { feed })
    expect(early.body.code).toBe('observatory.feed-not-approved')
    // Who receives neither lets it begin nor says when a batch is made; who is of a third agency finds nothing.
    const theirs = await lab.as('otto').do('observatory.open-feed', open())
    for (const [who, operation, input] of [
      ['olive', 'observatory.approve-feed', { feed: theirs.id }],
      ['olive', 'observatory.make-feed-batch', { feed: theirs.id }],
    ] as const) {
      const no = await lab.as(who).tell(operation, input, { stepUp: true })
      expect([no.status, no.body.code], operation).toEqual([409, 'observatory.only-the-service'])
    }
    for (const [operation, more] of [
      ['observatory.approve-feed', {}],
      ['observatory.make-feed-batch', {}],
      ['observatory.end-feed', { words: 'Theirs' }],
    ] as const)
      expect(
        (await lab.as('noemi').tell(operation, { feed, ...more }, { stepUp: true })).status,
        operation,
      ).toBe(404)
    expect((await lab.as('noemi').tell('observatory.open-feed', open(), { stepUp: true })).status).toBe(404)
    await lab.as('otto').do('observatory.end-feed', { feed: theirs.id, words: 'Asked twice' })
    await lab.as('quincy').do('observatory.approve-feed', { feed })
  })

  it('S-B27 tells of each victim in codes with a code book: in fives, without names or numbers, by schedule once a month', async () => {
    await makeDueBatches(lab.ground)
    expect(await newest()).toBeUndefined() // the second of the month: its day is the fifth
    lab.clock.advance(3 * 86_400_000)
    await keepUp()
    await makeDueBatches(lab.ground)
    await makeDueBatches(lab.ground)
    const { items } = (await lab.as('otto').ask('observatory.feed-batches', { feed })).body
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      number: 'F-001/1',
      month: '2026-11',
      fresh: items[0].records,
      revised: 0,
      withdrawn: 0,
      k: 5,
    })
    expect(items[0].records + items[0].held).toBe(31)
    const body = await told(items[0].id)
    const text = JSON.stringify(body)
    for (const never of ['Hidden Name', 'Shots on the square', first.id, first.victim])
      expect(text).not.toContain(never)
    for (const group of groupsOf(
      body.records,
      (r: { body: never }) => r.body,
      () => 0,
    ))
      expect(group.length).toBeGreaterThanOrEqual(5)
    expect(body).toMatchObject({ format: 'custodia-feed/1', dataset: 'victims', month: '2026-11' })
    for (const field of ['iccs', 'district', 'sex', 'ageBand', 'means', 'manner', 'alcohol', 'court'])
      expect(
        body.codeBook.find((f: { field: string }) => f.field === field),
        field,
      ).toMatchObject({ en: expect.any(String), es: expect.any(String) })
    // Each value of each record is in the code book, or is a time or place as it was recorded.
    const listed = new Map<string, Set<string>>(
      body.codeBook.map((f: { field: string; values: { code: string }[] }) => [
        f.field,
        new Set(f.values.map((v) => v.code)),
      ]),
    )
    for (const { body: record } of body.records)
      for (const [name, value] of Object.entries(record as Record<string, string | string[]>))
        if (['sex', 'section', 'ageBand', 'means', 'manner', 'minor'].includes(name))
          expect(listed.get(name)?.has(String(value)), `${name} ${String(value)}`).toBe(true)
  })

  it('J9 the same batch as table, as points of districts, as SDMX-CSV, as one archive', async () => {
    const { id } = await newest()
    const csv = String(await told(id, 'csv')).split('\n')
    expect(csv[0]).toContain('key,revision,change,asOf,sourceAgency,boundaries,')
    const points = await told(id, 'geojson')
    const map = points
    expect(map.type).toBe('FeatureCollection')
    expect(csv.filter(Boolean)).toHaveLength(map.features.length + 1)
    const sdmx = String(await told(id, 'sdmx-csv'))
    expect(sdmx.split('\n')[0]?.trim()).toBe(
      'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,ICCS,SEX,AGE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,UNIT_MEASURE',
    )
    for (const line of sdmx.trim().split('\n').slice(1)) {
      const [, , , , , , , , , value = '', , confidential] = line.trim().split(',')
      expect(value === '' ? confidential === 'C' : Number(value) >= 5, line).toBe(true)
    }
    expect(String(await told(id, 'code-book'))).toContain('not-released')
  })

  it('a correction is a revision, a case that is sealed withdraws its record, what did not change is the same', async () => {
    await lab
      .as('wendy')
      .do('cases.seal-case', { case: first.id, authority: 'Order 9/2026' }, { reason: 'Order of the court' })
    lab.clock.advance(31 * 86_400_000)
    await keepUp()
    await makeDueBatches(lab.ground)
    const second = await newest()
    expect(second).toMatchObject({ number: 'F-001/2', withdrawn: 1 })
    const { records } = await told(second.id)
    expect(records.filter((r: { change: string }) => r.change === 'withdrawn')).toMatchObject([
      { revision: 2, body: {} },
    ])
    expect(records.filter((r: { change: string }) => r.change === 'same').length).toBeGreaterThan(10)
  })

  it('whoever knows who was recorded this month finds no record of them alone: they wait until five came together', async () => {
    const one = () => incident({ district: 'BZ-CY', sex: 'male', age: 30, on: '2026-01-10' })
    const alone = []
    for (let i = 0; i < 2; i++) {
      await one()
      lab.clock.advance(86_400_000)
      await keepUp()
      alone.push((await lab.as('wendy').do('observatory.make-feed-batch', { feed })).fresh)
    }
    // Once there may be enough who waited before; then there is one.
    expect(alone.every((fresh) => fresh === 0 || fresh >= 5)).toBe(true)
    expect(alone).toContain(0)
    for (let i = 0; i < 5; i++) await one()
    await keepUp()
    const five = await lab.as('wendy').do('observatory.make-feed-batch', { feed })
    expect(five.fresh).toBeGreaterThanOrEqual(5)
    const { records } = await told(five.id)
    const fresh = records.filter((r: { change: string }) => r.change === 'new')
    for (const group of groupsOf(
      fresh,
      (r: { body: never }) => r.body,
      () => 0,
    ))
      expect(group.length).toBeGreaterThanOrEqual(5)
  })

  it('in SDMX-CSV unknown, not applicable, not yet determined and not told are four codes', async () => {
    const { id } = await newest()
    const lines = String(await told(id, 'sdmx-csv'))
      .trim()
      .split('\n')
    expect(lines.some((line) => line.includes(',NR,'))).toBe(true)
    expect(lines.join()).not.toContain('not-released')
    expect(
      new Set(['unknown', 'not-applicable', 'not-yet-determined', 'not-released'].map(sdmxCode)).size,
    ).toBe(4)
  })

  it('J14 the agency pulls with a token of its own, and sees no feed of another', async () => {
    const { body } = await lab.as('otto').tell(
      'identity.issue-token',
      {
        name: 'monthly pull',
        scopes: [
          'observatory.feeds',
          'observatory.feed-batches',
          'observatory.take-feed-batch',
          'observatory.taken-file',
        ],
      },
      { stepUp: true },
    )
    const pull = async (path: string, input?: object) =>
      fetch(`${lab.url}/api/observatory/${path}`, {
        headers: {
          authorization: `Bearer ${body.token}`,
          ...(input ? { 'content-type': 'application/json' } : {}),
        },
        ...(input ? { method: 'POST', body: JSON.stringify(input) } : {}),
      })
    const { items } = (await (await pull('feeds')).json()) as { items: { id: string }[] }
    expect(items.map((f) => f.id)).toContain(feed)
    const batches = (await (await pull(`feed-batches?feed=${feed}`)).json()) as {
      items: { id: string; sha256: string }[]
    }
    const taken = (await (
      await pull('take-feed-batch', { batch: batches.items[0]?.id, as: 'json' })
    ).json()) as { id: string; sha256: string }
    expect(taken.sha256).toBe(batches.items[0]?.sha256)
    expect((await pull(`taken-file?share=${taken.id}`)).status).toBe(200)
    expect((await pull('cube')).status).toBe(403)
    // Somebody else's taking is not there.
    expect((await lab.as('quincy').ask('observatory.taken-file', { share: taken.id })).status).toBe(404)
  })

  it('sealed for a medium: only who has the secret key opens the archive', async () => {
    const raw = Buffer.alloc(32, 7)
    const key = createPrivateKey({
      key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), raw]),
      format: 'der',
      type: 'pkcs8',
    })
    const recipient = bech32(
      'age',
      createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32),
    )
    const { id } = await newest()
    const wrong = await lab
      .as('wendy')
      .tell('observatory.take-feed-batch', { batch: id, as: 'package', sealFor: 'age1nobody' })
    expect([wrong.status, wrong.body.code]).toEqual([409, 'no-such-recipient'])
    const taken = await lab
      .as('wendy')
      .do('observatory.take-feed-batch', { batch: id, as: 'package', sealFor: recipient })
    expect(taken.name).toMatch(/\.zip\.age$/)
    const sealed = await lab.ground.files.read(taken.sha256)
    expect(sealed.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    const opened = openWith(bech32('age-secret-key-', raw), sealed)
    expect(opened.subarray(0, 2).toString()).toBe('PK')
    expect(opened.includes('custodia-feed/1')).toBe(true)
  })

  it('J16 the register says what was shared with whom, when, under which agreement and legal basis; nothing leaves once the agreement is over', async () => {
    const { items } = (await lab.as('wendy').ask('observatory.shared-with')).body
    expect(items[0]).toMatchObject({
      by: 'wendy',
      agency: 'Crime Observatory',
      agreement: 'Sharing of data on violence',
      legalBasis: 'Data agreement, clause 4',
      way: 'medium',
      sealedFor: expect.stringContaining('age1'),
    })
    expect(items.filter((s: { by: string }) => s.by === 'otto').length).toBeGreaterThan(3)
    await lab.arrange('identity.end-agreement', { agreement, endsOn: '2026-12-05', words: 'Not renewed' })
    lab.clock.advance(3 * 86_400_000)
    await keepUp()
    const after = await lab.as('otto').tell('observatory.take-feed-batch', { batch: (await newest()).id })
    expect(after.body.code).toBe('observatory.no-agreement')
    await lab.as('wendy').do('observatory.end-feed', { feed, words: 'The agreement was not renewed' })
    expect((await lab.as('wendy').ask('observatory.feeds')).body.items[0]).toMatchObject({
      state: 'ended',
      agreementState: 'over',
    })
  })
})
