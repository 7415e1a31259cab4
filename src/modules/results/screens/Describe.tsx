/** What was seen of the exhibit, by the fields that the method asks for, and how many units were chosen to look at. */
import { type ReactNode, useState } from 'react'
import { TextAct } from '#ui/Act.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { Card, Facts } from '#ui/Page.tsx'
import { useTell } from '#ui/client.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { type ObservationField, type Sheet, definitionOf, observationFields } from './bench.ts'
import { answered, asField, fieldKey, observedOf, openFields, inWords, standing } from './fields.ts'
import { useMeans } from './means.ts'
import { WriteAct } from './WriteAct.tsx'

type Observation = Sheet['observations'][number]

export function Describe(props: { sheet: Sheet; item: string }): ReactNode {
  const { sheet, item } = props
  const say = useSay()
  const { language } = useLanguage()
  const [form, setForm] = useState(false)
  const [wrong, setWrong] = useState<Observation | null>(null)
  const record = useTell('results.record-observations', { onDone: () => setForm(false) })
  const means = useMeans(sheet)
  const asked = observationFields(sheet).filter((f) => f.type !== 'file')
  const rows = standing(sheet, item)
  // What is read of a test or of a control is asked where that test is written and that run attached.
  const seeing = definitionOf(sheet).filter((s) => s.technique === undefined && s.kind !== 'control')
  const left = seeing.flatMap((s) => openFields(sheet, item, s).map((f) => ({ ...f, step: s.key })))
  const stepsIn = (v: Record<string, unknown>) =>
    definitionOf(sheet).filter((s) =>
      Object.entries(v).some(([key, x]) => key.startsWith(`${s.key}~`) && answered(x)),
    )
  const fields = [
    ...left.map((f) => ({
      ...asField(f, fieldKey(f.step, f.key), language),
      ...(f.required ? { required: true } : {}),
    })),
    ...means.fields(stepsIn),
  ]
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const { named, rest } = means.take(values, stepsIn(values))
    const { observations } = observedOf(rest, seeing)
    if (observations.length > 0) await record.tell({ worksheet: sheet.id, item, observations, ...named })
  }
  // Of two colours seen one wants to know by which test.
  const labelOf = (f: ObservationField): string => {
    const step = definitionOf(sheet).find((d) => d.key === f.step)
    const alone = step === undefined || (step.technique === undefined && step.kind !== 'control')
    return alone ? inWords(f, language) : `${inWords(step, language)}: ${inWords(f, language)}`
  }
  const fieldOf = (o: Observation): ObservationField | undefined =>
    asked.find((f) => f.step === o.step && f.key === o.field)
  return (
    <Card title={say('results.described')}>
      {rows.length > 0 ? (
        <Facts
          rows={rows.map((o) => {
            const field = fieldOf(o)
            return [
              field ? labelOf(field) : o.field,
              <Answer key={o.id} sheet={sheet} of={o} field={field} onCorrect={() => setWrong(o)} />,
            ] as const
          })}
        />
      ) : (
        <p className="notes dim">{say('results.not-described')}</p>
      )}
      {wrong ? (
        <Correct
          key={wrong.id}
          sheet={sheet}
          of={wrong}
          field={fieldOf(wrong)}
          onDone={() => setWrong(null)}
        />
      ) : null}
      {form ? (
        <>
          <Form
            key={String(means.ready)}
            name={`results.describe.${sheet.id}.${item}`}
            fields={fields}
            columns={2}
            initial={means.initial}
            problem={record.problem}
            onSend={send}
            sendLabel={say('op.results.record-observations')}
          />
          <TextAct icon="x" onAct={() => setForm(false)}>
            {say('results.leave-it')}
          </TextAct>
        </>
      ) : left.length > 0 ? (
        <WriteAct
          sheet={sheet}
          operation="results.record-observations"
          icon="edit"
          onAct={() => setForm(true)}
        />
      ) : null}
    </Card>
  )
}

function Answer(props: {
  sheet: Sheet
  of: Observation
  field: ObservationField | undefined
  onCorrect: () => void
}): ReactNode {
  const { of: o, field } = props
  const say = useSay()
  const { language } = useLanguage()
  const choice = field?.choices?.find((c) => c.code === o.answer)
  return (
    <>
      {choice ? (language === 'es' ? choice.es : choice.en) : answerText(o.answer, say)}{' '}
      <span className="notes dim">
        {o.by}, {showInstant(o.at)}
        {o.corrects ? `, ${say('results.corrected')}` : ''}
      </span>{' '}
      {field ? (
        <WriteAct sheet={props.sheet} operation="results.record-observations" onAct={props.onCorrect}>
          {say('results.correct')}
        </WriteAct>
      ) : null}
    </>
  )
}

/** The new answer names the old one and says why; the old one stays in the record. */
function Correct(props: {
  sheet: Sheet
  of: Observation
  field: ObservationField | undefined
  onDone: () => void
}): ReactNode {
  const say = useSay()
  const { language } = useLanguage()
  const correct = useTell('results.correct-observation', { onDone: props.onDone })
  if (!props.field) return null
  const fields: Field[] = [
    { ...asField(props.field, 'answer', language), required: true },
    { key: 'reason', label: say('results.why'), kind: 'text', required: true },
  ]
  return (
    <>
      <Form
        name={`results.correct.${props.of.id}`}
        draft={false}
        fields={fields}
        columns={2}
        initial={{ answer: props.of.answer }}
        problem={correct.problem}
        onSend={async (v: Record<string, unknown>) =>
          void (await correct.tell(
            { worksheet: props.sheet.id, observation: props.of.id, answer: v['answer'] },
            { reason: String(v['reason']) },
          ))
        }
        sendLabel={say('op.results.correct-observation')}
      />
      <TextAct icon="x" onAct={props.onDone}>
        {say('results.leave-it')}
      </TextAct>
    </>
  )
}

function answerText(answer: unknown, say: (key: string) => string): string {
  if (typeof answer === 'boolean') return say(answer ? 'results.yes' : 'results.no')
  if (Array.isArray(answer)) return answer.join(', ')
  if (typeof answer === 'object' && answer !== null) {
    const of = answer as { value?: string; unit?: string; absent?: string }
    return of.absent ? say(`results.absent-${of.absent}`) : `${of.value ?? ''} ${of.unit ?? ''}`
  }
  return String(answer ?? '')
}

export function Sampling(props: { sheet: Sheet; item: string }): ReactNode {
  const { sheet, item } = props
  const say = useSay()
  const [open, setOpen] = useState(false)
  const plan = useTell('results.plan-sampling', { onDone: () => setOpen(false) })
  const rows = sheet.samplings.filter((s) => s.item === item)
  const fields: Field[] = [
    { key: 'population', label: say('results.units-in-all'), kind: 'number', required: true },
    {
      key: 'fraction',
      label: say('results.fraction'),
      help: say('results.help-fraction'),
      kind: 'choice',
      required: true,
      options: ['0.5', '0.7', '0.9'].map((f) => ({ value: f, label: `${Number(f) * 100} %` })),
    },
    {
      key: 'confidence',
      label: say('results.confidence'),
      kind: 'choice',
      required: true,
      options: ['0.95', '0.99'].map((f) => ({ value: f, label: `${Number(f) * 100} %` })),
    },
    {
      key: 'grouping',
      label: say('results.grouping'),
      help: say('results.help-grouping'),
      kind: 'prose',
      rows: 2,
      span: 2,
    },
  ]
  const send = async (v: Record<string, unknown>): Promise<void> =>
    void (await plan.tell({ worksheet: sheet.id, item, ...v, population: Number(v['population']) }))
  return (
    <Card title={say('results.sampling')}>
      {rows.length === 0 ? <p className="notes dim">{say('results.no-sampling')}</p> : null}
      {rows.map((s) => (
        <div key={s.id}>
          <p>
            {say('results.sampled', {
              n: s.sampleSize,
              of: s.population,
              confidence: Number(s.confidence) * 100,
              fraction: Number(s.fraction) * 100,
            })}
          </p>
          <p className="notes dim">
            {say('results.chosen-units', { units: s.units.slice(0, 60).join(', '), seed: s.seed })}
          </p>
        </div>
      ))}
      {open ? (
        <>
          <Form
            name={`results.sampling.${sheet.id}.${item}`}
            fields={fields}
            columns={2}
            initial={{ fraction: '0.9', confidence: '0.95' }}
            problem={plan.problem}
            onSend={send}
            sendLabel={say('op.results.plan-sampling')}
          />
          <TextAct icon="x" onAct={() => setOpen(false)}>
            {say('results.leave-it')}
          </TextAct>
        </>
      ) : (
        <WriteAct sheet={sheet} operation="results.plan-sampling" icon="target" onAct={() => setOpen(true)} />
      )}
    </Card>
  )
}
