/** The data policy cannot be walked round by another name for the same thing. */
import { expect, it } from 'vitest'
import { Question } from './contract.ts'
import { DisclosureRule, mayBeAudited, policyOf } from './rules.ts'

const rules = [
  { dataset: 'victims', threshold: 5 },
  { dataset: 'victims', threshold: 10, sensitive: true, when: ['section:03'] },
  { dataset: 'victims', threshold: 10, sensitive: true, when: ['minor:yes'] },
  { never: ['precinct'] },
  { dataset: 'victims', when: ['iccs:0101'], whole: ['year', 'district'] },
].map((r) => DisclosureRule.parse(r))
const decided = (more: object) =>
  policyOf(Question.parse({ dataset: 'victims', rows: 'year', ...more }), rules)

it('a rule of sexual offences holds for their classes and their offences, one of minors for bands of ages', () => {
  const strict = { threshold: 10, sensitive: true, whole: false }
  expect(decided({ rows: 'section' })).toEqual(strict)
  expect(decided({ rows: 'iccs' })).toEqual(strict)
  expect(decided({ where: { iccs: ['0301'] } })).toEqual(strict)
  expect(decided({ where: { offence: ['rape'] } })).toEqual(strict)
  expect(decided({ columns: 'ageBand' })).toEqual(strict)
  // Where they are left out in so many words, it does not.
  expect(decided({ rows: 'iccs', where: { iccs: ['0401'] } })).toMatchObject({ threshold: 5 })
  expect(decided({ rows: 'offence', where: { section: ['04'] } })).toMatchObject({ threshold: 5 })
  expect(decided({ rows: 'ageBand', where: { minor: ['no'] } })).toMatchObject({ threshold: 5 })
  expect(decided({})).toEqual({ threshold: 5, sensitive: false, whole: false })
})

it('what never leaves does not leave under the name of something finer', () => {
  expect(decided({ rows: 'settlement' })).toEqual({ never: 'settlement' })
  expect(decided({ where: { precinct: ['north'] } })).toEqual({ never: 'precinct' })
})

it('what others publish whole is whole along what they publish alone', () => {
  expect(decided({ rows: 'district', where: { iccs: ['0101'] } })).toMatchObject({ whole: true })
  expect(decided({ rows: 'means', where: { iccs: ['0101'] } })).toMatchObject({ whole: false })
  expect(decided({ rows: 'district', where: { iccs: ['0101', '0102'] } })).toMatchObject({ whole: false })
})

it('hours by weekday and months by district leave, a table that nobody could audit in a minute does not', () => {
  expect([mayBeAudited(25 * 8).ok, mayBeAudited(61 * 8).ok, mayBeAudited(121 * 8).ok]).toEqual([
    true,
    true,
    false,
  ])
})
