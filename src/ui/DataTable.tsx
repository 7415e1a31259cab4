/** The list of the house: sorting, filters, search, selection and columns by mouse and keyboard, the whole state in the address, CSV of what is seen. */
import { Menu } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { EmptyState, More } from './Asked.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { SavedViews } from './SavedViews.tsx'
import { TableRows } from './TableRows.tsx'
import { csvOf, saveText } from './download.ts'
import { useSay } from './say.ts'
import { showNumber } from './show.ts'
import { type TableState, useTableState } from './table-state.ts'

export interface Column<T> {
  readonly key: string
  readonly label: string
  readonly cell: (row: T) => ReactNode
  /** For sorting, searching and export. */
  readonly text?: (row: T) => string
  readonly number?: boolean
  readonly mono?: boolean
  readonly width?: string | number
  readonly sortable?: boolean
  readonly hidden?: boolean
  /** The head of the card on a phone. */
  readonly primary?: boolean
}
export interface TableFilter {
  readonly key: string
  readonly label: string
  readonly options: readonly {
    readonly value: string
    readonly label: string
    readonly count?: number | undefined
  }[]
  /** What is chosen now; taken from the address unless said. */
  readonly value?: string | undefined
  readonly many?: boolean
}
export interface DataTableProps<T> {
  readonly name: string
  readonly rows: readonly T[]
  readonly columns: readonly Column<T>[]
  readonly rowKey: (row: T) => string
  readonly rowTo?: (row: T) => string
  readonly onOpen?: (row: T) => void
  readonly count?: number | undefined
  /** The count is where counting stopped: there are more. */
  readonly countIsAtLeast?: boolean | undefined
  readonly more?: () => void
  readonly hasMore?: boolean
  /** All rows of the list as it is filtered, for the export; else those at hand. */
  readonly all?: () => Promise<readonly T[]>
  readonly filters?: readonly TableFilter[]
  /** How a filter is applied to rows at hand; not needed with `remote`. */
  readonly filterOf?: (row: T, key: string) => string
  readonly bulk?: (rows: readonly T[], clear: () => void) => ReactNode
  readonly density?: 'compact' | 'comfortable'
  /** A node, or the words of the empty state. */
  readonly empty?:
    | ReactNode
    | {
        readonly title: ReactNode
        readonly children?: ReactNode
        readonly act?: ReactNode
        readonly icon?: IconName
      }
  readonly dense?: boolean
  readonly footer?: ReactNode
  readonly loading?: boolean
  /** The server sorts, filters and searches, from useTableState(name). */
  readonly remote?: boolean
  readonly searchable?: boolean
  readonly label?: string
  readonly height?: number
}

const collator = new Intl.Collator('es', { numeric: true, sensitivity: 'base' })

function seen<T>(props: DataTableProps<T>, state: TableState): readonly T[] {
  if (props.remote) return props.rows
  const words = state.q.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const kept = props.rows.filter((row) => {
    if (
      props.filterOf &&
      !Object.entries(state.filters).every(([key, value]) => props.filterOf?.(row, key) === value)
    )
      return false
    if (words.length === 0) return true
    const text = props.columns
      .map((column) => column.text?.(row) ?? '')
      .join(' ')
      .toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
  const column = props.columns.find((c) => c.key === state.sort.replace(/^-/, ''))
  if (!column?.text) return kept
  const way = state.sort.startsWith('-') ? -1 : 1
  return kept.toSorted((a, b) => way * collator.compare(column.text?.(a) ?? '', column.text?.(b) ?? ''))
}

export function DataTable<T>(props: DataTableProps<T>): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const state = useTableState(props.name)
  const { set } = state
  const [at, setAt] = useState(0)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [taking, setTaking] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const rows = useMemo(() => seen(props, state), [props, state])
  const columns = props.columns.filter((c) =>
    state.columns.length > 0 ? state.columns.includes(c.key) : !c.hidden,
  )
  const open = (row: T | undefined): void => {
    if (row === undefined) return
    if (props.rowTo) void navigate({ to: props.rowTo(row) })
    else props.onOpen?.(row)
  }
  const pick = (row: T | undefined): void => {
    if (row === undefined || !props.bulk) return
    const next = new Set(picked)
    if (!next.delete(props.rowKey(row))) next.add(props.rowKey(row))
    setPicked(next)
  }
  const key = (event: KeyboardEvent): void => {
    if (/^(INPUT|SELECT|TEXTAREA)$/.test((event.target as HTMLElement).tagName) && event.key !== 'Escape')
      return
    const moves: Record<string, () => void> = {
      j: () => setAt(Math.min(rows.length - 1, at + 1)),
      ArrowDown: () => setAt(Math.min(rows.length - 1, at + 1)),
      k: () => setAt(Math.max(0, at - 1)),
      ArrowUp: () => setAt(Math.max(0, at - 1)),
      x: () => pick(rows[at]),
      '/': () => search.current?.focus(),
    }
    const move = moves[event.key]
    if (move) {
      event.preventDefault()
      event.stopPropagation()
      move()
    } else if (event.key === 'Enter' && !(event.target as HTMLElement).closest('a,button')) open(rows[at])
  }
  const chosen = rows.filter((row) => picked.has(props.rowKey(row)))
  /** The columns that are shown, in their order; what is picked, or else the whole list as it is filtered. */
  const take = async (): Promise<void> => {
    setTaking(true)
    try {
      const told = columns.filter((c) => c.text)
      const all = chosen.length > 0 ? chosen : props.all && props.hasMore ? await props.all() : rows
      saveText(
        `${props.name}.csv`,
        csvOf(
          told.map((c) => c.label),
          all.map((row) => told.map((c) => c.text?.(row) ?? '')),
        ),
      )
    } finally {
      setTaking(false)
    }
  }
  const sortBy = (column: string): void =>
    set({ sort: state.sort === column ? `-${column}` : state.sort === `-${column}` ? '' : column })
  return (
    // Keys are heard wherever one stands in the list.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={`list ${props.density ?? 'compact'}`} onKeyDown={key}>
      <div className="list-bar">
        {props.searchable === false ? null : (
          <span className="combo list-search">
            <input
              ref={search}
              className="input"
              type="search"
              aria-label={say('kit.search-list')}
              placeholder={say('kit.search-list')}
              value={state.q}
              onChange={(e) => set({ q: e.target.value })}
            />
            <Icon name="search" size={16} className="input-icon" />
          </span>
        )}
        {(props.filters ?? []).map((filter) => (
          <FilterChip
            key={filter.key}
            filter={filter}
            value={filter.value ?? state.filters[filter.key]}
            onChange={(value) => set({ filters: { ...state.filters, [filter.key]: value } })}
          />
        ))}
        <span className="list-count dim figures">
          {props.count !== undefined && props.count > rows.length
            ? say(props.countIsAtLeast ? 'kit.rows-of-more' : 'kit.rows-of', {
                n: rows.length,
                total: showNumber(props.count),
              })
            : say('kit.rows', { n: rows.length })}
        </span>
        <SavedViews table={props.name} state={state} onChoose={set} />
        <ColumnsMenu columns={props.columns} shown={columns} onChange={(keys) => set({ columns: keys })} />
        <button type="button" className="text-act" aria-busy={taking} onClick={() => void take()}>
          <Icon name="download" size={15} />
          {say('kit.export')}
        </button>
      </div>
      {chosen.length > 0 && props.bulk ? (
        <div className="list-bulk" role="status">
          <strong>{say('kit.selected', { n: chosen.length })}</strong>
          {props.bulk(chosen, () => setPicked(new Set()))}
          <button type="button" className="text-act" onClick={() => setPicked(new Set())}>
            {say('kit.clear')}
          </button>
        </div>
      ) : null}
      {rows.length === 0 && !props.loading ? (
        state.q || Object.values(state.filters).some(Boolean) ? (
          <EmptyState
            icon="filter"
            title={say('kit.empty-filtered')}
            act={<Button onClick={() => set({ q: '', filters: {} })}>{say('kit.clear')}</Button>}
          />
        ) : (
          emptyOf(props.empty, say('kit.empty-list'))
        )
      ) : (
        <TableRows
          {...props}
          rows={rows}
          columns={columns}
          sort={state.sort}
          onSort={sortBy}
          at={at}
          onAt={setAt}
          picked={picked}
          onPick={pick}
          onOpen={open}
          onPickAll={() =>
            setPicked(chosen.length === rows.length ? new Set() : new Set(rows.map(props.rowKey)))
          }
        />
      )}
      {props.footer}
      <More of={props} />
    </div>
  )
}

function emptyOf(empty: DataTableProps<never>['empty'], title: string): ReactNode {
  if (empty === undefined || empty === null) return <EmptyState title={title} />
  return typeof empty === 'object' && 'title' in empty ? <EmptyState {...empty} /> : empty
}

function FilterChip(props: {
  filter: TableFilter
  value: string | undefined
  onChange: (value: string) => void
}): ReactNode {
  const say = useSay()
  const { filter, value } = props
  const chosen = filter.options.find((o) => o.value === value)
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={chosen ? 'filter on' : 'filter'}>
          <span className="dim">{filter.label}</span> {chosen?.label ?? say('kit.all')}
          <Icon name="down" size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => props.onChange('')}>{say('kit.all')}</Menu.Item>
        {filter.options.map((o) => (
          <Menu.Item
            key={o.value}
            onClick={() => props.onChange(o.value)}
            rightSection={o.count === undefined ? null : <span className="dim figures">{o.count}</span>}
          >
            {o.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function ColumnsMenu<T>(props: {
  columns: readonly Column<T>[]
  shown: readonly Column<T>[]
  onChange: (keys: string[]) => void
}): ReactNode {
  const say = useSay()
  const on = new Set(props.shown.map((c) => c.key))
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <button type="button" className="text-act desk">
          <Icon name="columns" size={15} />
          {say('kit.columns')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {props.columns
          .filter((c) => c.label)
          .map((c) => (
            <Menu.Item
              key={c.key}
              role="menuitemcheckbox"
              aria-checked={on.has(c.key)}
              leftSection={<Icon name={on.has(c.key) ? 'check' : 'add'} size={14} />}
              onClick={() =>
                props.onChange(
                  props.columns
                    .filter((o) => (o.key === c.key ? !on.has(o.key) : on.has(o.key)))
                    .map((o) => o.key),
                )
              }
            >
              {c.label}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
