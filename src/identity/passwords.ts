/**
 * What a password must be (NIST SP 800-63B-4, 3.1.1.2): long enough, and none of those that everybody tries. No rule of composition, no
 * changing by the calendar, anything that can be typed or pasted up to two hundred characters.
 *
 * `common-passwords.bin` holds the first four bytes (big endian, ascending) of the SHA-256 of each known password, folded as below;
 * where it comes from stands in docs/decisions/passwords.md. One wrong hit in some ninety thousand is the price of its size.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#kernel/verdict.ts'

/** Alone, and beside a second factor. */
export const LEAST_ALONE = 15
export const LEAST_BESIDE = 12

const list = readFileSync(join(import.meta.dirname, 'common-passwords.bin'))

/** Letters and figures only, without case and accents. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

function isListed(folded: string): boolean {
  const wanted = createHash('sha256').update(folded).digest().readUInt32BE(0)
  let low = 0
  let high = list.length / 4 - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = list.readUInt32BE(middle * 4)
    if (found === wanted) return true
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  return false
}

/** Words that a stranger tries first anywhere; the service's own are in its settings (`wordsOfTheHouse`). */
const house = ['custodia', 'forensic', 'forense', 'laboratory', 'laboratorio', 'police', 'policia']

export function mustBeGoodPassword(password: string, of: { own: readonly string[]; alone: boolean }): void {
  const least = of.alone ? LEAST_ALONE : LEAST_BESIDE
  if (Array.from(password.normalize('NFC')).length < least)
    throw new Refusal('invalid', 'identity.password-short', { values: { least } })
  if (isGuessable(password, of.own)) throw new Refusal('invalid', 'identity.password-common')
}

/** Listed, two listed ones in a row, one over and over, or little more than names: with figures at its ends, and with 0 for o. */
export function isGuessable(password: string, own: readonly string[]): boolean {
  const written = fold(password)
  const spelt = fold(
    password.replace(
      /[01345$7@!]/g,
      (c) =>
        ({ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', $: 's', '7': 't', '@': 'a', '!': 'i' })[c] ?? c,
    ),
  )
  const personal = [...own.flatMap((words) => [words, ...words.split(/[\s.,@_-]+/)]), ...house]
    .map(fold)
    .filter((word) => word.length >= 4)
  return [written, spelt].some((text) => {
    const bare = personal.reduce((rest, word) => rest.replaceAll(word, ''), text)
    return [text, bare].some(isWeak) || bare.replace(/\d/g, '').length < 4
  })
}

function isWeak(text: string): boolean {
  const core = text.replace(/^\d+|\d+$/g, '')
  if (isListed(text) || core === '' || isListed(core) || /^(.{1,8})\1+$/.test(core)) return true
  for (let i = 3; i <= core.length - 3; i += 1)
    if (isListed(core.slice(0, i)) && isListed(core.slice(i))) return true
  return false
}
