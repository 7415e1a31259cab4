/** Words of a name in a sentence: found whatever its case and accents, struck as one, and nothing beside it touched. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STRUCK, saysName, strikeName, wordsOfNames } from './struck-words.ts'

const names = wordsOfNames(['María José Coc', 'La Chepa'])

test('the whole name in any order, case and accent; part of it; a word inside another word is none', () => {
  expect(saysName('COC, Maria Jose was seen', names)).toBe('whole')
  expect(saysName('told by la chepa', names)).toBe('whole')
  expect(saysName('Maria came', names)).toBe('part')
  expect(saysName('Cocaine, 3 parcels', names)).toBeNull()
  expect(strikeName('COC, Maria-José: cocaine of Coc’s', names)).toBe(`${STRUCK}: cocaine of ${STRUCK}’s`)
})

test('after striking no word of the name is left, and a sentence without it stays as it was', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('Coc', 'MARÍA', 'josé'), fc.string(), (a, name, b) => {
      const struck = strikeName(`${a} ${name} ${b}`, names)
      expect(saysName(struck, names)).toBeNull()
      if (saysName(a, names) === null && !/\b(la|coc)\b/i.test(a)) expect(strikeName(a, names)).toBe(a)
    }),
  )
})
