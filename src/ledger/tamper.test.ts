/**
 * Whatever somebody with every right in the database does to a row of a covered table, of the ledger or of what is
 * derived, verification fails and names it: every table, every column, by enumeration; changed, emptied, taken out,
 * added, exchanged.
 */
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { z } from 'zod'
import { modules } from '../app/modules.ts'
import { systemActor } from '../identity/authority.ts'
import { ref } from '../kernel/shapes.ts'
import { command, plain } from '../platform/define.ts'
import { perform } from '../platform/operation.ts'
import { sql } from '../platform/sql.ts'
import { type MadeInstallation, madeInstallation } from '../../test/installation.ts'
import { simulate } from '../../test/simulation/simulate.ts'
import {
  type Table,
  dropRules,
  keeper,
  madeRow,
  openSuperuser,
  otherValue,
  personalOf,
  recordRows,
  tablesOf,
} from '../../test/tampering.ts'
import type { Problem } from './findings.ts'
import { growTree } from './sequencer.ts'
import { verifyInstallation } from './verify.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
let house: MadeInstallation
let superuser: pg.Client

/** The problems of the moment; none is cut off. */
async function problemsOf(derived: boolean): Promise<Problem[]> {
  const report = await verifyInstallation(house.ground, derived ? modules : [], {})
  expect(report.ok).toBe(report.problems.length === 0)
  return report.problems
}

describe('covered tables', () => {
  let tables: Table[]
  const rowsOf = new Map<string, string[]>()
  let kept: { putBack(): Promise<void> }
  /** Rows 0 to 2 say everything, row 3 only what is needed. */
  const row = (table: string, n: number): string => (rowsOf.get(table) as string[])[n] as string

  beforeAll(async () => {
    house = await madeInstallation()
    superuser = await openSuperuser(inject('cluster').superUrl, house.database.name)
    tables = (await tablesOf(superuser)).filter((t) => t.word === 'covered' && !t.name.startsWith('ledger.'))
    await dropRules(superuser)
    await recordRows(house.ground, tables, 3)
    for (const { name } of tables) {
      const { rows } = await superuser.query<{ id: string }>(
        `select t.id from ${name} t join ledger.entry e on e.id = t.entry order by e.no`,
      )
      rowsOf.set(
        name,
        rows.map((r) => r.id),
      )
    }
    kept = await keeper(
      superuser,
      tables.map((t) => t.name),
    )
  })
  afterAll(async () => {
    await superuser.end()
    await house.close()
  })

  /** One attack on every table at once; each must be named, with its row. */
  async function attack(statements: readonly { table: string; row: string; text: string }[]): Promise<void> {
    for (const { text } of statements) await superuser.query(text)
    const problems = await problemsOf(false)
    for (const { table, row, text } of statements)
      expect(
        problems.some((p) => p.table === table && p.row === row),
        `unseen: ${text}`,
      ).toBe(true)
    await kept.putBack()
  }
  test('untouched, nothing is found, and no table is without rows', async () => {
    // Anchors of looks that nobody ever had are among the made rows.
    expect((await problemsOf(false)).filter((p) => p.table !== 'platform.read_log')).toEqual([])
    expect(tables.length).toBeGreaterThan(70)
    for (const { name } of tables) expect(rowsOf.get(name)?.length, name).toBe(4)
  })

  test('every column of every table, changed', async () => {
    const most = Math.max(...tables.map((t) => t.columns.length))
    for (let n = 0; n < most; n += 1)
      await attack(
        tables.flatMap(({ name, columns }) => {
          const column = columns[n]
          const at = row(name, n % 4)
          return column
            ? [
                {
                  table: name,
                  row: at,
                  text: `update ${name} set "${column.name}" = ${otherValue(column)} where id = '${at}'`,
                },
              ]
            : []
        }),
      )
  })

  test('every column that may be empty, emptied', async () => {
    const empty = (t: Table): Table['columns'] => t.columns.filter((c) => !c.needed)
    const most = Math.max(...tables.map((t) => empty(t).length))
    for (let n = 0; n < most; n += 1)
      await attack(
        tables.flatMap((t) => {
          const column = empty(t)[n]
          const at = row(t.name, 0)
          return column
            ? [
                {
                  table: t.name,
                  row: at,
                  text: `update ${t.name} set "${column.name}" = null where id = '${at}'`,
                },
              ]
            : []
        }),
      )
  })

  test.each([0, 2, 3])('row %i of every table, taken out', async (n) => {
    await attack(
      tables.map(({ name }) => ({
        table: name,
        row: row(name, n),
        text: `delete from ${name} where id = '${row(name, n)}'`,
      })),
    )
  })

  test('a row added to every table, like one that stands there', async () => {
    await attack(
      tables.map(({ name }) => {
        const id = house.ground.newId()
        return {
          table: name,
          row: id,
          text: `insert into ${name} select (jsonb_populate_record(t, '{"id": "${id}"}')).* from ${name} t where id = '${row(name, 1)}'`,
        }
      }),
    )
  })

  test('two rows of every table, exchanged', async () => {
    await attack(
      tables.map(({ name }) => {
        const [a, b, aside] = [row(name, 0), row(name, 1), house.ground.newId()]
        const move = (from: string, to: string): string =>
          `update ${name} set id = '${to}' where id = '${from}'`
        return { table: name, row: a, text: [move(a, aside), move(b, a), move(aside, b)].join(';') }
      }),
    )
  })

  test('every personal value that a row speaks of, by whatever name, changed', async () => {
    const spoken = tables.flatMap((t) => personalOf(t).map(({ value }) => ({ table: t.name, value })))
    expect(new Set(spoken.map((s) => s.value)).size).toBeGreaterThan(1)
    const at = spoken.map(
      ({ table, value }) => `(select ${value} from ${table} where id = '${row(table, 0)}')`,
    )
    await superuser.query(`create table public.aside as select * from ledger.vault;
      update ledger.vault set value = '{"name": "Somebody else"}' where id in (${at.join(', ')})`)
    const problems = await problemsOf(false)
    await superuser.query(
      'update ledger.vault v set value = a.value from public.aside a where a.id = v.id; drop table public.aside',
    )
    for (const { table, value } of spoken) {
      const { rows } = await superuser.query<{ id: string }>(
        `select ${value} as id from ${table} where id = '${row(table, 0)}'`,
      )
      expect(
        problems.some(
          (p) => p.kind === 'vault-changed' && p.table === table && p.detail.includes(rows[0]?.id ?? '?'),
        ),
        `unseen: ${value} of ${table}`,
      ).toBe(true)
    }
  })

  test('a row called destroyed by order, when no entry says so', async () => {
    for (const name of tables.map((t) => t.name).slice(0, 3)) {
      const at = row(name, 1)
      await superuser.query(`delete from ${name} where id = '${at}';
        insert into ledger.destroyed (table_name, row_id, entry) select '${name}', '${at}', entry from ${name} where id = '${row(name, 2)}'`)
      const problems = await problemsOf(false)
      expect(problems).toContainEqual(expect.objectContaining({ kind: 'destroyed-unfounded', row: at }))
      expect(problems).toContainEqual(expect.objectContaining({ kind: 'row-missing', table: name, row: at }))
      await superuser.query('delete from ledger.destroyed')
      await kept.putBack()
    }
  })
})

describe('the ledger itself', () => {
  const tables = ['entry', 'leaf', 'head', 'checkpoint', 'destroyed', 'vault', 'pending'].map(
    (t) => `ledger.${t}`,
  )
  const keyOf: Readonly<Record<string, string>> = {
    'ledger.entry': 'id',
    'ledger.leaf': 'position',
    'ledger.head': 'subject',
    'ledger.checkpoint': 'size',
    'ledger.destroyed': 'row_id',
    'ledger.vault': 'id',
  }
  let described: Table[]
  let kept: { putBack(): Promise<void> }

  beforeAll(async () => {
    house = await madeInstallation()
    superuser = await openSuperuser(inject('cluster').superUrl, house.database.name)
    const all = await tablesOf(superuser)
    described = all.filter((t) => keyOf[t.name])
    await dropRules(superuser)
    const parties = all.filter((t) => ['cases.party', 'cases.note'].includes(t.name))
    for (let n = 0; n < 4; n += 1) {
      await recordRows(house.ground, parties, 3)
      await growTree(house.ground, { checkpoint: true })
      house.clock.advance(1_000)
    }
    await destroyTwo()
    await growTree(house.ground, { checkpoint: true })
    kept = await keeper(superuser, tables)
  })
  afterAll(async () => {
    await superuser.end()
    await house.close()
  })

  /** Two rows leave lawfully: they, their personal values, and the entries that say so. */
  async function destroyTwo(): Promise<void> {
    const { rows } = await superuser.query<{ id: string; root: string; vault: string }>(
      'select id, root, vault from cases.note order by id limit 2',
    )
    for (const { id, root, vault } of rows)
      await perform(
        house.ground,
        plain(
          command({
            name: 'test.destroy-row',
            summary: 'Destroys a row by order.',
            who: 'anyone',
            input: z.unknown(),
            output: z.unknown(),
            run: async (cx) => {
              const [entry] = await cx.record({
                subject: ref('test.row', cx.newId()),
                root,
                facts: { destroyed: 1 },
              })
              await cx.tx.run(sql`select ledger.destroy_row('cases.note', ${id}, ${entry})`)
              await cx.tx.run(sql`delete from ledger.vault where id = ${vault}`)
            },
          }),
        ),
        { actor: systemActor, input: {} },
      )
  }

  async function keys(table: string): Promise<string[]> {
    const key = keyOf[table] as string
    const { rows } = await superuser.query<{ key: string }>(
      `select "${key}"::text as key from ${table} order by ${table === 'ledger.entry' ? 'no' : `"${key}"`}`,
    )
    return rows.map((r) => r.key)
  }
  /** The finding must be about this table or an entry, and name what was touched. */
  async function seen(text: string, named: readonly string[]): Promise<void> {
    await superuser.query(text)
    const problems = await problemsOf(false)
    expect(
      problems.some((p) =>
        named.some((key) => Object.values(p).includes(key) || p.detail.includes(` ${key} `)),
      ),
      `unseen: ${text}\n${JSON.stringify(problems.slice(0, 5), null, 1)}`,
    ).toBe(true)
    await kept.putBack()
  }

  test('untouched, nothing is found', async () => {
    expect(await problemsOf(false)).toEqual([])
    for (const { name } of described) expect((await keys(name)).length, name).toBeGreaterThan(1)
  })

  test('every column of every table, changed in a row of the middle and in the last', async () => {
    for (const { name, columns } of described) {
      const all = await keys(name)
      const key = keyOf[name] as string
      for (const at of [all[Math.floor(all.length / 2)], all.at(-1)] as string[])
        for (const column of columns) {
          const { rows } = await superuser.query<{ value: string }>(
            `select (${otherValue(column)})::text as value from ${name} where "${key}" = '${at}'`,
          )
          const value = rows[0]?.value as string
          await seen(
            `update ${name} set "${column.name}" = '${value.replaceAll("'", "''")}' where "${key}" = '${at}'`,
            column.name === key ? [at, value] : [at],
          )
        }
    }
  })

  test('the first row, one of the middle and the last, taken out', async () => {
    for (const { name } of described) {
      const all = await keys(name)
      for (const at of [all[0], all[Math.floor(all.length / 2)], all.at(-1)] as string[]) {
        const next = name === 'ledger.checkpoint' ? all[all.indexOf(at) + 1] : undefined
        const named =
          name === 'ledger.entry'
            ? [at, await positionOf(at)]
            : name === 'ledger.leaf'
              ? [at, await entryAt(at)]
              : [at, next ?? at]
        await seen(`delete from ${name} where "${keyOf[name]}" = '${at}'`, named)
      }
    }
  })
  const positionOf = async (entry: string): Promise<string> =>
    (
      await superuser.query<{ p: string }>(
        `select l.position::text as p from ledger.leaf l join ledger.entry e on e.no = l.entry_no where e.id = '${entry}'`,
      )
    ).rows[0]?.p as string
  const entryAt = async (position: string): Promise<string> =>
    (
      await superuser.query<{ id: string }>(
        `select e.id from ledger.leaf l join ledger.entry e on e.no = l.entry_no where l.position = ${position}`,
      )
    ).rows[0]?.id as string

  test('a row added, like one that stands there', async () => {
    const fresh = house.ground.newId()
    const added: [string, string, string][] = [
      ['ledger.entry', `(jsonb_populate_record(t, '{"id": "${fresh}", "no": 999999, "seq": 999}')).*`, fresh],
      ['ledger.leaf', `(jsonb_populate_record(t, '{"position": 999999, "entry_no": 999999}')).*`, '999999'],
      [
        'ledger.head',
        `(jsonb_populate_record(t, '{"subject": "test.row/${fresh}"}')).*`,
        `test.row/${fresh}`,
      ],
      ['ledger.checkpoint', `(jsonb_populate_record(t, '{"size": 5}')).*`, '5'],
      ['ledger.destroyed', `(jsonb_populate_record(t, '{"row_id": "${fresh}"}')).*`, fresh],
      ['ledger.vault', `(jsonb_populate_record(t, '{"id": "${fresh}"}')).*`, fresh],
    ]
    expect(added.map(([name]) => name).sort()).toEqual(described.map((t) => t.name))
    for (const [name, columns, key] of added)
      await seen(`insert into ${name} overriding system value select ${columns} from ${name} t limit 1`, [
        key,
      ])
    const { rows } = await superuser.query<{ no: string }>(
      'select no::text from ledger.entry order by no limit 1',
    )
    const no = rows[0]?.no as string
    await seen(`insert into ledger.pending values (${no})`, [no])
    await seen('insert into ledger.pending values (999999)', ['999999'])
  })

  test('two rows exchanged', async () => {
    for (const { name, key, columns } of described) {
      const all = await keys(name)
      const own = keyOf[name] as string
      const [a, b] = [all[0], all.at(-1)] as [string, string]
      const rest = columns.filter((c) => !key.includes(c.name) && c.name !== 'no').map((c) => `"${c.name}"`)
      await seen(
        `update ${name} t set (${rest.join(', ')}) = (select ${rest.map((c) => `o.${c}`).join(', ')} from ${name} o where o."${own}" = case t."${own}"::text when '${a}' then '${b}' else '${a}' end) where t."${own}"::text in ('${a}', '${b}')`.replace(
          /o\."(\w+)" = case/,
          'o."$1"::text = case',
        ),
        [a, b],
      )
    }
  })

  test('an entry that was recorded and never given a place', async () => {
    const [table] = (await tablesOf(superuser)).filter((t) => t.name === 'cases.note')
    await recordRows(house.ground, [table as Table], 1)
    await superuser.query('delete from ledger.pending')
    expect(await problemsOf(false)).toContainEqual(expect.objectContaining({ kind: 'entry-without-place' }))
  })
})

describe('what is derived', () => {
  let tables: Table[]
  const filled: Table[] = []
  let kept: { putBack(): Promise<void> }

  beforeAll(async () => {
    house = await madeInstallation()
    // Weeks at work leave something in nearly every derived table; what stays empty is attacked by adding to it.
    expect((await simulate(house, { seed: 11, days: 5, acts: 200 })).wrong).toEqual([])
    superuser = await openSuperuser(inject('cluster').superUrl, house.database.name)
    tables = (await tablesOf(superuser)).filter((t) => t.word === 'derived' && t.name !== 'ledger.head')
    await dropRules(superuser)
    for (const table of tables) {
      const { rows } = await superuser.query(`select 1 from ${table.name} limit 1`)
      if (rows.length > 0) filled.push(table)
    }
    kept = await keeper(
      superuser,
      tables.map((t) => t.name),
    )
  })
  afterAll(async () => {
    await superuser.end()
    await house.close()
  })

  type Statement = { table: string; text: string }
  async function unseen(statements: readonly Statement[]): Promise<Statement[]> {
    for (const { text } of statements) await superuser.query(text)
    const problems = await problemsOf(true)
    await kept.putBack()
    return statements.filter(
      ({ table }) => !problems.some((p) => p.table === table && p.kind.startsWith('derived-')),
    )
  }
  /** All at once, and what agrees again by chance by itself: a sum and the row it counted, both taken out, make a true sum. */
  async function attack(statements: readonly Statement[]): Promise<void> {
    for (const statement of await unseen(statements))
      expect(await unseen([statement]), statement.text).toEqual([])
  }
  const one = (name: string): string => `ctid = (select ctid from ${name} limit 1)`

  test('a laboratory at work verifies, and each derived table can be computed again', async () => {
    expect(await problemsOf(true)).toEqual([])
    const computed = modules.flatMap((m) => Object.keys(m.derived ?? {}))
    expect(tables.map((t) => t.name).filter((name) => !computed.includes(name))).toEqual([])
    expect(filled.length).toBeGreaterThan(tables.length / 2)
  })

  test('every column, changed', async () => {
    const most = Math.max(...filled.map((t) => t.columns.length))
    for (let n = 0; n < most; n += 1)
      await attack(
        filled.flatMap(({ name, columns }) => {
          const column = columns[n]
          return column
            ? [
                {
                  table: name,
                  text: `update ${name} set "${column.name}" = ${otherValue(column)} where ${one(name)}`,
                },
              ]
            : []
        }),
      )
  })

  test('a row taken out, a row doubled under another key', async () => {
    await attack(filled.map(({ name }) => ({ table: name, text: `delete from ${name} where ${one(name)}` })))
    await attack(
      filled.map(({ name, columns, key }) => ({
        table: name,
        text: `insert into ${name} select ${columns
          .map((c) => (c.name === key[0] ? `${otherValue(c)}` : `"${c.name}"`))
          .join(', ')} from ${name} where ${one(name)}`,
      })),
    )
  })

  test('a row put where none follows', async () => {
    await attack(tables.map((table) => ({ table: table.name, text: madeRow(table, 77) })))
  })
})
