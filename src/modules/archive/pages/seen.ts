/** Boxes and files as they are shown. */
import { actionsOf } from '#platform/actions.ts'
import { allOf, yes } from '#kernel/verdict.ts'
import { coldOfFile } from './store/cold.ts'
import type { Cx } from '#platform/cx.ts'
import type { BoxLine, FileLine, FileSeen } from '../shelves/contract.ts'
import { mayCheckOut, mayCopy, mayMove, mayReportMissing, mayReturn, mayTouch } from './rules.ts'
import type { BoxListed } from '../shelves/store/boxes.ts'
import { type FileRow, stepsOfFile } from '../shelves/store/files.ts'
import { valuesOf } from './store/keyed.ts'
import { type FileListed, fileListed, linksOf, namesOnCover } from '../shelves/store/inventory.ts'
import { papersOf } from './store/papers.ts'
import { openRequestsOf } from './store/requests.ts'
import { isInside } from '../shelves/store/sight.ts'
import { namesIn } from './words.ts'
import { seeBox } from '../shelves/store/boxes.ts'

export const boxLine = (b: BoxListed): BoxLine => ({
  id: b.id,
  number: b.number,
  barcode: b.barcode,
  title: b.title,
  years: b.years,
  place: b.place_name,
  files: b.files,
  out: b.out,
  since: b.since,
})
export async function fileLines(cx: Cx, rows: readonly FileListed[]): Promise<FileLine[]> {
  const [tiers, types] = [await namesIn(cx, 'archive-tier'), await namesIn(cx, 'case-type')]
  const today = cx.now.slice(0, 10)
  const own = isInside(cx)
  return rows.map((f) => ({
    id: f.id,
    number: f.number,
    barcode: f.barcode,
    numbers: f.said_numbers,
    on: f.said_on,
    title: f.title,
    type: f.case_type ? (types.get(f.case_type) ?? f.case_type) : null,
    tier: f.tier,
    tierName: tiers.get(f.tier) ?? f.tier,
    state: f.state,
    stage: f.stage,
    box: { id: f.box, number: f.box_number },
    holder: f.holder_name,
    due: f.due_on,
    overdue: f.state === 'out' && f.due_on !== null && f.due_on < today,
    case: f.linked && f.case_number ? { id: f.linked, number: f.case_number } : null,
    pages: f.pages,
    // Why a file is guarded says by itself that somebody in it must be.
    sensitive: own ? f.sensitive_for : [],
  }))
}
export async function fileSeen(cx: Cx, f: FileRow): Promise<FileSeen> {
  const listed = await fileListed(cx, f.id)
  const [line] = await fileLines(cx, [listed])
  const own = isInside(cx)
  const guarded = !own && (f.sensitive || !f.screened)
  const box = await seeBox(cx, { id: f.box })
  const sensitivities = await namesIn(cx, 'archive-sensitivity')
  const requests = await openRequestsOf(cx, f.id)
  return {
    ...(line as FileLine),
    sensitive: own ? f.sensitive_for.map((code) => sensitivities.get(code) ?? code) : [],
    names: guarded ? [] : await namesOnCover(cx, f.vault),
    words: own ? f.words : null,
    place: box.place_name,
    screened: f.screened,
    cold: own
      ? (await coldOfFile(cx, f.id)).map((b) => ({
          label: b.label ?? '',
          whereabouts: b.whereabouts ?? '',
          keeper: b.keeper ?? '',
          state: b.cold,
        }))
      : [],
    guarded: f.sensitive_for.length > 0,
    index: guarded ? [] : await indexSeen(cx, f),
    steps: own ? await stepsSeen(cx, f) : [],
    links: own ? (await linksOf(cx, f.id)).map(({ by_name, ...l }) => ({ ...l, by: by_name })) : [],
    requests: requests
      .filter((r) => r.may_see)
      .map((r) => ({ id: r.id, number: r.number, state: r.state, due: r.due_at })),
    papers: own
      ? (await papersOf(cx, { subject: f.id })).map(({ by_name, request: _request, ...p }) => ({
          ...p,
          by: by_name,
        }))
      : [],
    actions: actionsOf(
      cx,
      { ...f, sensitive: false },
      {
        'archive.check-out-file': mayCheckOut(f),
        'archive.return-file': mayReturn(f),
        'archive.report-file-missing': mayReportMissing(f),
        'archive.move-file': mayMove(f, ''),
        'archive.link-to-case': mayTouch(f),
        'archive.change-tier': mayTouch(f),
        'archive.request-scan': mayTouch(f),
        'archive.mark-sensitive': yes,
        'archive.read-again': yes,
        'archive.certify-copy': allOf(mayCopy({ ...f, pages: listed.pages })),
      },
    ),
  }
}
/** Provenance stands with every value: who keyed it first and second, who decided, when. */
async function indexSeen(cx: Cx, f: FileRow): Promise<FileSeen['index']> {
  const names = await namesIn(cx, 'archive-field')
  return (await valuesOf(cx, f.id, f.generation)).map((v) => ({
    field: v.field,
    name: names.get(v.field) ?? v.field,
    values: v.how === 'differs' ? [] : [...v.value.values],
    absent: v.how === 'differs' ? null : (v.value.absent ?? null),
    how: v.how,
    by: [
      ...new Set([
        v.first_name,
        v.second_name,
        ...(v.how === 'decided' || v.how === 'corrected' ? [v.by_name] : []),
      ]),
    ].filter((n): n is string => n !== null),
    at: v.at,
  }))
}
async function stepsSeen(cx: Cx, f: FileRow): Promise<FileSeen['steps']> {
  return (await stepsOfFile(cx, f.id)).map((s) => ({
    kind: s.kind,
    text: cx.say(`archive.step-${s.kind}`, { name: s.holder_name ?? '', tier: s.tier.toUpperCase() }),
    words: s.words,
    by: s.by_name,
    at: s.at,
  }))
}
