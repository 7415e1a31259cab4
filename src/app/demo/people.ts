/** The made-up people of the demonstration: one of each role, in real units; their names are nobody's. */
import { actorOfPerson, migrationActor } from '#identity/authority.ts'
import type { Actor, Ground } from '#platform/cx.ts'
import { perform } from '#platform/operation.ts'
import { sql } from '#platform/sql.ts'

export interface Cast {
  readonly director: Actor
  readonly quality: Actor
  readonly counter: Actor
  readonly keeper: Actor
  readonly analyst: Actor
  readonly second: Actor
  readonly head: Actor
  readonly officers: readonly Actor[]
  readonly prosecutor: Actor
  readonly administrator: Actor
}

interface Person {
  readonly username: string
  readonly name: string
  readonly rank?: string
  readonly title: string
  readonly roles: readonly string[]
  /** Code of the unit; none: the whole service. */
  readonly unit: string | null
  readonly wide?: boolean
}

export const unitCodes = {
  counter: ['EVM', 'EVIDENCE'],
  chemistry: ['CHEM', 'AC', 'ANALYTICAL-CHEMISTRY'],
  police: ['DG', 'DANGRIGA'],
  dpp: ['DPP'],
}

const people: readonly Person[] = [
  {
    username: 'director',
    name: 'Marisol Quan',
    title: 'Executive Director',
    roles: ['director'],
    unit: null,
  },
  {
    username: 'quality',
    name: 'Everett Pook',
    title: 'Quality Manager',
    roles: ['quality-manager'],
    unit: null,
  },
  {
    username: 'counter',
    name: 'Jolene Reneau',
    title: 'Evidence Officer',
    roles: ['evidence-officer'],
    unit: 'counter',
  },
  {
    username: 'keeper',
    name: 'Selwyn Arana',
    title: 'Evidence Officer',
    roles: ['evidence-officer'],
    unit: 'counter',
  },
  {
    username: 'analyst',
    name: 'Teresita Cus',
    title: 'Forensic Analyst',
    roles: ['analyst'],
    unit: 'chemistry',
  },
  {
    username: 'reviewer',
    name: 'Gilbert Tzul',
    title: 'Senior Forensic Analyst',
    roles: ['analyst'],
    unit: 'chemistry',
  },
  {
    username: 'head',
    name: 'Ana Lisbey',
    title: 'Head of Analytical Chemistry',
    roles: ['section-head'],
    unit: 'chemistry',
  },
  {
    username: 'officer',
    name: 'Dorian Palacio',
    rank: 'Cpl',
    title: 'Investigator',
    roles: ['officer'],
    unit: 'police',
  },
  {
    username: 'officer2',
    name: 'Melva Requena',
    rank: 'Sgt',
    title: 'Investigator',
    roles: ['officer'],
    unit: 'police',
  },
  {
    username: 'prosecutor',
    name: 'Kendra Usher',
    title: 'Crown Counsel',
    roles: ['prosecutor'],
    unit: 'dpp',
  },
]

export async function castOf(ground: Ground, pinHash: string): Promise<Cast> {
  const act = (operation: string, input: unknown): Promise<{ id: string }> =>
    perform(ground, ground.operations.get(operation) as never, {
      actor: migrationActor,
      input,
      reason: 'demonstration',
      steppedUp: true,
    }) as Promise<{ id: string }>
  const units = await ground.db.direct.many<{
    id: string
    code: string
    agency: string
    kind: string
    agency_kind: string
  }>(
    sql`select u.id, u.code, u.agency, u.kind, g.kind as agency_kind from identity.unit u join identity.agency g on g.id = u.agency order by u.code`,
  )
  const unitOf = (which: string | null): (typeof units)[number] | undefined => {
    if (which === null) return undefined
    const codes = unitCodes[which as keyof typeof unitCodes]
    const kind = which === 'police' ? 'police' : which === 'dpp' ? 'prosecution' : 'service'
    return (
      units.find((u) => codes.includes(u.code)) ??
      units.find(
        (u) =>
          u.agency_kind === kind &&
          (which === 'counter' ? /EV/.test(u.code) : which === 'chemistry' ? /CHEM|AC/.test(u.code) : true),
      ) ??
      units.find((u) => u.agency_kind === kind)
    )
  }
  const made = new Map<string, Actor>()
  for (const p of people) {
    const unit = unitOf(p.unit)
    const service = units.find((u) => u.agency_kind === 'service')
    const { id } = await act('identity.add-person', {
      name: p.name,
      rank: p.rank,
      title: p.title,
      username: p.username,
      unit: unit?.id ?? service?.id,
      agency: unit?.agency ?? service?.agency,
      email: `${p.username}@example.bz`,
    })
    for (const role of p.roles) await act('identity.grant-role', { person: id, role, unit: unit?.id })
    await ground.db.direct.run(sql`update identity.account set pin_hash = ${pinHash} where person = ${id}`)
    made.set(p.username, (await actorOfPerson(ground.db.direct, id, ground.now())) as Actor)
  }
  const administrator = await ground.db.direct.one<{ person: string }>(
    sql`select person from identity.account where username = 'admin'`,
  )
  await ground.db.direct.run(
    sql`update identity.account set pin_hash = ${pinHash} where person = ${administrator.person}`,
  )
  const one = (name: string): Actor => made.get(name) as Actor
  return {
    director: one('director'),
    quality: one('quality'),
    counter: one('counter'),
    keeper: one('keeper'),
    analyst: one('analyst'),
    second: one('reviewer'),
    head: one('head'),
    officers: [one('officer'), one('officer2')],
    prosecutor: one('prosecutor'),
    administrator: (await actorOfPerson(ground.db.direct, administrator.person, ground.now())) as Actor,
  }
}
