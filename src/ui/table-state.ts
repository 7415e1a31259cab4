/** What a list shows (search, filters, sort, columns), kept in the address, so that a link holds the whole state. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'

export interface TableState {
  readonly q: string
  /** A column's key; a minus before it turns it round. */
  readonly sort: string
  readonly filters: Readonly<Record<string, string>>
  readonly columns: readonly string[]
}

export function useTableState(
  name: string,
): TableState & { readonly set: (change: Partial<TableState>) => void } {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const start = `${name.split('.').at(-1)}.`
  const state = useMemo<TableState>(() => {
    const text = (key: string): string =>
      search[start + key] === undefined ? '' : String(search[start + key])
    const filters = Object.fromEntries(
      Object.keys(search)
        .filter((key) => key.startsWith(`${start}f.`))
        .map((key) => [key.slice(start.length + 2), String(search[key])]),
    )
    return { q: text('q'), sort: text('sort'), filters, columns: text('columns').split('~').filter(Boolean) }
  }, [search, start])
  const set = (change: Partial<TableState>): void => {
    const next = { ...state, ...change }
    const rest = Object.fromEntries(Object.entries(search).filter(([key]) => !key.startsWith(start)))
    const ours = {
      q: next.q,
      sort: next.sort,
      columns: next.columns.join('~'),
      ...Object.fromEntries(Object.entries(next.filters).map(([key, value]) => [`f.${key}`, value])),
    }
    for (const [key, value] of Object.entries(ours)) if (value) rest[start + key] = value
    void navigate({ to: '.', search: rest as never, replace: true, resetScroll: false })
  }
  return { ...state, set }
}
