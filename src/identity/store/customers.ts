/** The SQL of customers who run their own people: agreements offered, and what an agency is held to. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface OfferRow {
  readonly id: string
  readonly agency: string
  readonly signatory: string
  readonly kind: string
  readonly title: string
  readonly words: string
  readonly validFrom: string
  readonly validUntil: string | null
  readonly forService: string
  readonly at: string
  readonly signed: boolean
}
const offer = sql`o.id, o.agency, o.signatory, o.kind, o.title, o.words, o.valid_from as "validFrom", o.valid_until as "validUntil", o.for_service as "forService", o.recorded_at as at,
  exists (select 1 from identity.agreement a where a.offer = o.id) as signed`
export const findOffer = (cx: Pick<Cx, 'tx'>, id: string): Promise<OfferRow | undefined> =>
  cx.tx.maybe(sql`select ${offer} from identity.agreement_offer o where o.id = ${id}`)
export const offersTo = (cx: Pick<Cx, 'tx' | 'actor'>): Promise<OfferRow[]> =>
  cx.tx.many(sql`
    select * from (select ${offer} from identity.agreement_offer o where o.signatory = ${cx.actor.id}) o where not o.signed order by o.at desc limit 20`)

export interface SignedRow {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly words: string | null
  readonly forAgency: string
  readonly signedOn: string
  readonly validUntil: string | null
  readonly state: string
}
/** Of the agency of whoever asks. */
export const signedForMe = (cx: Pick<Cx, 'tx' | 'actor' | 'now'>): Promise<SignedRow[]> =>
  cx.tx.many(sql`
    select a.id, a.kind, a.title, o.words, a.for_agency as "forAgency", a.signed_on as "signedOn", least(a.valid_until, e.ends_on) as "validUntil",
           case when a.valid_from > ${cx.now}::date then 'to-come' when least(a.valid_until, e.ends_on) < ${cx.now}::date then 'over'
                when least(a.valid_until, e.ends_on) < ${cx.now}::date + 60 then 'ends-soon' else 'in-force' end as state
      from identity.person p join identity.agreement a on a.agency = p.agency left join identity.agreement_end e on e.agreement = a.id left join identity.agreement_offer o on o.id = a.offer
     where p.id = ${cx.actor.id} order by a.valid_from desc, a.id desc limit 50`)

export const agencyOfUnit = async (cx: Pick<Cx, 'tx'>, unit: string): Promise<string | undefined> =>
  (await cx.tx.maybe<{ agency: string }>(sql`select agency from identity.unit where id = ${unit}`))?.agency

const newest = (rule: string) =>
  sql`(select r.holds from identity.agency_rule r where r.agency = g.id and r.rule = ${rule} order by r.recorded_at desc, r.id desc limit 1)`
/** The rules that each agency is held to. */
export const rulesOfAgencies = async (
  cx: Pick<Cx, 'tx'>,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const rows = await cx.tx.many<{ agency: string; rules: string[] }>(sql`
    select agency, array_agg(rule order by rule) as rules from (
      select distinct on (agency, rule) agency, rule, holds from identity.agency_rule order by agency, rule, recorded_at desc, id desc) newest
     where holds group by agency`)
  return new Map(rows.map((row) => [row.agency, row.rules]))
}
/** The agency's name, where its people are let in under an agreement only and none is in force; who may sign one is let in to sign. */
export const lacksAgreement = (
  cx: Pick<Cx, 'tx' | 'now'>,
  person: string,
): Promise<{ agency: string } | undefined> =>
  cx.tx.maybe(sql`
    select g.name as agency from identity.person p join identity.agency g on g.id = p.agency
     where p.id = ${person} and ${newest('agreement-required')}
       and not exists (select 1 from identity.agreement a left join identity.agreement_end e on e.agreement = a.id
             where a.agency = g.id and a.valid_from <= ${cx.now}::date and coalesce(least(a.valid_until, e.ends_on) >= ${cx.now}::date, true))
       and not exists (select 1 from identity.agreement_offer o where o.signatory = p.id and not exists (select 1 from identity.agreement a where a.offer = o.id))`)

/** The agency of this person or unit, where it is held to the rule. */
export const heldAgency = (
  cx: Pick<Cx, 'tx'>,
  rule: string,
  of: { readonly person?: string | null | undefined; readonly unit?: string | null | undefined },
): Promise<{ agency: string } | undefined> =>
  cx.tx.maybe(sql`
    select g.name as agency from identity.agency g
     where g.id = coalesce((select agency from identity.unit where id = ${of.unit ?? null}), (select agency from identity.person where id = ${of.person ?? null})) and ${newest(rule)}`)
/** Whether somebody is of an agency and has an account to sign in with. */
export async function isOfAgency(cx: Pick<Cx, 'tx'>, person: string, agency: string): Promise<boolean> {
  const found = await cx.tx.maybe(
    sql`select 1 from identity.person p join identity.account a on a.person = p.id where p.id = ${person} and p.agency = ${agency}`,
  )
  return found !== undefined
}
