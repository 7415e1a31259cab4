/** What a map speaks of: the columns it names, and the codes of the laboratory's lists that it writes; pure. */
import { type ImportMap, type Rule, codedLists } from '../contract.ts'

function rulesOf({ fields: f }: ImportMap): (Rule | undefined)[] {
  return [
    f.number,
    f.title,
    f.summary,
    f.type,
    f.priority,
    f.sensitivity,
    ...Object.values(f.incident ?? {}),
    ...Object.values(f.place ?? {}),
    ...(f.aliases ?? []).map((a) => a.text),
    ...(f.offences ?? []),
    ...(f.parties ?? []).flatMap((p) => Object.values(p)),
    f.investigator?.name,
    ...Object.entries(f.death ?? {}).flatMap(([key, rule]) =>
      key === 'causes' ? (rule as Rule[]) : [rule as Rule],
    ),
    ...Object.values(f.coded ?? {}).flatMap((rule): Rule[] => (Array.isArray(rule) ? rule : [rule as Rule])),
  ]
}

/** Columns that the map names and the file does not have. */
export function columnsMissing(map: ImportMap, columns: readonly string[]): string[] {
  const named = new Set(map.key === 'content' ? [] : 'column' in map.key ? [map.key.column] : map.key.columns)
  for (const rule of rulesOf(map)) {
    if (typeof rule === 'string') named.add(rule)
    else if (rule) {
      for (const c of [rule.column ?? []].flat()) named.add(c)
      for (const [, c] of (rule.text ?? '').matchAll(/\{([^}]+)\}/g)) if (c) named.add(c)
    }
  }
  return [...named].filter((c) => !columns.includes(c))
}

/** Codes that the map would write, by list: one that the laboratory does not have would reject row after row. */
export function codesOfMap({ fields: f }: ImportMap): Map<string, Set<string>> {
  const lists = new Map<string, Set<string>>()
  const put = (list: string, codes: readonly string[]): void => {
    lists.set(list, new Set([...(lists.get(list) ?? []), ...codes]))
  }
  put('case-type', codesOf(f.type))
  for (const key of ['district', 'settlement', 'highway'] as const) put(key, codesOf(f.place?.[key]))
  put(
    'number-kind',
    (f.aliases ?? []).map((a) => a.kind),
  )
  put('offence', (f.offences ?? []).flatMap(codesOf))
  put(
    'party-role',
    (f.parties ?? []).flatMap((p) => codesOf(p.role)),
  )
  put(
    'sex',
    (f.parties ?? []).flatMap((p) => codesOf(p.sex)),
  )
  for (const [key, list] of Object.entries(codedLists))
    put(list, codesOf(f.coded?.[key as keyof typeof codedLists]))
  put('drug', (f.coded?.drugs ?? []).flatMap(codesOf))
  put('manner', codesOf(f.death?.manner))
  put('sex', codesOf(f.death?.sex))
  put('death-setting', codesOf(f.death?.setting))
  return lists
}

function codesOf(rule: Rule | undefined): string[] {
  if (rule === undefined || typeof rule === 'string') return []
  const { constant, codes, otherwise } = rule
  return [
    ...(constant === undefined || codes ? [] : [constant]),
    ...Object.values(codes ?? {}),
    ...(otherwise === undefined ? [] : [otherwise]),
  ].filter((c) => c !== 'absent' && c !== 'reject')
}
