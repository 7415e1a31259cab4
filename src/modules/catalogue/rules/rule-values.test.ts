/** Everything that stands in the laboratories that come along goes through the studio's answers and back without a change. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { KitBody, LabelBody, LetterheadBody, Numbering } from '../contract.ts'
import { readLaboratory } from '../laboratory.ts'
import { askedBeside } from './asked.ts'
import { dataAsked } from './code-data.ts'
import { type Standing, contentOf, isAnswered, valuesOf } from './rule-values.ts'

const labs = join(import.meta.dirname, '../../../../labs')
const laboratories = await Promise.all(['belize', 'ejemplo'].map((lab) => readLaboratory(join(labs, lab))))
const bare: Standing = {
  key: 'x',
  en: '',
  es: '',
  stands: {},
  from: null,
  until: null,
  unverified: false,
  source: null,
  list: null,
}

describe('the studio says of a rule what it says', () => {
  for (const laboratory of laboratories)
    it(`every code, limit, definition and place of ${laboratory.name}, untouched, differs in nothing`, () => {
      for (const list of laboratory.lists)
        for (const code of list.codes) {
          const rule: Standing = {
            ...bare,
            key: code.code,
            en: code.en,
            es: code.es,
            stands: code.data,
            sample: Object.assign({}, ...list.codes.map((c) => c.data)) as Standing['stands'],
            from: code.validFrom ?? null,
            until: code.validUntil ?? null,
            unverified: code.unverified,
            source: code.source ?? null,
            list: { en: list.en, es: list.es, note: list.note ?? null },
          }
          const section = `list.${list.list}`
          const [back] = contentOf(section, rule, valuesOf(section, rule)).lists as (typeof list)[]
          expect(back?.codes[0]?.data, `${list.list}/${code.code}`).toEqual(code.data)
          // Nothing that a code says is out of reach of the studio.
          const reach = new Set(dataAsked(section, rule.sample).map((q) => (q.at ?? q.key).split('.')[0]))
          for (const key of Object.keys(code.data)) expect(reach, `${list.list} ${key}`).toContain(key)
        }
      for (const d of laboratory.definitions.filter((x) => !['form', 'template'].includes(x.kind))) {
        const rule: Standing = { ...bare, key: d.key, en: d.en, es: d.es, stands: d.body }
        const values = valuesOf(d.kind, rule)
        expect(isAnswered(askedBeside(d.kind, []), values), d.key).toBe(true)
        const [back] = contentOf(d.kind, rule, values).definitions as (typeof d)[]
        expect(back?.body, `${d.kind} ${d.key}`).toEqual(d.body)
      }
      for (const limit of laboratory.limits) {
        const { key, en, es, validFrom, validUntil, unverified, source, ...stands } = limit
        const rule: Standing = {
          ...bare,
          key,
          en,
          es,
          stands,
          from: validFrom ?? null,
          until: validUntil ?? null,
          unverified,
          source: source ?? null,
        }
        const [back] = contentOf('limit', rule, valuesOf('limit', rule)).limits as (typeof limit)[]
        expect({
          ...limit,
          validUntil: validUntil ?? null,
          validFrom: validFrom ?? null,
          source: source ?? null,
        }).toEqual(back)
      }
      for (const place of laboratory.stores) {
        const { code, ...stands } = place
        const rule: Standing = { ...bare, key: String(code), stands }
        expect(contentOf('store', rule, valuesOf('store', rule)).stores[0], String(code)).toEqual(place)
      }
    })

  it('asks everything that the shape of a definition holds', () => {
    const shapes = { kit: KitBody, label: LabelBody, numbering: Numbering, letterhead: LetterheadBody }
    for (const [kind, shape] of Object.entries(shapes))
      expect(
        askedBeside(kind, [])
          .map((q) => q.key)
          .sort(),
        kind,
      ).toEqual(Object.keys(shape.shape).sort())
  })

  it('says nothing for what was not answered, and null or nothing where the rule must say even that', () => {
    const [list] = contentOf(
      'list.retention-rule',
      { ...bare, list: { en: 'Rule', es: 'Regla', note: null } },
      {
        en: 'Murder',
        es: 'Asesinato',
        offences: ['murder'],
        days: '',
        witnesses: '2',
        weigh: false,
      },
    ).lists as { codes: { data: unknown }[] }[]
    expect(list?.codes[0]?.data).toEqual({
      actions: [],
      days: null,
      offences: ['murder'],
      weigh: false,
      witnesses: 2,
    })
  })
})
