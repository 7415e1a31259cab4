/**
 * Barcodes of things. Outlives the program, so stated in full: `CX`, then 12 characters of Crockford's base 32 that are the
 * last 60 bits of the thing's id, then one check character by ISO 7064, MOD 37,36. Fifteen characters, upper case letters
 * and figures, none of I L O U; no personal value; Data Matrix ECC 200 (ISO/IEC 16022) on labels, or Code 128.
 */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export function barcodeOf(id: string): string {
  let n = BigInt(`0x${id.replace(/-/g, '').slice(-15)}`)
  let body = ''
  for (let i = 0; i < 12; i += 1) {
    body = `${digits[Number(n & 31n)]}${body}`
    n >>= 5n
  }
  return `CX${body}${checkOf(`CX${body}`)}`
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
export function readBarcode(text: string): string | null {
  const t = text.trim().toUpperCase()
  if (!/^CX[0-9A-Z]{13}$/.test(t)) return null
  const body = t.slice(2, 14).replace(/O/g, '0').replace(/[IL]/g, '1')
  return checkOf(`CX${body}`) === t[14] ? `CX${body}${t[14]}` : null
}
