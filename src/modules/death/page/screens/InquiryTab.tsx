/** What is asked beside the body: one card a section, why it is asked, and what was written; scenes of the case and numbers of others beside it. */
import type { ReactNode } from 'react'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Card, Columns, Facts, Stacked } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { useFormFields } from '#modules/catalogue/screens/form-fields.ts'
import { AskAct, useOptions } from '../../call/screens/asking.tsx'
import type { CardProps } from './CallCards.tsx'
import type { PanelProps } from './CallPanels.tsx'

export function InquiryTab(props: CardProps): ReactNode {
  const { death, open } = props
  const say = useSay()
  return (
    <Columns kind="picture">
      <Stacked>
        {death.inquiries.map((q) => (
          <Card
            key={q.section}
            title={q.title}
            aside={
              <TextAct
                operation="death.record-inquiry"
                icon="edit"
                onAct={() => open('inquiry', { section: q.section })}
              >
                {say(q.at ? 'death.write-again' : 'death.write-section')}
              </TextAct>
            }
          >
            {q.because.length > 0 ? (
              <p className="dim">{say('death.inquiry-because', { because: q.because.join(', ') })}</p>
            ) : null}
            {q.at ? (
              <>
                <Facts rows={q.answers.map((a) => [a.label, a.text] as const)} />
                {q.words ? <p style={{ whiteSpace: 'pre-wrap' }}>{q.words}</p> : null}
                <p className="death-acts">
                  {q.topics.map((t) => (
                    <StateChip key={t.code} tone="slate" icon="messages">
                      {t.name}
                    </StateChip>
                  ))}
                </p>
                <p className="dim">{[q.by, showInstant(q.at)].filter(Boolean).join(', ')}</p>
              </>
            ) : (
              <p className="dim">{say('death.not-written')}</p>
            )}
          </Card>
        ))}
        <ActRow>
          <Act operation="death.record-inquiry" icon="edit" onAct={() => open('inquiry')}>
            {say('death.inquiry-own')}
          </Act>
        </ActRow>
      </Stacked>
      <Stacked>
        <Card title={say('death.card-visits')}>
          {death.visits.length === 0 ? <p className="dim">{say('death.visits-none')}</p> : null}
          <ul className="death-list">
            {death.visits.map((v) => (
              <li key={v.attendance}>
                <span />
                <span>
                  <Linked to={`/scenes/${v.attendance}`}>
                    <Mono>{v.number}</Mono>
                  </Linked>{' '}
                  {v.place}
                  <small>
                    {[...v.people, say(v.signed ? 'death.visit-signed' : 'death.visit-unsigned')].join(' · ')}
                  </small>
                </span>
                <When at={v.at} />
              </li>
            ))}
          </ul>
        </Card>
        <Card
          title={say('death.card-numbers')}
          aside={<TextAct operation="death.add-number" icon="add" onAct={() => open('number')} />}
        >
          {death.numbers.length === 0 ? <p className="dim">{say('death.numbers-none')}</p> : null}
          <Facts
            rows={death.numbers.map((n) => [
              n.kind.name,
              <span key={n.text}>
                <Mono>{n.text}</Mono> {n.giver}
              </span>,
            ])}
          />
        </Card>
      </Stacked>
    </Columns>
  )
}

function InquiryPanel({ death, more, onDone }: PanelProps): ReactNode {
  const say = useSay()
  const asked = death.inquiries.find((q) => q.section === more['section'])
  const fields = useFormFields(asked?.form ? { form: asked.form } : undefined)
  const topics = useOptions('narrative-topic')
  if (asked?.form && fields.length === 0) return null
  return (
    <AskAct
      operation="death.record-inquiry"
      title={asked?.title ?? say('death.inquiry-own')}
      about={{ death: death.id, ...(asked ? { section: asked.section } : {}) }}
      onDone={onDone}
      columns={2}
      // A heading of one's own becomes a key that stays the same when it is written again.
      input={({ heading, ...rest }) => ({
        ...rest,
        ...(asked ? {} : { section: `own.${keyOf(String(heading ?? ''))}` }),
        topics: rest['topics'] ?? [],
      })}
      initial={{
        ...(asked?.given ? { answers: asked.given } : {}),
        ...(asked?.words ? { words: asked.words } : {}),
        ...(asked ? { topics: asked.topics.map((t) => t.code) } : {}),
      }}
      fields={[
        ...(asked
          ? []
          : [
              {
                key: 'heading',
                kind: 'text' as const,
                span: 2 as const,
                max: 60,
                required: true,
                label: say('death.field-heading'),
              },
            ]),
        ...fields,
        {
          key: 'words',
          kind: 'prose',
          rows: 5,
          span: 2,
          required: !asked?.form,
          label: say('death.field-section-words'),
        },
        ...(topics.length > 0
          ? [
              {
                key: 'topics',
                kind: 'choices' as const,
                span: 2 as const,
                label: say('death.field-topics'),
                options: topics,
              },
            ]
          : []),
      ]}
    />
  )
}
const keyOf = (heading: string): string =>
  heading
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60) || 'words'

function NumberPanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.add-number"
      about={{ death: death.id }}
      onDone={onDone}
      fields={[
        {
          key: 'kind',
          kind: 'choice',
          required: true,
          label: say('death.field-number-kind'),
          options: useOptions('number-kind'),
        },
        { key: 'text', kind: 'text', required: true, max: 80, label: say('death.field-number') },
        { key: 'giver', kind: 'text', label: say('death.field-giver') },
      ]}
    />
  )
}
export const inquiryPanels: Readonly<Record<string, (props: PanelProps) => ReactNode>> = {
  inquiry: InquiryPanel,
  number: NumberPanel,
}
