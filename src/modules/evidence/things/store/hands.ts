/** Who and where: people, places and units by the names under which custody rows remember them. */
import { actorOfPerson } from '#identity/authority.ts'
import { fitsPinBeside } from '#identity/pins.ts'
import { peopleOfUnit } from '#identity/notices.ts'
import { principalsSee, visibleTo } from '#identity/sight.ts'
import { giveSight } from '#modules/cases/public.ts'
import { Refusal, no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { CoSigner } from '../contract.ts'
import type { Holder } from './items.ts'

export interface PersonFacts {
  readonly id: string
  readonly name: string
  readonly where: string | null
  readonly unit: string | null
}

/** People by id with the name of their office; refuses `evidence.no-such-person` where one is not known. */
export async function peopleOf(
  cx: Pick<Cx, 'tx'>,
  ids: readonly string[],
): Promise<Map<string, PersonFacts>> {
  const unique = [...new Set(ids)]
  const rows = await cx.tx.many<PersonFacts>(sql`
    select p.id, case when p.rank is null then p.name else p.rank || ' ' || p.name end as name, u.name as where, p.unit
      from identity.person p left join identity.unit u on u.id = p.unit where p.id = any(${unique}::uuid[])`)
  refuseUnless(
    unless(rows.length === unique.length, no('evidence.no-such-person', {}, 'evidence.next-choose-person')),
  )
  return new Map(rows.map((r) => [r.id, r]))
}

export const personHand = (p: PersonFacts): Holder => ({
  kind: 'person',
  id: p.id,
  name: p.name,
  where: p.where,
})

/** The one who acts, as a hand: the system (demo, import) has a name and no place. */
export async function ownHand(
  cx: Pick<Cx, 'tx' | 'actor'>,
  also: readonly string[] = [],
): Promise<{ me: Holder; others: Map<string, PersonFacts> }> {
  const isPerson = cx.actor.kind === 'person'
  const people = await peopleOf(cx, [...(isPerson ? [cx.actor.id] : []), ...also])
  const own = people.get(cx.actor.id)
  return {
    me: own ? personHand(own) : { kind: 'person', id: cx.actor.id, name: cx.actor.name, where: null },
    others: people,
  }
}

/** Who works in an office or beneath it; without one, in the reader's own. */
export function peopleOfUnits(
  cx: Pick<Cx, 'tx' | 'actor'>,
  unit: string | undefined,
): Promise<PersonFacts[]> {
  return cx.tx.many<PersonFacts>(sql`
    with recursive beneath as (select ${unit ?? cx.actor.unit}::uuid as id union select u.id from identity.unit u join beneath b on u.parent = b.id)
    select p.id, case when p.rank is null then p.name else p.rank || ' ' || p.name end as name, u.name as where, p.unit
      from identity.person p join identity.unit u on u.id = p.unit where p.unit in (select id from beneath) order by p.name`)
}

export interface PlaceRow {
  readonly id: string
  readonly unit: string
  readonly path: string
  readonly name: string
  readonly kind: string
  readonly witness: boolean
  /** For guns that nobody has shown safe. */
  readonly guns: boolean
  /** What it asks of whoever leaves something there after hours; null where it is a place as any other. */
  readonly temporary: 'nothing' | 'witness' | 'photograph' | 'either' | null
  readonly hours: number | null
  readonly keeps: readonly string[]
  readonly capacity: number | null
  readonly things: number
}

export async function placeById(cx: Pick<Cx, 'tx'>, id: string): Promise<PlaceRow> {
  const row = await cx.tx.maybe<PlaceRow>(sql`
    select l.id, l.unit, evidence.path_of(l.id) as path, l.name, l.kind, l.witness, coalesce(l.guns, false) as guns, l.temporary, l.hours, l.keeps, l.capacity, coalesce(w.things, 0) as things
      from evidence.location l left join evidence.location_now w on w.location = l.id where l.id = ${id}`)
  if (!row) throw notFound()
  return row
}

/** Whether any of these places asks for a second person at the door. */
export async function placesWithWitness(cx: Pick<Cx, 'tx'>, ids: readonly string[]): Promise<string[]> {
  return (
    await cx.tx.many<{ name: string }>(
      sql`select name from evidence.location where id = any(${ids as string[]}::uuid[]) and witness`,
    )
  ).map((r) => r.name)
}

/** Of these places, those in which unsafe guns wait. */
export async function placesForGuns(cx: Pick<Cx, 'tx'>, ids: readonly string[]): Promise<string[]> {
  return (
    await cx.tx.many<{ name: string }>(
      sql`select name from evidence.location where id = any(${ids as string[]}::uuid[]) and guns`,
    )
  ).map((r) => r.name)
}
/** Where an office lets unsafe guns wait; null where it has named no such place. */
export async function gunPlaceOf(cx: Pick<Cx, 'tx'>, unit: string): Promise<string | null> {
  const found = await cx.tx.maybe<{ path: string }>(
    sql`select evidence.path_of(l.id) as path from evidence.location l where l.unit = ${unit} and l.guns order by l.code limit 1`,
  )
  return found?.path ?? null
}

/** The second party signs in the same act; the PIN is that person's own, and wrong tries run out. */
export async function checkCoSigner(cx: Cx, co: CoSigner): Promise<void> {
  refuseUnless(unless(co.person !== cx.actor.id, no('evidence.co-signer-is-you')))
  const answer = await fitsPinBeside(cx, co.person, co.pin)
  if (answer === 'none') throw new Refusal('conflict', 'evidence.co-signer-has-no-pin')
  if (answer === 'wrong') throw new Refusal('conflict', 'evidence.co-signer-wrong-pin')
}

/** Whoever is to hold a thing must be allowed to know of it; a case under seal is opened by name first (cases.give-access). */
export async function letSee(cx: Cx, person: string, roots: readonly string[]): Promise<void> {
  const actor = await actorOfPerson(cx.tx, person, cx.now)
  if (!actor)
    throw new Refusal('conflict', 'evidence.person-cannot-sign', { next: 'evidence.next-choose-person' })
  const unique = [...new Set(roots)]
  const blindTo = (): Promise<{ root: string }[]> =>
    cx.tx.many(
      sql`select r.root from unnest(${unique}::uuid[]) as r(root) where not ${visibleTo(actor, cx.now, 'r.root')}`,
    )
  const blind = await blindTo()
  if (blind.length === 0) return
  for (const { root } of blind) await giveSight(cx, root, [person], 'evidence.hand-over')
  refuseUnless(
    unless(
      (await blindTo()).length === 0,
      no('evidence.recipient-may-not-see', {}, 'evidence.next-give-access'),
    ),
  )
}

/** Whoever takes a consignment in must be allowed to know of it: the office, or under a seal somebody of it by name. */
export async function letOfficeSee(cx: Cx, unit: string, roots: readonly string[]): Promise<void> {
  const people = await peopleOfUnit(cx, unit)
  for (const root of new Set(roots)) {
    await giveSight(cx, root, [unit], 'evidence.dispatch-consignment')
    refuseUnless(
      unless(
        await principalsSee(cx, root, [unit, ...people]),
        no('evidence.office-may-not-see', {}, 'evidence.next-give-access'),
      ),
    )
  }
}

/** Whether a person belongs to an agency that is the service itself; somebody without an account does not. */
export async function ofTheService(cx: Pick<Cx, 'tx'>, person: string | undefined): Promise<boolean> {
  if (!person) return false
  const row = await cx.tx.maybe<{ kind: string }>(
    sql`select a.kind from identity.person p join identity.agency a on a.id = p.agency where p.id = ${person}`,
  )
  return row === undefined || row.kind === 'service'
}

export async function unitName(cx: Pick<Cx, 'tx'>, unit: string): Promise<string | null> {
  return (
    (await cx.tx.maybe<{ name: string }>(sql`select name from identity.unit where id = ${unit}`))?.name ??
    null
  )
}
