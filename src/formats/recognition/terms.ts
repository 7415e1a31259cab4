/**
 * What stands on a page, as terms that are found again. `w:` a word in plain form, `n:` a number without what writers differ in, over
 * as many neighbouring words as a number is written in, `e:` and `s:` how a word sounds. Plain forms and sounds are those of names.
 */
export interface Ear {
  readonly plain: (text: string) => string
  readonly number: (text: string) => string
  readonly sounds: (word: string) => readonly string[]
}
/** So many words at most make one number: `DG 4471 / 2026`. */
const TOGETHER = 4
const SHORTEST_NUMBER = 3

export function termsOf(words: readonly string[], ear: Ear): string[] {
  const terms = new Set<string>()
  words.forEach((word, i) => {
    for (const part of ear.plain(word).split(' ')) {
      if (part === '') continue
      terms.add(`w:${part}`)
      for (const sound of ear.sounds(part)) terms.add(sound)
    }
    for (const number of numbersFrom(words, i, ear)) terms.add(`n:${number}`)
  })
  return [...terms]
}
/** The numbers that begin at this word: letters may lead, a figure must be there. */
function numbersFrom(words: readonly string[], at: number, ear: Ear): string[] {
  const found: string[] = []
  let text = ''
  for (let i = at; i < Math.min(words.length, at + TOGETHER); i += 1) {
    const part = ear.number(words[i] ?? '')
    if (part.length > 24) break
    text += part
    if (text.length >= SHORTEST_NUMBER && /\d/.test(text) && part !== '' && text.length <= 40)
      found.push(text)
    // A run of words without any figure is no number.
    if (!/\d/.test(text) && text.length > 6) break
  }
  return found
}

/** A question with a figure in it is a number as a whole, and its words one by one as well. */
export function askedFor(q: string, ear: Ear): { number: string | null; words: string[] } {
  const number = ear.number(q)
  return {
    number:
      /\d/.test(number) && number.length >= SHORTEST_NUMBER && number.length <= 40 ? `n:${number}` : null,
    words: [
      ...new Set(
        ear
          .plain(q)
          .split(' ')
          .filter((w) => w.length > 0),
      ),
    ].slice(0, 8),
  }
}

/** Which words of a page answer the question: their places, for marks and for the line that is shown. */
export function hitsOn(
  words: readonly string[],
  asked: { number: string | null; words: readonly string[] },
  accepted: ReadonlySet<string>,
  ear: Ear,
): number[] {
  const hits = new Set<number>()
  words.forEach((word, i) => {
    const parts = ear.plain(word).split(' ')
    if (parts.some((p) => p !== '' && (accepted.has(`w:${p}`) || ear.sounds(p).some((s) => accepted.has(s)))))
      hits.add(i)
    if (asked.number !== null) {
      let text = ''
      for (let j = i; j < Math.min(words.length, i + TOGETHER); j += 1) {
        text += ear.number(words[j] ?? '')
        if (`n:${text}` === asked.number) for (let k = i; k <= j; k += 1) hits.add(k)
      }
    }
  })
  return [...hits].sort((a, b) => a - b)
}

/** The words around the first hit, with which of them are hits. */
export function snippetOf(
  words: readonly string[],
  hits: readonly number[],
  around = 8,
): { text: string; hit: boolean }[] {
  const first = hits[0] ?? 0
  const from = Math.max(0, first - around)
  const shown: { text: string; hit: boolean }[] = []
  for (let i = from; i < Math.min(words.length, first + around * 2); i += 1) {
    const hit = hits.includes(i)
    const last = shown.at(-1)
    if (last && last.hit === hit) shown[shown.length - 1] = { text: `${last.text} ${words[i] ?? ''}`, hit }
    else shown.push({ text: words[i] ?? '', hit })
  }
  return shown
}
