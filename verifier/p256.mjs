/** ECDSA verification over P-256 (FIPS 186-5, 6.4.2; SEC 2, 2.4.2), the same in Node and in any browser. Only public values pass here, so time may tell nothing. */

const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn
const G = [
  0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
  1n,
]
const mod = (a, m = P) => ((a % m) + m) % m
function inverse(a, m) {
  let [low, high, x, y] = [mod(a, m), m, 1n, 0n]
  while (low > 1n) {
    const q = high / low
    ;[low, high] = [high - q * low, low]
    ;[x, y] = [y - q * x, x]
  }
  return mod(x, m)
}

/** Jacobian coordinates (X, Y, Z): x = X/Z², y = Y/Z³; Z = 0 is the point at infinity. */
function doubled([x, y, z]) {
  if (z === 0n || y === 0n) return [1n, 1n, 0n]
  const yy = mod(y * y)
  const s = mod(4n * x * yy)
  const m = mod(3n * (x - z * z) * (x + z * z))
  const x3 = mod(m * m - 2n * s)
  return [x3, mod(m * (s - x3) - 8n * yy * yy), mod(2n * y * z)]
}
function add(p, q) {
  if (p[2] === 0n) return q
  if (q[2] === 0n) return p
  const [pp, qq] = [mod(p[2] * p[2]), mod(q[2] * q[2])]
  const [u1, u2] = [mod(p[0] * qq), mod(q[0] * pp)]
  const [s1, s2] = [mod(p[1] * qq * q[2]), mod(q[1] * pp * p[2])]
  if (u1 === u2) return s1 === s2 ? doubled(p) : [1n, 1n, 0n]
  const [h, r] = [mod(u2 - u1), mod(s2 - s1)]
  const hh = mod(h * h)
  const hhh = mod(h * hh)
  const v = mod(u1 * hh)
  const x3 = mod(r * r - hhh - 2n * v)
  return [x3, mod(r * (v - x3) - s1 * hhh), mod(h * p[2] * q[2])]
}
/** a·G + b·Q in one walk. */
function combined(a, b, q) {
  const both = add(G, q)
  let result = [1n, 1n, 0n]
  for (let i = 255n; i >= 0n; i -= 1n) {
    result = doubled(result)
    const [x, y] = [(a >> i) & 1n, (b >> i) & 1n]
    if (x && y) result = add(result, both)
    else if (x) result = add(result, G)
    else if (y) result = add(result, q)
  }
  return result
}

function big(bytes) {
  let n = 0n
  for (const b of bytes) n = n * 256n + BigInt(b)
  return n
}

/** `publicKey`: 65 bytes, 04 ‖ x ‖ y; `digest`: 32 bytes; `r`, `s`: their bytes as unsigned numbers. */
export function p256Verify(publicKey, digest, r, s) {
  if (publicKey.length !== 65 || publicKey[0] !== 4 || digest.length !== 32) return false
  const [x, y] = [big(publicKey.subarray(1, 33)), big(publicKey.subarray(33))]
  if (x >= P || y >= P || mod(y * y - x * x * x + 3n * x - B) !== 0n) return false
  const [R, S] = [big(r), big(s)]
  if (R < 1n || R >= N || S < 1n || S >= N) return false
  const w = inverse(S, N)
  const [X, , Z] = combined(mod(big(digest) * w, N), mod(R * w, N), [x, y, 1n])
  if (Z === 0n) return false
  const z = inverse(Z, P)
  return mod(mod(X * z * z), N) === R
}
