/** The call, who was told, the four places, what was decided and asked: cards of the file of a death. */
import type { ReactNode } from 'react'
import { Icon } from '#ui/Icon.tsx'
import { TextAct } from '#ui/Act.tsx'
import { When } from '#ui/Mono.tsx'
import { Card, Facts } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import type { Say } from '#ui/say.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import type { DeathSeen } from '../contract.ts'
import { placeKinds } from '../../call/contract.ts'

export interface CardProps {
  readonly death: DeathSeen
  readonly open: (what: string, more?: Record<string, unknown>) => void
}

export function DutiesCard({ death }: CardProps): ReactNode {
  const say = useSay()
  if (death.duties.length === 0) return null
  return (
    <Card title={say('death.card-duties')}>
      <ul className="death-list">
        {death.duties.map((d) => (
          <li key={d.key} className={d.done ? 'done' : ''}>
            <span style={{ color: d.done ? 'var(--reef)' : 'var(--maize)' }}>
              <Icon name={d.done ? 'circle-check' : 'hand-stop'} size={16} />
            </span>
            <span>{d.text}</span>
          </li>
        ))}
      </ul>
      {death.duties.every((d) => d.done) ? <p className="dim">{say('death.duties-done')}</p> : null}
    </Card>
  )
}

export function CallCard({ death }: CardProps): ReactNode {
  const say = useSay()
  const { told } = death
  const caller = told.caller
  return (
    <Card title={`${say('death.card-call')} ${told.number}`}>
      <Facts
        rows={[
          [say('death.column-called'), `${showInstant(told.endedAt)}, ${say(`death.way-${told.way}`)}`],
          ...(caller
            ? [
                [
                  say('death.call-who-tells'),
                  [told.callerKind?.name, caller.name, caller.where, caller.phone].filter(Boolean).join(', '),
                ] as const,
              ]
            : []),
          ...(told.minutes === null
            ? []
            : [['', say('death.call-minutes', { minutes: String(told.minutes) })] as const]),
          ...(told.by ? [['', say('death.taken-by', { name: told.by })] as const] : []),
          ...told.answers.map((a) => [a.label, a.text] as const),
          ...(told.words ? [[say('death.field-words'), told.words] as const] : []),
        ]}
      />
    </Card>
  )
}

function placeText(p: DeathSeen['places'][number], say: Say): string {
  const where = p.absent
    ? say(`death.absent-${p.absent}`)
    : [p.text, p.settlement?.name, p.district?.name].filter(Boolean).join(', ')
  const day = p.on ? [showDate(p.on), p.time].filter(Boolean).join(' ') : null
  const when = day ? (p.approximate ? say('death.approximate', { when: day }) : day) : null
  return [when, where, p.byWhom, p.how, p.condition].filter(Boolean).join('; ')
}
export function PlacesCard({ death, open }: CardProps): ReactNode {
  const say = useSay()
  return (
    <Card
      title={say('death.card-places')}
      aside={<TextAct operation="death.record-place" icon="edit" onAct={() => open('place')} />}
    >
      <Facts
        rows={placeKinds.map((kind) => {
          const p = death.places.find((one) => one.kind === kind)
          return [
            say(`death.place-${kind}`),
            p ? placeText(p, say) : <Dim key={kind}>{say('death.place-none')}</Dim>,
          ]
        })}
      />
    </Card>
  )
}
const Dim = (props: { children: ReactNode }): ReactNode => (
  <span style={{ color: 'var(--ink3)' }}>{props.children}</span>
)

export function NotificationsCard({ death, open }: CardProps): ReactNode {
  const say = useSay()
  return (
    <Card
      title={say('death.card-notifications')}
      aside={
        <TextAct operation="death.record-notification" icon="phone" onAct={() => open('notification')} />
      }
    >
      {death.notifications.length === 0 ? <p className="dim">{say('death.nobody-told')}</p> : null}
      <ul className="death-list">
        {death.notifications.map((n) => (
          <li key={n.id}>
            <span style={{ color: 'var(--maya)' }}>
              <Icon name="phone" size={16} />
            </span>
            <span>
              {n.whom.name}: {n.name}
              <small>
                {[
                  say(`death.outcome-${n.outcome}`),
                  n.after >= 0 ? say('death.after-call', { n: n.after }) : null,
                  n.words,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            <When at={n.at} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function DecisionsCard({ death, open }: CardProps): ReactNode {
  const say = useSay()
  if (death.decisions.length === 0) return null
  return (
    <Card
      title={say('death.card-decisions')}
      aside={
        death.state === 'accepted' ? (
          <TextAct operation="death.change-authority" icon="gavel" onAct={() => open('authority')} />
        ) : null
      }
    >
      <ul className="death-list">
        {death.decisions.toReversed().map((d) => (
          <li key={d.at}>
            <span style={{ color: 'var(--mahogany)' }}>
              <Icon name="gavel" size={16} />
            </span>
            <span>
              {say(`death.decision-${d.decision}`)}
              {d.profile ? `: ${d.profile.name}` : ''}
              <small>
                {[
                  d.authority ? say(`death.authority-${d.authority.kind}`) : null,
                  d.authority?.number,
                  d.authority?.by,
                  d.reason?.name,
                  d.signs && d.decision === 'declined' ? say('death.signs-as', { who: d.signs }) : null,
                  d.words,
                  d.by,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            <When at={d.at} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function AskedCard({ death, open }: CardProps): ReactNode {
  const say = useSay()
  if (death.state !== 'accepted') return null
  return (
    <Card title={say('death.card-asked')}>
      <ul className="death-list">
        {death.asked.map((a) => (
          <li key={a.id}>
            <span style={{ color: 'var(--maya)' }}>
              <Icon name="stethoscope" size={16} />
            </span>
            <span>
              {say(`death.asked-${a.kind}`)}: {a.what}
              <small>
                {[a.whom, a.dueOn ? showDate(a.dueOn) : null, a.answerWords].filter(Boolean).join(' · ')}
              </small>
            </span>
            {a.outcome ? (
              <StateChip tone={a.outcome === 'received' ? 'reef' : 'slate'} icon="check">
                {say(`death.outcome-${a.outcome}`)}
              </StateChip>
            ) : (
              <TextAct
                operation="death.record-hospital-answer"
                onAct={() => open('answer', { asked: a.id })}
              />
            )}
          </li>
        ))}
      </ul>
      <p className="death-acts">
        <TextAct
          operation="death.request-hospital-specimen"
          actions={death.actions}
          icon="test-pipe"
          onAct={() => open('specimen')}
        />
        <TextAct
          operation="death.request-medical-records"
          actions={death.actions}
          icon="file"
          onAct={() => open('records')}
        />
      </p>
    </Card>
  )
}
