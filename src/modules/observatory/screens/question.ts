/** The question of the page, kept in the address, so that a link holds it whole. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'

export interface Asked {
  readonly dataset: string
  readonly rows: string
  readonly columns: string
  readonly measure: string
  readonly where: Readonly<Record<string, readonly string[]>>
  readonly show: string
  readonly asOf: string
}

export function useQuestion(): Asked & { readonly set: (change: Partial<Asked>) => void } {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const asked = useMemo<Asked>(() => askedOf(search), [search])
  const set = (change: Partial<Asked>): void => {
    const { where, ...plain } = { ...asked, ...change }
    const next = { ...plain, where: whereText(where) }
    void navigate({
      to: '.',
      search: Object.fromEntries(Object.entries(next).filter(([, v]) => v !== '')) as never,
      replace: true,
      resetScroll: false,
    })
  }
  return { ...asked, set }
}

/** A question as it stands in an address, or in a tile of a board. */
export function askedOf(given: Readonly<Record<string, unknown>>): Asked {
  const text = (key: string, otherwise = ''): string =>
    given[key] === undefined ? otherwise : String(given[key])
  return {
    dataset: text('dataset', 'victims'),
    rows: text('rows', 'year'),
    columns: text('columns'),
    measure: text('measure', 'count'),
    where: whereOf(text('where')),
    show: text('show', 'table'),
    asOf: text('asOf'),
  }
}
/** The address of the page that answers it. */
export const addressOf = (asked: Asked): string =>
  `/observatory?${new URLSearchParams({ ...Object.fromEntries(Object.entries(paramsOf(asked)).filter(([, v]) => v !== undefined)), show: asked.show } as Record<string, string>).toString()}`

const whereOf = (text: string): Record<string, string[]> =>
  Object.fromEntries(
    text.split(';').flatMap((part) => {
      const [key, values] = part.split(':')
      return key && values ? [[key, values.split(',')]] : []
    }),
  )
export const whereText = (where: Asked['where']): string =>
  Object.entries(where)
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => `${key}:${values.join(',')}`)
    .join(';')

/** As the operation takes it. */
export const paramsOf = (asked: Asked): Record<string, string | undefined> => ({
  dataset: asked.dataset,
  rows: asked.rows,
  columns: asked.columns || undefined,
  measure: asked.measure,
  where: whereText(asked.where) || undefined,
  asOf: asked.asOf || undefined,
})
