/** The rules of one kind, to be found by a few letters and opened; what waits for another person says so. */
import { useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { EmptyState, Skeleton } from '#ui/Asked.tsx'
import { ErrorState } from '#ui/Asked.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Linked } from '#ui/Linked.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import type { FoundRules } from '../contract.ts'
import { sectionOf } from './studio-sections.ts'

type Line = FoundRules['items'][number]

export function RuleList(props: { readonly section: string; readonly open: string | undefined }) {
  const say = useSay()
  const [q, setQ] = useState('')
  const found = useAsk<FoundRules>(
    'catalogue.find-rules',
    { section: props.section, q: q.trim() },
    { keep: true },
  )
  const rules = found.data?.items ?? []
  const path = `/catalogue/studio/${props.section}`
  return (
    <section className="studio-list" aria-label={say('catalogue.s-rules')}>
      <div className="studio-find">
        <input
          className="input"
          type="search"
          value={q}
          aria-label={say('catalogue.s-find')}
          placeholder={say('catalogue.s-find')}
          onChange={(event) => setQ(event.target.value)}
        />
        {sectionOf(props.section).fresh ? (
          <Act operation="catalogue.propose-change" icon="add" to={`${path}/~`}>
            {say('catalogue.s-new')}
          </Act>
        ) : null}
      </div>
      {found.error && !found.data ? <ErrorState problem={found.error} /> : null}
      {found.isPending ? <Skeleton lines={8} /> : null}
      {found.data && rules.length === 0 ? (
        <EmptyState title={say(q === '' ? 'catalogue.s-none-yet' : 'catalogue.s-none-found', { q })} />
      ) : (
        <ul>
          {rules.map((rule) => (
            <Row key={rule.key} rule={rule} to={`${path}/${rule.key}`} on={rule.key === props.open} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({ rule, to, on }: { rule: Line; to: string; on: boolean }) {
  const say = useSay()
  const { language } = useLanguage()
  const named = rule[language] !== rule.key
  return (
    <li>
      <Linked to={to} className={on ? 'studio-rule on' : 'studio-rule'}>
        <span className="studio-name">{named ? rule[language] : rule.detail}</span>
        <span className="studio-detail">
          <span className="mono">{rule.key}</span>
          {named && rule.detail ? <span>{rule.detail}</span> : null}
        </span>
        {rule.waiting || rule.until || rule.unverified || (rule.version > 0 && !named) ? (
          <span className="chips">
            {rule.waiting ? (
              <StateChip state="waits-person">{say('catalogue.s-change-waits')}</StateChip>
            ) : null}
            {rule.version > 0 && !named ? (
              <StateChip state="verified">{say('catalogue.s-own-words')}</StateChip>
            ) : null}
            {rule.unverified ? (
              <span className="dim studio-flag">
                <Icon name="zoom-question" size={14} /> {say('catalogue.unverified')}
              </span>
            ) : null}
          </span>
        ) : null}
      </Linked>
    </li>
  )
}
