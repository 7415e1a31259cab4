/** Where two people wrote differently about one thing: both rows stay, the difference is told, a person decides (decided.md 6). Pure. */

interface Written {
  readonly id: string
  readonly by: string
  /** Two people may bear one name. */
  readonly person: string
  readonly at: string
}
export interface Facts {
  readonly marks: readonly (Written & { readonly label: string; readonly words: string })[]
  readonly collected: readonly (Written & { readonly mark: string | null; readonly number: string })[]
  readonly left: readonly Written[]
  readonly checklists: readonly (Written & {
    readonly answers: readonly { readonly key: string; readonly label: string; readonly text: string }[]
  })[]
}
export interface Found {
  readonly key: string
  readonly kind: 'mark' | 'checklist' | 'left' | 'collected'
  readonly what: string
  readonly rows: readonly {
    readonly id: string
    readonly text: string
    readonly by: string
    readonly at: string
  }[]
}

function grouped<T>(rows: readonly T[], key: (row: T) => string | null): [string, T[]][] {
  const by = new Map<string, T[]>()
  for (const row of rows) {
    const k = key(row)
    if (k !== null) by.set(k, [...(by.get(k) ?? []), row])
  }
  return [...by]
}
const people = (rows: readonly Written[]): number => new Set(rows.map((r) => r.person)).size

/** Sorted by key, so that the same facts in any order of arrival are told alike. */
export function conflictsOf(f: Facts): Found[] {
  const found: Found[] = []
  const add = (
    kind: Found['kind'],
    name: string,
    what: string,
    rows: readonly (Written & { text: string })[],
  ) =>
    found.push({
      key: `${kind}:${name}`,
      kind,
      what,
      rows: rows
        .map(({ id, text, by, at }) => ({ id, text, by, at }))
        .sort((a, b) => a.id.localeCompare(b.id)),
    })
  // One number on two markers, whoever set them: in court the number is the thing.
  for (const [label, rows] of grouped(f.marks, (m) => m.label.toUpperCase()))
    if (rows.length > 1)
      add(
        'mark',
        label,
        label,
        rows.map((r) => ({ ...r, text: r.words })),
      )
  for (const [mark, rows] of grouped(f.collected, (c) => c.mark))
    if (rows.length > 1 && people(rows) > 1) {
      const label = f.marks.find((m) => m.id === mark)?.label ?? ''
      add(
        'collected',
        mark,
        label,
        rows.map((r) => ({ ...r, text: r.number })),
      )
    }
  if (f.left.length > 1 && people(f.left) > 1)
    add(
      'left',
      'scene',
      '',
      f.left.map((r) => ({ ...r, text: r.at })),
    )
  // Of one person the newest answer holds; between two people a different answer to one question is a conflict.
  const newest = new Map<string, Facts['checklists'][number]>()
  for (const c of [...f.checklists].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id)))
    newest.set(c.person, c)
  const answers = [...newest.values()].flatMap((c) =>
    c.answers.map((a) => ({ id: c.id, by: c.by, person: c.person, at: c.at, ...a })),
  )
  for (const [key, rows] of grouped(answers, (a) => a.key))
    if (new Set(rows.map((r) => r.text)).size > 1) add('checklist', key, rows[0]?.label ?? key, rows)
  return found.sort((a, b) => a.key.localeCompare(b.key))
}

interface Known {
  readonly person: string
  readonly at: string
  /** When the house heard of it, or of its newest correction. */
  readonly heardAt: string
}
/** A word settles what its writer could know of: an entry that the house heard of later, from anybody else, opens the contradiction again. */
export const knewAll = (
  said: { readonly person: string; readonly at: string },
  rows: readonly Known[],
): boolean => rows.every((r) => r.heardAt <= said.at || (r.person === said.person && r.at <= said.at))
