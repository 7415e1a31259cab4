/** Views of a list that somebody keeps by name: search, filters, sort and columns; theirs on every device. */
import { Menu } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Icon } from './Icon.tsx'
import { useAsk, useTell } from './client.ts'
import { useSay } from './say.ts'
import type { TableState } from './table-state.ts'

interface View {
  readonly name: string
  readonly state: TableState
  readonly shared?: 'office' | 'service' | null
  /** Whose it is, where somebody shares it. */
  readonly by?: string | null
}
const settles = { settles: ['identity.my-views'] } as const

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
  const kept = useAsk<{ items: readonly View[] }>('identity.my-views', { list: props.table })
  const keeping = useTell('identity.keep-view', settles)
  const forgetting = useTell('identity.forget-view', settles)
  const [name, setName] = useState('')
  const [shared, setShared] = useState('')
  const views = kept.data?.items ?? []
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const plain = name.trim()
    if (plain === '' || keeping.busy) return
    if (
      await keeping.tell({
        list: props.table,
        name: plain,
        state: partOf(props.state),
        ...(shared ? { shared } : {}),
      })
    )
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
            key={`${view.by ?? ''} ${view.name}`}
            leftSection={<Icon name={view === here ? 'check' : 'flag'} size={14} />}
            onClick={() => props.onChoose(view.state)}
          >
            {view.name}
            {view.by ? <span className="dim"> · {view.by}</span> : null}
            {view.shared && !view.by ? (
              <span className="dim"> · {say(`kit.view-${view.shared}`)}</span>
            ) : null}
          </Menu.Item>
        ))}
        {here && !here.by ? (
          <Menu.Item
            leftSection={<Icon name="trash" size={14} />}
            onClick={() => void forgetting.tell({ list: props.table, name: here.name })}
          >
            {say('kit.view-forget', { name: here.name })}
          </Menu.Item>
        ) : (
          <form className="view-keep" onSubmit={(event) => void keep(event)}>
            <input
              className="input"
              value={name}
              maxLength={40}
              aria-label={say('kit.view-name')}
              placeholder={say('kit.view-name')}
              onChange={(e) => setName(e.target.value)}
              onKeyDown={(e) => e.stopPropagation()}
            />
            <select
              className="input"
              aria-label={say('kit.view-shared')}
              value={shared}
              onChange={(e) => setShared(e.target.value)}
              onKeyDown={(e) => e.stopPropagation()}
            >
              <option value="">{say('kit.view-own')}</option>
              <option value="office">{say('kit.view-office')}</option>
              <option value="service">{say('kit.view-service')}</option>
            </select>
            <button type="submit" className="text-act">
              {say('kit.view-keep')}
            </button>
            {keeping.problem ? <p className="field-error">{keeping.problem.detail}</p> : null}
          </form>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
