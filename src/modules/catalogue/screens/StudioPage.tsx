/** The studio: what the laboratory says for itself, by kind at the left, one of it opened at the right, and the changes that wait. */
import { useNavigate, useParams } from '@tanstack/react-router'
import { Icon } from '#ui/Icon.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { CodeLists, FoundChanges } from '../contract.ts'
import type { z } from 'zod'
import { ChangeTable } from './ChangeTable.tsx'
import { OtherLists } from './OtherLists.tsx'
import { RuleDesk } from './RuleDesk.tsx'
import { RuleList } from './RuleList.tsx'
import { Suggestions } from './Suggestions.tsx'
import { MyDrafts } from './MyDrafts.tsx'
import { groups } from './studio-sections.ts'
import './studio.css'

export default function StudioPage() {
  const say = useSay()
  const { section = 'list.item-type', key } = useParams({ strict: false }) as {
    section?: string
    key?: string
  }
  const whole = section === 'changes' || section === 'lists' || section === 'suggested'
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('catalogue.title'), to: '/catalogue' }, { label: say('catalogue.studio') }]}
        title={say('catalogue.studio')}
        facts={say('catalogue.studio-facts')}
      />
      <div className={['studio', whole ? 'whole' : '', key ? 'opened' : ''].join(' ').trim()}>
        <Sections at={section} />
        {section === 'changes' ? (
          <ChangeTable />
        ) : section === 'lists' ? (
          <OtherLists />
        ) : section === 'suggested' ? (
          <Suggestions />
        ) : (
          <>
            <RuleList key={section} section={section} open={key} />
            {key ? (
              <RuleDesk key={`${section} ${key}`} section={section} name={key === '~' ? undefined : key} />
            ) : (
              <About section={section} />
            )}
          </>
        )}
      </div>
    </Page>
  )
}

/** What this kind of rule is, before one of it is open. */
function About({ section }: { section: string }) {
  const say = useSay()
  const known = groups.some((g) => g.sections.some((s) => s.name === section))
  return (
    <div className="studio-desk">
      <Card title={known ? say(`catalogue.section-${section}`) : undefined}>
        <p className="studio-about">{say(known ? `catalogue.about-${section}` : 'catalogue.about-list')}</p>
        <p className="dim">{say('catalogue.s-choose-one')}</p>
      </Card>
      <MyDrafts />
    </div>
  )
}

/** A column at a desk, one field on a telephone. */
function Sections({ at }: { at: string }) {
  const say = useSay()
  const go = useNavigate()
  const waiting = useList<z.output<typeof FoundChanges>['items'][number]>('catalogue.find-changes', {
    limit: 50,
    state: 'proposed',
  })
  const count = waiting.rows.length
  const missing = useList<{ id: string }>('catalogue.find-suggestions', { limit: 50 }).rows.length
  const list = useListName(at)
  const more = [
    { name: 'lists', icon: 'list' as const, label: say('catalogue.section-lists') },
    {
      name: 'suggested',
      icon: 'inbox' as const,
      label: say('catalogue.s-words-missing', { n: missing }),
    },
    {
      name: 'changes',
      icon: 'hand-stop' as const,
      label: count > 0 ? say('catalogue.s-changes-wait', { n: count }) : say('catalogue.s-tab-change'),
    },
  ]
  return (
    <nav className="studio-sections" aria-label={say('catalogue.s-kinds')}>
      <select
        className="input"
        aria-label={say('catalogue.s-kinds')}
        value={at}
        onChange={(event) => void go({ to: `/catalogue/studio/${event.target.value}` })}
      >
        {groups.map((g) => (
          <optgroup key={g.name} label={say(`catalogue.group-${g.name}`)}>
            {g.sections.map((s) => (
              <option key={s.name} value={s.name}>
                {say(`catalogue.section-${s.name}`)}
              </option>
            ))}
          </optgroup>
        ))}
        {[...more, ...(list ? [{ name: at, label: list }] : [])].map((m) => (
          <option key={m.name} value={m.name}>
            {m.label}
          </option>
        ))}
      </select>
      {groups.map((g) => (
        <div key={g.name} className="studio-group">
          <h3>{say(`catalogue.group-${g.name}`)}</h3>
          {g.sections.map((s) => (
            <Entry key={s.name} on={s.name === at} to={s.name} icon={s.icon}>
              {say(`catalogue.section-${s.name}`)}
            </Entry>
          ))}
        </div>
      ))}
      <div className="studio-group">
        {more.map((m) => (
          <Entry
            key={m.name}
            on={m.name === at || (m.name === 'lists' && list !== undefined)}
            to={m.name}
            icon={m.icon}
          >
            {m.label}
          </Entry>
        ))}
      </div>
    </nav>
  )
}

function Entry(props: {
  on: boolean
  to: string
  icon: Parameters<typeof Icon>[0]['name']
  children: React.ReactNode
}) {
  return (
    <Linked to={`/catalogue/studio/${props.to}`} className={props.on ? 'studio-entry on' : 'studio-entry'}>
      <Icon name={props.icon} size={16} />
      {props.children}
    </Linked>
  )
}

/** The name of a list that has no entry of its own; undefined for everything else. */
function useListName(section: string): string | undefined {
  const plain = section.startsWith('list.') && !groups.some((g) => g.sections.some((s) => s.name === section))
  const lists = useAsk<z.output<typeof CodeLists>>('catalogue.list-code-lists', {}, { enabled: plain })
  if (!plain) return undefined
  const name = section.slice('list.'.length)
  return lists.data?.items.find((l) => l.list === name)?.name ?? name
}
