/**
 * Wrong, missing, unknown, deep, enormous and naughty values for every operation, and ids that nobody gave: whatever is sent,
 * the answer is a sentence and never a fault of ours, and what was refused has left nothing behind: no entry, no row, half
 * done or whole. Shared out over the files beside this one, so that several of them run at a time.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { wellFormed } from '../examples.ts'
import { realFolder } from '../needs.ts'
import { all, long, record, tries } from './tries.ts'

const wrongTypes: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  'x',
  [],
  [null],
  {},
  { a: 1 },
  [[[]]],
  '9'.repeat(400),
]
const some = <T>(list: readonly T[], few: number, from: number): readonly T[] =>
  long ? list : Array.from({ length: few }, (_, i) => list[(from + i) % list.length] as T)
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** Of our own making: what databases, paths, pages, spreadsheets and numbers choke on. */
const ownStrings = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202egnp.exe',
  '\ufeff',
  '\u200b',
  'ﷺ'.repeat(50),
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘',
  "'; drop table ledger.entry; --",
  "' or '1'='1",
  '$1',
  '%',
  '_',
  '\\',
  '\\x00',
  '{{7*7}}',
  '${7*7}',
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  '../../../../etc/passwd',
  '..\\..\\windows',
  'C:\\con',
  '/dev/null',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '@SUM(1)',
  'NaN',
  'Infinity',
  '-0',
  '1e400',
  '0x1F',
  '０１２',
  '१२३',
  '1,5',
  '2026-02-30',
  '0000-00-00',
  '99999-01-01',
  '2026-11-02T25:61:61Z',
  '-infinity',
  'now',
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '01890a5d-ac96-774b-bcce-b302099a8057\n',
  ' ',
  '\n',
  '\t',
  '\r\n\r\nSet-Cookie: a=b',
  'a'.repeat(20_001),
  '🧪'.repeat(400),
]
const naughty: readonly string[] = realFolder
  ? [...ownStrings, ...(JSON.parse(readFileSync(`${realFolder}/badinput/blns.json`, 'utf8')) as string[])]
  : ownStrings

/** Every operation has its place in the whole list, which chooses what is tried on it: the parts only share them out. */
export function valuesOf(part: number, parts: number): void {
  const house = tries()
  const mine = all.map((op, n) => [op.name, op, n] as const).filter(([, , n]) => n % parts === part - 1)
  describe.each(mine)('%s', (_name, op, n) => {
    test('wrong, missing, unknown, deep, enormous and naughty values', async () => {
      const good = record(await wellFormed(house.lab, op))
      const fields = Object.keys(good)
      const one = (i: number): string => naughty[(n * 17 + i * 13) % naughty.length] as string
      await house.tryAll(op, [
        ...fields.flatMap((field, f): [string, unknown][] => [
          ...some(wrongTypes, 4, n + f * 5).map((v): [string, unknown] => [
            `${field} is ${JSON.stringify(v)?.slice(0, 20)}`,
            { ...good, [field]: v },
          ]),
          [`${field} is missing`, { ...good, [field]: undefined }],
          [
            `${field} is a list of many`,
            op.kind === 'command'
              ? { ...good, [field]: Array.from({ length: 5_000 }, () => good[field]) }
              : good,
          ],
        ]),
        ...Array.from({ length: long ? naughty.length : 6 }, (_, i): [string, unknown] => {
          const field = fields[i % Math.max(1, fields.length)]
          return [
            `naughty ${JSON.stringify(one(i)).slice(0, 40)}`,
            field ? { ...good, [field]: one(i) } : { anything: one(i) },
          ]
        }),
        ['an unknown field', { ...good, surprise: 1 }],
        ['a field of the prototype', { ...good, constructor: 1, toString: 'x' }],
      ])
      if (op.kind !== 'command') return
      const raw = await house.tryAll(op, [
        ['no body', ''],
        ['not JSON', '{"a":'],
        ['a list', '[]'],
        ['a word', '"x"'],
        ['nothing', 'null'],
        ['a number', '7'],
        ['the prototype', '{"__proto__":{"x":1}}'],
        ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
        ['deep', `{"a":${nested(20_000)}}`],
      ])
      for (const what of ['not JSON', 'a list', 'a word', 'a number', 'the prototype', 'deep'])
        expect(raw.get(what)?.status, what).toBe(400)
    })

    test('ids that nobody gave', async () => {
      const good = record(await wellFormed(house.lab, op))
      const forged = (value: unknown): unknown =>
        typeof value === 'string' && /^[0-9a-f]{8}-/.test(value)
          ? house.lab.ground.newId()
          : Array.isArray(value)
            ? value.map(forged)
            : typeof value === 'object' && value !== null
              ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, forged(v)]))
              : value
      await house.tryAll(op, [['forged ids', forged(good)]])
    })
  })
}
