/** What my agency signed with the service, in its words; and what waits for my own signature. */
import { type ReactNode, useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Stacked } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { MyAgreements } from '../../contract/customers.ts'

const tones = { 'in-force': 'reef', 'ends-soon': 'maize', 'to-come': 'slate', over: 'achiote' } as const

export function Agreements(): ReactNode {
  const asked = useAsk<MyAgreements>('identity.my-agreements')
  return <Asked of={asked}>{(mine) => <Mine of={mine} />}</Asked>
}

function Mine({ of }: { of: MyAgreements }): ReactNode {
  const say = useSay()
  const sign = useTell('identity.countersign-agreement')
  const [open, setOpen] = useState<string | null>(null)
  const agree = async (offer: string, title: string): Promise<void> => {
    if (await confirm({ title, will: say('identity.sign-for') })) await sign.tell({ offer })
  }
  return (
    <Stacked>
      <ProblemNote of={sign.problem} />
      {of.offered.map((offer) => (
        <Card key={offer.id} title={offer.title} tone="maize" aside={say('identity.offered-to-you')}>
          <p className="agreement-words">{offer.words}</p>
          <p className="dim">
            {offer.forService}, {showDate(offer.validFrom)}
            {offer.validUntil ? ` – ${showDate(offer.validUntil)}` : ''}
          </p>
          <Act
            operation="identity.countersign-agreement"
            primary
            busy={sign.busy}
            icon="sign"
            onAct={() => void agree(offer.id, offer.title)}
          />
        </Card>
      ))}
      <p className="dim">{say('identity.agreements-mine')}</p>
      {of.signed.length === 0 ? <Note tone="slate">{say('identity.agreements-none')}</Note> : null}
      {of.signed.map((one) => (
        <Card
          key={one.id}
          title={one.title}
          aside={
            <StateChip
              tone={tones[one.state as keyof typeof tones] ?? 'slate'}
              icon={one.state === 'in-force' ? 'check' : 'clock'}
            >
              {say(`identity.agreement-${one.state}`)}
            </StateChip>
          }
        >
          {one.words ? (
            <details
              open={open === one.id}
              onToggle={(event) => setOpen(event.currentTarget.open ? one.id : null)}
            >
              <summary>{say('identity.field-words')}</summary>
              <p className="agreement-words">{one.words}</p>
            </details>
          ) : null}
          <p className="dim">
            {say('identity.signed-by', { name: one.forAgency, day: showDate(one.signedOn) })}
            {one.validUntil ? `, ${say('identity.until', { day: showDate(one.validUntil) })}` : ''}
          </p>
        </Card>
      ))}
    </Stacked>
  )
}
