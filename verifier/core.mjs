/**
 * The ground of the stand-alone verifier, the second implementation of the ledger's format (../src/ledger/format.md): canonical
 * JSON, the RFC 6962 tree, signed notes, proofs, entries. It imports nothing, and runs on Node 20 and in a browser alike.
 * `tools` = { sha256(bytes), sha256Text(string), ed25519(publicKey, message, signature) → may be a promise }.
 */

const encoder = new TextEncoder()
export const bytesOf = (text) => encoder.encode(text)
/** Throws where the bytes are not UTF-8. */
export const textOf = (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'))
export function hex(bytes) {
  let out = ''
  for (let i = 0; i < bytes.length; i += 1) out += HEX[bytes[i]]
  return out
}
/** Whether the text is these bytes in hex. */
export function isHexOf(text, bytes) {
  if (typeof text !== 'string' || text.length !== 2 * bytes.length) return false
  for (let i = 0; i < bytes.length; i += 1) {
    const two = HEX[bytes[i]]
    if (two.charCodeAt(0) !== text.charCodeAt(2 * i) || two.charCodeAt(1) !== text.charCodeAt(2 * i + 1))
      return false
  }
  return true
}
/** Undefined where the text is not the one base64 form of its bytes. */
export function exactBase64(text) {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined
  let binary
  try {
    binary = atob(text)
  } catch {
    return undefined
  }
  return btoa(binary) === text ? Uint8Array.from(binary, (c) => c.charCodeAt(0)) : undefined
}
export function same(a, b) {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false
  return true
}
export function joined(...parts) {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/** RFC 8785: members sorted by UTF-16 code units, no white space, strings and numbers as ECMAScript writes them. */
export function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const keys = Object.keys(value).sort()
  return `{${keys.map((k) => `${JSON.stringify(k)}:${canonical(value[k])}`).join(',')}}`
}

const pair = new Uint8Array(65)
pair[0] = 1
export function nodeHash(tools, left, right) {
  pair.set(left, 1)
  pair.set(right, 33)
  return tools.sha256(pair)
}
/** U+0000 is the byte 0x00 in UTF-8: the leaf's prefix. */
export const leafHash = (tools, leafText) => tools.sha256Text(`\u0000${leafText}`)

/** Grows leaf by leaf and knows its root. */
export class Tree {
  constructor(tools) {
    this.tools = tools
    this.size = 0
    this.frontier = []
  }
  append(leaf) {
    let node = leaf
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2)
      node = nodeHash(this.tools, this.frontier.pop(), node)
    this.frontier.push(node)
    this.size += 1
  }
  root() {
    if (this.size === 0) return this.tools.sha256(new Uint8Array(0))
    let node = this.frontier[this.frontier.length - 1]
    for (let i = this.frontier.length - 2; i >= 0; i -= 1) node = nodeHash(this.tools, this.frontier[i], node)
    return node
  }
}

/** RFC 9162, 2.1.3.2. Sizes may pass 2^31, so nothing shifts bits. */
export function verifyInclusion(tools, leaf, index, size, proof, root) {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  let [fn, sn, node] = [index, size - 1, leaf]
  const up = () => {
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  for (const hash of proof) {
    if (sn === 0 || hash.length !== 32) return false
    if (fn % 2 === 1 || fn === sn) {
      node = nodeHash(tools, hash, node)
      while (fn % 2 === 0 && fn !== 0) up()
    } else node = nodeHash(tools, node, hash)
    up()
  }
  return sn === 0 && same(node, root)
}

/** RFC 9162, 2.1.4.2; both sizes above 0. */
export function verifyConsistency(tools, older, newer, proof, olderRoot, newerRoot) {
  if (!Number.isSafeInteger(older) || !Number.isSafeInteger(newer) || older < 1 || older > newer) return false
  if (older === newer) return proof.length === 0 && same(olderRoot, newerRoot)
  let power = older
  while (power > 1 && power % 2 === 0) power /= 2
  const path = power === 1 ? [olderRoot, ...proof] : [...proof]
  if (path.length === 0 || path.some((hash) => hash.length !== 32)) return false
  let [fn, sn] = [older - 1, newer - 1]
  const up = () => {
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  while (fn % 2 === 1) up()
  let [first, second] = [path[0], path[0]]
  for (const hash of path.slice(1)) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      first = nodeHash(tools, hash, first)
      second = nodeHash(tools, hash, second)
      while (fn % 2 === 0 && fn !== 0) up()
    } else second = nodeHash(tools, second, hash)
    up()
  }
  return sn === 0 && same(first, olderRoot) && same(second, newerRoot)
}

export const LOG = 1
export const WITNESS = 4

export function keyId(tools, name, algorithm, publicKey) {
  return tools.sha256(joined(bytesOf(`${name}\n`), Uint8Array.of(algorithm), publicKey)).slice(0, 4)
}
/** name+key id+base64(algorithm ‖ public key); the id is held against name and key, so neither can be exchanged alone. */
export function parseVkey(tools, vkey) {
  const m = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(vkey.trim())
  const bytes = m ? exactBase64(m[3]) : undefined
  if (bytes?.length !== 33 || (bytes[0] !== LOG && bytes[0] !== WITNESS)) return undefined
  const publicKey = bytes.slice(1)
  const id = keyId(tools, m[1], bytes[0], publicKey)
  return hex(id) === m[2] ? { name: m[1], id, algorithm: bytes[0], publicKey } : undefined
}

/** C2SP signed-note: text and its lines of signature; undefined where it has not that form. */
export function parseNote(note) {
  const split = note.lastIndexOf('\n\n')
  if (split < 0 || !note.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return undefined
  const lines = note.slice(split + 2, -1).split('\n')
  if (lines.length > 64) return undefined
  const signatures = []
  for (const line of lines) {
    const m = /^— ([^\s+]+) (\S+)$/.exec(line)
    const bytes = m ? exactBase64(m[2]) : undefined
    if (!bytes || bytes.length < 5) return undefined
    signatures.push({ name: m[1], id: bytes.slice(0, 4), bytes: bytes.slice(4) })
  }
  return { text: note.slice(0, split + 1), signatures }
}
/** C2SP tlog-checkpoint: the text of a signed head. */
export function parseHead(text) {
  const m = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*$/.exec(text)
  const root = m ? exactBase64(m[3]) : undefined
  return root && Number.isSafeInteger(Number(m[2])) ? { origin: m[1], size: Number(m[2]), root } : undefined
}

/** After a restore that lost entries a log goes on as `…/2` under the same key (format.md, 5): the key as it is named there. */
export function keyInEpoch(tools, origin, key) {
  const base = (name) => /^(custodia\.log\/[0-9a-f]{12})(?:\/[1-9]\d{0,5})?$/.exec(name)?.[1]
  if (origin === key.name || base(origin) === undefined || base(origin) !== base(key.name)) return key
  return { ...key, name: origin, id: keyId(tools, origin, key.algorithm, key.publicKey) }
}

/** Answers { origin, size, root } or { fault: a code of texts.mjs }. What the text says is read only when the key signed it. */
export async function openHead(tools, note, given) {
  const read = parseNote(note)
  const key = keyInEpoch(tools, note.split('\n', 1)[0], given)
  if (!read) return { fault: 'note-form' }
  const mine = read.signatures.filter((s) => s.name === key.name && same(s.id, key.id))
  if (mine.length === 0) return { fault: 'note-key' }
  for (const { bytes } of mine) {
    if (bytes.length !== 64 || !(await tools.ed25519(key.publicKey, bytesOf(read.text), bytes)))
      return { fault: 'note-signature' }
  }
  const head = parseHead(read.text)
  if (!head) return { fault: 'note-head' }
  return head.origin === key.name ? head : { fault: 'note-origin' }
}
export const cosignedText = (text, seconds) => bytesOf(`cosignature/v1\ntime ${seconds}\n${text}`)

/** Whether the witness of this key cosigned the note. */
export async function isCosigned(tools, note, witness) {
  const read = parseNote(note)
  const mine = read?.signatures.filter((s) => s.name === witness.name && same(s.id, witness.id)) ?? []
  for (const { bytes } of mine) {
    if (bytes.length !== 72) return false
    const seconds = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)
    if (!(await tools.ed25519(witness.publicKey, cosignedText(read.text, seconds), bytes.slice(8))))
      return false
  }
  return mine.length > 0
}

/** C2SP tlog-proof v1, the leaf as `extra`. */
export function parseProof(text) {
  const split = text.indexOf('\n\n')
  if (split < 0) return undefined
  const [first, extra, index, ...lines] = text.slice(0, split).split('\n')
  const at = /^index (0|[1-9]\d{0,15})$/.exec(index ?? '')
  const leaf = extra?.startsWith('extra ') ? exactBase64(extra.slice(6)) : undefined
  const hashes = lines.map(exactBase64)
  if (
    first !== 'c2sp.org/tlog-proof@v1' ||
    !at ||
    !leaf ||
    hashes.length > 64 ||
    hashes.some((h) => h?.length !== 32)
  )
    return undefined
  return { index: Number(at[1]), hashes, leaf, note: text.slice(split + 2) }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const MEMBERS = [
  'act',
  'action',
  'actor',
  'behalf',
  'facts',
  'id',
  'occurredAt',
  'prev',
  'reason',
  'recordedAt',
  'root',
  'rows',
  'seq',
  'subject',
  'v',
]
const ACTOR = ['id', 'kind']
const ROW = ['digest', 'id', 'table']
const uuid = (v) => typeof v === 'string' && UUID.test(v)
const uuidOrNull = (v) => v === null || uuid(v)
/** Its letters need no look: it is compared with a hash that was computed here. */
const isDigest = (v) => typeof v === 'string' && v.length === 64
const isObject = (v) => v !== null && typeof v === 'object' && !Array.isArray(v)
/** Exactly these members in this order. A loop, because it runs a million times. */
function hasMembers(v, members) {
  if (!isObject(v)) return false
  let i = 0
  for (const name in v) {
    if (name !== members[i]) return false
    i += 1
  }
  return i === members.length
}
/** Whether the members of every object in it stand in canonical order. */
export function inOrder(v) {
  if (v === null || typeof v !== 'object') return true
  let last
  if (!Array.isArray(v)) {
    for (const name in v) {
      if (last !== undefined && name <= last) return false
      last = name
    }
  }
  return Object.values(v).every(inOrder)
}
/** Whether the text is the canonical JSON of the entry: what ECMAScript writes back, members in order (those beside `facts` are known). */
const isCanonical = (leaf, e) => (JSON.stringify(e) === leaf && inOrder(e.facts)) || canonical(e) === leaf

/** The entry in a leaf, or undefined where it has not exactly the form of format.md, 1 (canonical, so no member twice). */
export function parseEntry(leaf) {
  let e
  try {
    e = JSON.parse(leaf)
    if (!hasMembers(e, MEMBERS) || !isObject(e.facts) || !leaf.isWellFormed() || !isCanonical(leaf, e))
      return undefined
  } catch {
    return undefined // not JSON, or nested deeper than the machine can follow
  }
  const named =
    e.v === 1 &&
    uuid(e.id) &&
    uuid(e.act) &&
    uuidOrNull(e.root) &&
    uuidOrNull(e.behalf) &&
    typeof e.action === 'string' &&
    typeof e.subject === 'string'
  const dated =
    INSTANT.test(e.occurredAt) &&
    INSTANT.test(e.recordedAt) &&
    (e.reason === null || typeof e.reason === 'string')
  const chained = Number.isSafeInteger(e.seq) && e.seq > 0 && (e.prev === null || isDigest(e.prev))
  const acted =
    hasMembers(e.actor, ACTOR) &&
    /^(person|system|migration|support)$/.test(e.actor.kind) &&
    uuidOrNull(e.actor.id)
  const covers =
    Array.isArray(e.rows) &&
    e.rows.every((r) => hasMembers(r, ROW) && typeof r.table === 'string' && uuid(r.id) && isDigest(r.digest))
  return named && dated && chained && acted && covers ? e : undefined
}

/** What a file is: by its name where that says it, else by how it begins. */
export function kindOf(name, begin) {
  const lower = name.toLowerCase()
  for (const [ending, kind] of [
    ['.pdf', 'pdf'],
    ['.tlog-proof', 'proof'],
    ['.json', 'twin'],
    ['.ndjson', 'export'],
    ['.gz', 'export'],
    ['.checkpoint', 'checkpoint'],
  ])
    if (lower.endsWith(ending)) return kind
  const start = Array.from(begin.subarray(0, 64), (b) => String.fromCharCode(b)).join('')
  if (start.startsWith('%PDF')) return 'pdf'
  if (start.startsWith('c2sp.org/tlog-proof')) return 'proof'
  if (start.startsWith('{"custodia":') || (begin[0] === 0x1f && begin[1] === 0x8b)) return 'export'
  if (start.startsWith('{')) return 'twin'
  return /^[^\n]+\n\d+\n/.test(start) ? 'checkpoint' : 'unknown'
}
