/** Rules that are a handful of answers: the fields in one card, beside them what they come to. */
import { FormField } from '#ui/FormField.tsx'
import type { Field } from '#ui/fields.ts'
import { Card } from '#ui/Page.tsx'
import { askedNames } from '../rules/asked.ts'
import { type Values, askedOf } from '../rules/rule-values.ts'
import { RulePreview } from './RulePreview.tsx'
import { useAskedFields } from './asked-fields.ts'
import type { DeskProps } from './desk.ts'

export function FieldsDesk({ rule, isNew, fixed, values, history, onChange }: DeskProps) {
  const asked = [...askedNames(rule.section, isNew), ...askedOf(rule.section, rule.sample)]
  const fields = useAskedFields(asked)
  return (
    <div className="studio-body">
      <Card>
        <fieldset className="studio-fields" disabled={fixed}>
          <LooseFields fields={fields} values={values} onChange={onChange} />
        </fieldset>
      </Card>
      <RulePreview rule={rule} values={values} history={history} />
    </div>
  )
}

/** Fields that are answered without being sent: what they hold is compared first. */
export function LooseFields(props: {
  readonly fields: readonly Field[]
  readonly values: Values
  readonly onChange: (values: Values) => void
}) {
  return (
    <div className="fields two">
      {props.fields.map((field) => (
        <div key={field.key} className={field.span === 2 ? 'span-2' : ''}>
          <FormField
            field={field}
            path={field.key}
            value={props.values[field.key]}
            faults={[]}
            onChange={(value) => props.onChange({ ...props.values, [field.key]: value })}
          />
        </div>
      ))}
    </div>
  )
}
