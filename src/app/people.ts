/** Command-line acts for people: everything through perform(), in the name of a named person. */
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { actorOfPerson, migrationActor } from '#identity/authority.ts'
import { mustBeGoodPassword } from '#identity/passwords.ts'
import { hashSecret } from '#identity/secrets.ts'
import { keepPassword, wordsOfTheHouse } from '#identity/store.ts'
import { ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Actor, AnyOperation, Download, Ground } from '#platform/cx.ts'
import { command, plain } from '#platform/define.ts'
import { perform } from '#platform/operation.ts'
import { sql } from '#platform/sql.ts'

/** The named person, or the first administrator: whoever sits at the server acts as somebody. */
export async function actorNamed(ground: Ground, username: string | undefined): Promise<Actor> {
  const row = await ground.db.direct.maybe<{ person: string }>(
    username === undefined
      ? sql`select g.person from identity.role_grant g join identity.account a using (person) where g.role = 'administrator' and not a.suspended order by g.recorded_at limit 1`
      : sql`select person from identity.account where username = ${username.toLowerCase()}`,
  )
  const actor = row && (await actorOfPerson(ground.db.direct, row.person, ground.now()))
  if (!actor)
    throw new Refusal('not-found', username === undefined ? 'not-set-up' : 'no-such-user', {
      values: { user: username ?? '' },
    })
  return actor
}

export async function act(
  ground: Ground,
  actor: Actor,
  operation: string,
  input: unknown,
  reason = 'command line',
): Promise<unknown> {
  const op = ground.operations.get(operation)
  if (!op) throw new Refusal('not-found', 'no-such-operation')
  return perform(ground, op, { actor, input, reason, steppedUp: true })
}

export async function addUser(
  ground: Ground,
  user: {
    username: string
    roles: readonly string[]
    password: string | undefined
    unit: string | undefined
    fullName: string | undefined
  },
): Promise<{ id: string }> {
  const administrator = await actorNamed(ground, undefined)
  const unit =
    user.unit === undefined
      ? undefined
      : await ground.db.direct.maybe<{ id: string; agency: string }>(
          sql`select id, agency from identity.unit where code = ${user.unit}`,
        )
  if (user.unit !== undefined && !unit)
    throw new Refusal('not-found', 'no-such-unit', { values: { unit: user.unit } })
  const { id } = (await act(ground, administrator, 'identity.add-person', {
    name: user.fullName ?? user.username,
    username: user.username,
    password: user.password,
    unit: unit?.id,
    agency: unit?.agency,
  })) as { id: string }
  for (const role of user.roles.flatMap((r) => r.split(',')))
    await act(ground, administrator, 'identity.grant-role', { person: id, role, unit: unit?.id })
  return { id }
}

/** Whoever sits at the server lets the first administrator in again; a password that somebody has is theirs alone to change. */
export async function giveFirstPassword(ground: Ground, username: string, password: string): Promise<void> {
  const giving = command({
    name: 'identity.give-first-password',
    summary: 'A first password for an account that has none.',
    who: 'anyone',
    input: z.unknown(),
    output: z.unknown(),
    run: async (cx) => {
      const account = await cx.tx.maybe<{ person: string; has: boolean }>(
        sql`select person, password_hash is not null as has from identity.account where username = ${username.toLowerCase()} for update`,
      )
      if (!account) throw new Refusal('not-found', 'no-such-user', { values: { user: username } })
      if (account.has) throw new Refusal('conflict', 'has-a-password', { values: { user: username } })
      mustBeGoodPassword(password, { own: [username, ...(await wordsOfTheHouse(cx.tx))], alone: true })
      await keepPassword(cx, account.person, await hashSecret(password))
      await cx.record({ subject: ref('identity.person', account.person), facts: { firstPassword: true } })
    },
  })
  await perform(ground, plain(giving), { actor: migrationActor, input: {}, reason: 'command line' })
}

export async function addToken(
  ground: Ground,
  token: { username: string; scopes: readonly string[]; name: string },
): Promise<{ id: string; token: string }> {
  return (await act(ground, await actorNamed(ground, token.username), 'identity.issue-token', {
    name: token.name,
    scopes: token.scopes,
  })) as { id: string; token: string }
}

export async function performFromCommandLine(
  ground: Ground,
  op: AnyOperation,
  how: {
    input: unknown
    as: string | undefined
    reason: string | undefined
    key: string | undefined
    pin: string | undefined
    out: string | undefined
  },
): Promise<unknown> {
  const actor = op.who === 'anyone' ? null : await actorNamed(ground, how.as)
  const steppedUp =
    op.stepUp === true && how.pin !== undefined && actor !== null && (await pinProves(ground, actor, how.pin))
  const answer = await perform(ground, op, {
    actor,
    input: how.input,
    reason: how.reason,
    idempotencyKey: how.key,
    steppedUp,
  })
  if (op.kind !== 'stream') return answer
  const file = answer as Download
  const path = how.out ?? file.name
  if (file.bytes) await writeFile(path, file.bytes)
  else if (file.file) await pipeline(await ground.files.stream(file.file), createWriteStream(path))
  return { written: path }
}

async function pinProves(ground: Ground, actor: Actor, pin: string): Promise<boolean> {
  const op = ground.operations.get('identity.step-up') as AnyOperation
  return perform(ground, op, { actor, input: { pin } }).then(() => true)
}
