/** Giving a certificate to people and offices: who is offered it, who must be told at once, and that each may then see the case. */
import { notify, notifyUnit } from '#identity/notices.ts'
import { giveSight, seeCase } from '#modules/cases/public.ts'
import { codeOf, codesOf } from '#modules/catalogue/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { Gathered } from './gathering.ts'
import type { VersionNow } from './store/versions.ts'
import { mayDeliver, paperNumber } from './rules.ts'
import { reportRef } from './standing.ts'
import { recipientName, recipientSees, unitByCode } from './store/recipients.ts'

export interface To {
  readonly person?: string | undefined
  readonly unit?: string | undefined
}
/** An office or person that is offered the certificate; `must` where it has to be told at issue. */
export interface Offered extends To {
  readonly name: string
  readonly must: boolean
}

/**
 * The investigator's office and the standing recipients of the laboratory (list `report-recipient`; `always`: at each issue).
 * Where no controlled drug was found, those of `negative` are told whoever issues it: somebody may be held for it.
 */
export async function offeredTo(cx: Cx, g: Gathered): Promise<Offered[]> {
  const negative = g.results.some((r) => r.kind === 'negative')
  const found: Offered[] = []
  const officer = g.card.investigator
  if (officer?.unit) found.push({ unit: officer.unit, name: officer.unitName ?? '', must: negative })
  else if (officer?.person) found.push({ person: officer.person, name: officer.name ?? '', must: negative })
  for (const code of await codesOf(cx, 'report-recipient')) {
    const unit = await unitByCode(cx, code.code)
    const told = (code.data ?? {}) as { always?: unknown; negative?: unknown }
    const must = told.always === true || (negative && told.negative === true)
    if (unit && !found.some((o) => o.unit === unit.id)) found.push({ unit: unit.id, name: unit.name, must })
  }
  return found
}

/** Those chosen and those who must be told, each once; an office under a seal is left out of what nobody chose. */
export async function recipientsAtIssue(
  cx: Cx,
  v: VersionNow,
  g: Gathered,
  chosen: readonly To[],
): Promise<To[]> {
  const same = (a: To, b: To): boolean => a.person === b.person && a.unit === b.unit
  const { sealed } = await seeCase(cx, v.root)
  const must: To[] = []
  for (const { person, unit } of (await offeredTo(cx, g)).filter((o) => o.must)) {
    const to = person ? { person } : { unit }
    if (chosen.some((c) => same(c, to))) continue
    if (!sealed || (await recipientSees(cx, v.root, to))) must.push(to)
  }
  return [...chosen.filter((c, i) => chosen.findIndex((o) => same(o, c)) === i), ...must]
}

/** Opens the case to each recipient, or refuses; the rows go into the entry of whoever calls. */
export async function deliveryRows(
  cx: Cx,
  v: VersionNow,
  to: readonly To[],
  how: {
    id?: string | undefined
    way?: string | undefined
    words?: string | undefined
    /** Who is given a copy sees this certificate and what was done for it, and nothing else of the case. */
    alone?: boolean
  },
): Promise<CoveredRow[]> {
  if (how.way) await codeOf(cx, 'delivery-way', how.way)
  const rows: CoveredRow[] = []
  for (const { person, unit } of to) {
    const named = await recipientName(cx, { person, unit })
    refuseUnless(
      unless(named !== undefined, no('reports.no-such-recipient', {}, 'reports.next-choose-recipient')),
    )
    await giveSight(cx, v.root, [person, unit], 'reports.deliver-report', how.alone ? v.request : null)
    const { sealed } = await seeCase(cx, v.root)
    refuseUnless(
      unless(
        !sealed || (await recipientSees(cx, v.root, { person, unit })),
        no('reports.case-sealed', {}, 'reports.next-give-access'),
      ),
    )
    rows.push({
      id: rows.length === 0 && how.id ? how.id : cx.newId(),
      root: v.root,
      version: v.id,
      kind: 'copy',
      to_person: person ?? null,
      to_unit: unit ?? null,
      way: how.way ?? null,
      words: how.words ?? null,
    })
  }
  return rows
}

/** One recipient by name, under the caller's operation: the caller has locked the certificate and asked whether it may be given. */
export async function deliverStep(
  cx: Cx,
  v: VersionNow,
  to: To,
  how: Parameters<typeof deliveryRows>[3],
): Promise<string> {
  refuseUnless(mayDeliver(v))
  const id = how.id ?? cx.newId()
  const given = await deliveryRows(cx, v, [to], { ...how, id })
  await cx.record({
    subject: reportRef(v.report),
    root: v.root,
    facts: {
      number: paperNumber(v),
      version: v.version,
      delivery: id,
      to: to.person ?? to.unit ?? null,
    },
    rows: { 'reports.delivery': given },
  })
  await tellRecipients(cx, given, v)
  return id
}

/** Tells those of these rows that a paper, or word of one, is there for them. */
export async function tellRecipients(
  cx: Cx,
  rows: readonly CoveredRow[],
  v: Pick<VersionNow, 'report' | 'root' | 'number' | 'version'>,
): Promise<void> {
  for (const row of rows) {
    // The link names what was given to this recipient: nobody else opens it, and it ends (reports.received).
    const about = {
      subject: reportRef(v.report),
      root: v.root,
      path: `/reports/received/${row.id}`,
      number: paperNumber(v),
    }
    const kind = `reports.notice-${String(row.kind)}`
    if (row.to_unit) await notifyUnit(cx, String(row.to_unit), kind, about)
    else await notify(cx, [row.to_person as string | null], kind, about)
  }
}
