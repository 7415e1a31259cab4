/** Codes that are read out or typed from paper: Crockford's base 32, in groups of four; misread letters are read right. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** Five bits a letter. */
export function newCode(random: (count: number) => Buffer, letters: number): string {
  const bare = [...random(letters)].map((b) => LETTERS[b % LETTERS.length]).join('')
  return bare.replace(/(.{4})(?=.)/g, '$1-')
}
export const readCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')
