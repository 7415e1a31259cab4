/** What a rule comes to while it is typed: the next numbers, the sentence of the law, the label, the end of a thing's keeping. */
import type { ReactNode } from 'react'
import { Card, Stacked } from '#ui/Page.tsx'
import { useSay } from '#ui/say.ts'
import type { RuleSeen } from '../contract.ts'
import { type Values, contentOf } from '../rules/rule-values.ts'
import { LabelPreview } from './LabelPreview.tsx'
import { NumberExample } from './NumberExample.tsx'

const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '')

export function RulePreview(props: {
  readonly rule: RuleSeen
  readonly values: Values
  readonly history: ReactNode
}) {
  const { rule, values } = props
  const { section } = rule
  return (
    <Stacked>
      {section === 'numbering' ? <NumberExample values={values} /> : null}
      {section === 'limit' ? <LimitInWords values={values} /> : null}
      {section === 'label' ? (
        <LabelPreview name={rule.key} content={contentOf(section, rule, values)} />
      ) : null}
      {section === 'list.retention-rule' ? <RetentionInWords values={values} /> : null}
      {props.history}
    </Stacked>
  )
}

function LimitInWords({ values }: { values: Values }) {
  const say = useSay()
  const ready = text(values.value) !== '' && text(values.unit) !== '' && text(values.comparison) !== ''
  return (
    <Card title={say('catalogue.s-law-says')}>
      {ready ? (
        <p className="studio-big">
          {say(`catalogue.${text(values.comparison)}`, {
            value: text(values.value),
            unit: text(values.unit),
          })}
        </p>
      ) : (
        <p className="dim">{say('catalogue.s-law-empty')}</p>
      )}
      {ready ? (
        <p className="dim">{[text(values.law), text(values.clause)].filter(Boolean).join(', ')}</p>
      ) : null}
      {ready ? <p>{say(`catalogue.s-rule-${text(values.rule) || 'shown-beyond-uncertainty'}`)}</p> : null}
    </Card>
  )
}

function RetentionInWords({ values }: { values: Values }) {
  const say = useSay()
  const days = text(values.days)
  const many = (key: string): number => ((values[key] ?? []) as unknown[]).length
  return (
    <Card title={say('catalogue.s-in-words')}>
      <p className="studio-big">
        {days === ''
          ? say('catalogue.s-kept-for-ever')
          : say(`catalogue.s-kept-${values.from === 'closed' ? 'closed' : 'outcome'}`, {
              days: Number(days),
            })}
      </p>
      <p>
        {many('offences') + many('classes') + many('outcomes') === 0
          ? say('catalogue.s-for-all')
          : say('catalogue.s-for-some', { offences: many('offences'), classes: many('classes') })}
      </p>
      <p>
        {[
          values.order === false ? say('catalogue.s-no-order') : say('catalogue.s-with-order'),
          text(values.witnesses) ? say('catalogue.s-with-witnesses', { n: Number(values.witnesses) }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </Card>
  )
}
