/** Reads an export line by line (format.md, 8) and finds what does not hold. A leaf costs 32 bytes of memory, a covered row some 300. */
import {
  canonical,
  hex,
  inOrder,
  isCosigned,
  isHexOf,
  joined,
  keyInEpoch,
  leafHash,
  openHead,
  parseEntry,
  parseVkey,
  same,
  Tree,
} from './core.mjs'
import { readPlainLeaf } from './plain-leaf.mjs'

const MOST_PROBLEMS = 1_000
const CHUNK = 32_768

/** 32-byte hashes one after the other, without one object each. */
class Hashes {
  constructor() {
    this.chunks = []
    this.length = 0
  }
  push(hash) {
    if (this.length % CHUNK === 0) this.chunks.push(new Uint8Array(CHUNK * 32))
    this.chunks[this.chunks.length - 1].set(hash, (this.length % CHUNK) * 32)
    this.length += 1
  }
  at(i) {
    const from = (i % CHUNK) * 32
    return this.chunks[Math.floor(i / CHUNK)].subarray(from, from + 32)
  }
}

/** A map that may pass the 16 million keys of a Map. */
class Rows {
  constructor() {
    this.shards = Array.from({ length: 64 }, () => new Map())
  }
  shard(key) {
    const n = key.length
    return this.shards[(key.charCodeAt(n - 1) * 16 + key.charCodeAt(n - 2)) % 64]
  }
  get(key) {
    return this.shard(key).get(key)
  }
  set(key, value) {
    this.shard(key).set(key, value)
  }
  *entries() {
    for (const shard of this.shards) yield* shard
  }
}

/** Length of the shortest JSON form of a text without control characters; every other form of it is longer. */
function shortest(text) {
  let length = text.length
  for (const sign of ['"', '\\'])
    for (let i = text.indexOf(sign); i >= 0; i = text.indexOf(sign, i + 1)) length += 1
  return length
}

const whereOf = ({ subject, id }) => ({ subject, entry: id })
const isText = (v) => typeof v === 'string'
const isObject = (v) => v !== null && typeof v === 'object' && !Array.isArray(v)
const members = (v, names) => isObject(v) && Object.keys(v).join() === names

/** `key`: the reader's own public key, parsed. `heads`: signed heads that were kept elsewhere. `witnesses`: keys that must have cosigned. */
export class ExportReader {
  constructor(tools, { key, vkey, heads = [], witnesses = [], watch = [] }) {
    Object.assign(this, { tools, key, vkey: vkey.trim(), outside: heads, witnesses })
    this.problems = []
    this.count = { problems: 0, lines: 0, rows: 0 }
    this.leaves = new Hashes()
    this.chains = new Map()
    this.rows = new Rows()
    this.destroyers = new Map()
    this.destroyed = new Map()
    this.notes = []
    this.header = undefined
    this.decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    /** Papers that the log speaks of, by the SHA-256 of the PDF or the twin: what was done with them, in order. */
    this.papers = new Map()
    this.watched = new Set(watch)
    this.seen = new Map()
  }

  found(kind, code, where = {}, values = {}) {
    this.count.problems += 1
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ kind, code, ...where, values })
  }

  /** One line, without its newline: the bytes from `start` to `end`. Throws where they are not UTF-8. */
  line(bytes, start, end) {
    const plain = this.count.lines === 0 ? undefined : readPlainLeaf(this.tools, bytes, start, end)
    this.count.lines += 1
    if (plain) this.leaf(plain.entry, plain.hash, plain.position)
    else this.text(this.decoder.decode(bytes.subarray(start, end)))
  }

  text(text) {
    let v
    try {
      v = JSON.parse(text)
    } catch {
      return this.found('line-unreadable', 'line-json', {}, { line: this.count.lines })
    }
    const name = text.startsWith('{"leaf":') ? 'leaf' : isObject(v) ? Object.keys(v)[0] : undefined
    if (!this.takes(name, v, text)) this.found('line-unknown', 'line-form', {}, { line: this.count.lines })
    return undefined
  }

  /** What is nested so deep that the machine gives up has no form of ours. */
  takes(name, v, text) {
    try {
      return this.take(name, v, text)
    } catch (error) {
      if (error instanceof RangeError) return false
      throw error
    }
  }

  take(name, v, text) {
    if (name === 'leaf') {
      if (!isText(v.leaf) || this.count.lines === 1) return false
      // The one form: no character written longer than it must be, and nothing between the tokens.
      const rest = `","position":${v.position}}`
      if (
        text.length !== 9 + shortest(v.leaf) + rest.length ||
        !text.startsWith('"', 8) ||
        !text.endsWith(rest)
      )
        return false
      this.leaf(parseEntry(v.leaf), leafHash(this.tools, v.leaf), v.position)
      return true
    }
    if (JSON.stringify(v) !== text) return false
    if (name === 'custodia') return this.first(v)
    if (this.count.lines === 1) return false
    if (name === 'row')
      return (
        members(v, 'row') &&
        members(v.row, 'table,id,columns') &&
        isObject(v.row.columns) &&
        this.row(v.row, text)
      )
    if (name === 'destroyed')
      return members(v, 'destroyed') && members(v.destroyed, 'table,id,entry') && this.gone(v.destroyed)
    if (name !== 'checkpoint' || !members(v, 'checkpoint') || !isText(v.checkpoint)) return false
    this.notes.push(v.checkpoint)
    return true
  }

  first(v) {
    if (
      !members(v, 'custodia,origin,treeSize,root,vkey,rows') ||
      v.custodia !== 'export/1' ||
      typeof v.rows !== 'boolean' ||
      this.count.lines !== 1
    )
      return false
    this.header = v
    return true
  }

  leaf(entry, hash, position) {
    const at = this.leaves.length
    if (position !== at)
      this.found('position-missing', 'position', entry ? whereOf(entry) : {}, {
        position: at,
        other: String(position),
      })
    this.leaves.push(hash)
    if (!entry) return this.found('line-unreadable', 'entry-form', {}, { line: this.count.lines })
    this.chain(entry, at)
    if (this.watched.size > 0 && this.watched.has(hex(hash))) this.seen.set(hex(hash), entry.id)
    if (this.header?.rows) this.remember(entry, at)
    if (!entry.quiet) this.facts(entry, at)
    return undefined
  }

  /** What the entry says of rows and of papers. */
  facts(entry, at) {
    const { destroyed, struck, pdfSha256, dataSha256 } = entry.facts
    if (this.header?.rows && isObject(struck)) this.strike(struck, entry)
    if (typeof destroyed === 'number' || Array.isArray(destroyed))
      this.destroyers.set(entry.id, { destroyed, root: entry.root, at })
    if (entry.action.startsWith('reports.')) {
      for (const sha of [pdfSha256, dataSha256])
        if (isText(sha)) this.papers.set(sha, [...(this.papers.get(sha) ?? []), { ...entry }])
    }
  }

  /** The rows that the entry recorded, until they come. */
  remember({ id: entry, subject, root, rows }, at) {
    for (const { table, id, digest } of rows) {
      const key = `${table}/${id}`
      if (this.rows.get(key)) this.found('row-changed', 'row-twice', { subject, entry, table, row: id })
      this.rows.set(key, { digest, entry, subject, root, at, here: false })
    }
  }

  /** Words struck out by order of law: from here on the row is held to the digest that this entry names. */
  strike(struck, entry) {
    for (const [key, digest] of Object.entries(struck)) {
      const row = this.rows.get(key)
      const cut = key.lastIndexOf('/')
      if (row && row.root === entry.root && isText(digest)) this.rows.set(key, { ...row, digest })
      else
        this.found('struck-unfounded', 'struck-unfounded', {
          ...whereOf(entry),
          table: key.slice(0, cut),
          row: key.slice(cut + 1),
        })
    }
  }

  chain(entry, at) {
    const { subject, seq, prev } = entry
    const last = this.chains.get(subject)
    if (!last) this.chains.set(subject, { seq, at })
    if (seq !== (last?.seq ?? 0) + 1)
      this.found('chain-broken', 'chain-seq', whereOf(entry), { seq, last: last?.seq ?? 0 })
    else if (last ? !isHexOf(prev, this.leaves.at(last.at)) : prev !== null)
      this.found('chain-broken', 'chain-prev', whereOf(entry))
    if (last) Object.assign(last, { seq, at })
  }

  /** Rows come after the leaves, so each is judged at once and nothing of it is kept. */
  row({ table, id, columns }, text) {
    const texts = Object.values(columns)
    if (!isText(table) || !isText(id) || texts.some((t) => !isText(t) || !t.isWellFormed())) return false
    this.count.rows += 1
    const where = { table, row: id }
    const known = this.rows.get(`${table}/${id}`)
    if (!this.header?.rows) this.found('header-differs', 'header-rows', where)
    if (!known || known.here) this.found('row-extra', known ? 'row-doubled' : 'row-extra', where)
    else {
      known.here = true
      const named = { ...where, entry: known.entry, subject: known.subject }
      // Their columns in order, they are canonical as they stand in the line.
      const before = `{"row":{"table":${JSON.stringify(table)},"id":${JSON.stringify(id)},"columns":`.length
      const written = inOrder(columns) ? text.slice(before, -2) : canonical(columns)
      if (!isHexOf(known.digest, this.tools.sha256Text(written)) || columns.id !== id)
        this.found('row-changed', 'row-changed', named)
    }
    return true
  }

  gone({ table, id, entry }) {
    if (![table, id, entry].every(isText) || this.destroyed.has(`${table}/${id}`)) return false
    if (!this.header?.rows) this.found('header-differs', 'header-rows', { table, row: id })
    this.destroyed.set(`${table}/${id}`, { table, id, entry })
    return true
  }

  /** Each destroyed row rests on an entry of the same case, after the one that recorded it, that says so. */
  judgeDestroyed() {
    if (!this.header?.rows) return
    const counts = new Map()
    for (const { entry } of this.destroyed.values()) counts.set(entry, (counts.get(entry) ?? 0) + 1)
    for (const [key, { table, id, entry }] of this.destroyed) {
      const by = this.destroyers.get(entry)
      const row = this.rows.get(key)
      const said =
        by && (Array.isArray(by.destroyed) ? by.destroyed.includes(key) : by.destroyed === counts.get(entry))
      if (!said || !row || row.here || row.root !== by.root || row.at >= by.at)
        this.found('destroyed-unfounded', 'destroyed-unfounded', { table, row: id, entry })
    }
  }

  judgeRows() {
    if (!this.header?.rows) return
    for (const [key, row] of this.rows.entries()) {
      if (row.here || this.destroyed.has(key)) continue
      const cut = key.lastIndexOf('/')
      this.found('row-missing', 'row-missing', {
        subject: row.subject,
        entry: row.entry,
        table: key.slice(0, cut),
        row: key.slice(cut + 1),
      })
    }
  }

  async judgeHeads() {
    const heads = []
    for (const note of [...this.notes, ...this.outside]) {
      const head = await openHead(this.tools, note, this.key)
      if (head.fault) this.found('checkpoint-not-signed', head.fault)
      else heads.push({ ...head, note })
    }
    const wanted = new Set(heads.map((head) => head.size))
    const roots = new Map()
    const tree = new Tree(this.tools)
    if (wanted.has(0)) roots.set(0, tree.root())
    for (let i = 0; i < this.leaves.length; i += 1) {
      tree.append(this.leaves.at(i))
      if (wanted.has(tree.size)) roots.set(tree.size, tree.root())
    }
    const fits = (head) => head.size <= tree.size && same(roots.get(head.size), head.root)
    for (const { size } of heads.filter((head) => head.size > tree.size))
      this.found('entries-cut-off', 'cut-off', {}, { size, entries: tree.size })
    // One finding for the many heads after one change: where it lies is what helps.
    const unfit = heads.filter((head) => head.size <= tree.size && !fits(head)).map((head) => head.size)
    if (unfit.length > 0) {
      const size = unfit.reduce((a, b) => Math.min(a, b))
      const good = heads.reduce(
        (most, head) => (head.size < size && fits(head) ? Math.max(most, head.size) : most),
        0,
      )
      this.found(
        'history-rewritten',
        'rewritten',
        {},
        { size, good, unfit: unfit.length, heads: heads.length },
      )
    }
    const newest = heads.filter((head) => head.size === tree.size)
    if (newest.length === 0) this.found('head-missing', 'head-missing', {}, { entries: tree.size })
    for (const witness of this.witnesses) {
      const signed = await Promise.all(newest.map(({ note }) => isCosigned(this.tools, note, witness)))
      if (!signed.includes(true)) this.found('not-cosigned', 'not-cosigned', {}, { name: witness.name })
    }
    return { root: hex(tree.root()), newest: newest[0]?.note }
  }

  judgeHeader(root) {
    const h = this.header
    if (!h) return this.found('header-differs', 'header-none')
    const empty = this.leaves.length === 0
    const key = keyInEpoch(this.tools, String(h.origin), this.key)
    const said = parseVkey(this.tools, String(h.vkey))
    const faults = [
      ['treeSize', h.treeSize === this.leaves.length],
      ['root', h.root === root || (empty && h.root === null)],
      ['origin', h.origin === key.name || (empty && h.origin === null)],
      ['vkey', h.vkey === this.vkey || (said && same(said.id, key.id)) || (empty && h.vkey === null)],
    ]
    for (const [name, good] of faults) if (!good) this.found('header-differs', 'header-differs', {}, { name })
    return undefined
  }

  async finish() {
    this.judgeDestroyed()
    this.judgeRows()
    const { root, newest } = await this.judgeHeads()
    this.judgeHeader(root)
    return {
      entries: this.leaves.length,
      treeSize: this.leaves.length,
      root,
      rows: this.count.rows,
      checkpoints: this.notes.length,
      subjects: this.chains.size,
      newest,
      problems: this.problems,
      problemCount: this.count.problems,
    }
  }
}

/** No line of an export comes near this; a file without newlines would be read for ever. */
const LONGEST = 64 * 1024 * 1024

const NEWLINE = 10
/** Cuts bytes into lines for a reader; every line must end with a newline. */
export class LineCutter {
  constructor(reader) {
    this.reader = reader
    this.rest = new Uint8Array(0)
  }
  push(piece) {
    let start = 0
    let end = piece.indexOf(NEWLINE)
    if (end >= 0 && this.rest.length > 0) {
      const line = joined(this.rest, piece.subarray(0, end))
      this.reader.line(line, 0, line.length)
      this.rest = new Uint8Array(0)
      start = end + 1
      end = piece.indexOf(NEWLINE, start)
    }
    for (; end >= 0; end = piece.indexOf(NEWLINE, start)) {
      this.reader.line(piece, start, end)
      start = end + 1
    }
    // A copy: whoever reads the file may use the piece again.
    this.rest = joined(this.rest, piece.subarray(start))
    if (this.rest.length > LONGEST) throw new RangeError('a line without end')
  }
  end() {
    if (this.rest.length > 0) this.reader.found('line-unreadable', 'line-end')
  }
}
