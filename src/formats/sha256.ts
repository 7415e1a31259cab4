/** SHA-256 (FIPS 180-4) in plain arithmetic, because choosing units must give the same answer, at once, in a browser and on a server. */

const PRIMES: readonly number[] = firstPrimes(64)
const K = Uint32Array.from(PRIMES, (p) => fraction(Math.cbrt(p)))
const H = Uint32Array.from(PRIMES.slice(0, 8), (p) => fraction(Math.sqrt(p)))

/** 4.2.2 and 5.3.3: the constants are the first 32 bits of the fractional parts of roots of the first primes. */
function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 4_294_967_296)
}
function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n += 1) if (primes.every((p) => n % p !== 0)) primes.push(n)
  return primes
}
const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by))

/** Lower-case hexadecimal digest of the UTF-8 form of a text. */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const padded = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 536_870_912))
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0)
  const state = Uint32Array.from(H)
  const w = new Uint32Array(64)
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i += 1) w[i] = view.getUint32(at + i * 4)
    compress(state, w)
  }
  return [...state].map((x) => x.toString(16).padStart(8, '0')).join('')
}

function compress(state: Uint32Array, w: Uint32Array): void {
  const at = (list: Uint32Array, i: number): number => list[i] as number
  for (let i = 16; i < 64; i += 1) {
    const a = at(w, i - 15)
    const b = at(w, i - 2)
    w[i] =
      at(w, i - 16) +
      (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) +
      at(w, i - 7) +
      (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  for (let i = 0; i < 64; i += 1) {
    const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + at(K, i) + at(w, i)) | 0
    const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  const after = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i += 1) state[i] = at(state, i) + (after[i] as number)
}
