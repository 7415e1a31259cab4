/** A proof file reads back as written, and no changed byte of it proves anything. */
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { expect, test } from 'vitest'
import { Appender, type NodeName, inclusionProof, leafHash, verifyInclusion } from './merkle.ts'
import { encodeVkey, signCheckpoint, verifyNote } from './note.ts'
import { readProof, writeProof } from './proof-file.ts'

const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]),
  format: 'der',
  type: 'pkcs8',
})
const vkey = encodeVkey(
  'custodia.log/test',
  createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32),
)
const leaves = Array.from({ length: 21 }, (_, i) => Buffer.from(`{"entry":${i}}`))
const nodes = new Map<string, Buffer>()
const tree = new Appender(0, [])
leaves.forEach((leaf, position) => {
  nodes.set(`0/${position}`, leafHash(leaf))
  tree
    .append(leafHash(leaf))
    .forEach((hash, i) => nodes.set(`${i + 1}/${(position + 1) / 2 ** (i + 1) - 1}`, hash))
})
const lookup = ({ level, index }: NodeName): Buffer => nodes.get(`${level}/${index}`) as Buffer
const checkpoint = signCheckpoint(
  { origin: 'custodia.log/test', size: 21, root: tree.root() },
  { vkey, privateKey },
)
const text = writeProof({
  index: 9,
  hashes: inclusionProof(9, 21, lookup),
  checkpoint,
  extra: leaves[9] as Buffer,
})

function proves(file: string): boolean {
  const proof = readProof(file)
  const head = proof && verifyNote(proof.checkpoint, vkey)
  return (
    proof !== undefined &&
    head?.ok === true &&
    verifyInclusion(
      leafHash(proof.extra),
      proof.index,
      head.checkpoint.size,
      proof.hashes,
      head.checkpoint.root,
    )
  )
}

test('reads back as written', () => {
  expect(text.startsWith('c2sp.org/tlog-proof@v1\nextra ')).toBe(true)
  expect(readProof(text)).toEqual({
    index: 9,
    hashes: inclusionProof(9, 21, lookup),
    checkpoint,
    extra: leaves[9],
  })
  expect(proves(text)).toBe(true)
})

test('a proof of a tree of one leaf has no hashes', () => {
  const alone = leafHash(Buffer.from('x'))
  const one = writeProof({
    index: 0,
    hashes: [],
    checkpoint: signCheckpoint({ origin: 'custodia.log/test', size: 1, root: alone }, { vkey, privateKey }),
    extra: Buffer.from('x'),
  })
  expect(proves(one)).toBe(true)
})

test('every changed byte is refused: each place, 25 other bytes', () => {
  const bytes = Buffer.from(text)
  let tried = 0
  for (let i = 0; i < bytes.length; i += 1) {
    for (let k = 1; k <= 25; k += 1) {
      const bent = Buffer.from(bytes)
      bent[i] = (bent[i] as number) ^ (k * 10 + 1)
      if (bent.equals(bytes)) continue
      expect(proves(bent.toString('utf8')), `byte ${i}`).toBe(false)
      tried += 1
    }
  }
  expect(tried).toBeGreaterThan(10_000)
})
