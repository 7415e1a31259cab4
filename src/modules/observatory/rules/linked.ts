/**
 * Tables side by side: what an earlier one says of the people whom a cell of this one counts, whatever it was asked along. Each cell counts who meets some
 * conditions; of two cells whose conditions are the same the same people are counted, and where those of one hold within the other, their difference counts
 * the rest. ESSnet handbook on statistical disclosure control (2010), 4.5: linked tables. Pure.
 */
import type { Question } from '../contract.ts'

/** A place in a table, sums included. */
export type Cell = readonly [row: number, column: number]
interface Headed {
  readonly asked: Question
  readonly rows: readonly { code: string }[]
  readonly columns: readonly { code: string }[]
}
export interface Now extends Headed {
  readonly counts: readonly (readonly number[])[]
}
/** What was published, and what was counted then where it was hidden. */
export interface Public extends Headed {
  readonly number: string
  readonly cells: readonly (readonly (number | null)[])[]
  readonly counts: readonly (readonly number[])[]
}

type Conditions = ReadonlyMap<string, readonly string[]>
interface Told {
  readonly cell: Cell
  readonly where: Conditions
  /** Says the same of the same people, in whichever table it stands. */
  readonly mark: string
  /** Whom the table counts, and along which dimensions this cell is cut out of them. */
  readonly frame: string
  readonly n: number
}

export interface Linked {
  /** To be hidden here: hidden before, or less than the threshold apart from what was shown. */
  readonly open: Cell[]
  /** Shown before: to hide it here hides nothing. */
  readonly known: Cell[]
  readonly near: { number: string; cells: number }[]
  /** An earlier table from which this one differs by a few people alone, so that the two tell what happened to them. */
  readonly sameBut: string | null
}

export function besides(now: Now, earlier: readonly Public[], threshold: number): Linked {
  const mine = toldBy(now, now.counts)
  const byMark = new Map(mine.map((t) => [t.mark, t]))
  const [open, known] = [new Map<string, Cell>(), new Map<string, Cell>()]
  const near: { number: string; cells: number }[] = []
  let sameBut: string | null = null
  for (const old of earlier) {
    const theirs = toldBy(old, old.counts)
    const found = new Map<string, Cell>()
    for (const then of theirs) {
      const shown = old.cells[then.cell[0]]?.[then.cell[1]] ?? null
      const same = byMark.get(then.mark)
      if (same && Math.abs(same.n - then.n) < threshold)
        (shown === null ? found : known).set(same.cell.join(), same.cell)
      if (same || shown === null) continue
      for (const t of mine) {
        const apart = Math.abs(t.n - shown)
        if (apart > 0 && apart < threshold && isNested(t.where, then.where)) found.set(t.cell.join(), t.cell)
      }
    }
    if (changes(mine, theirs).some((people) => people > 0 && people < threshold)) sameBut ??= old.number
    for (const [key, cell] of found) open.set(key, cell)
    if (found.size > 0) near.push({ number: old.number, cells: found.size })
  }
  for (const key of open.keys()) known.delete(key)
  return { open: [...open.values()], known: [...known.values()], near, sameBut }
}

/** How many people changed, wherever both tables cut the same people up in the same way; who stands in no cell of one of them stood in none. */
function changes(mine: readonly Told[], theirs: readonly Told[]): number[] {
  const of = (told: readonly Told[]): Map<string, Map<string, number>> => {
    const frames = new Map<string, Map<string, number>>()
    for (const t of told)
      frames.set(t.frame, (frames.get(t.frame) ?? new Map<string, number>()).set(t.mark, t.n))
    return frames
  }
  const then = of(theirs)
  return [...of(mine)].flatMap(([frame, cells]) => {
    const before = then.get(frame)
    if (!before) return []
    return [
      [...new Set([...cells.keys(), ...before.keys()])].reduce(
        (sum, mark) => sum + Math.abs((cells.get(mark) ?? 0) - (before.get(mark) ?? 0)),
        0,
      ),
    ]
  })
}

/** Every cell of a table, sums included, with the conditions that whoever it counts meets. */
function toldBy({ asked, rows, columns }: Headed, counts: readonly (readonly number[])[]): Told[] {
  const whole = [...implied(asked.where)].toSorted(byName)
  return counts.flatMap((line, i) =>
    line.map((n, j): Told => {
      const cuts: [string, string][] = []
      const [row, column] = [rows[i]?.code, columns[j]?.code]
      if (row !== undefined) cuts.push([asked.rows, row])
      if (asked.columns && column !== undefined) cuts.push([asked.columns, column])
      const where = implied({ ...asked.where, ...Object.fromEntries(cuts.map(([d, v]) => [d, [v]])) })
      return {
        cell: [i, j],
        where,
        mark: JSON.stringify([...where].toSorted(byName)),
        frame: JSON.stringify([cuts.map(([d]) => d).toSorted(), whole]),
        n,
      }
    }),
  )
}
const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

/** A month says its quarter and its year, a class of offences its section: said or not, it is a condition. */
const saysToo: readonly (readonly [
  fine: string,
  coarse: string,
  of: (value: string) => string | undefined,
])[] = [
  [
    'month',
    'quarter',
    (v) => (/^\d{4}-\d{2}$/.test(v) ? `${v.slice(0, 4)}-Q${Math.ceil(Number(v.slice(5)) / 3)}` : undefined),
  ],
  ['quarter', 'year', (v) => (/^\d{4}-Q\d$/.test(v) ? v.slice(0, 4) : undefined)],
  ['iccs', 'section', (v) => (/^\d{4}$/.test(v) ? v.slice(0, 2) : undefined)],
]
function implied(where: Question['where']): Conditions {
  const all = new Map(Object.entries(where).map(([d, values]) => [d, [...new Set(values)].toSorted()]))
  for (const [fine, coarse, of] of saysToo) {
    const said = all.get(fine)?.map(of)
    if (!said || said.includes(undefined)) continue
    const values = [...new Set(said as string[])].toSorted()
    const there = all.get(coarse)
    // Said wider than it follows: what follows holds. Said narrower, both hold, and it stays as it is said.
    if (!there || values.every((v) => there.includes(v))) all.set(coarse, values)
  }
  return all
}

/** Every condition of one holds in the other too. */
const isNested = (a: Conditions, b: Conditions): boolean => isWithin(a, b) || isWithin(b, a)
const isWithin = (narrow: Conditions, wide: Conditions): boolean =>
  [...wide].every(([d, values]) => narrow.get(d)?.every((v) => values.includes(v)) ?? false)
