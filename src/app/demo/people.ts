/** Brings the people of the demonstration in: accounts, roles, the PIN of everybody, and who may do which method. */
import { actorOfPerson, migrationActor } from '#identity/authority.ts'
import type { Actor, Ground } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { perform } from '#platform/operation.ts'
import { players } from './cast.ts'

export type Cast = ReadonlyMap<string, Actor>

export const one = (cast: Cast, username: string): Actor => {
  const actor = cast.get(username)
  if (!actor) throw new Error(`Defect: nobody in the demonstration is called ${username}`)
  return actor
}

export async function bringIn(ground: Ground, pinHash: string): Promise<Cast> {
  const act = (operation: string, input: unknown): Promise<{ id: string }> =>
    perform(ground, ground.operations.get(operation) as never, {
      actor: migrationActor,
      input,
      reason: 'demonstration',
      steppedUp: true,
    }) as Promise<{ id: string }>
  const units = await ground.db.direct.many<{ id: string; code: string; agency: string }>(
    sql`select id, code, agency from identity.unit`,
  )
  const cast = new Map<string, Actor>()
  for (const player of players) {
    const unit = units.find((u) => u.code === (player.unit ?? 'ADM'))
    if (!unit) throw new Error(`Defect: the laboratory has no unit ${player.unit}`)
    const { id } = await act('identity.add-person', {
      name: player.name,
      rank: player.rank,
      title: player.title,
      username: player.username,
      unit: unit.id,
      agency: unit.agency,
      email: `${player.username}@example.bz`,
      language: player.language,
    })
    for (const role of player.roles)
      await act('identity.grant-role', { person: id, role, unit: player.unit ? unit.id : undefined })
    cast.set(player.username, (await actorOfPerson(ground.db.direct, id, ground.now())) as Actor)
  }
  await ground.db.direct.run(sql`update identity.account set pin_hash = ${pinHash}`)
  const { person } = await ground.db.direct.one<{ person: string }>(
    sql`select person from identity.account where username = 'admin'`,
  )
  return cast.set('admin', (await actorOfPerson(ground.db.direct, person, ground.now())) as Actor)
}

const competent: readonly (readonly [method: string, who: string, as: 'analyst' | 'reviewer'])[] = [
  ...['AC-05', 'AC-07'].flatMap((method) => [
    [method, 'analyst', 'analyst'] as const,
    [method, 'analyst2', 'analyst'] as const,
    [method, 'reviewer', 'analyst'] as const,
    [method, 'reviewer', 'reviewer'] as const,
    [method, 'head', 'reviewer'] as const,
  ]),
  ['TX-01', 'tox', 'analyst'],
  ['TX-03', 'tox', 'analyst'],
  ['TX-01', 'tox-head', 'reviewer'],
  ['FA-01', 'firearms', 'analyst'],
  ['FA-01', 'firearms-head', 'reviewer'],
  ['SE-01', 'serology', 'analyst'],
  ['SE-01', 'serology-head', 'reviewer'],
]

/** Authorised from the first day; one authorisation ends soon, so that somebody must look after it. */
export async function authorise(
  ground: Ground,
  cast: Cast,
  days: { readonly from: string; readonly endsSoon: string },
): Promise<void> {
  for (const [code, who, as] of competent) {
    const { method } = await ground.db.direct.one<{ method: string }>(
      sql`select method from quality.public_method_version where code = ${code} order by version desc limit 1`,
    )
    await perform(ground, ground.operations.get('quality.authorise-person') as never, {
      actor: one(cast, 'quality'),
      input: {
        person: one(cast, who).id,
        method,
        as,
        from: days.from,
        until: who === 'analyst2' && code === 'AC-07' ? days.endsSoon : undefined,
        basis: 'Ten supervised samples and an examination passed',
      },
    })
  }
}
