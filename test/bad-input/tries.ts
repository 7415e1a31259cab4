/**
 * What every file here stands on: a laboratory with somebody who holds every role, the sending of what no page would send,
 * and what was written meanwhile. Called once at the top of a test file.
 */
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, inject, vi } from 'vitest'
import { makeRegistry } from '../../src/app/registry.ts'
import { roles } from '../../src/identity/roles.ts'
import type { AnyOperation } from '../../src/platform/cx.ts'
import { onDatabase } from '../../src/platform/embedded.ts'
import { sql } from '../../src/platform/sql.ts'
import { type Answer, type Lab, openLab } from '../lab.ts'

/** Short in a test run: of each list some, others for the next operation; `npm run prove -- bad-input` tries them all. */
export const long = process.env.CUSTODIA_TEST_LONG === '1'
export const { operations } = makeRegistry()
export const all = [...operations.values()]

export const record = (input: unknown): Record<string, unknown> =>
  typeof input === 'object' && input !== null ? { ...(input as Record<string, unknown>) } : {}

const reasons = { 'custodia-reason': 'tried' }

export interface Tries {
  readonly lab: Lab
  headersFor(username: string | null): Record<string, string>
  pathOf(op: AnyOperation): string
  /** Sends it as it is, without any help of the harness. */
  send(op: AnyOperation, input: unknown, more?: Record<string, string>, who?: string | null): Promise<Answer>
  /** Tries each; none may be a fault of ours, and those that were refused together have left nothing. */
  tryAll(
    op: AnyOperation,
    inputs: readonly (readonly [what: string, input: unknown])[],
    who?: string | null,
  ): Promise<Map<string, Answer>>
  /** The tables in which a row was added, changed or taken out for good since this was last asked, in order. */
  written(): Promise<string[]>
}

export function tries(): Tries {
  vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
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
    await noteWrites(lab)
  })
  afterAll(() => lab.close())
  /** An operation may well end the session, suspend the account or ask for more: the next one starts from the same place. */
  async function asBefore(): Promise<void> {
    await lab.db.direct.run(sql`update identity.session set ended_at = null where ended_at is not null`)
    await lab.db.direct.run(sql`update identity.account set suspended = false where suspended`)
  }
  beforeEach(asBefore)

  const headersFor: Tries['headersFor'] = (username) => {
    const who = username === null ? undefined : lab.people.get(username)
    return who ? { cookie: `custodia_session=${who.token}`, 'x-custodia-csrf': who.csrf } : {}
  }
  const pathOf: Tries['pathOf'] = (op) => `${lab.url}/api/${op.name.replace('.', '/')}`

  const send: Tries['send'] = async (op, input, more = {}, who = 'mighty') => {
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

  const written: Tries['written'] = async () => {
    const rows = await lab.db.direct.many<{ at: string }>(
      sql`with those as (delete from noted.written returning at) select distinct at from those order by 1`,
    )
    return rows.map((r) => r.at)
  }

  const tryAll: Tries['tryAll'] = async (op, inputs, who = 'mighty') => {
    const answers = new Map<string, Answer>()
    let refused = true
    await written()
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
        refused = false
        await asBefore()
      }
      answers.set(what, answer)
    }
    if (refused) expect(await written(), `${op.name} left something behind`).toEqual([])
    return answers
  }
  return {
    get lab() {
      return lab
    },
    headersFor,
    pathOf,
    send,
    tryAll,
    written,
  }
}

/**
 * From here on every row that is written in a table of ours, and stays, leaves the table's name: exact, whatever is counted
 * or overwritten, and it costs nothing where nothing is written. Counters of tries and logs of refusals are meant to outlive one.
 */
async function noteWrites(lab: Lab): Promise<void> {
  const [{ name } = { name: '' }] = await lab.db.direct.many<{ name: string }>(
    sql`select current_database() as name`,
  )
  const superuser = new pg.Client({ connectionString: onDatabase(inject('cluster').superUrl, name) })
  await superuser.connect()
  await superuser.query(`
    create schema noted;
    create table noted.written (at text not null);
    create function noted.note() returns trigger language plpgsql as
      $$ begin insert into noted.written values (tg_table_schema || '.' || tg_table_name); return null; end $$;
    grant usage on schema noted to public;
    grant select, insert, delete on noted.written to public;
    do $$
      declare t regclass;
      begin
        for t in select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  where c.relkind = 'r' and obj_description(c.oid) ~ '^(covered|derived|kept)'
                    and n.nspname || '.' || c.relname not in ('platform.refusal_log', 'platform.read_log', 'identity.account', 'identity.challenge', 'identity.guess', 'identity.session', 'ledger.pending')
        loop
          execute format('create trigger zz_note after insert or update or delete on %s for each row execute function noted.note()', t);
          execute format('create trigger zz_note_all after truncate on %s for each statement execute function noted.note()', t);
        end loop;
      end $$`)
  await superuser.end()
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
