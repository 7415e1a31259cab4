/**
 * Labels printed before there is a thing. A barcode of a thing is `CX`, twelve characters of Crockford's base 32 that are the last
 * 60 bits of its id, and a check character (evidence/barcode.ts): so a thing that takes a printed label takes an id that ends so.
 */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `fresh` is a new UUIDv7; the time in front stays, the 60 bits behind are the label's. Undefined for what is no label. */
export function idOfLabel(fresh: string, code: string): string | undefined {
  const t = code.trim().toUpperCase()
  if (!/^CX[0-9A-HJKMNP-TV-Z]{12}[0-9A-Z]$/.test(t)) return undefined
  let end = 0n
  for (const c of t.slice(2, 14)) end = end * 32n + BigInt(digits.indexOf(c))
  const hex = `${fresh.replaceAll('-', '').slice(0, 17)}${end.toString(16).padStart(15, '0')}`
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
