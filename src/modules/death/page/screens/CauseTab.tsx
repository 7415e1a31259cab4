/** Examinations, cause and manner of a death, what the checks ask to be looked at again, and the inquest. */
import type { ReactNode } from 'react'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Columns, Facts, Stacked } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import { AnswersCard } from './AnswersCard.tsx'
import type { CardProps } from './CallCards.tsx'
import { RecordsCard } from './RecordsCard.tsx'

export function CauseTab(props: CardProps): ReactNode {
  return (
    <Columns kind="picture">
      <Stacked>
        <ExaminationsCard {...props} />
        <AnswersCard {...props} />
        <CauseCard {...props} />
        <MannerCard {...props} />
      </Stacked>
      <Stacked>
        <DoubtsCard {...props} />
        <InquestCard {...props} />
      </Stacked>
    </Columns>
  )
}

function ExaminationsCard({ death, open }: CardProps): ReactNode {
  const say = useSay()
  return (
    <Card
      title={say('death.card-examinations')}
      aside={
        <TextAct
          operation="death.order-examination"
          actions={death.actions}
          icon="stethoscope"
          onAct={() => open('examination')}
        />
      }
    >
      {death.reviewWanted ? <Note tone="maize">{say('death.review-wanted')}</Note> : null}
      {death.examinations.length === 0 ? <p className="dim">{say('death.no-examination')}</p> : null}
      <ul className="death-list">
        {death.examinations.map((e) => (
          <li key={e.id}>
            <Icon name="stethoscope" size={16} />
            <span>
              <Linked to={`/death/examinations/${e.id}`}>{say(`death.examination-${e.kind}`)}</Linked>
              <small>
                {[e.pathologist, showInstant(e.at), e.dueOn ? showDate(e.dueOn) : null]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            <StateChip
              tone={
                e.state === 'reviewed'
                  ? 'reef'
                  : ['ordered', 'withdrawn'].includes(e.state)
                    ? 'slate'
                    : 'maya'
              }
              icon={e.state === 'reviewed' ? 'check' : 'progress'}
            >
              {say(`death.examination-state-${e.state}`)}
            </StateChip>
          </li>
        ))}
      </ul>
      {death.examinations.some((e) => e.request) ? (
        <p className="death-acts">
          {death.examinations.flatMap((e) =>
            e.request ? (
              <Linked key={e.id} to={`/work/requests/${e.request}`} icon="requests">
                {say('death.paper-of-examination', { no: e.no })}
              </Linked>
            ) : (
              []
            ),
          )}
        </p>
      ) : null}
    </Card>
  )
}

const letters = 'abcd'
function CauseCard({ death, open }: CardProps): ReactNode {
  const say = useSay()
  const [now, ...before] = death.causes
  return (
    <Card
      title={say('death.card-cause')}
      aside={
        now ? (
          <StateChip
            tone={now.status === 'pending' ? 'maize' : 'reef'}
            icon={now.status === 'pending' ? 'clock' : 'check'}
          >
            {say(`death.cause-${now.status}`)}
          </StateChip>
        ) : null
      }
    >
      {now ? (
        <>
          <ol className="cause-lines">
            {now.lines.map((l, i) => (
              <li key={l.text}>
                <span className="letter">{letters[i]}</span>
                <span>
                  {l.text}
                  {l.code ? <Mono> {l.code}</Mono> : null}
                  {i < now.lines.length - 1 ? (
                    <small className="dim"> {say('death.cause-due-to')}</small>
                  ) : null}
                </span>
                <span className="dim">
                  {l.interval ?? (l.intervalAbsent ? say(`death.absent-${l.intervalAbsent}`) : '')}
                </span>
              </li>
            ))}
          </ol>
          <Facts
            rows={[
              ...(now.other ? [[say('death.cause-part2'), now.other] as const] : []),
              ...(now.pendingBecause
                ? [[say('death.field-pending-because'), now.pendingBecause] as const]
                : []),
              ...(now.tobacco
                ? [[say('death.field-tobacco'), say(`death.tobacco-${now.tobacco}`)] as const]
                : []),
              ...(now.pregnancy
                ? [[say('death.field-pregnancy'), say(`death.pregnancy-${now.pregnancy}`)] as const]
                : []),
              ...(now.why ? [[say('death.field-amend-why'), now.why] as const] : []),
            ]}
          />
          <p className="dim">
            {say('death.opinion', { name: now.by ?? '' })}, <When at={now.at} />
          </p>
        </>
      ) : (
        <p className="dim">{say('death.cause-none')}</p>
      )}
      {before.map((c) => (
        <details key={c.at + c.status}>
          <summary>
            {say(`death.cause-${c.status}`)}, {showInstant(c.at)}
          </summary>
          <p>{c.lines.map((l) => l.text).join(' ← ') || c.pendingBecause}</p>
        </details>
      ))}
      <ActRow>
        <Act
          operation="death.certify-cause"
          actions={death.actions}
          icon="certificate"
          onAct={() => open('cause')}
        />
        <Act
          operation="death.clear-cremation"
          actions={death.actions}
          icon="flag"
          onAct={() => open('cremation')}
        />
      </ActRow>
      {death.certificateRequest ? (
        <p className="death-acts">
          <Linked to={`/work/requests/${death.certificateRequest}`} icon="requests">
            {say('death.paper-of-cause')}
          </Linked>
        </p>
      ) : null}
    </Card>
  )
}

function MannerCard({ death, open }: CardProps): ReactNode {
  const say = useSay()
  const [now] = death.manners
  return (
    <Card
      title={say('death.card-manner')}
      aside={
        <TextAct
          operation="death.give-manner"
          actions={death.actions}
          icon="edit"
          onAct={() => open('manner')}
        />
      }
    >
      {now ? (
        <>
          <p style={{ margin: 0, fontWeight: 600 }}>{now.manner.name}</p>
          <p style={{ margin: '2px 0' }}>
            {[
              now.how,
              now.transportRole ? say(`death.transport-${now.transportRole}`) : null,
              now.injuryAtWork ? say('death.field-at-work') : null,
              now.words,
            ]
              .filter(Boolean)
              .join('; ')}
          </p>
          <p className="dim">
            {say('death.opinion', { name: now.by ?? '' })}, <When at={now.at} />
          </p>
        </>
      ) : (
        <p className="dim">{say('death.manner-none')}</p>
      )}
    </Card>
  )
}

function DoubtsCard({ death, open }: CardProps): ReactNode {
  const say = useSay()
  if (death.causes.length === 0) return null
  return (
    <Card title={say('death.card-doubts')}>
      {death.doubts.length === 0 ? <p className="dim">{say('death.doubts-none')}</p> : null}
      <ul className="death-list">
        {death.doubts.map((d) => (
          <li key={d.key}>
            <span style={{ color: d.answer ? 'var(--reef)' : 'var(--maize)' }}>
              <Icon name={d.answer ? 'check' : 'warning'} size={16} />
            </span>
            <span>
              {d.text}
              {d.answer ? (
                <small>
                  {[say(`death.doubt-${d.answer.outcome}`), d.answer.words, d.answer.by]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              ) : null}
            </span>
            {d.answer ? (
              <span />
            ) : (
              <TextAct operation="death.answer-doubt" onAct={() => open('doubt', { doubt: d.key })} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function InquestCard({ death, open }: CardProps): ReactNode {
  const say = useSay()
  return (
    <Card
      title={say('death.card-inquest')}
      aside={
        <TextAct
          operation="death.refer-to-inquest"
          actions={death.actions}
          icon="gavel"
          onAct={() => open('inquest')}
        />
      }
    >
      {death.inquest.length === 0 ? <p className="dim">{say('death.inquest-none')}</p> : null}
      <ul className="death-list">
        {death.inquest.map((i) => (
          <li key={i.at + i.kind}>
            <span style={{ color: 'var(--mahogany)' }}>
              <Icon name="gavel" size={16} />
            </span>
            <span>
              {say(`death.inquest-${i.kind}`)}: {i.court}
              <small>
                {[i.on ? showDate(i.on) : null, i.jury ? say('death.field-jury') : null, i.reason, i.verdict]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            <span />
          </li>
        ))}
      </ul>
      {death.inquest.length > 0 ? (
        <TextAct operation="death.record-verdict" icon="edit" onAct={() => open('verdict')} />
      ) : null}
    </Card>
  )
}

export function RelativesTab(props: CardProps): ReactNode {
  return (
    <Columns kind="picture">
      <RelativesCard {...props} />
      <RecordsCard death={props.death.id} />
    </Columns>
  )
}
function RelativesCard({ death, open }: CardProps): ReactNode {
  const say = useSay()
  return (
    <Card
      title={say('death.card-relatives')}
      aside={<TextAct operation="death.add-relative" icon="person" onAct={() => open('relative')} />}
    >
      {death.manner?.code === 'homicide' ? (
        <Note tone="mahogany">{say('death.relatives-homicide')}</Note>
      ) : null}
      {death.relatives.length === 0 ? <p className="dim">{say('death.no-relatives')}</p> : null}
      {death.relatives.map((r) => (
        <article key={r.id} style={{ borderTop: '1px solid var(--line)', padding: '10px 0' }}>
          <strong>{r.name}</strong>, {r.relation}
          <span className="dim"> {[r.phone, r.language?.name].filter(Boolean).join(' · ')}</span>{' '}
          {r.entitled ? (
            <StateChip tone="reef" icon="check">
              {say('death.entitled')}
            </StateChip>
          ) : null}
          <ul className="death-list">
            {r.contacts.map((c) => (
              <li key={c.at + c.kind}>
                <Icon name="phone" size={16} />
                <span>
                  {say(`death.contact-${c.kind}`)}
                  <small>
                    {[say(`death.outcome-${c.outcome}`), c.language?.name, c.words, c.by]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </span>
                <When at={c.at} />
              </li>
            ))}
          </ul>
          <p className="death-acts">
            <TextAct
              operation="death.correct-relative"
              icon="edit"
              onAct={() => open('relative', { relative: r.id })}
            />
            <TextAct
              operation="death.notify-relative"
              icon="phone"
              onAct={() => open('contact', { relative: r.id })}
            />
            <TextAct
              operation="death.record-viewing"
              icon="eye"
              onAct={() => open('viewing', { relative: r.id })}
            />
          </p>
        </article>
      ))}
    </Card>
  )
}
