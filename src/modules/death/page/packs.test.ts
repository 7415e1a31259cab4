/** Stories of the hours without power: the pack is made by one act, told by its hash, and what was written on its sheets comes in once; and who may have papers. */
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { aCall, aCause, accepted, arrangeWordsOf, finished, officeOf, received, told } from '../examples.ts'
import { packed } from '../examples/page.ts'
import { mayGiveWhole, recordsRuleOf } from './rules/records.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
})
afterAll(() => lab?.close())

/** The data that the paper carries inside. */
// oxlint-disable-next-line typescript/no-explicit-any
function twinIn(pdf: Buffer): any {
  const text = pdf.toString('latin1')
  for (const m of text.matchAll(/stream\r?\n/g)) {
    const from = m.index + m[0].length
    const to = text.indexOf('endstream', from)
    const bytes = pdf.subarray(from, to)
    let plain = ''
    try {
      plain = inflateSync(bytes).toString('utf8')
    } catch {
      plain = bytes.toString('utf8')
    }
    if (plain.includes('custodia-emergency-pack/1'))
      return JSON.parse(plain.slice(0, plain.lastIndexOf('}') + 1))
  }
  throw new Error('the paper carries no data')
}

describe('H54 the power is gone', () => {
  test('H54 one act makes a dated file with bodies by place and marks, open deaths, whom to reach and blank sheets; its hash is told', async () => {
    const lying = await received(lab, {}, 'UNIT-2-1')
    await lab.as('norris').do('death.describe-body', {
      death: lying.death,
      features: [{ kind: 'tattoo', site: 'left-arm', words: 'Anchor' }],
    })
    await lab.as('isela').do('death.add-relative', {
      death: lying.death,
      name: 'Maria Novelo',
      relation: 'sister',
      phone: '600-1234',
    })
    const waiting = await told(lab, { name: 'Marcial Ical' })
    const child = await told(lab, { name: 'Lupita Ical', age: { value: 4, unit: 'years' } })
    const made = await packed(lab)
    expect(made).toMatchObject({ bodies: 1, deaths: 2, sheets: 8 })
    const { bytes } = await lab.as('norris').file('death.emergency-pack-file', { pack: made.id })
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256)
    const pack = twinIn(bytes)
    expect(pack).toMatchObject({
      at: lab.ground.now(),
      by: 'Norris Coc',
      medium: 'Stick 2, safe',
      bodies: [
        {
          place: 'UNIT-2-1',
          number: lying.number,
          who: 'Rodolfo Novelo, Male, 58 years',
          marks: ['Tattoo (left arm): Anchor'],
        },
      ],
    })
    expect(pack.bodies[0].wristband).toMatch(/^CX/)
    const numbers = pack.deaths.map((d: { number: string }) => d.number).toSorted()
    expect(numbers).toEqual([waiting.call, child.call].toSorted())
    // A child's name is on no list, on paper neither.
    expect(JSON.stringify(pack)).not.toContain('Lupita')
    expect(pack.contacts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ group: 'office', name: 'Hugo Escalante' }),
        expect.objectContaining({ group: 'told', name: 'Coroner' }),
        { group: 'relative', name: 'Maria Novelo', what: `sister, ${lying.number}`, reach: '600-1234' },
      ]),
    )
    const { items, age } = (await lab.as('delia').ask('death.emergency-packs', {})).body
    expect(age).toBe(0)
    expect(items[0]).toMatchObject({
      id: made.id,
      medium: 'Stick 2, safe',
      sha256: made.sha256,
      sheets: 8,
      entered: 0,
    })
    lab.clock.advance(9 * 86_400_000)
    expect((await lab.as('delia').ask('death.emergency-packs', {})).body.age).toBe(9)
  })

  test('H54 a call that was written on a sheet comes in by its code, once; another code, a log and a second death are refused with a sentence', async () => {
    const made = await packed(lab)
    const { sheets } = twinIn(
      (await lab.as('norris').file('death.emergency-pack-file', { pack: made.id })).bytes,
    )
    const [first] = sheets.filter((s: { kind: string }) => s.kind === 'call')
    const [log] = sheets.filter((s: { kind: string }) => s.kind === 'bodies')
    expect(first.code).toMatch(/^PF\//)
    const enter = (sheet: string) => lab.as('isela').tell('death.take-call', { ...aCall(), sheet })
    const got = await enter(first.code.toLowerCase())
    expect(got.status).toBe(200)
    const again = await enter(first.code)
    expect([again.status, again.body.title]).toEqual([
      409,
      `Sheet ${first.code} came in before as ${got.body.number}.`,
    ])
    expect((await enter(log.code)).body.code).toBe('death.sheet-no-call')
    expect((await enter('PF/NOBODY')).body.code).toBe('death.sheet-unknown')
    const [line] = (await lab.as('norris').ask('death.emergency-packs', {})).body.items
    expect(line).toMatchObject({ id: made.id, sheets: 8, entered: 1 })
  })

  test('a pack is opened by whoever sees every death in it, and by nobody else', async () => {
    await accepted(lab)
    const made = await packed(lab)
    expect((await lab.as('hugo').file('death.emergency-pack-file', { pack: made.id })).status).toBe(200)
    await lab.person('ximena', ['morgue-attendant'], { unit: lab.units.counter ?? null })
    expect((await lab.as('ximena').file('death.emergency-pack-file', { pack: made.id })).status).toBe(404)
  })
})

describe('H47 who may get what of the papers of a death', () => {
  // oxlint-disable-next-line typescript/no-explicit-any
  const askers = async (death: string): Promise<Record<string, any>> =>
    Object.fromEntries(
      (await lab.as('isela').ask('death.records-for', { death })).body.items.map((i: { code: string }) => [
        i.code,
        i,
      ]),
    )

  test('H47 each asker has a rule of the laboratory: stage, relation and homicide hold it; all parts go at once or none', async () => {
    expect(
      (await lab.as('isela').ask('death.records-for', { death: (await accepted(lab)).death })).body.items,
    ).toEqual([])
    await arrangeWordsOf(lab, [
      [
        'death-records-rule',
        'next-of-kin',
        'Next of kin',
        'Familiar cercano',
        { parts: ['certificate', 'examination-report', 'toxicology', 'effects-list'], entitled: true },
      ],
      [
        'death-records-rule',
        'prosecution',
        'Prosecution',
        'Fiscalía',
        { parts: ['certificate', 'examination-report', 'toxicology', 'pictures'], homicide: 'give' },
      ],
      ['death-records-rule', 'press', 'Press', 'Prensa', {}],
    ])
    const known = await finished(lab)
    const early = await askers(known.death)
    expect(early['press']).toMatchObject({ ok: false, why: 'This asker gets no papers of a death.' })
    expect(early['prosecution']).toMatchObject({ ok: false, why: 'The cause is not final.' })
    expect(early['next-of-kin'].why).toBe('Nobody stands as entitled among the relatives.')
    await lab.as('isela').do('death.add-relative', {
      death: known.death,
      name: 'Maria Novelo',
      relation: 'sister',
      entitled: true,
    })
    await lab.as('hugo').do('death.certify-cause', { death: known.death, ...aCause() })
    await lab.as('hugo').do('death.give-manner', { death: known.death, manner: 'homicide' })
    const held = await askers(known.death)
    expect(held['next-of-kin']).toMatchObject({
      ok: false,
      why: 'A homicide: nothing goes until a verdict stands.',
    })
    expect(held['prosecution']).toMatchObject({ ok: true, why: null })
    await lab
      .as('isela')
      .do('death.refer-to-inquest', { death: known.death, court: 'Magistrates’ Court', reason: 'Homicide' })
    await lab.as('isela').do('death.record-verdict', {
      death: known.death,
      court: 'Magistrates’ Court',
      onDay: '2026-12-01',
      verdict: 'Unlawful killing',
    })
    const ended = await askers(known.death)
    expect(ended['next-of-kin']).toMatchObject({ ok: true })
    expect(ended['next-of-kin'].parts).toContainEqual({ part: 'effects-list', state: 'absent' })
  })

  test('H47 while a part is still to come nothing goes, and what nobody said is held', () => {
    const standing = {
      manner: 'natural',
      ended: false,
      cause: 'final' as const,
      examination: 'done' as const,
      waiting: 1,
      pictures: 0,
      effects: 0,
      entitled: 0,
    }
    const rule = recordsRuleOf({ parts: ['certificate', 'toxicology', 'gossip'] })
    expect(rule).toEqual({
      parts: ['certificate', 'toxicology'],
      homicideHold: true,
      stage: 'final',
      entitled: false,
    })
    expect(mayGiveWhole(rule, standing)).toMatchObject({ ok: false, code: 'death.records-not-whole' })
    expect(mayGiveWhole(rule, { ...standing, waiting: 0 })).toEqual({ ok: true })
    // Until somebody has given a manner, nobody has said that it is no homicide; a verdict says it too.
    for (const manner of [null, 'pending']) {
      const open = { ...standing, waiting: 0, manner }
      expect(mayGiveWhole(rule, open)).toMatchObject({ code: 'death.records-manner-open' })
      expect(mayGiveWhole(rule, { ...open, ended: true })).toEqual({ ok: true })
    }
    expect(mayGiveWhole(rule, { ...standing, waiting: 0, manner: 'homicide' })).toMatchObject({
      code: 'death.records-homicide',
    })
    expect(mayGiveWhole(recordsRuleOf({ parts: ['pictures'] }), standing)).toMatchObject({
      code: 'death.records-nothing-there',
    })
  })
})
