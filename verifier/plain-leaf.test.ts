/** What the quick reading of a leaf takes, the careful one takes too and understands alike; what is not plain is left to it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from '../src/kernel/canonical.ts'
import { madeLog } from '../src/ledger/examples.ts'
import { leafHash, parseEntry } from './core.mjs'
import { tools } from './node-tools.mjs'
import { readPlainLeaf } from './plain-leaf.mjs'

interface Entry {
  [member: string]: unknown
}
const MEMBERS = ['id', 'action', 'subject', 'seq', 'prev', 'root', 'recordedAt', 'facts', 'rows']
const log = madeLog({ entries: 12 })
const made = JSON.parse(log.leaves[11] as string) as Entry
const lineOf = (entry: Entry, position = 7): string =>
  JSON.stringify({ leaf: canonical(entry as never), position })

const read = (line: string | Buffer) => {
  const bytes = Buffer.concat([Buffer.from('behind another\n'), Buffer.from(line), Buffer.from('\n')])
  return readPlainLeaf(tools, bytes, 15, bytes.length - 1)
}
/** By parsing and writing again, as format.md says it: the line has its one form, and the leaf is an entry. */
function understood(line: Buffer): { leaf: string; position: number; entry: Entry } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line)
    const { leaf, position } = JSON.parse(text) as { leaf: string; position: number }
    const entry = parseEntry(leaf) as Entry | undefined
    return entry && JSON.stringify({ leaf, position }) === text ? { leaf, position, entry } : undefined
  } catch {
    return undefined
  }
}
/** Whether it was taken; and then it must be what the careful reading understands. */
function agrees(line: Buffer): boolean {
  const plain = read(line)
  if (!plain) return false
  const careful = understood(line)
  if (!careful) throw new Error(`taken, though it has not the form: ${line.toString()}`)
  expect(plain.position).toBe(careful.position)
  expect(Buffer.from(plain.hash).equals(leafHash(tools, careful.leaf) as Buffer)).toBe(true)
  for (const member of MEMBERS) expect((plain.entry as Entry)[member], member).toEqual(careful.entry[member])
  return true
}

test('a leaf is read alike from its bytes and from its text, in any of its forms', () => {
  for (const line of log.lines.filter((l) => l.startsWith('{"leaf"')))
    expect(agrees(Buffer.from(line))).toBe(true)
  for (const change of [
    { root: null, behalf: null, prev: null, seq: 1, actor: { kind: 'system', id: null } },
    { facts: {}, rows: [] },
    { rows: [...(made.rows as []), ...(made.rows as [])] },
    { facts: { a: [1, -5, true, false, null, { z: 'ñ — 漢' }], b: { '': 'x', A: 'y', a: 'z' }, c: [] } },
    { facts: { destroyed: 3, struck: { a: 'b' } }, reason: 'Entregado en la mañana' },
  ])
    expect(agrees(Buffer.from(lineOf({ ...made, ...change }))), JSON.stringify(change)).toBe(true)
})

test('what is not plain, or not the one form, is left to the careful reading', () => {
  const leaf = canonical(made as never)
  for (const [why, line] of Object.entries({
    'an escape': lineOf({ ...made, reason: 'a\nb' }),
    'a backslash': lineOf({ ...made, reason: 'a\\b' }),
    'a quote in a text': lineOf({ ...made, reason: 'a"b' }),
    'a fraction': lineOf({ ...made, facts: { a: 1.5 } }),
    'a number that is not exact': lineOf({ ...made, facts: { a: 1e21 } }),
    'members out of order': JSON.stringify({ leaf: JSON.stringify({ v: 1, ...made }), position: 7 }),
    'facts out of order': JSON.stringify({
      leaf: leaf.replace(/"facts":\{.*?\}/, '"facts":{"b":1,"a":2}'),
      position: 7,
    }),
    'a member twice': JSON.stringify({
      leaf: leaf.replace(/"facts":\{.*?\}/, '"facts":{"a":1,"a":2}'),
      position: 7,
    }),
    'minus nothing': JSON.stringify({
      leaf: leaf.replace(/"facts":\{.*?\}/, '"facts":{"a":-0}'),
      position: 7,
    }),
    'a space': lineOf(made).replace('","position"', '", "position"'),
    'a sign written longer': lineOf(made).replace('evidence.hand-over', 'evidence.h\\u0061nd-over'),
    'a position with a zero before it': lineOf(made).replace(':7}', ':07}'),
    'more behind it': `${lineOf(made)} `,
    'another kind of actor': lineOf({ ...made, actor: { kind: 'ghost', id: null } }),
    'no sequence': lineOf({ ...made, seq: 0 }),
  }))
    expect(read(line), why).toBe(undefined)
})

test('20,000 changed lines: nothing is taken that the careful reading refuses, and nothing understood otherwise', () => {
  const forms = [
    made,
    { ...made, reason: null, facts: { a: 1, b: { c: 'ñ' }, d: [0, -1, null] } },
    { ...made, facts: { a: 'x', b: 'y' }, rows: [] },
  ].map((entry) => Buffer.from(lineOf(entry)))
  const signs = Buffer.from('"\\{}[],:0123456789abcdefnul-.ñ \u0001"')
  let taken = 0
  const change = fc.record({
    at: fc.nat(2_000),
    cut: fc.constantFrom(0, 1, 1, 1, 2, 6),
    put: fc.array(fc.nat(signs.length - 1), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(
      fc.nat(forms.length - 1),
      fc.array(change, { minLength: 1, maxLength: 2 }),
      (which, changes) => {
        let line = forms[which] as Buffer
        for (const { at, cut, put } of changes) {
          const from = at % line.length
          line = Buffer.concat([
            line.subarray(0, from),
            Buffer.from(put.map((i) => signs[i] as number)),
            line.subarray(from + cut),
          ])
        }
        if (agrees(line)) taken += 1
      },
    ),
    { numRuns: 20_000, seed: 5 },
  )
  // Otherwise the changes would show nothing.
  expect(taken).toBeGreaterThan(300)
})
