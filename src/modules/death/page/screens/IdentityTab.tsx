/** Who a dead person is said to be, what tells them apart, and who of those missed it could be, with the reasons. */
import type { ReactNode } from 'react'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Card, Columns, Stacked } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { ProblemNote } from '#ui/Note.tsx'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { CandidateLine, CandidatesSeen } from '../../identity/contract/identity.ts'
import { AskAct, useOptions } from '../../call/screens/asking.tsx'
import type { CardProps } from './CallCards.tsx'
import type { PanelProps } from './CallPanels.tsx'
import { featureFields, featureText } from '../../identity/screens/features.tsx'
import { identityStates } from '../../identity/contract/identity.ts'
import '../../morgue/screens/morgue.css'

const tones = { putative: 'maize', presumed: 'maize', confirmed: 'reef', withdrawn: 'slate' } as const

export function IdentityTab(props: CardProps): ReactNode {
  const { death, open } = props
  const say = useSay()
  return (
    <Columns kind="picture">
      <Stacked>
        <Candidates {...props} />
      </Stacked>
      <Stacked>
        <Card
          title={say('death.card-identity')}
          aside={
            <TextAct operation="death.identify-decedent" icon="fingerprint" onAct={() => open('identify')} />
          }
        >
          <ul className="death-list">
            {death.identities.map((i) => (
              <li key={i.id}>
                <Icon name="fingerprint" size={16} />
                <span>
                  {i.name ?? say('death.identity-withdrawn')}
                  <small>
                    {[
                      i.method.name,
                      i.saidBy ? [i.saidBy.name, i.saidBy.relation].filter(Boolean).join(', ') : null,
                      i.words,
                      i.by,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                  <small>
                    <When at={i.at} />
                  </small>
                </span>
                <StateChip tone={tones[i.state]} icon={i.state === 'confirmed' ? 'check' : 'clock'}>
                  {say(`death.identity-${i.state}`)}
                </StateChip>
              </li>
            ))}
          </ul>
          {death.identities.length === 0 ? <p className="dim">{say('death.keeps-identity-none')}</p> : null}
        </Card>
        <Card
          title={say('death.card-features')}
          aside={<TextAct operation="death.describe-body" icon="edit" onAct={() => open('describe')} />}
        >
          {death.features.length === 0 ? <p className="dim">{say('death.features-none')}</p> : null}
          <ul>
            {death.features.map((f) => (
              <li key={f.id}>{featureText(f, say)}</li>
            ))}
          </ul>
        </Card>
      </Stacked>
    </Columns>
  )
}

function Candidates({ death, open }: CardProps): ReactNode {
  const say = useSay()
  const known = death.identity === 'confirmed'
  const found = useAsk<CandidatesSeen>('death.match-candidates', { death: death.id }, { enabled: !known })
  if (known)
    return (
      <Card title={say('death.candidates')}>
        <p className="dim">{say('death.candidates-known')}</p>
      </Card>
    )
  return (
    <Card title={say('death.candidates')}>
      <p className="dim">{say('death.candidates-note')}</p>
      <Asked of={found}>
        {(c) =>
          c.items.length === 0 ? (
            <p>{say('death.candidates-none')}</p>
          ) : (
            <>
              {c.items.map((one) => (
                <Candidate key={one.missing} of={one} death={death.id} open={open} />
              ))}
            </>
          )
        }
      </Asked>
    </Card>
  )
}

function Candidate(props: { of: CandidateLine; death: string; open: CardProps['open'] }): ReactNode {
  const { of, death, open } = props
  const say = useSay()
  const propose = useTell('death.propose-match', { settles: ['death.'] })
  return (
    <article style={{ borderTop: '1px solid var(--line)', padding: '12px 0' }}>
      <strong>{of.name}</strong> <Mono>{of.number}</Mono>{' '}
      {of.state === 'none' ? null : (
        <StateChip
          tone={of.state === 'confirmed' ? 'reef' : of.state === 'excluded' ? 'slate' : 'maya'}
          icon="compare"
        >
          {say(`death.match-${of.state}`)}
        </StateChip>
      )}
      <span style={{ float: 'right', fontVariantNumeric: 'tabular-nums' }}>
        {say('death.points', { n: of.score })}
      </span>
      <div className="dim">
        {[of.sex, of.ages, of.seenOn ? `${say('death.column-seen')} ${showDate(of.seenOn)}` : null]
          .filter(Boolean)
          .join(' · ')}
      </div>
      <ul className="fit-reasons">
        {of.reasons.map((r) => (
          <li key={r.text}>
            <span className="points">{r.points > 0 ? `+${r.points}` : r.points}</span>
            <span>{r.text}</span>
          </li>
        ))}
      </ul>
      <ActRow>
        {of.state === 'none' ? (
          <Act
            operation="death.propose-match"
            actions={of.actions}
            icon="compare"
            busy={propose.busy}
            onAct={() => void propose.tell({ death, missing: of.missing })}
          />
        ) : null}
        <Act
          operation="death.confirm-match"
          actions={of.actions}
          icon="check"
          onAct={() => open('confirm-match', { missing: of.missing })}
        />
        <Act
          operation="death.exclude-match"
          actions={of.actions}
          icon="ban"
          onAct={() => open('exclude-match', { missing: of.missing })}
        />
      </ActRow>
      <ProblemNote of={propose.problem} />
    </article>
  )
}

function IdentifyPanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.identify-decedent"
      about={{ death: death.id }}
      onDone={onDone}
      columns={2}
      input={({ sayer, relation, ...rest }) => ({
        ...rest,
        ...(sayer ? { saidBy: { name: sayer, ...(relation ? { relation } : {}) } } : {}),
      })}
      fields={[
        { key: 'name', kind: 'text', label: say('death.column-name') },
        {
          key: 'state',
          kind: 'choice',
          label: say('death.field-identity-state'),
          required: true,
          options: identityStates.map((value) => ({ value, label: say(`death.identity-${value}`) })),
        },
        {
          key: 'method',
          kind: 'choice',
          label: say('death.field-method'),
          options: useOptions('identity-method'),
          required: true,
        },
        { key: 'born', kind: 'partial-date', label: say('death.field-born') },
        { key: 'sayer', kind: 'text', label: say('death.field-said-by') },
        { key: 'relation', kind: 'text', label: say('death.field-relation') },
        { key: 'document', kind: 'text', label: say('death.field-document') },
        { key: 'words', kind: 'text', label: say('death.field-own-words') },
      ]}
    />
  )
}
function DescribePanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.describe-body"
      about={{ death: death.id }}
      onDone={onDone}
      columns={2}
      fields={[featureFields(say, true)]}
    />
  )
}
function ConfirmPanel({ death, onDone, more }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.confirm-match"
      about={{ death: death.id, ...more }}
      onDone={onDone}
      fields={[
        {
          key: 'method',
          kind: 'choice',
          label: say('death.field-method'),
          options: useOptions('identity-method'),
          required: true,
        },
        { key: 'words', kind: 'text', label: say('death.field-own-words') },
      ]}
    />
  )
}
function ExcludePanel({ death, onDone, more }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.exclude-match"
      about={{ death: death.id, ...more }}
      onDone={onDone}
      fields={[{ key: 'words', kind: 'text', label: say('death.field-own-words'), required: true }]}
    />
  )
}
export const identityPanels: Readonly<Record<string, (props: PanelProps) => ReactNode>> = {
  identify: IdentifyPanel,
  describe: DescribePanel,
  'confirm-match': ConfirmPanel,
  'exclude-match': ExcludePanel,
}
