/** The tree gives the roots and proofs of RFC 6962, and no changed proof is believed. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  Appender,
  type NodeName,
  consistencyProof,
  emptyRoot,
  inclusionProof,
  leafHash,
  nodeHash,
  nodesForRoot,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts'

/** Known answers of RFC 6962 implementations: these leaves, these roots. */
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((h) => leafHash(Buffer.from(h, 'hex')))

/** The definition itself (RFC 6962, 2.1), slow on purpose. */
function mth(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return emptyRoot
  if (hashes.length === 1) return hashes[0] as Buffer
  let k = 1
  while (k * 2 < hashes.length) k *= 2
  return nodeHash(mth(hashes.slice(0, k)), mth(hashes.slice(k)))
}
const many = Array.from({ length: 70 }, (_, i) => leafHash(createHash('sha256').update(String(i)).digest()))
const lookup = ({ level, index }: NodeName): Buffer =>
  mth(many.slice(index * 2 ** level, (index + 1) * 2 ** level))

test('roots of the known leaves', () => {
  const tree = new Appender(0, [])
  const roots = [
    tree.root(),
    ...leaves.map((l) => {
      tree.append(l)
      return tree.root()
    }),
  ].map((r) => r.toString('hex'))
  expect(roots[0]).toMatch(/^e3b0c442.*b855$/)
  expect(roots[1]).toMatch(/^6e340b9c.*afa01d$/)
  expect(roots[2]).toMatch(/^fac54203.*e3c125$/)
  expect(roots[3]).toMatch(/^aeb6bcfe.*6e77$/)
  expect(roots[8]).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
})

test('what a leaf completes is what the definition says', () => {
  const tree = new Appender(0, [])
  many.forEach((leaf, position) => {
    tree.append(leaf).forEach((hash, i) => {
      const level = i + 1
      expect(hash).toEqual(lookup({ level, index: (position + 1) / 2 ** level - 1 }))
    })
    expect(tree.root()).toEqual(mth(many.slice(0, position + 1)))
  })
})

test('every inclusion and consistency proof up to 70 leaves verifies, and none of the altered ones', () => {
  let proofs = 0
  for (let n = 1; n <= 70; n += 1) {
    const root = mth(many.slice(0, n))
    for (let m = 0; m < n; m += 1) {
      const proof = inclusionProof(m, n, lookup)
      expect(verifyInclusion(many[m] as Buffer, m, n, proof, root)).toBe(true)
      expect(verifyInclusion(many[(m + 1) % 70] as Buffer, m, n, proof, root)).toBe(false)
      if (proof.length > 0) expect(verifyInclusion(many[m] as Buffer, m, n, proof.slice(1), root)).toBe(false)
      const older = mth(many.slice(0, m))
      const path = consistencyProof(m, n, lookup)
      expect(verifyConsistency(m, n, path, older, root)).toBe(true)
      if (m > 0) expect(verifyConsistency(m, n, path, many[0] as Buffer, nodeHash(root, root))).toBe(false)
      if (path.length > 0) expect(verifyConsistency(m, n, path.slice(0, -1), older, root)).toBe(false)
      proofs += 2
    }
  }
  expect(proofs).toBe(70 * 71)
})

/** A proof and one thing changed in it: a bit of a hash, a hash lost, doubled or added, another place, another size. */
const change = fc.oneof(
  fc.record({ kind: fc.constant('bit' as const), at: fc.nat(), bit: fc.nat(255) }),
  fc.record({ kind: fc.constantFrom('lost' as const, 'doubled' as const, 'swapped' as const), at: fc.nat() }),
  fc.record({
    kind: fc.constant('added' as const),
    at: fc.nat(),
    bytes: fc.uint8Array({ minLength: 0, maxLength: 40 }),
  }),
  fc.record({ kind: fc.constant('short' as const), at: fc.nat() }),
)
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never

function changed(proof: readonly Buffer[], how: Change): Buffer[] {
  const all = proof.map((h) => Buffer.from(h))
  const at = all.length === 0 ? 0 : how.at % all.length
  const hash = all[at]
  if (how.kind === 'added') return [...all.slice(0, at), Buffer.from(how.bytes), ...all.slice(at)]
  if (!hash) return [Buffer.alloc(32)]
  if (how.kind === 'bit')
    hash[Math.floor(how.bit / 8)] = (hash[Math.floor(how.bit / 8)] as number) ^ (1 << (how.bit % 8))
  else if (how.kind === 'lost') all.splice(at, 1)
  else if (how.kind === 'doubled') all.splice(at, 0, hash)
  else if (how.kind === 'short') all[at] = hash.subarray(1)
  else all.reverse()
  return all
}
const same = (a: readonly Buffer[], b: readonly Buffer[]): boolean =>
  a.length === b.length && a.every((h, i) => h.equals(b[i] as Buffer))

test('10,000 changed inclusion proofs and 10,000 changed consistency proofs are all refused', () => {
  let refused = 0
  const sizes = fc.record({ n: fc.integer({ min: 1, max: 70 }), m: fc.nat(69) })
  fc.assert(
    fc.property(sizes, change, ({ n, m }, how) => {
      const [place, older, root] = [m % n, 1 + (m % n), mth(many.slice(0, n))]
      const inclusion = inclusionProof(place, n, lookup)
      const altered = changed(inclusion, how)
      if (!same(inclusion, altered)) {
        expect(verifyInclusion(many[place] as Buffer, place, n, altered, root)).toBe(false)
        refused += 1
      }
      const path = consistencyProof(older, n, lookup)
      const bent = changed(path, how)
      if (!same(path, bent)) {
        expect(verifyConsistency(older, n, bent, mth(many.slice(0, older)), root)).toBe(false)
        refused += 1
      }
    }),
    { numRuns: 11_000, seed: 6962 },
  )
  expect(refused).toBeGreaterThan(20_000)
})

test('a proof holds for one leaf at one place in one tree', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 70 }),
      fc.nat(69),
      fc.nat(69),
      fc.integer({ min: 2, max: 70 }),
      (n, m, other, size) => {
        const place = m % n
        const proof = inclusionProof(place, n, lookup)
        const root = mth(many.slice(0, n))
        if (other !== place) expect(verifyInclusion(many[place] as Buffer, other, n, proof, root)).toBe(false)
        // Another size may have the same path, but never the same root.
        if (size !== n)
          expect(verifyInclusion(many[place] as Buffer, place, n, proof, mth(many.slice(0, size)))).toBe(
            false,
          )
        // An older tree that is not the beginning of the newer one.
        const forged = nodeHash(mth(many.slice(0, n)), many[0] as Buffer)
        expect(
          verifyConsistency(
            1 + place,
            n + 1,
            consistencyProof(1 + place, Math.min(n + 1, 70), lookup),
            forged,
            mth(many.slice(0, Math.min(n + 1, 70))),
          ),
        ).toBe(false)
      },
    ),
    { numRuns: 3_000, seed: 9162 },
  )
})

test('sizes past 2^31 and next to powers of two up to 2^52 keep their proofs', () => {
  // Every leaf is the same, so that each complete subtree of a level has one hash and a tree of 2^52 leaves fits in a table.
  const level: Buffer[] = [leafHash(Buffer.from('x'))]
  while (level.length < 53) level.push(nodeHash(level.at(-1) as Buffer, level.at(-1) as Buffer))
  const sameEverywhere = (name: NodeName): Buffer => level[name.level] as Buffer
  const sizes = [31, 32, 33, 49, 51].flatMap((k) => [2 ** k - 1, 2 ** k, 2 ** k + 1, 2 ** k + 12345])
  let proofs = 0
  for (const n of sizes) {
    const root = rootOf(nodesForRoot(n).map(sameEverywhere))
    for (const m of [0, 1, 2 ** 31 - 1, 2 ** 31, n - 1].filter((p) => p < n)) {
      const proof = inclusionProof(m, n, sameEverywhere)
      expect(verifyInclusion(level[0] as Buffer, m, n, proof, root)).toBe(true)
      expect(verifyInclusion(level[1] as Buffer, m, n, proof, root)).toBe(false)
      proofs += 1
    }
    for (const m of sizes.filter((s) => s < n)) {
      const older = rootOf(nodesForRoot(m).map(sameEverywhere))
      expect(verifyConsistency(m, n, consistencyProof(m, n, sameEverywhere), older, root)).toBe(true)
      expect(verifyConsistency(m, n, consistencyProof(m, n, sameEverywhere).slice(1), older, root)).toBe(
        false,
      )
      proofs += 1
    }
  }
  expect(proofs).toBeGreaterThan(250)
})

test('nonsense sizes are refused, not computed with', () => {
  const root = many[0] as Buffer
  for (const size of [-1, 0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(verifyInclusion(root, 0, size, [], root)).toBe(false)
    expect(verifyConsistency(1, size, [], root, root)).toBe(false)
  }
  expect(verifyConsistency(0, 3, [], root, root)).toBe(false)
  expect(verifyConsistency(3, 2, [], root, root)).toBe(false)
})
