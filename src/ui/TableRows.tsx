/** The rows of a list: only those in sight are drawn, however many there are; on a phone each is a card. */
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Column, DataTableProps } from './DataTable.tsx'
import { Icon } from './Icon.tsx'
import { Linked } from './Linked.tsx'
import { useSay } from './say.ts'

interface RowsProps<T> extends DataTableProps<T> {
  readonly columns: readonly Column<T>[]
  readonly sort: string
  readonly onSort: (column: string) => void
  readonly at: number
  readonly onAt: (i: number) => void
  readonly picked: ReadonlySet<string>
  readonly onPick: (row: T) => void
  readonly onPickAll: () => void
  readonly onOpen: (row: T) => void
}
/** Below this many all are drawn: the browser's own find then sees them. */
const FEW = 120

export function TableRows<T>(props: RowsProps<T>): ReactNode {
  const say = useSay()
  const body = useRef<HTMLTableSectionElement>(null)
  const [top, setTop] = useState(0)
  const { rows, columns } = props
  useLayoutEffect(() => setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY), [])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (props.density === 'comfortable' ? 41 : 33),
    overscan: 20,
    scrollMargin: top,
    enabled: rows.length > FEW,
  })
  const items = rows.length > FEW ? virtual.getVirtualItems().map((v) => v.index) : rows.map((_, i) => i)
  const first = virtual.getVirtualItems()[0]
  const last = virtual.getVirtualItems().at(-1)
  const above = rows.length > FEW && first ? first.start - top : 0
  const below = rows.length > FEW && last ? virtual.getTotalSize() - (last.end - top) : 0
  useEffect(() => {
    if (rows.length > FEW) virtual.scrollToIndex(props.at)
    // Only a move of the keyboard scrolls.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [props.at])
  return (
    <div className="table-scroll">
      <table
        className="rows"
        aria-label={props.label ?? props.name}
        aria-rowcount={props.count ?? rows.length}
        tabIndex={0}
        title={say('kit.keys')}
      >
        <thead>
          <tr>
            {props.bulk ? (
              <th className="tick">
                <input
                  type="checkbox"
                  aria-label={say('kit.select-all')}
                  checked={props.picked.size > 0 && rows.every((row) => props.picked.has(props.rowKey(row)))}
                  onChange={props.onPickAll}
                />
              </th>
            ) : null}
            {columns.map((c) => {
              const way =
                props.sort === c.key ? 'ascending' : props.sort === `-${c.key}` ? 'descending' : undefined
              return (
                <th
                  key={c.key}
                  scope="col"
                  className={c.number ? 'number' : ''}
                  style={c.width ? { width: c.width } : undefined}
                  aria-sort={way}
                >
                  {c.sortable ? (
                    <button type="button" onClick={() => props.onSort(c.key)}>
                      {c.label}
                      {way ? <Icon name={way === 'ascending' ? 'up' : 'down'} size={13} /> : null}
                    </button>
                  ) : (
                    c.label || <span className="for-readers">{say('kit.actions')}</span>
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody ref={body}>
          {above > 0 ? <tr aria-hidden style={{ height: above }} /> : null}
          {items.map((i) => {
            const row = rows[i]
            return row === undefined ? null : <Row key={props.rowKey(row)} {...props} row={row} i={i} />
          })}
          {below > 0 ? <tr aria-hidden style={{ height: below }} /> : null}
        </tbody>
      </table>
    </div>
  )
}

function Row<T>(props: RowsProps<T> & { row: T; i: number }): ReactNode {
  const say = useSay()
  const { row, i, columns } = props
  const key = props.rowKey(row)
  const picked = props.picked.has(key)
  const opens = Boolean(props.rowTo ?? props.onOpen)
  const main = columns.find((c) => c.primary) ?? columns[0]
  const name = main?.text?.(row) ?? key
  return (
    // The keyboard way is Enter on the list and the link of the first cell.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <tr
      aria-rowindex={i + 1}
      className={[opens ? 'opens' : '', i === props.at ? 'at' : '', picked ? 'picked' : ''].join(' ').trim()}
      onClick={(event) => {
        props.onAt(i)
        if (!(event.target as HTMLElement).closest('a,button,input,label')) props.onOpen(row)
      }}
    >
      {props.bulk ? (
        <td className="tick">
          <input
            type="checkbox"
            aria-label={say('kit.select-row', { row: name })}
            checked={picked}
            onChange={() => props.onPick(row)}
          />
        </td>
      ) : null}
      {columns.map((c) => {
        const cell = c.cell(row)
        return (
          <td
            key={c.key}
            data-label={c.label}
            className={[c.number ? 'number' : '', c.mono ? 'mono' : '', c === main ? 'main' : '']
              .join(' ')
              .trim()}
          >
            {c === main && props.rowTo ? (
              <Linked to={props.rowTo(row)} className="row-link">
                {cell}
              </Linked>
            ) : (
              cell
            )}
          </td>
        )
      })}
    </tr>
  )
}
