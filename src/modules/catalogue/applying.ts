/** What a laboratory's definition changes here, as a list of new versions; and the definition that stands, written out. */
import { settingOf } from '#identity/store.ts'
import { type Json, canonical } from '#kernel/canonical.ts'
import type { Cx, NewEntry } from '#platform/cx.ts'
import { handsOf } from './alone.ts'
import type { Laboratory } from './contract.ts'
import { type NewDefinition, checkedBody, codeRow, definitionEntry, limitEntry, listRef } from './defining.ts'
import { dayOf } from './rules.ts'
import { type CodeVersion, newestCodes, newestLists } from './store/codes.ts'
import { newestDefinitions, newestPublished } from './store/definitions.ts'
import { listLimits, newestLimitSeqs } from './store/limits.ts'
import { standingUnits } from './store/units.ts'

type List = Laboratory['lists'][number]
type Code = List['codes'][number]
type Limit = Laboratory['limits'][number]

type Facts = Readonly<Record<string, unknown>>
interface ListChange {
  readonly list: List
  readonly naming: number | null
  readonly codes: { code: Code; place: number; before: CodeVersion | undefined }[]
}
export interface Work {
  /** The laboratory works: what stands began on its day, and no file or proposal moves that day back. */
  readonly begun: boolean
  readonly lists: ListChange[]
  readonly limits: { limit: Limit; seq: number }[]
  readonly definitions: { definition: NewDefinition; version: number }[]
  readonly differences: {
    what: string
    key: string
    change: 'added' | 'changed'
    fields: string[]
    before: Facts | undefined
    after: Facts
  }[]
  added: number
  changed: number
  same: number
}

const same = (a: unknown, b: unknown): boolean => canonical(a as Json) === canonical(b as Json)
const codeFacts = (c: Code, place: number) => ({
  en: c.en,
  es: c.es,
  data: c.data,
  place: c.place ?? place,
  from: c.validFrom ?? null,
  until: c.validUntil ?? null,
  unverified: c.unverified,
  source: c.source ?? null,
})
const codeStood = (c: CodeVersion) => ({
  en: c.en,
  es: c.es,
  data: c.data,
  place: c.place,
  from: c.valid_from,
  until: c.valid_until,
  unverified: c.unverified,
  source: c.source,
})
const limitFacts = (l: Limit) => ({
  ...l,
  clause: l.clause ?? null,
  validFrom: l.validFrom ?? null,
  validUntil: l.validUntil ?? null,
  source: l.source ?? null,
})

export async function changesOf(cx: Cx, laboratory: Laboratory): Promise<Work> {
  const work: Work = {
    begun: !(await handsOf(cx)).free,
    lists: [],
    limits: [],
    definitions: [],
    differences: [],
    added: 0,
    changed: 0,
    same: 0,
  }
  await compareLists(cx, laboratory, work)
  await compareLimits(cx, laboratory, work)
  const definitions = new Map((await newestDefinitions(cx.tx)).map((d) => [`${d.kind} ${d.key}`, d]))
  for (const { kind, key, en, es, unverified, source, body: raw } of laboratory.definitions) {
    const body = checkedBody(kind, key, raw as Json)
    const before = definitions.get(`${kind} ${key}`)
    const facts = { en, es, unverified, source: source ?? null, body }
    const stood = before && {
      en: before.en,
      es: before.es,
      unverified: before.unverified,
      source: before.source,
      body: before.body,
    }
    if (note(work, kind, key, stood, facts))
      work.definitions.push({ definition: { kind, key, ...facts }, version: before?.version ?? 0 })
  }
  return work
}

async function compareLists(cx: Cx, laboratory: Laboratory, work: Work): Promise<void> {
  const lists = new Map((await newestLists(cx.tx)).map((l) => [l.list, l]))
  const codes = new Map((await newestCodes(cx.tx)).map((c) => [`${c.list} ${c.code}`, c]))
  for (const list of laboratory.lists) {
    const named = lists.get(list.list)
    const namesNow = { en: list.en, es: list.es, note: list.note ?? null }
    const namesStood = named && { en: named.en, es: named.es, note: named.note }
    const change: ListChange = {
      list,
      naming: note(work, 'list', list.list, namesStood, namesNow) ? (named?.seq ?? 0) : null,
      codes: [],
    }
    for (const [i, code] of list.codes.entries()) {
      const place = (i + 1) * 10
      const before = codes.get(`${list.list} ${code.code}`)
      const stood = before && codeStood(before)
      if (note(work, 'code', `${list.list}/${code.code}`, stood, codeFacts(code, place)))
        change.codes.push({ code, place, before })
    }
    if (change.naming !== null || change.codes.length > 0) work.lists.push(change)
  }
}

async function compareLimits(cx: Cx, laboratory: Laboratory, work: Work): Promise<void> {
  const limits = new Map((await listLimits(cx.tx, {})).map((l) => [l.key, l]))
  const seqs = await newestLimitSeqs(cx.tx)
  for (const limit of laboratory.limits) {
    const before = limits.get(limit.key)
    const {
      id: _id,
      confirmedBy: _by,
      gazette: _gazette,
      ...facts
    } = before ?? { id: '', confirmedBy: null, gazette: null }
    const seq = seqs.get(limit.key) ?? 0
    if (note(work, 'limit', limit.key, before && facts, limitFacts(limit))) work.limits.push({ limit, seq })
  }
}

/** What two people changed began on the day of their approval; files that say it held before say nothing else. */
function onlyBegunLater(before: Facts, now: Facts, fields: readonly string[]): boolean {
  const [field] = fields
  if (fields.length !== 1 || !(field === 'from' || field === 'validFrom')) return false
  const [stood, said] = [before[field], now[field]]
  return typeof stood === 'string' && (said === null || said === undefined || String(said) < stood)
}

/** Counts, and answers whether a new version is needed. */
function note(work: Work, what: string, key: string, before: Facts | undefined, now: Facts): boolean {
  const fields = Object.keys(now).filter((f) => !same(before?.[f] ?? null, now[f] ?? null))
  if (before && (fields.length === 0 || (work.begun && onlyBegunLater(before, now, fields)))) {
    work.same += 1
    return false
  }
  if (before === undefined) work.added += 1
  else work.changed += 1
  work.differences.push({
    what,
    key,
    change: before === undefined ? 'added' : 'changed',
    fields: before === undefined ? [] : fields,
    before,
    after: now,
  })
  return true
}

/** Without what it was and will be: a whole laboratory has too much of it for one answer. */
export const briefly = ({ what, key, change, fields }: Work['differences'][number]) => ({
  what,
  key,
  change,
  fields,
})

/** One entry per list (its digests are those of all its new rows), per limit and per definition. */
export function entriesOf(cx: Cx, work: Work, from = dayOf(cx.now)): NewEntry[] {
  return [
    ...work.lists.map(
      ({ list, naming, codes }): NewEntry => ({
        subject: listRef(list.list),
        facts: { list: list.list, codes: codes.length },
        rows: {
          ...(naming === null
            ? {}
            : {
                'catalogue.code_list': [
                  {
                    id: cx.newId(),
                    list: list.list,
                    seq: naming + 1,
                    en: list.en,
                    es: list.es,
                    note: list.note ?? null,
                  },
                ],
              }),
          ...(codes.length === 0
            ? {}
            : {
                'catalogue.code': codes.map(({ code, place, before }) =>
                  codeRow(cx, { ...code, list: list.list, place: code.place ?? place }, before),
                ),
              }),
        },
      }),
    ),
    ...work.limits.map(({ limit, seq }) => limitEntry(cx, limit, seq)),
    ...work.definitions.map(({ definition, version }) => definitionEntry(cx, definition, version, { from })),
  ]
}

/** Methods, equipment, lots and stores belong to modules above and are exported by them. */
export async function standingLaboratory(cx: Cx): Promise<Laboratory> {
  const codes = Map.groupBy(
    (await newestCodes(cx.tx)).sort((a, b) => a.place - b.place || a.code.localeCompare(b.code)),
    (c) => c.list,
  )
  const setting = (key: string): Promise<string | undefined> => settingOf<string>(cx.tx, key)
  const lists = (await newestLists(cx.tx)).map((l) => ({
    list: l.list,
    en: l.en,
    es: l.es,
    note: l.note,
    codes: (codes.get(l.list) ?? []).map((c) => ({
      code: c.code,
      en: c.en,
      es: c.es,
      data: c.data as never,
      place: c.place,
      validFrom: c.valid_from,
      validUntil: c.valid_until,
      unverified: c.unverified,
      source: c.source,
    })),
  }))
  const limits = (await listLimits(cx.tx, {})).map(
    ({ id: _id, confirmedBy: _by, gazette: _gazette, ...l }) => l,
  )
  const definitions = (await newestPublished(cx.tx)).map((d) => ({
    kind: d.kind,
    key: d.key,
    en: d.en,
    es: d.es,
    unverified: d.unverified,
    source: d.source,
    body: d.body as never,
  }))
  return {
    name: (await setting('laboratory')) ?? 'laboratory',
    en: await setting('laboratory-en'),
    es: await setting('laboratory-es'),
    language: (await setting('language')) === 'es' ? 'es' : 'en',
    lists,
    limits,
    definitions,
    ...(await standingUnits(cx.tx)),
    stores: [],
    methods: [],
    equipment: [],
    lots: [],
  }
}
