/** How a table is made ready to leave: counted as of a settled instant, judged by the data policy, hidden where it must be, compared with what is public. */
import { Refusal, no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { headingsAgain, tableOf } from './asking.ts'
import type { DatasetName, Question, ReleaseLine, ReleaseSeen } from './contract.ts'
import { policyFor } from './policy.ts'
import { type Public, besides } from './rules/linked.ts'
import { mayApprove, mayBeAudited, mayPublish, mayReturn, mayWithdraw } from './rules.ts'
import { suppress } from './disclosure.ts'
import { datasetOf } from './store/datasets.ts'
import { onlyAgency } from './feed-seen.ts'
import { inLanguage } from './in-language.ts'
import { type ReleaseRow, type Shown, publicOf, stepsOf } from './store/releases.ts'
import { actionsOf } from '#platform/actions.ts'

export interface Ready {
  readonly shown: Shown
  readonly hidden: number
  readonly policy: { threshold: number; sensitive: boolean }
  readonly narrowest: number | null
  readonly near: { number: string; cells: number }[]
}

export async function makeReady(cx: Cx, asked: Question, asOf: string): Promise<Ready> {
  mustBeReleasable(asked)
  const decided = await policyFor(cx, asked)
  const en = await tableOf(inLanguage(cx, 'en'), asked, asOf)
  const es = await headingsAgain(inLanguage(cx, 'es'), asked, en)
  const counts = en.cells.map((line) => line.map((n) => Number(n ?? 0)))
  const policy = { threshold: decided.threshold, sensitive: decided.sensitive }
  const headings = {
    rows: en.rows,
    rowsEs: es.rows,
    columns: en.columns,
    columnsEs: es.columns,
  }
  if (decided.whole || datasetOf[asked.dataset].about === 'work')
    return { shown: { ...headings, cells: counts }, hidden: 0, policy, narrowest: null, near: [] }
  refuseUnless(mayBeAudited(counts.flat().length))
  const { open, known, near, sameBut } = besides(
    { asked, rows: en.rows, columns: en.columns, counts },
    await published(cx, asked.dataset),
    policy.threshold,
  )
  refuseUnless(
    unless(
      sameBut === null,
      no('observatory.same-but-few', { number: sameBut ?? '' }, 'observatory.next-wait-for-more'),
    ),
  )
  const safe = suppress({ counts, oneWay: en.columns.length === 0 }, policy, open, known)
  const widths = safe.audit.flatMap((a) => (a.most === null ? [] : [a.most - a.least]))
  return {
    shown: { ...headings, cells: safe.shown },
    hidden: safe.primary + safe.complementary,
    policy,
    narrowest: widths.length > 0 ? Math.min(...widths) : null,
    near,
  }
}

/** A table of counts in which each person stands once: of others no sum holds. */
function mustBeReleasable(asked: Question): void {
  const many = datasetOf[asked.dataset].dimensions.filter((d) => d.many).map((d) => d.key)
  if (
    asked.measure !== 'count' ||
    many.includes(asked.rows) ||
    (asked.columns && many.includes(asked.columns))
  )
    throw new Refusal('conflict', 'observatory.only-plain-counts', { next: 'observatory.next-plain-counts' })
}

/** What was ever public of a data set, with what was counted then also where it was hidden: the record says it again. */
async function published(cx: Cx, dataset: DatasetName): Promise<Public[]> {
  const all: Public[] = []
  for (const { number, asked, as_of, shown } of await publicOf(cx, dataset)) {
    const then = await tableOf(inLanguage(cx, 'en'), asked, as_of)
    const at = (headings: readonly { code: string }[], code: string | undefined): number =>
      code === undefined ? headings.length : headings.findIndex((h) => h.code === code)
    all.push({
      number,
      asked,
      rows: shown.rows,
      columns: shown.columns,
      cells: shown.cells,
      counts: shown.cells.map((line, i) =>
        line.map((said, j) => {
          const column = shown.columns.length === 0 ? 0 : at(then.columns, shown.columns[j]?.code)
          return said ?? Number(then.cells[at(then.rows, shown.rows[i]?.code)]?.[column] ?? 0)
        }),
      ),
    })
  }
  return all
}

export function releaseLine(cx: Cx, row: ReleaseRow): ReleaseLine {
  return {
    id: row.id,
    number: row.number,
    title: cx.language === 'es' ? row.title_es : row.title_en,
    state: row.state,
    hidden: row.hidden,
    asOf: row.as_of,
    preparedBy: row.by_name,
    preparedAt: row.recorded_at,
  }
}

export async function releaseSeen(cx: Cx, row: ReleaseRow): Promise<ReleaseSeen> {
  const es = cx.language === 'es'
  const outside = (await onlyAgency(cx)) !== null
  return {
    ...releaseLine(cx, row),
    rows: [...(es ? row.shown.rowsEs : row.shown.rows)],
    columns: [...(es ? row.shown.columnsEs : row.shown.columns)],
    cells: row.shown.cells.map((line) => [...line]),
    definition: cx.say(`observatory.definition-${row.asked.dataset}-count`),
    threshold: row.policy.threshold,
    narrowest: row.audit.narrowest,
    near: row.near,
    corrects: row.corrects,
    correctedBy: row.corrected_by,
    sha256: row.sha256,
    steps: await stepsOf(cx, row.id),
    actions: actionsOf(
      cx,
      { may_see: true },
      {
        ...(row.state === 'prepared' || row.state === 'approved'
          ? {
              'observatory.approve-release': mayApprove(row, cx.actor.id, outside),
              'observatory.publish-release': mayPublish(row),
              'observatory.return-release': mayReturn(row, cx.actor.id),
            }
          : {}),
        ...(row.state === 'published' ? { 'observatory.withdraw-release': mayWithdraw(row, outside) } : {}),
      },
    ),
  }
}
