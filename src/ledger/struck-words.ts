/** A name inside a sentence: found whatever its case and accents, and struck out; pure, so that the preview is what will be done. */

/** What stands where words were struck out. */
export const STRUCK = '[…]'
const word = /[\p{L}\p{N}\p{M}]+/gu
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The words of each name; what has no letter is no name. */
export const wordsOfNames = (names: readonly string[]): string[][] =>
  names.map((name) => (name.match(word) ?? []).map(plain)).filter((words) => words.length > 0)

/** `whole`: all the words of one of the names. `part`: one of them, long enough to tell a person. */
export function saysName(text: string, names: readonly (readonly string[])[]): 'whole' | 'part' | null {
  const said = new Set((text.match(word) ?? []).map(plain))
  if (names.some((words) => words.every((w) => said.has(w)))) return 'whole'
  return names.some((words) => words.some((w) => w.length >= 4 && said.has(w))) ? 'part' : null
}

/** The text with every word of the names struck out; what stood beside one another is struck as one. */
export function strikeName(text: string, names: readonly (readonly string[])[]): string {
  const struck = new Set(names.flat())
  return text
    .replace(word, (w) => (struck.has(plain(w)) ? STRUCK : w))
    .replace(/\[…\](?:[\s,.'’-]{1,3}\[…\])+/gu, STRUCK)
}
