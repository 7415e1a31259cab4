/** What was seen of the exhibit, by the fields that the method asks for, and how many units were chosen to look at. */
import { type ReactNode, useState } from 'react'
import { TextAct } from '#ui/Act.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { Card, Facts } from '#ui/Page.tsx'
import { useTell } from '#ui/client.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { type ObservationField, type Sheet, observationFields } from './bench.ts'
import { WriteAct } from './WriteAct.tsx'

type Observation = Sheet['observations'][number]

/** A method without fields still asks for the two things that every certificate names. */
const plainFields: readonly ObservationField[] = [
  { step: 'describe', key: 'appearance', en: 'Appearance', es: 'Aspecto', type: 'text' },
  {
    step: 'describe',
    key: 'packaging',
    en: 'Packaging and seal as received',
    es: 'Embalaje y sello como se recibió',
    type: 'text',
  },
]

export function Describe(props: { sheet: Sheet; item: string }): ReactNode {
  const { sheet, item } = props
  const say = useSay()
  const { language } = useLanguage()
  const [open, setOpen] = useState(false)
  const record = useTell('results.record-observations', { onDone: () => setOpen(false) })
  const defined = observationFields(sheet)
  const asked = defined.length > 0 ? defined : plainFields
  const label = (f: ObservationField): string => (language === 'es' ? f.es : f.en)
  const corrected = new Set(sheet.observations.map((o) => o.corrects))
  const rows = sheet.observations.filter((o) => o.item === item && !corrected.has(o.id))
  const kind = {
    text: 'prose',
    choice: 'choice',
    number: 'number',
    quantity: 'quantity',
    'yes-no': 'yes-no',
    date: 'date',
  } as const
  const fields: Field[] = asked.flatMap((f) =>
    f.type === 'file'
      ? []
      : [
          {
            key: `${f.step}~${f.key}`,
            label: label(f),
            kind: kind[f.type as keyof typeof kind] ?? 'text',
            rows: 2,
            ...(f.unit ? { unit: f.unit } : {}),
            ...(f.choices
              ? { options: f.choices.map((c) => ({ value: c.code, label: language === 'es' ? c.es : c.en })) }
              : {}),
          },
        ],
  )
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const observations = Object.entries(values)
      .filter(([, v]) => v !== undefined && v !== null && v !== '')
      .map(([key, answer]) => ({ step: key.split('~')[0] ?? '', field: key.split('~')[1] ?? '', answer }))
    if (observations.length > 0) await record.tell({ worksheet: sheet.id, item, observations })
  }
  const named = (o: Observation): string => {
    const field = asked.find((f) => f.step === o.step && f.key === o.field)
    return field ? label(field) : o.field
  }
  return (
    <Card title={say('results.described')}>
      {rows.length > 0 ? (
        <Facts
          rows={rows.map(
            (o) =>
              [
                named(o),
                <>
                  {answerText(o.answer, say)}{' '}
                  <span className="notes dim">
                    {o.by}, {showInstant(o.at)}
                  </span>
                </>,
              ] as const,
          )}
        />
      ) : (
        <p className="notes dim">{say('results.not-described')}</p>
      )}
      {open ? (
        <>
          <Form
            name={`results.describe.${sheet.id}.${item}`}
            fields={fields}
            columns={2}
            problem={record.problem}
            onSend={send}
            sendLabel={say('op.results.record-observations')}
          />
          <TextAct icon="x" onAct={() => setOpen(false)}>
            {say('results.leave-it')}
          </TextAct>
        </>
      ) : (
        <WriteAct
          sheet={sheet}
          operation="results.record-observations"
          icon="edit"
          onAct={() => setOpen(true)}
        />
      )}
    </Card>
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
