import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { Appender, type NodeName, consistencyProof, emptyRoot, inclusionProof, leafHash, nodeHash, verifyConsistency, verifyInclusion } from './merkle.ts'

/** Known answers of RFC 6962 implementations: these leaves, these roots. */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((h) => leafHash(Buffer.from(h, 'hex')))

/** The definition itself (RFC 6962, 2.1), slow on purpose. */
function mth(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return emptyRoot
  if (hashes.length === 1) return hashes[0] as Buffer
  let k = 1
  while (k * 2 < hashes.length) k *= 2
  return nodeHash(mth(hashes.slice(0, k)), mth(hashes.slice(k)))
}
const many = Array.from({ length: 70 }, (_, i) => leafHash(createHash('sha256').update(String(i)).digest()))
const lookup = ({ level, index }: NodeName): Buffer => mth(many.slice(index * 2 ** level, (index + 1) * 2 ** level))

test('roots of the known leaves', () => {
  const tree = new Appender(0, [])
  const roots = [tree.root(), ...leaves.map((l) => { tree.append(l); return tree.root() })].map((r) => r.toString('hex'))
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
