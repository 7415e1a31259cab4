/** One answer of a form, by its kind; *unknown*, *not applicable*, *not yet known* stand beside the others. */
import { type ReactNode, useState } from 'react'
import { Chosen, Segments, Ticks } from './Choices.tsx'
import { DateField, InstantField } from './DateFields.tsx'
import { FieldFrame, type FrameProps } from './FieldFrame.tsx'
import { FileDrop } from './FileDrop.tsx'
import { Icon } from './Icon.tsx'
import { PersonPicker, RefField } from './RefPicker.tsx'
import { ScanBox } from './ScanBox.tsx'
import { SecretField } from './SecretField.tsx'
import { type Absent, type Fault, type Field, type Values, absents } from './fields.ts'
import { useSay } from './say.ts'

interface OneProps {
  readonly field: Field
  readonly path: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly faults: readonly Fault[]
}
/** The id by which the list of faults jumps. */
export const fieldId = (path: string): string => `f-${path.replaceAll('.', '-')}`

/** The field of a fault, or the nearest one around it that the page shows. */
export function fieldOf(path: string): HTMLElement | null {
  const parts = path.split('.')
  while (parts.length > 0) {
    const field = document.getElementById(fieldId(parts.join('.')))
    if (field) return field
    parts.pop()
  }
  return null
}

export function FormField(props: OneProps): ReactNode {
  const { field, path, value, onChange, faults } = props
  const frame: FrameProps = {
    label: field.label,
    help: field.help,
    error: faults.find((f) => f.path === path || (!field.fields && f.path.startsWith(`${path}.`)))?.message,
    required: field.required ?? false,
    id: fieldId(path),
  }
  if (field.kind === 'note') return <p className="notes">{field.label}</p>
  if (field.kind === 'group')
    return (
      <fieldset className="field-group">
        <legend>{field.label}</legend>
        <div className={field.columns === 2 ? 'fields two' : 'fields'}>
          <Many {...props} values={(value ?? {}) as Values} />
        </div>
      </fieldset>
    )
  if (field.kind === 'list') return <Rows {...props} frame={frame} />
  if (field.beneath)
    return (
      <>
        <FormField {...props} field={{ ...field, beneath: undefined }} />
        {field.beneath}
      </>
    )
  if (field.absent)
    return (
      <AbsentField
        frame={frame}
        absent={field.absent === true ? absents : field.absent}
        value={value}
        onChange={onChange}
      >
        {(inner, set, f) => <Bare field={field} frame={f} value={inner} onChange={set} />}
      </AbsentField>
    )
  return <Bare field={field} frame={frame} value={value} onChange={onChange} />
}

function Many(props: OneProps & { values: Values }): ReactNode {
  return (props.field.fields ?? [])
    .filter((f) => f.show?.(props.values) ?? true)
    .map((f) => (
      <div key={f.key} className={f.span === 2 ? 'span-2' : ''}>
        <FormField
          field={f}
          path={`${props.path}.${f.key}`}
          value={props.values[f.key]}
          faults={props.faults}
          onChange={(v) => props.onChange({ ...props.values, [f.key]: v })}
        />
      </div>
    ))
}

function Rows(props: OneProps & { frame: FrameProps }): ReactNode {
  const say = useSay()
  const rows = (props.value ?? []) as Values[]
  return (
    <FieldFrame {...props.frame} group>
      {() => (
        <>
          {rows.map((row, i) => (
            // Rows have no name of their own before they are sent.
            <div className="field-row" key={i}>
              <Many
                {...props}
                path={`${props.path}.${i}`}
                values={row}
                onChange={(next) => props.onChange(rows.with(i, next as Values))}
              />
              <button
                type="button"
                className="quiet"
                aria-label={say('kit.remove', { what: `${props.field.label} ${i + 1}` })}
                onClick={() => props.onChange(rows.filter((_, at) => at !== i))}
              >
                <Icon name="x" size={16} />
              </button>
            </div>
          ))}
          <button type="button" className="text-act" onClick={() => props.onChange([...rows, {}])}>
            <Icon name="add" size={15} />
            {say('kit.add-row')}
          </button>
        </>
      )}
    </FieldFrame>
  )
}

export function AbsentField(props: {
  frame: FrameProps
  absent: readonly Absent[]
  value: unknown
  onChange: (value: unknown) => void
  children: (inner: unknown, set: (v: unknown) => void, frame: FrameProps) => ReactNode
}): ReactNode {
  const say = useSay()
  const said = (props.value ?? {}) as { value?: unknown; absent?: Absent }
  const choices = (
    <span className="absents" role="group" aria-label={`${props.frame.label}: ${say('kit.answer')}`}>
      {props.absent.map((why) => (
        <button
          type="button"
          key={why}
          aria-pressed={said.absent === why}
          onClick={() => props.onChange(said.absent === why ? undefined : { absent: why })}
        >
          {say(`kit.${why}`)}
        </button>
      ))}
    </span>
  )
  return (
    <div className={said.absent ? 'absent is-absent' : 'absent'}>
      {props.children(said.value, (value) => props.onChange({ value }), props.frame)}
      {choices}
    </div>
  )
}

/** Up to four answers lie open as segments; more become a list. */
const SEGMENTS = 4
/** So many answers lie open to be ticked. */
const TICKS = 14

function Bare(props: {
  field: Field
  frame: FrameProps
  value: unknown
  onChange: (value: unknown) => void
}): ReactNode {
  const say = useSay()
  const { field, frame, onChange } = props
  const text = typeof props.value === 'string' || typeof props.value === 'number' ? String(props.value) : ''
  const options =
    field.kind === 'yes-no'
      ? [
          { value: 'true', label: say('kit.yes') },
          { value: 'false', label: say('kit.no') },
        ]
      : (field.options ?? [])
  const orNull = text === '' ? null : text
  switch (field.kind) {
    case 'prose':
      return (
        <FieldFrame {...frame}>
          {(f) => (
            <textarea
              {...f}
              className="input"
              rows={field.rows ?? 3}
              value={text}
              onChange={(e) => onChange(e.target.value)}
            />
          )}
        </FieldFrame>
      )
    case 'number':
      return (
        <FieldFrame {...frame}>
          {(f) => (
            <input
              {...f}
              className="input figures"
              inputMode="decimal"
              value={text}
              onChange={(e) => onChange(e.target.value)}
            />
          )}
        </FieldFrame>
      )
    case 'quantity':
      return (
        <QuantityField
          {...frame}
          units={typeof field.unit === 'string' ? [field.unit] : (field.unit ?? ['g'])}
          value={(props.value ?? null) as { value: string; unit: string } | null}
          onChange={onChange}
        />
      )
    case 'date':
    case 'partial-date':
      return (
        <DateField
          {...frame}
          key={orNull === null ? 'empty' : 'some'}
          partial={field.kind === 'partial-date'}
          value={orNull}
          onChange={onChange}
        />
      )
    case 'instant':
      return <InstantField {...frame} value={orNull} onChange={onChange} />
    case 'ref':
      return field.ask ? <RefField frame={frame} ask={field.ask} value={orNull} onChange={onChange} /> : null
    case 'person':
      return (
        <PersonPicker
          {...frame}
          {...(field.operation ? { operation: field.operation } : {})}
          value={orNull}
          onChange={onChange}
        />
      )
    case 'scan':
      return <ScanBox {...frame} value={text} onChange={onChange} onScan={onChange} />
    case 'file':
      return (
        <FieldFrame {...frame} group>
          {() => (
            <FileDrop
              label={field.label}
              many={field.many ?? false}
              onFiles={(files) => onChange(field.many ? files.map((file) => file.sha256) : files[0]?.sha256)}
            />
          )}
        </FieldFrame>
      )
    case 'choices': {
      const Several = options.length > TICKS ? Chosen : Ticks
      const chosen = (props.value ?? []) as string[]
      return <Several frame={frame} options={options} value={chosen} onChange={onChange} />
    }
    case 'choice':
    case 'yes-no':
    case 'code': {
      const chosen =
        field.kind === 'yes-no' ? (typeof props.value === 'boolean' ? String(props.value) : '') : text
      const take = (value: string): void => onChange(field.kind === 'yes-no' ? value === 'true' : value)
      return options.length <= SEGMENTS ? (
        <Segments frame={frame} options={options} value={chosen} onChange={take} />
      ) : (
        <FieldFrame {...frame}>
          {(f) => (
            <select {...f} className="input" value={chosen} onChange={(e) => take(e.target.value)}>
              <option value="">{say('kit.choose')}</option>
              {options.map((o) => (
                <option key={o.value} value={o.value}>
                  {o.label}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
      )
    }
    default:
      return field.secret ? (
        <SecretField
          frame={frame}
          autoComplete={field.autoComplete ?? 'off'}
          value={text}
          onChange={onChange}
        />
      ) : (
        <FieldFrame {...frame}>
          {(f) => (
            <input
              {...f}
              className="input"
              type="text"
              autoComplete={field.autoComplete ?? 'off'}
              placeholder={field.placeholder}
              value={text}
              onChange={(e) => onChange(e.target.value)}
            />
          )}
        </FieldFrame>
      )
  }
}

export function QuantityField(
  props: FrameProps & {
    units: readonly string[]
    value: { value: string; unit: string } | null
    onChange: (value: { value: string; unit: string } | null) => void
  },
): ReactNode {
  const say = useSay()
  const [unit, setUnit] = useState(props.value?.unit ?? props.units[0] ?? '')
  const amount = props.value?.value ?? ''
  return (
    <FieldFrame {...props}>
      {(f) => (
        <span className="field-parts joined">
          <input
            {...f}
            className="input figures"
            inputMode="decimal"
            value={amount}
            onChange={(e) =>
              props.onChange(e.target.value === '' ? null : { value: e.target.value.replace(',', '.'), unit })
            }
          />
          {props.units.length > 1 ? (
            <select
              className="input"
              aria-label={`${props.label}, ${say('kit.unit')}`}
              value={unit}
              onChange={(e) => {
                setUnit(e.target.value)
                if (amount) props.onChange({ value: amount, unit: e.target.value })
              }}
            >
              {props.units.map((u) => (
                <option key={u}>{u}</option>
              ))}
            </select>
          ) : (
            <span className="unit">{unit}</span>
          )}
        </span>
      )}
    </FieldFrame>
  )
}
