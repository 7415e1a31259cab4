/**
 * Whether a text can go on paper at all, judged before and after typesetting. Here, because what is refused is a person's
 * text, and the refusal has to name the character and the place; the typesetter's own message names neither well.
 */
import { Refusal } from '#kernel/verdict.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * Characters that are never printed: controls other than tab and line end, and the marks that reorder text for the eye
 * (Unicode TR 9): with U+202E a certificate can be made to read otherwise than its machine-readable twin.
 */
const invisible =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u

/** “U+16D2”. */
export function codePointOf(character: string): string {
  const point = character.codePointAt(0) ?? 0
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
}

/**
 * The data as they go to the typesetter: composed (NFC: the same text, and the form that typefaces have), line ends as
 * one character, the saltillo as an apostrophe, checked. Throws Refusal `document-character-refused` or `document-text-broken`.
 */
export function printable(data: Json): Json {
  return walk(data, '')
}

function walk(value: Json, where: string): Json {
  if (typeof value === 'string') return cleaned(value, where)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((entry: Json, at) => walk(entry, `${where}[${at + 1}]`))
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      walk(entry as Json, where === '' ? key : `${where}.${key}`),
    ]),
  )
}

function cleaned(text: string, where: string): string {
  if (!text.isWellFormed()) throw new Refusal('invalid', 'document-text-broken', { values: { where } })
  const bad = invisible.exec(text)
  if (bad) {
    throw new Refusal('invalid', 'document-character-refused', {
      values: { code: codePointOf(bad[0]), where },
      next: 'document-character-next',
    })
  }
  // The saltillo of Maya and other names is drawn like the modifier apostrophe, which the typefaces have.
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\ua78b\ua78c]/g, '\u02bc')
    .normalize('NFC')
}

/** The refusal for a character that the typeface lacks; `where` is the first place of the data that holds it. */
export function characterMissing(character: string, data: Json): Refusal {
  return new Refusal('invalid', 'document-character-missing', {
    values: { character, code: codePointOf(character), where: whereIs(character, data, '') ?? '—' },
    next: 'document-character-next',
  })
}

function whereIs(character: string, value: Json, where: string): string | undefined {
  if (typeof value === 'string') return value.includes(character) ? where : undefined
  if (value === null || typeof value !== 'object') return undefined
  const entries: [string, Json][] = Array.isArray(value)
    ? value.map((entry: Json, at): [string, Json] => [`${where}[${at + 1}]`, entry])
    : Object.entries(value).map(([key, entry]) => [where === '' ? key : `${where}.${key}`, entry as Json])
  for (const [path, entry] of entries) {
    const found = whereIs(character, entry, path)
    if (found !== undefined) return found
  }
  return undefined
}
