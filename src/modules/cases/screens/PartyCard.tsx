/** Who is on the case; what the law hides is said to be hidden, and why, with the way to ask. */
import { Card } from '#ui/Page.tsx'
import { Hidden } from '#ui/Hidden.tsx'
import { Plain } from '#ui/Plain.tsx'
import { TextAct } from '#ui/Act.tsx'
import { useSay } from '#ui/say.ts'
import type { CaseSeen } from '../contract.ts'

type Party = CaseSeen['parties'][number]

export function PartyCard(props: { readonly parties: readonly Party[]; readonly past: boolean; readonly onAct: (operation: string, party: string) => void }) {
  const say = useSay()
  const { parties, past, onAct } = props
  return (
    <Card title={say('cases.parties')} aside={String(parties.length)}>
      {parties.length === 0 ? (
        <p>{say('cases.no-parties')}</p>
      ) : (
        <Plain
          head={[say('cases.party-name'), say('cases.party-role'), '']}
          rows={parties.map((p) => [
            <PartyName key="name" party={p} onAsk={past ? undefined : () => onAct('cases.unmask-party', p.id)} />,
            `${p.roleName ?? p.role}${p.ordinal ? ` ${p.ordinal}` : ''}`,
            p.identified ? <span key="is" style={{ color: 'var(--ink3)' }}>{say('cases.party-identified')}</span> : past ? '' : <TextAct key="act" operation="cases.identify-party" onAct={() => onAct('cases.identify-party', p.id)}>{say('cases.identify')}</TextAct>,
          ])}
        />
      )}
    </Card>
  )
}

function PartyName({ party, onAsk }: { readonly party: Party; readonly onAsk: (() => void) | undefined }) {
  const say = useSay()
  if (party.hidden !== null) {
    const what = party.hidden === 'complainant' ? say('cases.party-hidden-complainant') : party.age === null ? say('cases.party-hidden-minor') : say('cases.party-hidden-minor-age', { age: party.age })
    return <Hidden what={what} why={say('cases.party-hidden-why', { role: party.roleName ?? party.role })} {...(onAsk ? { onAsk, askLabel: say('cases.ask-to-see') } : {})} />
  }
  if (party.name === null) return <strong>{say('cases.party-unknown')}</strong>
  return <span><strong>{party.name}</strong>{party.age === null ? '' : `, ${party.age}`}{party.otherNames.length > 0 ? <span style={{ color: 'var(--ink3)' }}> ({party.otherNames.join(', ')})</span> : null}</span>
}
