/** What is searched by: numbers and names in their plain form, names by their sounds as well. */
import { doubleMetaphone } from 'double-metaphone'
import { normaliseName, normaliseNumber } from './rules/plain-text.ts'

/**
 * The sounds of one word of a name, for English and for Spanish ears: a word that shares one of them sounds alike.
 * `e:` double metaphone (Philips 2000), `s:` our Spanish rules below. Words with figures or of one letter have no sound.
 */
export function soundsOf(word: string): readonly string[] {
  let sounds = heard.get(word)
  if (!sounds) {
    // Names repeat: an import of a whole register asks for the same few thousand words again and again.
    if (heard.size > 20_000) heard.clear()
    heard.set(word, (sounds = listen(word)))
  }
  return sounds
}
const heard = new Map<string, readonly string[]>()

function listen(word: string): string[] {
  const plain = normaliseName(word).replace(/ /g, '')
  if (plain.length < 2 || !/^[a-z]+$/.test(plain)) return []
  // Not every speller of “catch” and “Ussher” is known to double metaphone.
  const [first, second] = doubleMetaphone(plain.replace(/tch/g, 'ch').replace(/ss+h/g, 'sh'))
  const keys = new Set([`e:${first}`, `e:${second}`, ...spellings(plain).map((w) => `s:${spanishSound(w)}`)])
  keys.delete('e:')
  return [...keys]
}

/** One word as different ears write it down. */
function spellings(plain: string): string[] {
  const all = [plain]
  // English ears write a Spanish j as h (Himénez, Hosé); Spanish ears do not hear an h at all.
  if (/^h[aeiou]/.test(plain)) all.push(`j${plain.slice(1)}`)
  // German and Hebrew names keep their j as y: Jakob, Joseph.
  if (plain.startsWith('j')) all.push(`y${plain.slice(1)}`)
  // An x is sh in Mayan languages (Xol, Tux, Ixim), and s or j in Spanish.
  if (plain.includes('x')) all.push(plain.replace(/x/g, 'sh'))
  return all
}

/** All sounds of a whole name. */
export function soundsOfName(name: string): string[] {
  return [...new Set(normaliseName(name).split(' ').flatMap(soundsOf))]
}

/**
 * Spanish spelling by sound as spoken in Central America: h is mute; b and v, s and z and soft c, ll and y, soft g, j and x
 * at the head, qu and k and hard c each sound as one; gu before e and i is hard g; doubled letters count once.
 * Maya spellings follow: tz sounds as s here, and a k before another consonant stays.
 */
export function spanishSound(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/kh/g, 'k')
    .replace(/tch/g, 'ch')
    .replace(/ss+h/g, 'sh')
    .replace(/^es(?=[bcdfgklmnpqrtvz])/, 's') // no Spanish word begins with s and a consonant: Espat is Spat
    .replace(/tz/g, 's')
    .replace(/^x/, 'j')
    .replace(/x/g, 's')
    .replace(/ch/g, '1') // kept apart from c and h
    .replace(/sh/g, '1')
    .replace(/h/g, '')
    .replace(/w/g, 'u')
    .replace(/v/g, 'b')
    .replace(/ll/g, 'y')
    .replace(/qu(?=[eiy])/g, 'k')
    .replace(/q/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ck|c/g, 'k')
    .replace(/z/g, 's')
    .replace(/gu(?=[eiy])/g, '2')
    .replace(/g(?=[eiy])/g, 'j')
    .replace(/2/g, 'g')
    .replace(/y$/g, 'i')
    .replace(/^y(?=[aeou])/g, 'y')
    .replace(/(.)\1+/g, '$1')
}

export type HandleClass = 'number' | 'name' | 'text'

/** What a kind of handle is compared by; everything that is not a name or running text is a number. */
export function classOf(kind: string): HandleClass {
  if (kind === 'name' || kind.endsWith('-name')) return 'name'
  if (kind === 'title' || kind === 'text' || kind.endsWith('-text')) return 'text'
  return 'number'
}

export function normalisedFor(
  kind: string,
  text: string,
): { class: HandleClass; normalised: string; phonetic: string[] | null } {
  const cls = classOf(kind)
  if (cls === 'number') return { class: cls, normalised: normaliseNumber(text), phonetic: null }
  return { class: cls, normalised: normaliseName(text), phonetic: cls === 'name' ? soundsOfName(text) : null }
}
