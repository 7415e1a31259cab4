/** Lots as they are shown. */
import { actionsOf } from '#platform/actions.ts'
import { codesOf } from '#modules/catalogue/public.ts'
import { exact } from '#kernel/quantity.ts'
import type { Cx } from '#platform/cx.ts'
import type { LotLine, LotSeen } from './contract/lots.ts'
import { mayAccept, mayInspect, mayReject } from './rules.ts'
import { type LotRow, ownWork, unitsOf } from './store/lots.ts'
import { listPages } from './store/pages.ts'
import { namesIn } from './words.ts'

export const lotLine = ({
  by_name,
  may_see: _see,
  unit: _unit,
  seq: _seq,
  seed: _seed,
  root: _root,
  ...l
}: LotRow): LotLine => ({
  ...l,
  rate: l.inspected === 0 ? null : exact(l.faults).times(100).dividedBy(l.inspected).toFixed(2),
  by: by_name,
})
export async function lotSeen(cx: Cx, l: LotRow): Promise<LotSeen> {
  const units = await unitsOf(cx, l.id)
  const [fields, documents] = [await namesIn(cx, 'archive-field'), await namesIn(cx, 'document-kind')]
  const faults = (await codesOf(cx, 'inspection-fault')).filter((c) => {
    const of = (c.data as { of?: unknown } | null)?.of
    return !Array.isArray(of) || of.includes(l.kind)
  })
  const faultNames = new Map(faults.map((c) => [c.code, c[cx.language]]))
  const pages = new Map<string, string[]>()
  if (l.kind === 'index')
    for (const file of new Set(units.map((u) => u.file)))
      pages.set(
        file,
        (await listPages(cx, { file }, { limit: 40 })).filter((p) => !p.blank).map((p) => p.id),
      )
  const seen = units.filter((u) => u.fault !== null)
  return {
    ...lotLine(l),
    faultsSeen: [...new Set(seen.map((u) => u.fault ?? ''))].map((code) => ({
      fault: faultNames.get(code) ?? code,
      n: seen.filter((u) => u.fault === code).length,
    })),
    faultOptions: faults.map((c) => ({ value: c.code, label: c[cx.language] })),
    units: units.map((u) => ({
      id: u.id,
      seq: u.seq,
      page: u.page ?? u.value?.page ?? null,
      file: { id: u.file, number: u.number },
      document: u.document ? (documents.get(u.document) ?? u.document) : null,
      field: u.field ? (fields.get(u.field) ?? u.field) : null,
      values: [...(u.value?.values ?? [])],
      absent: u.value?.absent ?? null,
      pages: u.page ? [u.page] : (pages.get(u.file) ?? []),
      good: u.good,
      fault: u.fault ? (faultNames.get(u.fault) ?? u.fault) : null,
      by: u.by,
    })),
    actions: actionsOf(cx, l, {
      'archive.inspect-lot': mayInspect(l, await ownWork(cx, l.id, l.kind)),
      'archive.accept-lot': mayAccept(l),
      'archive.reject-lot': mayReject(l),
    }),
  }
}
