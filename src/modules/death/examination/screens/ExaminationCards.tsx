/** Protocol, organs, specimens and orders of an examination: cards. */
import type { ReactNode } from 'react'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Card, Columns, Facts } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import type { ExaminationProps } from './ExaminationPage.tsx'

export function Protocol({ e, open }: ExaminationProps): ReactNode {
  const say = useSay()
  return (
    <Columns kind="halves">
      {e.sections.map((s) => (
        <Card
          key={s.section}
          title={s.title}
          aside={
            <TextAct
              operation="death.record-finding"
              actions={e.actions}
              icon="edit"
              onAct={() => open('section', { section: s.section })}
            >
              {say(s.at ? 'death.write-again' : 'death.write-section')}
            </TextAct>
          }
        >
          {s.at ? (
            <>
              <Facts rows={s.answers.map((a) => [a.label, a.text] as const)} />
              {s.words ? <p style={{ whiteSpace: 'pre-wrap' }}>{s.words}</p> : null}
              <p className="dim">{[s.by, showInstant(s.at)].filter(Boolean).join(', ')}</p>
            </>
          ) : (
            <p className="dim">{say('death.not-written')}</p>
          )}
        </Card>
      ))}
    </Columns>
  )
}

export function OrganTable({ e, open }: ExaminationProps): ReactNode {
  const say = useSay()
  const sources = [...new Set(e.organs.flatMap((o) => (o.source && o.low ? [o.source] : [])))]
  return (
    <Card>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={say('death.card-organs')}>
        <table className="organs">
          <thead>
            <tr>
              <th>{say('death.column-organ')}</th>
              <th className="right">{say('death.column-weight')}</th>
              <th className="right">{say('death.column-range')}</th>
              <th>{say('death.column-judged')}</th>
              <th aria-label={say('death.write-section')} />
            </tr>
          </thead>
          <tbody>
            {e.organs.map((o) => (
              <tr key={o.organ.code}>
                <td>
                  {o.organ.name}
                  {o.words ? <small>{o.words}</small> : null}
                  {o.retained ? (
                    <small>{say(o.returned ? 'death.given-back' : 'death.retained')}</small>
                  ) : null}
                </td>
                <td className="right">
                  {o.weightG
                    ? say('death.grams', { n: o.weightG })
                    : o.absent
                      ? say(`death.absent-${o.absent}`)
                      : ''}
                </td>
                <td className="right">{o.low ? `${o.low}–${o.high}` : ''}</td>
                <td>
                  {o.weightG ? (
                    <StateChip
                      tone={o.judged === 'within' ? 'reef' : o.judged === 'no-range' ? 'slate' : 'maize'}
                      icon={o.judged === 'within' ? 'check' : o.judged === 'no-range' ? 'point' : 'warning'}
                    >
                      {say(`death.judged-${o.judged}`)}
                    </StateChip>
                  ) : null}
                </td>
                <td className="right">
                  <TextAct
                    operation="death.record-organ"
                    actions={e.actions.filter((a) => a.ok)}
                    icon="scale"
                    onAct={() => open('organ', { organ: o.organ.code })}
                  >
                    {say('death.write-section')}
                  </TextAct>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sources.length > 0 ? (
        <p className="dim">{say('death.range-source', { source: sources.join('; ') })}</p>
      ) : null}
    </Card>
  )
}

export function Taken({ e, open }: ExaminationProps): ReactNode {
  const say = useSay()
  return (
    <Columns kind="halves">
      <Card title={say('death.card-specimens')}>
        <ul className="death-list">
          {e.specimens.map((s) => (
            <li key={s.thing}>
              <span />
              <span>
                <Linked to={`/evidence/items/${s.thing}`}>
                  <Mono>{s.number}</Mono>
                </Linked>{' '}
                {s.kind.name}
                <small>
                  {[s.site, s.container, s.additive, s.condition, s.holder].filter(Boolean).join(' · ')}
                </small>
              </span>
              {s.recovered ? (
                <StateChip tone="mahogany" icon="evidence">
                  {say('death.kind-exhibit')}
                </StateChip>
              ) : (
                <span />
              )}
            </li>
          ))}
        </ul>
        {e.specimens.length === 0 ? <p className="dim">{say('death.no-specimens')}</p> : null}
        <ActRow>
          <Act
            operation="death.take-specimen"
            actions={e.actions}
            icon="test-pipe"
            onAct={() => open('specimen')}
          />
          <Act
            operation="death.recover-item"
            actions={e.actions}
            icon="evidence"
            onAct={() => open('recover')}
          />
        </ActRow>
      </Card>
      <Card
        title={say('death.card-orders')}
        aside={
          e.specimens.length > 0 ? (
            <TextAct operation="death.order-toxicology" icon="send" onAct={() => open('order')} />
          ) : null
        }
      >
        <ul className="death-list">
          {e.orders.map((o) => (
            <li key={o.id}>
              <span />
              <span>
                <Linked to={`/work/requests/${o.request}`}>
                  <Mono>{o.number}</Mono>
                </Linked>{' '}
                {o.question.name}
                <small>
                  {[
                    o.discipline.name,
                    say(`work.state-${o.state}`),
                    o.dueOn ? showDate(o.dueOn) : null,
                    o.holdsCause ? say('death.holds-cause') : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              {o.daysLate > 0 ? (
                <StateChip state="overdue">{say('death.days-late', { n: o.daysLate })}</StateChip>
              ) : (
                <span />
              )}
            </li>
          ))}
        </ul>
        {e.orders.length === 0 ? <p className="dim">{say('death.no-orders')}</p> : null}
      </Card>
    </Columns>
  )
}
