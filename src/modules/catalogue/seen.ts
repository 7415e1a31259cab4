/** Turns rows into what readers see, in their language. */
import type { Cx } from '#platform/cx.ts'
import type { CodeVersion } from './store/codes.ts'
import type { DefinitionRow } from './store/definitions.ts'

export function codeSeen(cx: Cx, row: CodeVersion) {
  return {
    id: row.id,
    list: row.list,
    code: row.code,
    name: row[cx.language],
    en: row.en,
    es: row.es,
    data: row.data as never,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    unverified: row.unverified,
    source: row.source,
    confirmed:
      row.confirmed_at === null
        ? null
        : { by: row.confirmed_name ?? '', at: row.confirmed_at, gazette: row.gazette ?? '' },
  }
}

export function definitionSeen(row: DefinitionRow) {
  return {
    id: row.id,
    kind: row.kind,
    key: row.key,
    version: row.version,
    en: row.en,
    es: row.es,
    body: row.body as never,
    from: row.from_on,
    unverified: row.unverified,
    source: row.source,
  }
}
