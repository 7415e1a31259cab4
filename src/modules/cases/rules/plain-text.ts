/** Numbers and names without what writers differ in: punctuation, case, accents; pure. */

/** A number of any office: letters and digits only, upper case; `ABC-2026-00417`, `abc 2026/00417` and a barcode are one. */
export function normaliseNumber(text: string): string {
  return withoutMarks(text)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** A name or a title: lower case, without accents, words apart by one space; an apostrophe joins (Q'eq becomes qeq). */
export function normaliseName(text: string): string {
  return withoutMarks(text)
    .toLowerCase()
    .replace(/['’ʼ`´]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[ßẞ]/gu, 'ss').replace(/[øØ]/gu, 'o')
}
