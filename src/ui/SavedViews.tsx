/** Views of a list that somebody keeps by name: search, filters, sort and columns; on this device, for this person. */
import { Menu } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Icon } from './Icon.tsx'
import { useMe } from './me.ts'
import { useSay } from './say.ts'
import type { TableState } from './table-state.ts'

interface View {
  readonly name: string
  readonly state: TableState
}
const MOST = 30

function kept(key: string): readonly View[] {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? '[]') as unknown
    return Array.isArray(found) ? (found as View[]) : []
  } catch {
    return []
  }
}

const same = (a: TableState, b: TableState): boolean =>
  JSON.stringify(partOf(a)) === JSON.stringify(partOf(b))
/** What makes a view, in one order, whatever else the state carries. */
const partOf = ({ q, sort, filters, columns }: TableState): TableState => ({
  q,
  sort,
  filters: Object.fromEntries(
    Object.entries(filters)
      .filter(([, v]) => v)
      .sort(([a], [b]) => a.localeCompare(b)),
  ),
  columns,
})

export function SavedViews(props: {
  readonly table: string
  readonly state: TableState
  readonly onChoose: (state: TableState) => void
}): ReactNode {
  const say = useSay()
  const me = useMe()
  const key = `custodia.views.${me?.person.id ?? 'nobody'}.${props.table}`
  const [views, setViews] = useState(() => kept(key))
  const [name, setName] = useState('')
  const put = (next: readonly View[]): void => {
    setViews(next)
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // A full or forbidden store loses the view, not the list.
    }
  }
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    const plain = name.trim()
    if (plain === '') return
    put([...views.filter((v) => v.name !== plain), { name: plain, state: partOf(props.state) }].slice(-MOST))
    setName('')
  }
  const here = views.find((v) => same(v.state, props.state))
  return (
    <Menu position="bottom-end" closeOnItemClick>
      <Menu.Target>
        <button type="button" className="text-act desk">
          <Icon name="flag" size={15} />
          {here ? here.name : say('kit.views')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {views.map((view) => (
          <Menu.Item
            key={view.name}
            leftSection={<Icon name={view === here ? 'check' : 'flag'} size={14} />}
            onClick={() => props.onChoose(view.state)}
          >
            {view.name}
          </Menu.Item>
        ))}
        {here ? (
          <Menu.Item
            leftSection={<Icon name="trash" size={14} />}
            onClick={() => put(views.filter((v) => v !== here))}
          >
            {say('kit.view-forget', { name: here.name })}
          </Menu.Item>
        ) : (
          <form className="view-keep" onSubmit={keep}>
            <input
              className="input"
              value={name}
              maxLength={40}
              aria-label={say('kit.view-name')}
              placeholder={say('kit.view-name')}
              onChange={(e) => setName(e.target.value)}
              onKeyDown={(e) => e.stopPropagation()}
            />
            <button type="submit" className="text-act">
              {say('kit.view-keep')}
            </button>
          </form>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
