/**
 * The answer to a question as whoever asks may see it. Who oversees the service sees each count. To others it is as good as given away: along nothing that the
 * data policy keeps, rounded, without a heading that says by standing there that there is somebody, with conditions that leave out five people or nobody, and
 * as of an instant before which ten more had come to be known, so that no number moves with one person.
 */
import type { Cx } from '#platform/cx.ts'
import { type Table, alongOf, oversees, sha256Of, tableOf } from './asking.ts'
import type { CubeSeen, DatasetName, Question } from './contract.ts'
import { decidedOn, policyFor } from './policy.ts'
import { blurred, inGroups, rounded } from './rules/rounding.ts'
import { peopleByValue, tensKnownAt } from './store/cube.ts'
import { type Dataset, datasetOf } from './store/datasets.ts'

/** `true` as the reader may see it, `always` as it may leave whoever asks, `false` as it is. */
export type Careful = boolean | 'always'
export interface Answered extends Pick<Table, 'rows' | 'columns' | 'definition' | 'cells'> {
  readonly care: CubeSeen['care']
  readonly asOf: string
}

const isExact = (cx: Cx, dataset: Dataset, careful: Careful): boolean =>
  !careful || dataset.about === 'work' || (careful !== 'always' && oversees(cx))

export async function answerOf(
  cx: Cx,
  asked: Question,
  asOf: string,
  careful: Careful,
): Promise<Answered & { cells: (string | null)[][] }> {
  const dataset = datasetOf[asked.dataset]
  const whole = async (): Promise<boolean> => (await policyFor(cx, asked)).whole && asked.measure === 'count'
  if (isExact(cx, dataset, careful) || (await whole())) {
    const { rows, columns, definition, cells } = await tableOf(cx, asked, asOf)
    return { rows, columns, definition, cells: cells.map((line) => [...line]), care: 'exact', asOf }
  }
  const at = careful === 'always' ? asOf : await sharedInstant(cx, asked.dataset, asOf)
  const table = await tableOf(cx, { ...asked, where: await inPeople(cx, dataset, asked, at) }, at)
  const cells = table.people.map((line, i) =>
    line.map(({ n, key }, j) =>
      asked.measure === 'count' ? String(rounded(n, key)) : blurred(table.cells[i]?.[j] ?? null, n),
    ),
  )
  return { ...told(table, cells), definition: table.definition, care: 'rounded', asOf: at }
}

/** Whether the question names what leaves for nobody, so that there is nothing to show to this reader. */
export async function isNeverTold(cx: Cx, asked: Question, careful: Careful): Promise<boolean> {
  return !isExact(cx, datasetOf[asked.dataset], careful) && 'never' in (await decidedOn(cx, asked))
}

/** The newest instant as of which this reader may be answered. */
export async function sharedInstant(cx: Cx, name: DatasetName, asOf: string): Promise<string> {
  const dataset = datasetOf[name]
  return isExact(cx, dataset, true) ? asOf : tensKnownAt(cx, dataset, asOf)
}

/** The conditions, in groups of people. */
async function inPeople(
  cx: Cx,
  dataset: Dataset,
  asked: Question,
  asOf: string,
): Promise<Record<string, string[]>> {
  const there = await peopleByValue(cx, dataset, alongOf(dataset, asked).where, asOf)
  return Object.fromEntries(
    Object.entries(asked.where).map(([key, values]) => [
      key,
      inGroups(
        values,
        there.filter((t) => t.key === key),
      ),
    ]),
  )
}

/** A heading under which nothing is told would tell by itself that there is somebody. */
function told({ rows, columns }: Table, cells: (string | null)[][]) {
  const isSaid = (line: readonly (string | null | undefined)[]): boolean =>
    line.some((n) => n !== '0' && n !== null && n !== undefined)
  const down = cells.map((line, i) => i === rows.length || isSaid(line))
  const across = (cells[0] ?? []).map(
    (_, j, all) => columns.length === 0 || j === all.length - 1 || isSaid(cells.map((line) => line[j])),
  )
  return {
    rows: rows.filter((_, i) => down[i]),
    columns: columns.filter((_, j) => across[j]),
    cells: cells.filter((_, i) => down[i]).map((line) => line.filter((_, j) => across[j])),
  }
}

/** Of the question and what was answered, in codes: the same in every language, and nothing that was not told. */
export const hashOf = (asked: Question, { rows, columns, cells, asOf }: Answered): string =>
  sha256Of({ asked, asOf, rows: rows.map((r) => r.code), columns: columns.map((c) => c.code), cells })
