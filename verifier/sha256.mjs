/** SHA-256 (FIPS 180-4) without help from the machine: a browser's own is asynchronous and far slower for a million small pieces. */

const K = new Uint32Array(64)
const START = new Uint32Array(8)
const fraction = (x) => Math.floor((x - Math.floor(x)) * 2 ** 32)
for (let n = 2, found = 0; found < 64; n += 1) {
  let prime = true
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false
  if (!prime) continue
  if (found < 8) START[found] = fraction(Math.sqrt(n))
  K[found] = fraction(Math.cbrt(n))
  found += 1
}

const W = new Uint32Array(64)

function compress(h, bytes, at) {
  for (let i = 0, p = at; i < 16; i += 1, p += 4)
    W[i] = (bytes[p] << 24) | (bytes[p + 1] << 16) | (bytes[p + 2] << 8) | bytes[p + 3]
  for (let i = 16; i < 64; i += 1) {
    const x = W[i - 15]
    const y = W[i - 2]
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    W[i] = (W[i - 16] + s0 + W[i - 7] + s1) | 0
  }
  let [a, b, c, d, e, f, g, k] = h
  for (let i = 0; i < 64; i += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (k + s1 + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    k = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  const add = [a, b, c, d, e, f, g, k]
  for (let i = 0; i < 8; i += 1) h[i] = (h[i] + add[i]) | 0
}

export function sha256(bytes) {
  const h = Uint32Array.from(START)
  const whole = bytes.length - (bytes.length % 64)
  for (let at = 0; at < whole; at += 64) compress(h, bytes, at)
  const rest = bytes.length - whole
  const tail = new Uint8Array(rest < 56 ? 64 : 128)
  tail.set(bytes.subarray(whole))
  tail[rest] = 0x80
  const view = new DataView(tail.buffer)
  view.setUint32(tail.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(tail.length - 4, (bytes.length * 8) % 2 ** 32)
  for (let at = 0; at < tail.length; at += 64) compress(h, tail, at)
  const out = new Uint8Array(32)
  const result = new DataView(out.buffer)
  h.forEach((word, i) => result.setUint32(i * 4, word))
  return out
}
