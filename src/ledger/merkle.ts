/**
 * The RFC 6962 Merkle tree: pure functions over hashes. This outlives the program; format.md beside it says all of it:
 * - an entry's bytes are canonical JSON (RFC 8785), stored exactly as hashed; leaf = SHA-256(0x00 ‖ bytes);
 * - node = SHA-256(0x01 ‖ left ‖ right); a tree of n leaves splits at the largest power of two below n; the root of no
 *   leaves = SHA-256 of nothing;
 * - a complete subtree is named by (level, index): it covers leaves index·2^level … (index+1)·2^level − 1, and its hash is
 *   stored with the leaf that completed it, at position (index+1)·2^level − 1: `nodes` = its levels 1, 2 …, 32 bytes each.
 * Sizes may pass 2^31, so nothing here shifts bits; they are exact up to 2^53 − 1.
 */
import { hash } from 'node:crypto'

export interface NodeName {
  readonly level: number
  readonly index: number
}
export type Lookup = (name: NodeName) => Buffer

/** One room for what is hashed: the bytes are laid side by side in it, which is quicker than to hand them over one by one. */
let room = Buffer.alloc(4_096)

export const emptyRoot = hash('sha256', '', 'buffer')
export function leafHash(bytes: Uint8Array): Buffer {
  if (bytes.length >= room.length) room = Buffer.alloc(bytes.length * 2)
  room[0] = 0
  room.set(bytes, 1)
  return hash('sha256', room.subarray(0, bytes.length + 1), 'buffer')
}
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  room[0] = 1
  room.set(left, 1)
  room.set(right, 1 + left.length)
  return hash('sha256', room.subarray(0, 1 + left.length + right.length), 'buffer')
}

/** The largest power of two smaller than n (n > 1): where RFC 6962, 2.1 splits. */
function splitOf(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** The complete subtrees whose fold is the hash of leaves [start, start+size): largest first. `start` is a multiple of their sizes. */
function subtreesOf(start: number, size: number): NodeName[] {
  const names: NodeName[] = []
  for (let at = start, left = size; left > 0; ) {
    let level = 0
    let span = 1
    while (span * 2 <= left) {
      span *= 2
      level += 1
    }
    names.push({ level, index: at / span })
    at += span
    left -= span
  }
  return names
}

function fold(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return emptyRoot
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), hashes.at(-1) as Buffer)
}

/** The frontier of a tree of this size, largest first. */
export const nodesForRoot = (size: number): NodeName[] => subtreesOf(0, size)
export const rootOf = (frontier: readonly Buffer[]): Buffer => fold(frontier)

/** Grows a tree from its frontier; `append` answers the hashes of the subtrees (levels 1, 2 …) that the leaf completed. */
export class Appender {
  size: number
  #frontier: Buffer[]
  constructor(size: number, frontier: readonly Buffer[]) {
    this.size = size
    this.#frontier = [...frontier]
  }
  append(hash: Buffer): Buffer[] {
    const completed: Buffer[] = []
    let node = hash
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) {
      node = nodeHash(this.#frontier.pop() as Buffer, node)
      completed.push(node)
    }
    this.#frontier.push(node)
    this.size += 1
    return completed
  }
  root(): Buffer {
    return fold(this.#frontier)
  }
}

/** One hash of a proof: the fold of these subtrees. */
type Part = readonly NodeName[]

/** PATH(m, D[n]) of RFC 6962, 2.1.1. */
function inclusionParts(position: number, size: number): Part[] {
  const path = (m: number, start: number, n: number): Part[] => {
    if (n <= 1) return []
    const k = splitOf(n)
    return m < k
      ? [...path(m, start, k), subtreesOf(start + k, n - k)]
      : [...path(m - k, start + k, n - k), subtreesOf(start, k)]
  }
  return path(position, 0, size)
}

/** PROOF(m, D[n]) of RFC 6962, 2.1.2. */
function consistencyParts(older: number, newer: number): Part[] {
  const sub = (m: number, start: number, n: number, whole: boolean): Part[] => {
    if (m === n) return whole ? [] : [subtreesOf(start, n)]
    const k = splitOf(n)
    return m <= k
      ? [...sub(m, start, k, whole), subtreesOf(start + k, n - k)]
      : [...sub(m - k, start + k, n - k, false), subtreesOf(start, k)]
  }
  return older === newer || older === 0 ? [] : sub(older, 0, newer, true)
}

export const nodesForInclusion = (position: number, size: number): NodeName[] =>
  inclusionParts(position, size).flat()
export const nodesForConsistency = (older: number, newer: number): NodeName[] =>
  consistencyParts(older, newer).flat()
export const inclusionProof = (position: number, size: number, lookup: Lookup): Buffer[] =>
  inclusionParts(position, size).map((part) => fold(part.map(lookup)))
export const consistencyProof = (older: number, newer: number, lookup: Lookup): Buffer[] =>
  consistencyParts(older, newer).map((part) => fold(part.map(lookup)))

/** Exact for every safe integer, which a logarithm is not. */
function isPowerOfTwo(n: number): boolean {
  let rest = n
  while (rest > 1 && rest % 2 === 0) rest /= 2
  return rest === 1
}

/** RFC 9162, 2.1.3.2. */
export function verifyInclusion(
  leaf: Uint8Array,
  position: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!(Number.isSafeInteger(position) && Number.isSafeInteger(size)) || position < 0 || position >= size)
    return false
  let fn = position
  let sn = size - 1
  let r: Buffer = Buffer.from(leaf)
  for (const p of proof) {
    if (sn === 0 || p.length !== 32) return false
    if (fn % 2 === 1 || fn === sn) {
      r = nodeHash(p, r)
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2)
        sn = Math.floor(sn / 2)
      }
    } else r = nodeHash(r, p)
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  return sn === 0 && r.equals(root)
}

/** RFC 9162, 2.1.4.2. */
export function verifyConsistency(
  older: number,
  newer: number,
  proof: readonly Uint8Array[],
  olderRoot: Uint8Array,
  newerRoot: Uint8Array,
): boolean {
  if (!(Number.isSafeInteger(older) && Number.isSafeInteger(newer)) || older < 0 || older > newer)
    return false
  if (older === newer) return proof.length === 0 && Buffer.from(olderRoot).equals(newerRoot)
  if (older === 0) return proof.length === 0 && emptyRoot.equals(olderRoot)
  const rest = [...proof]
  if (isPowerOfTwo(older)) rest.unshift(olderRoot)
  const first = rest.shift()
  if (first?.length !== 32) return false
  let fn = older - 1
  let sn = newer - 1
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  let fr: Buffer = Buffer.from(first)
  let sr: Buffer = Buffer.from(first)
  for (const c of rest) {
    if (sn === 0 || c.length !== 32) return false
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(c, fr)
      sr = nodeHash(c, sr)
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2)
        sn = Math.floor(sn / 2)
      }
    } else sr = nodeHash(sr, c)
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  return sn === 0 && fr.equals(olderRoot) && sr.equals(newerRoot)
}
