/**
 * Need to know, over every query there is: a case with everything that hangs on it, and people of other agencies and formations who have no
 * part in it. Whatever they ask, by any id of it, its numbers or its words, they learn nothing; and what is there is told as what is not.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAnnouncement, arrangeAnnouncing } from '../src/modules/evidence/examples.ts'
import { benchOf, certificate } from '../src/modules/reports/examples.ts'
import type { AnyOperation } from '../src/platform/cx.ts'
import { nameSql, sql } from '../src/platform/sql.ts'
import { z } from 'zod'
import { wellFormed } from './examples.ts'
import { type Lab, openLab } from './lab.ts'

const nobody = '01890a5d-ac96-774b-bcce-000000000000'
const marks = ['Zopilote', 'Guacamaya', 'Xunantunich']
let lab: Lab
let ids: readonly string[] = []
let words: readonly string[] = []
const strangers = ['officer-elsewhere', 'prosecutor-elsewhere', 'registrar-elsewhere'] as const

/** One id of every table that has rows of the case, and the case itself. */
async function idsOf(root: string): Promise<string[]> {
  const tables = await lab.db.direct.many<{ name: string }>(sql`
    select c.table_schema || '.' || c.table_name as name from information_schema.columns c join information_schema.columns i using (table_schema, table_name)
      join information_schema.tables t using (table_schema, table_name)
     where c.column_name = 'root' and i.column_name = 'id' and i.data_type = 'uuid' and t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')`)
  const found = new Set([root])
  for (const { name } of tables) {
    const row = await lab.db.direct.maybe<{ id: string }>(
      sql`select id from ${nameSql(name)} where root = ${root} order by id limit 1`,
    )
    if (row) found.add(row.id)
  }
  return [...found]
}

beforeAll(async () => {
  lab = await openLab()
  await benchOf(lab as never)
  await arrangeAnnouncing(lab as never)
  const c = await certificate(lab as never, 'issued')
  const [bird, , place] = marks as [string, string, string]
  await lab.arrange('cases.add-party', { case: c.case, name: bird, role: 'accused' })
  await lab.arrange('cases.add-note', { case: c.case, text: `${place} by night` })
  await lab.as('rp-officer').do('portal.ask-question', { case: c.case, text: `Is it ${place}?` })
  await lab.person('announcer', ['officer'], { unit: lab.units.policeDangriga })
  const said = await lab
    .as('announcer')
    .do('evidence.submit-prelog', anAnnouncement(lab as never, { title: 'Guacamaya, Pen Road' }))
  const { number } = await lab.db.direct.one<{ number: string }>(
    sql`select number from cases.public_case where id = ${c.case}`,
  )
  ids = [...(await idsOf(c.case)), said.id]
  words = [...marks, number, c.itemNumber, c.number]
  for (const [name, role] of [
    ['officer-elsewhere', 'officer'],
    ['prosecutor-elsewhere', 'prosecutor'],
    ['registrar-elsewhere', 'registrar'],
  ] as const)
    await lab.person(name, [role], {
      unit: role === 'prosecutor' ? lab.units.dpp : lab.units.policeBelmopan,
      name,
    })
}, 120_000)
afterAll(() => lab?.close())

/** The places of an input where an id fits, and where words do. */
function holesOf(op: AnyOperation): { ids: string[]; texts: string[] } {
  const shape = z.toJSONSchema(op.input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Place>
  }
  const entries = Object.entries(shape.properties ?? {})
  const isId = (p: Place): boolean =>
    p.$ref === '#/$defs/Id' || p.format === 'uuid' || (p.anyOf ?? []).some(isId)
  return {
    ids: entries.filter(([, p]) => isId(p)).map(([key]) => key),
    texts: entries
      .filter(
        ([key, p]) => p.type === 'string' && ['q', 'text', 'number', 'of', 'name', 'barcode'].includes(key),
      )
      .map(([key]) => key),
  }
}
interface Place {
  readonly $ref?: string
  readonly format?: string
  readonly type?: string
  readonly anyOf?: readonly Place[]
}
const queries = (): AnyOperation[] =>
  [...lab.ground.operations.values()].filter((op) => op.kind !== 'command' && op.who !== 'anyone')

/** What a query is asked with, beside what is tried: the same for everybody, so it is made once. */
const bases = new Map<string, Record<string, unknown>>()
async function baseOf(op: AnyOperation): Promise<Record<string, unknown>> {
  const base =
    bases.get(op.name) ?? ((await wellFormed(lab, op).catch(() => ({}))) as Record<string, unknown>)
  bases.set(op.name, base)
  return base
}

async function probe(who: string): Promise<{ told: string[]; asked: number }> {
  const told: string[] = []
  let asked = 0
  for (const op of queries()) {
    const base = await baseOf(op)
    const holes = holesOf(op)
    const put = (keys: readonly string[], value: string): Record<string, unknown> => ({
      ...base,
      ...Object.fromEntries(keys.map((key) => [key, value])),
    })
    const say = async (params: Record<string, unknown>): Promise<{ status: number; text: string }> => {
      asked += 1
      const { status, bytes } = await lab.as(who).file(op.name, params)
      return { status, text: bytes.toString('latin1') }
    }
    const plain = holes.ids.length > 0 ? await say(put(holes.ids, nobody)) : null
    const tries = [
      ...(holes.ids.length > 0 ? ids.map((one) => ({ sent: one, params: put(holes.ids, one) })) : []),
      ...holes.texts.flatMap((key) => words.map((one) => ({ sent: one, params: put([key], one) }))),
      { sent: '', params: base },
    ]
    const answered = await Promise.all(tries.map(async (one) => ({ ...one, ...(await say(one.params)) })))
    for (const { sent, params, status, text } of answered) {
      const bare = text.replaceAll(sent === '' ? '\u0000' : sent, '')
      const leak = [...words, ...ids].filter((secret) => secret !== sent && bare.includes(secret))
      if (leak.length > 0) told.push(`${op.name} ${JSON.stringify(params)} tells ${leak.join(', ')}`)
      if (status >= 500) told.push(`${op.name} ${JSON.stringify(params)} answers ${status}`)
      if (
        plain &&
        ids.includes(sent) &&
        (status !== plain.status || bare !== plain.text.replaceAll(nobody, ''))
      )
        told.push(`${op.name}: ${sent} is told as ${status}, and what is not there as ${plain.status}`)
    }
  }
  console.log(`${who}: ${asked} questions to ${queries().length} queries`)
  return { told, asked }
}

test.each(strangers)(
  'S-B28 %s learns nothing of it from any query, and is told of it as of what is not there',
  { timeout: 600_000 },
  async (who) => {
    const { told, asked } = await probe(who)
    expect(asked).toBeGreaterThan(1_000)
    expect(told).toEqual([])
  },
)

test('the same questions find it for the officer of the case: they would find it for anybody else', {
  timeout: 600_000,
}, async () => {
  const { told } = await probe('rp-officer')
  for (const mark of marks.filter((one) => one !== 'Guacamaya')) expect(told.join('\n')).toContain(mark)
  const found = new Set(told.map((line) => line.split(/[ :]/)[0]))
  for (const query of [
    'cases.get-case',
    'cases.find-anything',
    'evidence.get-item',
    'portal.case-status',
    'portal.my-cases',
  ])
    expect(found).toContain(query)
})
