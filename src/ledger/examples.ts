/** A made log for tests and measurements: entries with chains and covered rows, signed heads, an export of them, proofs. */
import { type KeyObject, createPrivateKey, createPublicKey } from 'node:crypto'
import { canonical } from '#kernel/canonical.ts'
import { digestOf } from '#platform/covered.ts'
import { Appender, type NodeName, inclusionProof, leafHash, nodesForRoot, rootOf } from './merkle.ts'
import { encodeVkey, signCheckpoint } from './note.ts'
import { writeProof } from './proof-file.ts'

export interface MadeLog {
  readonly vkey: string
  readonly privateKey: KeyObject
  /** The export, one line each without its newline. */
  readonly lines: string[]
  readonly leaves: string[]
  readonly head: (size: number) => string
  readonly proof: (position: number, size: number) => string
}

export const uuidOf = (n: number): string => `0198a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export function madeKey(
  seed: number,
  name: string,
  algorithm: 1 | 4 = 1,
): { vkey: string; privateKey: KeyObject } {
  const privateKey = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)
  return { privateKey, vkey: encodeVkey(name, publicKey, algorithm) }
}

/** `tell` may change an entry before it is written: for logs that lie from the beginning. */
export function madeLog(options: {
  entries: number
  subjects?: number
  headEvery?: number
  seed?: number
  tell?: (entry: Record<string, unknown>, n: number) => void
}): MadeLog {
  const subjects = options.subjects ?? Math.ceil(options.entries / 5)
  const key = madeKey(options.seed ?? 1, 'custodia.log/made')
  const chains = new Map<string, { seq: number; hash: string }>()
  const [leaves, rows]: [string[], string[]] = [[], []]
  const nodes = new Map<string, Buffer>()
  const tree = new Appender(0, [])
  for (let n = 0; n < options.entries; n += 1) {
    const subject = `evidence.item/${uuidOf(1_000_000 + (n % subjects))}`
    const chain = chains.get(subject) ?? { seq: 0, hash: null }
    const columns = {
      id: uuidOf(2_000_000 + n),
      entry: uuidOf(n),
      note: `Ñandú ${n} \u001f "x"`,
      weight: '1.50',
      recorded_at: '2026-03-02T14:05:09.120Z',
    }
    const entry: Record<string, unknown> = {
      v: 1,
      id: uuidOf(n),
      action: 'evidence.hand-over',
      subject,
      seq: chain.seq + 1,
      prev: chain.hash,
      root: uuidOf(3_000_000),
      actor: { kind: 'person', id: uuidOf(7) },
      behalf: null,
      act: uuidOf(4_000_000 + n),
      occurredAt: '2026-03-02T14:05:09.120Z',
      recordedAt: '2026-03-02T14:05:09.120Z',
      reason: n % 3 === 0 ? 'Entregado en la mañana' : null,
      facts: { to: uuidOf(9), count: n },
      rows: [{ table: 'evidence.custody_event', id: columns.id, digest: digestOf(columns) }],
    }
    options.tell?.(entry, n)
    const leaf = canonical(entry as never)
    const hash = leafHash(Buffer.from(leaf))
    chains.set(subject, { seq: entry.seq as number, hash: hash.toString('hex') })
    leaves.push(leaf)
    rows.push(JSON.stringify({ row: { table: 'evidence.custody_event', id: columns.id, columns } }))
    nodes.set(`0/${n}`, hash)
    tree.append(hash).forEach((node, i) => nodes.set(`${i + 1}/${(n + 1) / 2 ** (i + 1) - 1}`, node))
  }
  const lookup = ({ level, index }: NodeName): Buffer => nodes.get(`${level}/${index}`) as Buffer
  const head = (size: number): string =>
    signCheckpoint({ origin: 'custodia.log/made', size, root: rootOf(nodesForRoot(size).map(lookup)) }, key)
  const heads = Array.from(
    { length: Math.floor((options.entries - 1) / (options.headEvery ?? 10)) },
    (_, i) => head((i + 1) * (options.headEvery ?? 10)),
  )
  const lines = [
    JSON.stringify({
      custodia: 'export/1',
      origin: 'custodia.log/made',
      treeSize: options.entries,
      root: tree.root().toString('hex'),
      vkey: key.vkey,
      rows: true,
    }),
    ...leaves.map((leaf, position) => JSON.stringify({ leaf, position })),
    ...rows,
    ...[...heads, head(options.entries)].map((checkpoint) => JSON.stringify({ checkpoint })),
  ]
  const proof = (position: number, size: number): string =>
    writeProof({
      index: position,
      hashes: inclusionProof(position, size, lookup),
      checkpoint: head(size),
      extra: Buffer.from(leaves[position] as string),
    })
  return { ...key, lines, leaves, head, proof }
}
