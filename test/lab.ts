/** The story harness: a fresh database from the template, the real server on a free port, named people, a made clock. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { inject } from 'vitest'
import type {} from './global-setup.ts'
import { makeGround } from '../src/app/ground.ts'
import { makeRegistry } from '../src/app/registry.ts'
import { buildServer } from '../src/app/server.ts'
import { setServiceZone } from '../src/kernel/calendar.ts'
import { serveWeb } from '../src/app/web.ts'
import { actorOfPerson, systemActor } from '../src/identity/authority.ts'
import { customerRoles } from '../src/identity/rules.ts'
import { hashSecret } from '../src/identity/secrets.ts'
import { openSession } from '../src/identity/store/sessions.ts'
import { uuid7, madeClock } from '../src/platform/clock.ts'
import type { Actor, Ground } from '../src/platform/cx.ts'
import { openDb } from '../src/platform/db.ts'
import { onDatabase } from '../src/platform/embedded.ts'
import { folderFiles, folderStores } from '../src/platform/files.ts'
import { perform } from '../src/platform/operation.ts'
import { sql } from '../src/platform/sql.ts'

// Stories look into answers as a reader would; the shapes themselves are checked by each operation's output.
export type Said = any // oxlint-disable-line typescript/no-explicit-any
export interface Answer {
  status: number
  body: Said
  headers: Headers
}
export interface Telling {
  stepUp?: boolean
  reason?: string
  key?: string
  occurredAt?: string
  language?: 'en' | 'es'
}
const PIN = '246810'

/** `behindProxy`: the server takes a visitor's address from X-Forwarded-For, so that a story can have visitors from many.
 * `web`: the screens too, at http://localhost and this port. `safe`: it believes that it is reached by https. */
export async function openLab(
  options: { start?: string; seed?: number; behindProxy?: boolean; web?: number; safe?: boolean } = {},
) {
  const cluster = inject('cluster')
  const name = `lab_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  const admin = new pg.Client({ connectionString: cluster.superUrl })
  await admin.connect()
  await admin.query(
    `create database ${name} template ${cluster.template} strategy file_copy owner custodia_owner`,
  )
  await admin.end()
  const folder = await mkdtemp(join(tmpdir(), 'custodia-lab-'))
  const clock = madeClock(options.start ?? '2026-11-02T14:00:00.000Z')
  const registry = makeRegistry()
  const log = pino({ level: process.env.CUSTODIA_TEST_LOG ?? 'fatal' })
  const db = openDb({ connectionString: onDatabase(cluster.appUrl, name), max: 6 }, () => {})
  const ground = makeGround({
    db,
    files: folderFiles(join(folder, 'files')),
    cold: folderStores(join(folder, 'cold')),
    registry,
    log,
    clock,
    house: {
      url: options.safe
        ? 'https://lab.test'
        : options.web === undefined
          ? 'http://lab.test'
          : `http://localhost:${options.web}`,
      keysFolder: join(folder, 'keys'),
      demo: false,
      keyPassphrase: null,
    },
  })
  // The stories' laboratory stands in Belize, whatever its definition; a story of another place says so itself.
  setServiceZone('America/Belize')
  const server = await buildServer({
    ground,
    logger: log,
    secure: options.safe ?? false,
    trustProxy: options.behindProxy ?? false,
  })
  if (options.web !== undefined) await serveWeb(server, ground)
  await server.listen({ host: '127.0.0.1', port: options.web ?? 0 })
  const address = server.server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`

  /** The system performs an operation in process: for arranging a story, not for telling it. */
  const arrange = async (operation: string, input: unknown, actor: Actor = systemActor): Promise<Said> => {
    const op = ground.operations.get(operation)
    if (!op) throw new Error(`No operation ${operation}`)
    return perform(ground, op, { actor, input, steppedUp: true, reason: 'arranged' })
  }
  const { agencies, ...units } = await arrangeUnits(arrange)
  const people = new Map<string, { id: string; token: string; csrf: string }>()

  /** Makes a person with an account, roles (at `unit`, or the whole service), a PIN and an open session. */
  const person = async (
    username: string,
    roles: readonly string[],
    where: { unit?: string | null; agency?: string; name?: string; email?: string } = {},
  ) => {
    const unit = where.unit === undefined ? units.chemistry : where.unit
    const { id } = await arrange('identity.add-person', {
      name: where.name ?? username,
      username,
      unit,
      agency: where.agency ?? (await agencyOfUnit(ground, unit)),
      ...(where.email ? { email: where.email } : {}),
    })
    for (const role of roles)
      await arrange('identity.grant-role', {
        person: id,
        role,
        // A customer's role is held somewhere, whoever holds all of them for the whole service.
        unit: unit ?? (customerRoles.includes(role) ? units.policeDangriga : null),
      })
    const pin = await hashSecret(PIN)
    const session = await db.transaction(async (tx) => {
      await tx.run(sql`update identity.account set pin_hash = ${pin} where person = ${id}`)
      return openSession({ tx, now: clock.now(), newId: clock.newId }, id, {
        device: 'story',
        method: 'password',
      })
    })
    // Stories run over made years: the session of a named person never ends by itself.
    await db.direct.run(
      sql`update identity.session set expires_at = '2100-01-01', idle_minutes = null where person = ${id}`,
    )
    people.set(username, { id, token: session.token, csrf: session.csrf })
    return id as string
  }

  const as = (username: string | null) => {
    const who = username === null ? undefined : people.get(username)
    if (username !== null && !who) throw new Error(`Nobody is called ${username}`)
    const headersOf = (more: Record<string, string>, telling: Telling = {}): Record<string, string> => ({
      ...(who ? { cookie: `custodia_session=${who.token}`, 'x-custodia-csrf': who.csrf } : {}),
      ...(telling.key ? { 'idempotency-key': telling.key } : {}),
      ...(telling.reason ? { 'custodia-reason': encodeURIComponent(telling.reason) } : {}),
      ...(telling.occurredAt ? { 'custodia-occurred-at': telling.occurredAt } : {}),
      'accept-language': telling.language ?? 'en',
      ...more,
    })
    const path = (operation: string): string => `${url}/api/${operation.replace('.', '/')}`
    const answerOf = async (response: Response): Promise<Answer> => {
      const text = await response.text()
      return {
        status: response.status,
        body: text === '' ? null : JSON.parse(text),
        headers: response.headers,
      }
    }
    const tell = async (operation: string, input: unknown, telling: Telling = {}): Promise<Answer> => {
      const headers = headersOf({ 'content-type': 'application/json' }, telling)
      if (telling.stepUp) {
        const proof = await tell('identity.step-up', { pin: PIN })
        headers['custodia-step-up'] = proof.body.proof
      }
      return answerOf(await fetch(path(operation), { method: 'POST', headers, body: JSON.stringify(input) }))
    }
    const query = (params: Record<string, unknown>): string =>
      new URLSearchParams(
        Object.entries(params)
          .filter(([, v]) => v !== undefined && v !== null)
          .map(([k, v]): [string, string] => [k, String(v)]),
      ).toString()
    return {
      id: who?.id,
      tell,
      /** Tells and expects it to be done, showing who it is when asked, as the page does; a refusal fails the story with its sentence. */
      do: async (operation: string, input: unknown, telling: Telling = {}): Promise<Said> => {
        let answer = await tell(operation, input, telling)
        if (answer.body?.code === 'step-up-required')
          answer = await tell(operation, input, { ...telling, stepUp: true })
        if (answer.status >= 300)
          throw new Error(`${operation} was refused (${answer.status}): ${JSON.stringify(answer.body)}`)
        return answer.body
      },
      ask: async (
        operation: string,
        params: Record<string, unknown> = {},
        telling: Telling = {},
      ): Promise<Answer> =>
        answerOf(await fetch(`${path(operation)}?${query(params)}`, { headers: headersOf({}, telling) })),
      file: async (operation: string, params: Record<string, unknown> = {}) => {
        const response = await fetch(`${path(operation)}?${query(params)}`, { headers: headersOf({}) })
        return {
          status: response.status,
          bytes: Buffer.from(await response.arrayBuffer()),
          headers: response.headers,
        }
      },
      upload: async (bytes: Uint8Array, fileName = 'file.bin'): Promise<Answer> =>
        answerOf(
          await fetch(`${url}/api/files?name=${encodeURIComponent(fileName)}`, {
            method: 'POST',
            headers: headersOf({ 'content-type': 'application/octet-stream' }),
            body: new Uint8Array(bytes),
          }),
        ),
    }
  }

  return {
    url,
    ground,
    clock,
    db,
    units,
    agencies,
    people,
    arrange,
    person,
    as,
    folder,
    actor: async (username: string) =>
      (await actorOfPerson(db.direct, people.get(username)?.id ?? '', clock.now())) as Actor,
    async close() {
      await server.close()
      await db.close()
      const client = new pg.Client({ connectionString: cluster.superUrl })
      await client.connect()
      await client.query(`drop database ${name} with (force)`)
      await client.end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
export type Lab = Awaited<ReturnType<typeof openLab>>

async function agencyOfUnit(ground: Ground, unit: string | null): Promise<string | null> {
  return (
    (
      await ground.db.direct.maybe<{ agency: string }>(
        sql`select agency from identity.unit where id = ${unit}`,
      )
    )?.agency ?? null
  )
}

/** The smallest world in which the main job can be told: a laboratory, police, prosecution. */
async function arrangeUnits(arrange: (operation: string, input: unknown) => Promise<{ id: string }>) {
  const service = (
    await arrange('identity.register-agency', {
      name: 'National Forensic Science Service',
      shortName: 'NFSS',
      kind: 'service',
    })
  ).id
  const police = (
    await arrange('identity.register-agency', { name: 'Police Department', shortName: 'BPD', kind: 'police' })
  ).id
  const prosecution = (
    await arrange('identity.register-agency', {
      name: 'Office of the Director of Public Prosecutions',
      shortName: 'DPP',
      kind: 'prosecution',
    })
  ).id
  const unit = async (
    agency: string,
    name: string,
    code: string,
    kind: string,
    parent?: string,
  ): Promise<string> => (await arrange('identity.add-unit', { agency, name, code, kind, parent })).id
  const whole = await unit(service, 'National Forensic Science Service', 'NFSS', 'service')
  const lab = await unit(service, 'Forensic Laboratory, Ladyville', 'LAB', 'office', whole)
  return {
    agencies: { service, police, prosecution },
    whole,
    lab,
    counter: await unit(service, 'Evidence Management', 'EVM', 'section', lab),
    chemistry: await unit(service, 'Analytical Chemistry', 'CHEM', 'section', lab),
    toxicology: await unit(service, 'Toxicology', 'TOX', 'section', lab),
    policeDangriga: await unit(police, 'Dangriga Formation', 'DG', 'formation'),
    policeBelmopan: await unit(police, 'Belmopan Formation', 'BMP', 'formation'),
    dpp: await unit(prosecution, 'DPP Belize City', 'DPP', 'office'),
  }
}

export const testId = (n: number): string =>
  uuid7(1_700_000_000_000 + n, Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, n >> 8, n & 255]))
