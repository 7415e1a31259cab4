/** Who is on the case; what the law hides is said to be hidden, and why, with the way to ask. */
import { Card } from '#ui/Page.tsx'
import { Hidden } from '#ui/Hidden.tsx'
import { TextAct } from '#ui/Act.tsx'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { CaseSeen } from '../contract/case-seen.ts'

type Party = CaseSeen['parties'][number]
type OnAct = (operation: string, party: string) => void

export function PartyCard(props: {
  readonly parties: readonly Party[]
  readonly past: boolean
  readonly onAct: OnAct
}) {
  const say = useSay()
  const { parties, past, onAct } = props
  return (
    <Card title={say('cases.parties')} aside={String(parties.length)}>
      {parties.length === 0 ? (
        <p>{say('cases.no-parties')}</p>
      ) : (
        <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {parties.map((p) => (
            <li
              key={p.id}
              style={{ borderTop: '1px solid var(--line)', padding: p.hidden === null ? '7px 0' : 0 }}
            >
              <PartyLine party={p} past={past} onAct={onAct} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function PartyLine({
  party,
  past,
  onAct,
}: {
  readonly party: Party
  readonly past: boolean
  readonly onAct: OnAct
}) {
  const say = useSay()
  const role = `${party.roleName ?? party.role}${party.ordinal ? ` ${party.ordinal}` : ''}`
  const destroy = past ? null : (
    <TextAct operation="cases.expunge-party" onAct={() => onAct('cases.expunge-party', party.id)}>
      {say('cases.expunge')}
    </TextAct>
  )
  if (party.hidden !== null) {
    const what =
      party.hidden === 'complainant'
        ? say('cases.party-hidden-complainant')
        : party.age === null
          ? say('cases.party-hidden-minor')
          : say('cases.party-hidden-minor-age', { age: party.age })
    return (
      <>
        <Hidden
          what={what}
          why={say('cases.party-hidden-why', { role })}
          {...(past
            ? {}
            : { onAsk: () => onAct('cases.unmask-party', party.id), askLabel: say('cases.ask-to-see') })}
        />
        {destroy}
      </>
    )
  }
  const years = party.age === null ? '' : say('cases.party-years', { n: party.age })
  const born = party.born ? say('cases.party-born', { on: showDate(party.born) }) : ''
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '2px 12px' }}>
      <span style={{ overflowWrap: 'anywhere' }}>
        <strong>{party.name ?? say('cases.party-unknown')}</strong>
        {party.otherNames.length > 0 ? (
          <span style={{ color: 'var(--ink3)' }}> ({party.otherNames.join(', ')})</span>
        ) : null}
      </span>
      {past ? (
        <span />
      ) : party.identified ? (
        <TextAct operation="cases.correct-party" onAct={() => onAct('cases.correct-party', party.id)}>
          {say('cases.correct')}
        </TextAct>
      ) : (
        <TextAct operation="cases.identify-party" onAct={() => onAct('cases.identify-party', party.id)}>
          {say('cases.identify')}
        </TextAct>
      )}
      <span style={{ color: 'var(--ink2)', fontSize: 13 }}>
        {[role, years, born].filter(Boolean).join(' · ')}
      </span>
      {destroy}
    </div>
  )
}
