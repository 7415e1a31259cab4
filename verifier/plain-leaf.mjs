/**
 * The line of a leaf read straight from its bytes where it is plain: without control characters, without any escape but that of a quote,
 * and beyond ASCII only in the reason and the values of facts, as nearly every line is. What is taken here has exactly the forms of format.md, 1 and 8, seen byte by byte: members in order, numbers and texts as
 * ECMAScript writes them. Whatever else it may be is answered with undefined and looked at as text (`parseEntry`), so this refuses nothing;
 * it spares a million lines from being parsed and written again.
 */

const ascii = (text) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const signs = (text) => {
  const table = new Uint8Array(256)
  for (const sign of ascii(text)) table[sign] = 1
  return table
}
const [QUOTE, BACKSLASH, DASH, COMMA, COLON] = ascii('"\\-,:')
const [OPEN, CLOSE, FIRST, LAST, ZERO, NULL] = ascii('{}[]0n')
const HEX = signs('0123456789abcdef')
const DIGIT = signs('0123456789')
/** Printable, and neither quote nor backslash. */
const SIGN = signs(Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join(''))
SIGN[QUOTE] = 0
SIGN[BACKSLASH] = 0
const ID = ascii('00000000-0000-0000-0000-000000000000')
const INSTANT = ascii('0000-00-00T00:00:00.000Z')
const DIGEST = ascii('0'.repeat(64))
/** So many digits are a number exactly. */
const MOST_DIGITS = 15
/** Deeper facts are not plain. */
const DEEPEST = 32
/** Facts with none of these say nothing that the reader of an export asks for. */
const TELLING = ['destroyed', 'struck', 'pdfSha256', 'dataSha256'].map((name) => ascii(`${name}"`))

/** The line, and where it is being read; behind its end stands a newline, or nothing. */
let line = new Uint8Array(0)
let at = 0
/** 0x00 and then the leaf without its escapes, which is what is hashed; as much of it as was read. */
const room = new Uint8Array(16_384)
let size = 0
let telling = false
let beyondAscii = false

/** Each of these goes on behind what it takes, and answers false where the line has something else. */
function sign(one) {
  if (line[at] !== one) return false
  room[size++] = one
  at += 1
  return true
}
function quote() {
  if (line[at] !== BACKSLASH || line[at + 1] !== QUOTE) return false
  room[size++] = QUOTE
  at += 2
  return true
}
/** These very signs, as they stand in the line and in the leaf. */
const exactly = (text) => ({ inLine: ascii(text.replaceAll('"', '\\"')), inLeaf: ascii(text) })
function word({ inLine, inLeaf }) {
  for (let i = 0; i < inLine.length; i += 1) if (line[at + i] !== inLine[i]) return false
  for (let i = 0; i < inLeaf.length; i += 1) room[size + i] = inLeaf[i]
  at += inLine.length
  size += inLeaf.length
  return true
}
/** As the form: where it has a zero, a sign of the table; else the sign itself. */
function formed(form, table) {
  for (let i = 0; i < form.length; i += 1) {
    const one = line[at + i]
    if (form[i] === ZERO ? table[one] !== 1 : one !== form[i]) return false
    room[size + i] = one
  }
  at += form.length
  size += form.length
  return true
}
const id = () => formed(ID, HEX)
const instant = () => formed(INSTANT, DIGIT)
const digest = () => formed(DIGEST, HEX)
function signsOf(table) {
  for (let one = line[at]; table[one] === 1; one = line[at]) {
    room[size++] = one
    at += 1
  }
  return true
}
const text = () => signsOf(SIGN)
/** Of any language: whether it is UTF-8 is asked once for the leaf. */
function prose() {
  for (let one = line[at]; SIGN[one] === 1 || one >= 0x80; one = line[at]) {
    if (one >= 0x80) beyondAscii = true
    room[size++] = one
    at += 1
  }
  return true
}
const NOTHING = exactly('null')
const quoted = (form) => quote() && form() && quote()
const orNull = (form) => (line[at] === NULL ? word(NOTHING) : quoted(form))
/** A whole number as it is written; one that is larger is not plain. */
function whole() {
  const from = at
  signsOf(DIGIT)
  const digits = at - from
  return digits > 0 && digits <= MOST_DIGITS && (digits === 1 || line[from] !== ZERO)
}

function numberIn(bytes, from, to) {
  let number = 0
  for (let i = from; i < to; i += 1) number = number * 10 + bytes[i] - ZERO
  return number
}

/** Whether the name at `b` of the room comes after the one at `a`, each ended by its quote; the order of ASCII is that of UTF-16. */
function follows(a, b) {
  for (let i = 0; ; i += 1) {
    const [one, other] = [room[a + i], room[b + i]]
    if (one === other && one !== QUOTE) continue
    return other !== QUOTE && (one === QUOTE || one < other)
  }
}
const isTelling = (from) => TELLING.some((name) => name.every((one, i) => room[from + i] === one))
const LITERALS = ['true', 'false', 'null'].map(exactly)
/** Any value in canonical form: members in order, none twice. */
function value(depth) {
  const one = line[at]
  if (one === BACKSLASH) return quoted(prose)
  if (one === OPEN) return depth < DEEPEST && object(depth + 1)
  if (one === FIRST) return depth < DEEPEST && list(() => value(depth + 1))
  if (one !== DASH) return DIGIT[one] === 1 ? whole() : LITERALS.some(word)
  return sign(DASH) && line[at] !== ZERO && whole()
}
function object(depth) {
  if (!sign(OPEN)) return false
  if (line[at] === CLOSE) return sign(CLOSE)
  for (let last = 0; ; ) {
    const name = size + 1
    if (!quoted(text) || (last > 0 && !follows(last, name))) return false
    if (depth === 0 && isTelling(name)) telling = true
    last = name
    if (!sign(COLON) || !value(depth)) return false
    if (line[at] !== COMMA) return sign(CLOSE)
    sign(COMMA)
  }
}
function list(one) {
  if (!sign(FIRST)) return false
  if (line[at] === LAST) return sign(LAST)
  for (;;) {
    if (!one()) return false
    if (line[at] !== COMMA) return sign(LAST)
    sign(COMMA)
  }
}

const ROW = ['{"digest":"', '","id":"', '","table":"', '"}'].map(exactly)
const row = () => word(ROW[0]) && digest() && word(ROW[1]) && id() && word(ROW[2]) && text() && word(ROW[3])
const KINDS = ['person', 'system', 'migration', 'support'].map(exactly)

/** The members in their order: what stands before the value, and the value. */
const MEMBERS = [
  ['{"act":', () => quoted(id)],
  [',"action":', () => quoted(text)],
  [',"actor":{"id":', () => orNull(id)],
  [',"kind":', () => quoted(() => KINDS.some(word))],
  ['},"behalf":', () => orNull(id)],
  [',"facts":', () => object(0)],
  [',"id":', () => quoted(id)],
  [',"occurredAt":', () => quoted(instant)],
  [',"prev":', () => orNull(digest)],
  [',"reason":', () => orNull(prose)],
  [',"recordedAt":', () => quoted(instant)],
  [',"root":', () => orNull(id)],
  [',"rows":', () => list(row)],
  [',"seq":', () => line[at] !== ZERO && whole()],
  [',"subject":', () => quoted(text)],
].map(([before, form]) => [exactly(before), form])
const END = exactly(',"v":1}')
const [ACTION, FACTS, ENTRY, PREV, RECORDED, ROOT, ROWS, SEQ, SUBJECT] = [1, 5, 6, 8, 10, 11, 12, 13, 14]
/** Where each value begins and ends in the room. */
const from = new Uint32Array(MEMBERS.length)
const to = new Uint32Array(MEMBERS.length)

function isLeaf() {
  room[0] = 0
  size = 1
  telling = false
  beyondAscii = false
  for (let i = 0; i < MEMBERS.length; i += 1) {
    const [before, form] = MEMBERS[i]
    if (!word(before)) return false
    from[i] = size
    if (!form()) return false
    to[i] = size
  }
  return word(END)
}

const LINE = ascii('{"leaf":"')
const BETWEEN = ascii('","position":')
/** These bytes outside of the leaf. */
function bare(bytes) {
  for (let i = 0; i < bytes.length; i += 1) if (line[at + i] !== bytes[i]) return false
  at += bytes.length
  return true
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
function isUtf8(bytes) {
  try {
    decoder.decode(bytes)
    return true
  } catch {
    return false
  }
}
const textOf = (i, quotes) => decoder.decode(room.subarray(from[i] + quotes, to[i] - quotes))
const orNothing = (i) => (room[from[i]] === NULL ? null : textOf(i, 1))
/** The entry of the line that was read last, and of no other: whoever keeps it makes a copy. `quiet`: its facts need no look. */
const entry = {
  get id() {
    return textOf(ENTRY, 1)
  },
  get action() {
    return textOf(ACTION, 1)
  },
  get subject() {
    return textOf(SUBJECT, 1)
  },
  get seq() {
    return numberIn(room, from[SEQ], to[SEQ])
  },
  get prev() {
    return orNothing(PREV)
  },
  get root() {
    return orNothing(ROOT)
  },
  get recordedAt() {
    return textOf(RECORDED, 1)
  },
  get facts() {
    return JSON.parse(textOf(FACTS, 0))
  },
  get rows() {
    return JSON.parse(textOf(ROWS, 0))
  },
  get quiet() {
    return !telling
  },
}

/** A line, without its newline, in `bytes` from `start` to `end`: { position, hash, entry }, or undefined where it is not a plain leaf. */
export function readPlainLeaf(tools, bytes, start, end) {
  if (end - start >= room.length) return undefined
  line = bytes
  at = start
  if (!bare(LINE) || !isLeaf() || !bare(BETWEEN)) return undefined
  const [leaf, digits] = [room.subarray(0, size), at]
  if (!whole() || line[at] !== CLOSE || at + 1 !== end) return undefined
  if (beyondAscii && !isUtf8(leaf)) return undefined
  return { position: numberIn(line, digits, at), hash: tools.sha256(leaf), entry }
}
