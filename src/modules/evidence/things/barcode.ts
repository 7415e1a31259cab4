/**
 * Barcodes of things and badges of people. Outlives the program, so stated in full: two letters (`CX` a thing, `CU` a
 * person), then 12 characters of Crockford's base 32 that are the last 60 bits of the id, then one check character by
 * ISO 7064, MOD 37,36. Fifteen characters, upper case letters and figures, none of I L O U after the first two; no personal
 * value; Data Matrix ECC 200 (ISO/IEC 16022) on labels, or Code 128. Places bear their own code as it is on the door;
 * purposes bear `PURPOSE/` and the code of the list.
 */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
type Kind = 'CX' | 'CU'

export function barcodeOf(id: string, kind: Kind = 'CX'): string {
  let n = BigInt(`0x${id.replace(/-/g, '').slice(-15)}`)
  let body = ''
  for (let i = 0; i < 12; i += 1) {
    body = `${digits[Number(n & 31n)]}${body}`
    n >>= 5n
  }
  return `${kind}${body}${checkOf(`${kind}${body}`)}`
}

/** ISO 7064, MOD 37,36 (hybrid system): finds every single wrong character and nearly every exchange of two neighbours. */
export function checkOf(text: string): string {
  let p = 36
  for (const c of text) {
    const s = (p + alphabet.indexOf(c)) % 36 || 36
    p = (s * 2) % 37
  }
  return alphabet[(37 - p) % 36] ?? '0'
}

/** What a scanner or a person typed, as it would be printed: capitals, and a letter that is never used read as its figure. */
export function readBarcode(text: string, kind: Kind = 'CX'): string | null {
  const t = text.trim().toUpperCase()
  if (!/^C[XU][0-9A-Z]{13}$/.test(t) || !t.startsWith(kind)) return null
  const body = t.slice(2, 14).replace(/O/g, '0').replace(/[IL]/g, '1')
  return checkOf(`${kind}${body}`) === t[14] ? `${kind}${body}${t[14]}` : null
}

/** The last 60 bits of the id that a badge stands for, as the end of its hexadecimal form. */
export function idEndOf(barcode: string): string {
  let n = 0n
  for (const c of barcode.slice(2, 14)) n = n * 32n + BigInt(digits.indexOf(c))
  return n.toString(16).padStart(15, '0')
}

const purpose = /^PURPOSE\/([a-z0-9._-]{1,80})$/i
export const purposeCode = (code: string): string => `PURPOSE/${code.toUpperCase()}`
export const readPurpose = (text: string): string | null =>
  purpose.exec(text.trim())?.[1]?.toLowerCase() ?? null
