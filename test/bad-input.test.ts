/**
 * Bad input for every operation: whatever is sent, the answer is a sentence and never a fault of ours, and what was refused
 * has left nothing behind: no entry, no row, no file, half done or whole.
 */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeRegistry } from '../src/app/registry.ts'
import { roles } from '../src/identity/roles.ts'
import type { AnyOperation } from '../src/platform/cx.ts'
import { sql } from '../src/platform/sql.ts'
import { examples, wellFormed } from './examples.ts'
import { type Answer, type Lab, openLab } from './lab.ts'
import { realFolder } from './needs.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
/** Short in a test run: of each list some, others for the next operation; `npm run prove -- bad-input` tries them all. */
const long = process.env.CUSTODIA_TEST_LONG === '1'
const { operations } = makeRegistry()
const all = [...operations.values()]
let lab: Lab
let proof: string
beforeAll(async () => {
  lab = await openLab()
  await lab.person('mighty', [...roles], { unit: null })
  await lab.person(
    'elsewhere',
    roles.filter((r) => r !== 'administrator'),
    { unit: lab.units.policeBelmopan },
  )
  proof = (await lab.as('mighty').do('identity.step-up', { pin: '246810' })).proof as string
})
afterAll(() => lab.close())
/** An operation may well end the session, suspend the account or ask for more: the next one starts from the same place. */
async function asBefore(): Promise<void> {
  await lab.db.direct.run(sql`update identity.session set ended_at = null where ended_at is not null`)
  await lab.db.direct.run(sql`update identity.account set suspended = false where suspended`)
}
beforeEach(asBefore)

const reasons = { 'custodia-reason': 'tried' }
const headersFor = (username: string | null): Record<string, string> => {
  const who = username === null ? undefined : lab.people.get(username)
  return who ? { cookie: `custodia_session=${who.token}`, 'x-custodia-csrf': who.csrf } : {}
}
const pathOf = (op: AnyOperation): string => `${lab.url}/api/${op.name.replace('.', '/')}`

/** Sends it as it is, without any help of the harness. */
async function send(
  op: AnyOperation,
  input: unknown,
  more: Record<string, string> = {},
  who: string | null = 'mighty',
): Promise<Answer> {
  const headers = {
    ...headersFor(who),
    ...reasons,
    ...(who === 'mighty' ? { 'custodia-step-up': proof } : {}),
    ...more,
  }
  const response =
    op.kind === 'command'
      ? await fetch(pathOf(op), {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body:
            typeof input === 'string' || input instanceof Uint8Array
              ? (input as string)
              : JSON.stringify(input),
        })
      : await fetch(`${pathOf(op)}?${queryOf(input)}`, { headers })
  const text = await response.text()
  const body: unknown = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
  return { status: response.status, body, headers: response.headers }
}
/** As a browser would write it; half a character as the bytes that it would be; what is not flat as JSON text, which no operation expects. */
function queryOf(input: unknown): string {
  const written = (v: unknown): string =>
    encodeURIComponent(String(v).replace(/[\ud800-\udfff]/gu, '\u{f8ff}')).replaceAll(
      '%EF%A3%BF',
      '%ED%A0%80',
    )
  if (typeof input !== 'object' || input === null) return written(input)
  return Object.entries(input)
    .filter(([, v]) => v !== undefined)
    .map(([k, v]) => `${written(k)}=${written(typeof v === 'object' ? JSON.stringify(v) : v)}`)
    .join('&')
}

/** Every row of every table that an act may leave something in; counters of tries and logs of refusals are meant to outlive one. */
let tables: string[] | undefined
async function fingerprint(): Promise<string> {
  tables ??= (
    await lab.db.direct.many<{ name: string }>(sql`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and obj_description(c.oid) ~ '^(covered|derived|kept)' and n.nspname || '.' || c.relname not in ('platform.refusal_log', 'platform.read_log', 'identity.account', 'identity.challenge', 'identity.guess', 'identity.session', 'ledger.pending') order by 1`)
  ).map((r) => r.name)
  const { rows } = await lab.db.pool.query<{ print: string }>(
    `select ${tables.map((t) => `(select count(*) || coalesce(max(xmin::text), '') from ${t})`).join(` || ' ' || `)} as print`,
  )
  return rows[0]?.print ?? ''
}

/** Tries each; none may be a fault of ours, and those that were refused together have left nothing. */
async function tryAll(
  op: AnyOperation,
  inputs: readonly (readonly [what: string, input: unknown])[],
  who: string | null = 'mighty',
): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>()
  let before = await fingerprint()
  for (const [what, input] of inputs) {
    const answer = await send(op, input, {}, who)
    expect(answer.status, `${op.name}, ${what}: ${JSON.stringify(answer.body)}`).toBeLessThan(500)
    if (answer.status >= 400) {
      expect(answer.headers.get('content-type'), what).toContain('application/problem+json')
      expect(answer.body, what).toMatchObject({
        type: expect.any(String),
        title: expect.any(String),
        status: answer.status,
        code: expect.any(String),
        detail: expect.any(String),
      })
    } else {
      before = ''
      await asBefore()
    }
    answers.set(what, answer)
  }
  if (before !== '') expect(await fingerprint(), `${op.name} left something behind`).toBe(before)
  before = await fingerprint()
  return answers
}

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
const record = (input: unknown): Record<string, unknown> =>
  typeof input === 'object' && input !== null ? { ...(input as Record<string, unknown>) } : {}
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

describe.each(all.map((op, n) => [op.name, op, n] as const))('%s', (_name, op, n) => {
  test('wrong, missing, unknown, deep, enormous and naughty values', async () => {
    const good = record(await wellFormed(lab, op))
    const fields = Object.keys(good)
    const one = (i: number): string => naughty[(n * 17 + i * 13) % naughty.length] as string
    await tryAll(op, [
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
    const raw = await tryAll(op, [
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
    const good = record(await wellFormed(lab, op))
    const forged = (value: unknown): unknown =>
      typeof value === 'string' && /^[0-9a-f]{8}-/.test(value)
        ? lab.ground.newId()
        : Array.isArray(value)
          ? value.map(forged)
          : typeof value === 'object' && value !== null
            ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, forged(v)]))
            : value
    await tryAll(op, [['forged ids', forged(good)]])
  })
})

describe('records of others', () => {
  const withExample = all.filter((op) => examples[op.name] && op.who !== 'anyone' && op.who !== 'signed-in')
  test.each(withExample.map((op) => [op.name, op] as const))(
    '%s, by somebody of another house who holds every right there: not there, and nothing is told',
    async (_name, op) => {
      const input = record(await examples[op.name]?.(lab))
      const mine = await protectedIn(input)
      const { proof: own } = await lab.as('elsewhere').do('identity.step-up', { pin: '246810' })
      const before = await fingerprint()
      const answer = await send(op, input, { 'custodia-step-up': own as string }, 'elsewhere')
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500)
      if (mine.length === 0) return
      expect(
        [403, 404, 400, 409],
        `${op.name} answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 300)}`,
      ).toContain(answer.status)
      expect(await fingerprint()).toBe(before)
      for (const word of mine) expect(JSON.stringify(answer.body)).not.toContain(word)
    },
  )
  /** Which of these ids are of records that hang on a case. */
  async function protectedIn(input: unknown): Promise<string[]> {
    const ids = [
      ...new Set(
        JSON.stringify(input).match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [],
      ),
    ]
    const rows = await lab.db.direct.many<{ id: string }>(sql`
      select id from cases.case where id = any(${ids}::uuid[]) union select id from evidence.thing where id = any(${ids}::uuid[])
      union select id from work.request where id = any(${ids}::uuid[]) union select id from results.worksheet where id = any(${ids}::uuid[]) union select id from reports.report where id = any(${ids}::uuid[])`)
    return rows.map((r) => r.id)
  }
})

describe('the same click twice', () => {
  const commands = all.filter((op) => op.kind === 'command' && examples[op.name] && op.who !== 'anyone')
  let happened = 0
  test.each(commands.map((op) => [op.name, op] as const))('%s', async (name, op) => {
    const input = record(await examples[name]?.(lab))
    const key = `twice-${name}`
    const first = await send(op, input, { 'idempotency-key': key })
    expect(first.status, JSON.stringify(first.body)).toBeLessThan(500)
    const after = await fingerprint()
    if (first.status >= 300) {
      // A refusal is not remembered, and is none the less a refusal the second time.
      expect((await send(op, input, { 'idempotency-key': key })).status).toBe(first.status)
      expect(await fingerprint()).toBe(after)
      return
    }
    happened += 1
    const second = await send(op, input, { 'idempotency-key': key })
    if (op.answers === 'once') {
      expect(second.body).toMatchObject({ status: 409, code: 'answered-already' })
      expect(JSON.stringify(second.body)).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/)
    } else {
      expect(second.status, JSON.stringify(second.body)).toBe(first.status)
      expect(second.body).toEqual(first.body)
    }
    const other = await send(op, { ...input, surplus: 1 }, { 'idempotency-key': key })
    expect(other.status).toBe(400)
    const changed = await send(op, { ...input, id: lab.ground.newId() }, { 'idempotency-key': key })
    expect([400, 409]).toContain(changed.status)
    expect(await fingerprint(), 'something was done twice').toBe(after)
  })
  test('many of them did happen', () => {
    expect(happened).toBeGreaterThan(60)
  })
})

describe('the door itself', () => {
  const openCase = operations.get('cases.open-case') as AnyOperation
  test('a body that is too large, of another kind, or claims to be', async () => {
    expect((await send(openCase, `{"title":"${'x'.repeat(5 * 1_048_576)}"}`)).status).toBe(413)
    for (const type of [
      'text/plain',
      'application/xml',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      '',
    ])
      expect([400, 415], type).toContain((await send(openCase, '<a/>', { 'content-type': type })).status)
  })
  test('a head that does not fit', async () => {
    const good = await wellFormed(lab, openCase)
    for (const [name, value] of [
      ['idempotency-key', 'k'.repeat(10_000)],
      ['custodia-occurred-at', 'yesterday'],
      ['custodia-occurred-at', '2026-13-45T00:00:00Z'],
      ['custodia-reason', '%ff%fe'],
      ['custodia-step-up', 'x'.repeat(5_000)],
      ['accept-language', '\u00ff'.repeat(2_000)],
      ['authorization', `Bearer ${'x'.repeat(6_000)}`],
    ] as const) {
      const answer = await send(openCase, good, { [name]: value })
      expect(answer.status, `${name}: ${value.slice(0, 30)}`).toBeLessThan(500)
    }
  })
  test('addresses that lead nowhere', async () => {
    for (const path of [
      '/api/cases/drop-table',
      '/api/%2e%2e/%2e%2e/etc/passwd',
      '/api/cases/open-case/more',
      '/api/__proto__/constructor',
      '/api/cases/%00',
      '/api/cases/%ff',
      `/api/${'x'.repeat(8_000)}/y`,
    ]) {
      const answer = await fetch(`${lab.url}${path}`, { headers: headersFor('mighty') })
      expect(answer.status, path.slice(0, 60)).toBeGreaterThanOrEqual(400)
      expect(answer.status, path.slice(0, 60)).toBeLessThan(500)
    }
    expect((await fetch(pathOf(openCase), { headers: headersFor('mighty') })).status).toBe(404)
    expect((await fetch(pathOf(openCase), { method: 'DELETE', headers: headersFor('mighty') })).status).toBe(
      404,
    )
  })
})
