/** Ed25519 verification (RFC 8032, 5.1.7) for browsers that lack it. Only public values pass here, so time may tell nothing. */

const P = 2n ** 255n - 19n
const L = 2n ** 252n + 27742317777372353535851937790883648493n
const mod = (a, m = P) => ((a % m) + m) % m
function power(base, exponent) {
  let result = 1n
  for (let b = mod(base), e = exponent; e > 0n; e >>= 1n, b = mod(b * b)) if (e & 1n) result = mod(result * b)
  return result
}
const inverse = (a) => power(a, P - 2n)
const D = mod(-121665n * inverse(121666n))
const ROOT = power(2n, (P - 1n) / 4n)

const little = (bytes) => bytes.reduceRight((n, b) => (n << 8n) | BigInt(b), 0n)

/** Extended coordinates (X, Y, Z, T); undefined for bytes that are no point. */
function pointOf(bytes) {
  const all = little(bytes)
  const sign = all >> 255n
  const y = all & (2n ** 255n - 1n)
  if (y >= P) return undefined
  const square = mod((y * y - 1n) * inverse(D * y * y + 1n))
  let x = power(square, (P + 3n) / 8n)
  if (mod(x * x - square) !== 0n) x = mod(x * ROOT)
  if (mod(x * x - square) !== 0n || (x === 0n && sign === 1n)) return undefined
  if ((x & 1n) !== sign) x = P - x
  return [x, y, 1n, mod(x * y)]
}
function add([x1, y1, z1, t1], [x2, y2, z2, t2]) {
  const a = mod((y1 - x1) * (y2 - x2))
  const b = mod((y1 + x1) * (y2 + x2))
  const c = mod(2n * t1 * t2 * D)
  const d = mod(2n * z1 * z2)
  const [e, f, g, h] = [b - a, d - c, d + c, b + a]
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)]
}
function times(scalar, point) {
  let result = [0n, 1n, 1n, 0n]
  for (let p = point, s = scalar; s > 0n; s >>= 1n, p = add(p, p)) if (s & 1n) result = add(result, p)
  return result
}
const equal = (p, q) => mod(p[0] * q[2] - q[0] * p[2]) === 0n && mod(p[1] * q[2] - q[1] * p[2]) === 0n

let base
const basePoint = () => (base ??= pointOf(Uint8Array.from([0x58, ...Array.from({ length: 31 }, () => 0x66)])))

export function ed25519Verify(publicKey, message, signature) {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const a = pointOf(publicKey)
  const r = pointOf(signature.subarray(0, 32))
  const s = little(signature.subarray(32))
  if (!a || !r || s >= L) return false
  const all = new Uint8Array(64 + message.length)
  all.set(signature.subarray(0, 32))
  all.set(publicKey, 32)
  all.set(message, 64)
  return equal(times(s, basePoint()), add(r, times(mod(little(sha512(all)), L), a)))
}

const M = 2n ** 64n - 1n
/** The first 64 bits of the fractions of roots of primes (FIPS 180-4): integer roots, so that nothing is rounded. */
function integerRoot(n, k) {
  let [low, high] = [0n, 1n << BigInt(Math.ceil(n.toString(2).length / Number(k)) + 1)]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (middle ** k <= n) low = middle
    else high = middle
  }
  return low
}
const primes = []
for (let n = 2; primes.length < 80; n += 1) if (primes.every((p) => n % p !== 0)) primes.push(n)
const K512 = primes.map((p) => integerRoot(BigInt(p) << 192n, 3n) & M)
const START512 = primes.slice(0, 8).map((p) => integerRoot(BigInt(p) << 128n, 2n) & M)
const turn = (x, n) => ((x >> n) | (x << (64n - n))) & M

export function sha512(bytes) {
  const padded = new Uint8Array(Math.ceil((bytes.length + 17) / 128) * 128)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n)
  const h = [...START512]
  for (let at = 0; at < padded.length; at += 128) {
    const w = Array.from({ length: 16 }, (_, i) => view.getBigUint64(at + i * 8))
    for (let i = 16; i < 80; i += 1) {
      const s0 = turn(w[i - 15], 1n) ^ turn(w[i - 15], 8n) ^ (w[i - 15] >> 7n)
      const s1 = turn(w[i - 2], 19n) ^ turn(w[i - 2], 61n) ^ (w[i - 2] >> 6n)
      w.push((w[i - 16] + s0 + w[i - 7] + s1) & M)
    }
    let [a, b, c, d, e, f, g, k] = h
    for (let i = 0; i < 80; i += 1) {
      const t1 =
        (k + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) + ((e & f) ^ (~e & M & g)) + K512[i] + w[i]) & M
      const t2 = ((turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c))) & M
      ;[k, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & M, c, b, a, (t1 + t2) & M]
    }
    ;[a, b, c, d, e, f, g, k].forEach((x, i) => {
      h[i] = (h[i] + x) & M
    })
  }
  const out = new Uint8Array(64)
  const result = new DataView(out.buffer)
  h.forEach((x, i) => result.setBigUint64(i * 8, x))
  return out
}
