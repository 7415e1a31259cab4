/** The tests of an exhibit with what each is worth (category and principle of the method), and the form that writes one. */
import { type ReactNode, useState } from 'react'
import { TextAct } from '#ui/Act.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { When } from '#ui/Mono.tsx'
import { Card } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useTell } from '#ui/client.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import { type ObservationField, type Sheet, definitionOf } from './bench.ts'
import { asField, fieldKey, observedOf, openFields } from './fields.ts'
import { useMeans } from './means.ts'
import { WriteAct } from './WriteAct.tsx'

interface Drug {
  readonly code: string
  readonly name: string
}
export const drugAsk = {
  name: 'catalogue.find-code',
  params: { list: 'drug', limit: 20 },
  label: (c: Drug) => c.name,
  value: (c: Drug) => c.code,
}

const looks = {
  positive: { tone: 'maya', icon: 'check' },
  negative: { tone: 'slate', icon: 'x' },
  inconclusive: { tone: 'maize', icon: 'help' },
} as const

export function Outcome(props: { of: string }): ReactNode {
  const say = useSay()
  return (
    <StateChip {...(looks[props.of as keyof typeof looks] ?? looks.inconclusive)}>
      {say(`results.outcome-${props.of}`)}
    </StateChip>
  )
}

export function Tests(props: { sheet: Sheet; item: string; names: ReadonlyMap<string, string> }): ReactNode {
  const { sheet, item } = props
  const say = useSay()
  const [open, setOpen] = useState(false)
  const rows = sheet.tests.filter((t) => t.item === item)
  return (
    <Card title={say('results.tests')} aside={<span className="notes dim">{say('results.scheme')}</span>}>
      {rows.length === 0 ? (
        <p className="notes dim">{say('results.no-tests')}</p>
      ) : (
        <div className="bench-scroll">
          <Plain
            head={[
              say('results.technique'),
              say('results.category'),
              say('results.outcome'),
              say('results.points-to'),
              say('results.when'),
            ]}
            rows={rows.map((t) => [
              t.technique,
              say('results.category-is', { category: t.category }),
              <Outcome key="o" of={t.outcome} />,
              [props.names.get(t.pointsTo ?? '') ?? t.pointsTo, t.words].filter(Boolean).join('. '),
              <When key="at" at={t.at} />,
            ])}
          />
        </div>
      )}
      {open ? (
        <TestForm sheet={sheet} item={item} onDone={() => setOpen(false)} />
      ) : (
        <WriteAct
          sheet={sheet}
          operation="results.record-test"
          icon="test-pipe"
          onAct={() => setOpen(true)}
        />
      )}
    </Card>
  )
}

/** A choice among the very outcomes of a test is answered with the test. */
const saysOutcome = (f: Pick<ObservationField, 'choices'>): boolean =>
  f.choices !== undefined && f.choices.length > 0 && f.choices.every((c) => c.code in looks)

export function TestForm(props: {
  sheet: Sheet
  item: string
  onDone: () => void
  initial?: Record<string, unknown>
}): ReactNode {
  const { sheet, item, initial } = props
  const say = useSay()
  const record = useTell('results.record-test', { onDone: props.onDone })
  const means = useMeans(sheet)
  const asking = (v: Record<string, unknown>) =>
    definitionOf(sheet).filter((s) => s.technique !== undefined && s.technique === v['technique'])
  const { language } = useLanguage()
  const observe = useTell('results.record-observations')
  const steps = definitionOf(sheet).filter((s) => s.technique !== undefined)
  const runs = sheet.runs.filter((r) => r.item === item && r.sampleKind === 'item')
  const fields: Field[] = [
    {
      key: 'technique',
      label: say('results.technique'),
      kind: 'choice',
      required: true,
      options: sheet.techniques.map((t) => ({ value: t.key, label: `${t.title} (${t.category})` })),
    },
    {
      key: 'outcome',
      label: say('results.outcome'),
      kind: 'choice',
      required: true,
      options: Object.keys(looks).map((o) => ({ value: o, label: say(`results.outcome-${o}`) })),
    },
    {
      key: 'pointsTo',
      label: say('results.points-to'),
      help: say('results.help-points-to'),
      kind: 'ref',
      ask: drugAsk,
    },
    {
      key: 'sampling',
      label: say('results.sampling-number'),
      help: say('results.help-sampling-number'),
      kind: 'choice',
      required: true,
      options: [1, 2, 3].map((n) => ({ value: String(n), label: String(n) })),
    },
    ...(runs.length > 0
      ? [
          {
            key: 'run',
            label: say('results.run'),
            kind: 'choice' as const,
            options: runs.map((r) => ({ value: r.id, label: r.number })),
          },
        ]
      : []),
    ...means.fields(asking),
    ...steps.flatMap((step) =>
      openFields(sheet, item, step)
        .filter((f) => !saysOutcome(f))
        .map((f) => ({
          ...asField(f, fieldKey(step.key, f.key), language),
          show: (v: Record<string, unknown>) => asking(v).includes(step),
        })),
    ),
    {
      key: 'words',
      label: say('results.what-was-seen'),
      help: say('results.help-seen'),
      kind: 'text',
      span: 2,
    },
  ]
  return (
    <>
      <Form
        key={String(means.ready)}
        name={`results.test.${sheet.id}.${item}`}
        fields={fields}
        columns={2}
        initial={{ sampling: '1', ...means.initial, ...initial }}
        problem={observe.problem ?? record.problem}
        onSend={async (v: Record<string, unknown>) => {
          const { named, rest: all } = means.take(v, asking(v))
          const { observations, rest } = observedOf(all, steps)
          // The method asks for the outcome as an answer of its own: it is the one that was just given.
          const said = asking(v).flatMap((step) =>
            openFields(sheet, item, step)
              .filter(saysOutcome)
              .map((f) => ({ step: step.key, field: f.key, answer: v['outcome'] })),
          )
          const seen = [...observations, ...said]
          const noted =
            seen.length === 0 ||
            (await observe.tell({ worksheet: sheet.id, item, observations: seen, ...named }))
          if (!noted) return
          await record.tell({
            worksheet: sheet.id,
            item,
            ...rest,
            ...named,
            sampling: Number(v['sampling'] ?? 1),
          })
        }}
        sendLabel={say('op.results.record-test')}
      />
      <TextAct icon="x" onAct={props.onDone}>
        {say('results.leave-it')}
      </TextAct>
    </>
  )
}
