/** A registry's questions: half a number and a misspelt name, names of five peoples in any spelling, and nothing of what is not open to the asker. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { growTree } from '#ledger/sequencer.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { keepAllUp } from '../../app/reactions.ts'
import { aCase, arrangeWords } from './examples.ts'
import { cases } from './module.ts'
import { soundsOf } from './normalise.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab)
  await lab.person('clerk', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('requena', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('ical', ['officer'], { unit: lab.units.policeBelmopan })
  await lab.person('director', ['director'], { unit: null })
}, 60_000)
afterAll(async () => {
  await lab?.close()
})

const open = (who: string, more: Record<string, unknown>) => lab.as(who).do('cases.open-case', aCase(more))
interface Hit {
  subject: string
  label: string
  why: string
  what: string | null
  case: { id: string; number: string; offenceOn: string | null; districtName: string | null } | null
}
const find = async (who: string, q: string, more: Record<string, unknown> = {}) =>
  (await lab.as(who).ask('cases.find-anything', { q, ...more })).body as {
    items: Hit[]
    total: number
    totalIsAtLeast: boolean
  }
const casesFound = async (who: string, q: string) =>
  new Set((await find(who, q)).items.map((h) => h.case?.id))

/** As written in one place, as looked for in another. */
const spellings: Record<string, string> = {
  mestizo:
    'Chávez Chavez, Chavez Chaves, Zúñiga Suniga, Enríquez Henriquez, Jiménez Himenez, Vásquez Basques, Cahuich Kawich, Espat Spat, Cayetano Calletano',
  maya: 'Coc Koc, Coc Kok, Teul Tuel, Pech Peck, Tzul Tsul, Xol Shol, Xol Chol, Ical Hical, Caal Cal, Makin Maquin, Tush Tux, Ixim Ishim, Choc Chock, Chub Chubb, Canul Kanul, Ek Eck',
  garifuna: 'Ávila Abila, Arzú Arsu, Lambey Lambay, Palacio Palasio, Núñez Nunes, Cacho Catcho',
  mennonite:
    'Dueck Dyck, Dyck Dick, Friesen Freisen, Reimer Rymer, Thiessen Tiessen, Wiebe Weebe, Loewen Löwen, Klassen Claassen, Froese Fröse, Giesbrecht Gisbrecht, Neufeld Newfeld, Jakob Yakob',
  others:
    'Mohamed Muhammad, Mohamed Mahomed, Musa Moosa, Ussher Usher, Gillett Gillette, Smith Smyth, Young Yung, Lee Li, Chen Chan, Singh Sing',
}
describe('one name in two spellings shares a sound', () => {
  test.each(Object.entries(spellings))('%s', (_people, pairs) => {
    for (const pair of pairs.split(', ')) {
      const [a = '', b = ''] = pair.split(' ')
      const heard = new Set(soundsOf(b))
      expect(
        soundsOf(a).some((s) => heard.has(s)),
        pair,
      ).toBe(true)
    }
  })
  test('names that are not alike share none', () => {
    for (const pair of 'Castillo Castro, Chávez Chen, Coc Pop, Pech Perez, Teul Tush, Reimer Rempel, Dyck Plett, Cal Ical, Usher Young'.split(
      ', ',
    )) {
      const [a = '', b = ''] = pair.split(' ')
      const heard = new Set(soundsOf(b))
      expect(
        soundsOf(a).filter((s) => heard.has(s)),
        pair,
      ).toEqual([])
    }
  })
})

describe('half a number and a misspelt surname', () => {
  let one: { id: string; number: string }
  beforeAll(async () => {
    one = await open('clerk', {
      title: 'Wounding, Hopkins',
      aliases: [{ kind: 'police', text: 'DG-98-0417' }],
      parties: [
        { role: 'accused', name: 'Héctor Chávez Coc', age: 40 },
        { role: 'victim', name: 'Abram Dyck', age: 51 },
      ],
      incident: { on: '1998-05' },
    })
    await open('clerk', {
      title: 'Wounding, Placencia',
      aliases: [{ kind: 'police', text: 'DG-98-0418' }],
      parties: [{ role: 'accused', name: 'Rosa Chávez', age: 30 }],
      incident: { on: '1999' },
    })
  })
  test.each([
    'DG 98 0417 chaves',
    '417 Chabes',
    'Koc 0417',
    'Chaves Dick',
    'Dueck Chavez Hopkins',
    'chaves koc 1998',
    'hopkins kok',
  ])('“%s” finds that one case', async (q) => {
    expect(await casesFound('clerk', q), q).toEqual(new Set([one.id]))
  })
  test('what was found is said in words, with the day and the district of the case', async () => {
    const [hit] = (await find('clerk', 'Chaves Koc')).items
    expect(hit).toMatchObject({
      why: 'sounds',
      what: 'Héctor Chávez Coc, Accused',
      case: { id: one.id, offenceOn: '1998-05-01', districtName: 'Stann Creek' },
    })
    expect((await find('clerk', '98-0417')).items[0]).toMatchObject({
      why: 'part',
      what: 'Police number DG-98-0417',
    })
    expect((await find('clerk', '0417 chaves')).items[0]).toMatchObject({
      why: 'together',
      what: 'Héctor Chávez Coc, Accused',
    })
  })
  test('one word that fits nothing finds nothing, however well the others fit', async () => {
    expect((await find('clerk', '0417 Chaves Sarteneja')).items).toEqual([])
  })
})

describe('S-B28 a constable’s question tells nothing of what is not open to him', () => {
  let hidden: { id: string; number: string }
  let sealed: { id: string; number: string }
  beforeAll(async () => {
    hidden = await open('requena', {
      title: 'Robbery, Sittee',
      aliases: [{ kind: 'police', text: 'DG-26-7001' }],
      parties: [{ role: 'accused', name: 'Eulogio Makin', age: 33 }],
    })
    sealed = await open('requena', {
      title: 'Robbery, Mullins River',
      aliases: [{ kind: 'police', text: 'DG-26-7002' }],
      parties: [{ role: 'accused', name: 'Eulogio Makin', age: 33 }],
    })
    await lab.as('clerk').ask('cases.find-cases', {})
    await lab
      .as('director')
      .do('cases.seal-case', { case: sealed.id, authority: 'Order 7' }, { reason: 'ordered', stepUp: true })
  })
  test('no number, part, name, sound or combination of them answers him', async () => {
    for (const q of [hidden.number, 'DG-26-7001', '7001', 'Makin', 'Maquin', '7001 Maquin', 'Sittee Eulogio'])
      expect(await find('ical', q), q).toMatchObject({ items: [], total: 0, totalIsAtLeast: false })
  })
  test('his own few are found by their sound, however many hidden ones fit by their letters', async () => {
    const own = await open('ical', {
      title: 'Theft, Belmopan',
      parties: [{ role: 'accused', name: 'Petrona Maquin', age: 20 }],
    })
    expect(await casesFound('ical', 'Makin')).toEqual(new Set([own.id]))
  })
  test('a link to a sealed case, and a duplicate of one, are neither shown nor counted', async () => {
    const other = await open('requena', { title: 'Robbery, Hope Creek' })
    const twin = await open('requena', { title: 'Robbery, Silk Grass' })
    const director = lab.as('director')
    await director.do('cases.relate-cases', { case: other.id, other: sealed.id, kind: 'same-firearm' })
    await director.do('cases.mark-duplicate', { case: twin.id, of: sealed.id }, { reason: 'the same matter' })
    expect((await director.ask('cases.get-case', { case: twin.id })).body.duplicateOf.id).toBe(sealed.id)
    const seen = (await lab.as('requena').ask('cases.get-case', { case: other.id })).body
    const graph = (await lab.as('requena').ask('cases.related-cases', { case: other.id })).body
    const duplicate = (await lab.as('requena').ask('cases.get-case', { case: twin.id })).body
    const history = (await lab.as('requena').ask('cases.history', { case: other.id })).body
    const line = (await lab.as('requena').ask('cases.case-timeline', { case: twin.id })).body
    expect(seen.related).toEqual([])
    expect(graph).toMatchObject({ links: [], nodes: [{ id: other.id }] })
    expect(duplicate.duplicateOf).toBe(null)
    for (const said of [seen, graph, duplicate, history, line]) {
      expect(JSON.stringify(said)).not.toContain(sealed.id)
      expect(JSON.stringify(said)).not.toContain(sealed.number)
    }
  })
})

describe('S-B28 a title keeps quiet about those whom the case protects', () => {
  const minor = { role: 'victim', name: 'Maribel Tzul', born: '2014' }
  test('a case is not opened with the name of a minor in its title', async () => {
    const refused = await lab
      .as('clerk')
      .tell('cases.open-case', aCase({ title: 'Assault of M. Tzul, Hopkins', parties: [minor] }))
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ code: 'cases.title-names-protected' })
    expect(refused.body.detail).toContain('“Tzul”')
    expect(refused.body.next).toContain('Correct the title')
  })
  test('a place that bears the same name is no name', async () => {
    const { id } = await open('clerk', {
      title: 'Assault, Santa Rosa',
      place: { text: 'Santa Rosa village' },
      parties: [{ role: 'victim', name: 'Rosa Choc', age: 9 }],
    })
    expect(id).toBeTruthy()
  })
  test('who becomes protected later is not named either: the act waits for the title', async () => {
    const { id } = await open('clerk', {
      title: 'Complaint of Adelina Bol',
      offences: [],
      parties: [{ role: 'complainant', name: 'Adelina Bol', age: 30 }],
    })
    const clerk = lab.as('clerk')
    expect((await clerk.tell('cases.add-offence', { case: id, code: 'rape' })).body.code).toBe(
      'cases.title-names-protected',
    )
    expect((await clerk.ask('cases.get-case', { case: id })).body).toMatchObject({
      offences: [],
      guarded: false,
    })
    await clerk.do('cases.correct-case', { case: id, title: 'Complaint, Hopkins' }, { reason: 'no names' })
    await clerk.do('cases.add-offence', { case: id, code: 'rape' })
    expect(
      (await clerk.tell('cases.correct-case', { case: id, title: 'Complaint of Bol' }, { reason: 'x' })).body
        .code,
    ).toBe('cases.title-names-protected')
  })
})

test('a case opened at the roadside: the title, the district and the investigator say themselves', async () => {
  const { id } = await lab.as('requena').do('cases.open-case', {
    type: 'criminal',
    offences: [{ code: 'robbery' }, { code: 'drug-possession' }],
    place: { settlement: 'dangriga', text: 'Shop of H. Guerra' },
    parties: [{ role: 'victim', name: 'Maribel Tzul', age: 15 }],
  })
  expect((await lab.as('requena').ask('cases.get-case', { case: id })).body).toMatchObject({
    title: 'Robbery and Possession of a controlled drug, Dangriga',
    incident: { district: { code: 'BZ-SC' } },
    investigator: { name: 'requena', unitName: 'Dangriga Formation' },
  })
  const mile = await lab
    .as('requena')
    .do(
      'cases.open-case',
      { type: 'death', place: { highway: 'hummingbird', mile: '51.5' } },
      { language: 'es' },
    )
  expect((await lab.as('requena').ask('cases.get-case', { case: mile.id })).body.title).toBe(
    'Investigación de muerte, Milla 51.5, Carretera Hummingbird',
  )
  const elsewhere = await lab.as('requena').tell('cases.open-case', {
    type: 'criminal',
    place: { settlement: 'dangriga', district: 'BZ-CY' },
  })
  expect(elsewhere.status).toBe(409)
  expect(elsewhere.body.detail).toBe('Dangriga lies in the district Stann Creek.')
})

test('a danger is flagged on a case, seen by whoever opens it, and taken off with a reason', async () => {
  const { id } = await open('requena', { title: 'Stabbing, Dangriga' })
  const requena = lab.as('requena')
  await requena.do('cases.flag-hazard', { case: id, hazard: 'infectious', words: 'Hepatitis in the house' })
  lab.clock.advance(1_000)
  const then = lab.clock.now()
  lab.clock.advance(1_000)
  expect((await requena.tell('cases.flag-hazard', { case: id, hazard: 'infectious' })).body.code).toBe(
    'cases.hazard-already-flagged',
  )
  expect((await requena.ask('cases.get-case', { case: id })).body.hazards).toMatchObject([
    { hazard: 'infectious', name: 'Infectious', words: 'Hepatitis in the house', by: 'requena' },
  ])
  expect((await requena.tell('cases.flag-hazard', { case: id, hazard: 'dragons' })).body.code).toBe(
    'catalogue.no-such-code',
  )
  const director = lab.as('director')
  expect(
    (await requena.tell('cases.clear-hazard', { case: id, hazard: 'infectious' }, { reason: 'x' })).status,
  ).toBe(404)
  expect((await director.tell('cases.clear-hazard', { case: id, hazard: 'infectious' })).body.code).toBe(
    'reason-required',
  )
  await director.do('cases.clear-hazard', { case: id, hazard: 'infectious' }, { reason: 'tested' })
  expect((await requena.ask('cases.get-case', { case: id })).body.hazards).toEqual([])
  expect((await requena.ask('cases.case-as-known', { case: id, asOf: then })).body.hazards).toMatchObject([
    { hazard: 'infectious' },
  ])
  // The words may speak of somebody's health: they stand in the vault only.
  const rows = await lab.db.direct.many({
    text: `select * from cases.hazard where root = '${id}'`,
    values: [],
  } as never)
  expect(JSON.stringify(rows)).not.toContain('Hepatitis')
})

test('a closed case says who closed it and what was stated that moment', async () => {
  const { id } = await open('clerk', { title: 'Lost property, Dangriga' })
  await lab.as('clerk').do('cases.close-case', { case: id })
  expect((await lab.as('clerk').ask('cases.get-case', { case: id })).body).toMatchObject({
    state: 'closed',
    closed: { by: 'clerk', counts: [] },
  })
})

test('what is new in the index is sorted in by whoever follows the log, and is found before and after', async () => {
  const pages = async (): Promise<number> =>
    (await lab.ground.db.direct.one<{ n: number }>(sql`select cases.sort_handles() as n`)).n
  await pages()
  const { id } = await open('clerk', { title: 'A heron on the runway' })
  expect(await casesFound('clerk', 'heron runway')).toContain(id)
  await growTree(lab.ground)
  await keepAllUp(lab.ground, cases.followers ?? [])
  expect(await pages()).toBe(0)
  expect(await casesFound('clerk', 'heron runway')).toContain(id)
  await open('clerk', { title: 'A heron by the road' })
  expect(await pages()).toBeGreaterThan(0)
})
