/** Who is on the case; what the law hides is said to be hidden, and why, with the way to ask. */
import { Card } from '#ui/Page.tsx'
import { Hidden } from '#ui/Hidden.tsx'
import { TextAct } from '#ui/Act.tsx'
import { useSay } from '#ui/say.ts'
import type { CaseSeen } from '../contract/case-seen.ts'

type Party = CaseSeen['parties'][number]

export function PartyCard(props: {
  readonly parties: readonly Party[]
  readonly past: boolean
  readonly onAct: (operation: string, party: string) => void
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
  readonly onAct: (operation: string, party: string) => void
}) {
  const say = useSay()
  const role = `${party.roleName ?? party.role}${party.ordinal ? ` ${party.ordinal}` : ''}`
  if (party.hidden !== null) {
    const what =
      party.hidden === 'complainant'
        ? say('cases.party-hidden-complainant')
        : party.age === null
          ? say('cases.party-hidden-minor')
          : say('cases.party-hidden-minor-age', { age: party.age })
    return (
      <Hidden
        what={what}
        why={say('cases.party-hidden-why', { role })}
        {...(past
          ? {}
          : { onAsk: () => onAct('cases.unmask-party', party.id), askLabel: say('cases.ask-to-see') })}
      />
    )
  }
  return (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1.2fr) minmax(0, 1fr) auto',
        gap: 12,
        alignItems: 'baseline',
      }}
    >
      <span style={{ overflowWrap: 'anywhere' }}>
        <strong>{party.name ?? say('cases.party-unknown')}</strong>
        {party.age === null ? '' : `, ${party.age}`}
        {party.otherNames.length > 0 ? (
          <span style={{ color: 'var(--ink3)' }}> ({party.otherNames.join(', ')})</span>
        ) : null}
      </span>
      <span>{role}</span>
      {party.identified ? (
        <span style={{ color: 'var(--ink3)', fontSize: 13 }}>{say('cases.party-identified')}</span>
      ) : past ? (
        <span />
      ) : (
        <TextAct operation="cases.identify-party" onAct={() => onAct('cases.identify-party', party.id)}>
          {say('cases.identify')}
        </TextAct>
      )}
    </div>
  )
}
