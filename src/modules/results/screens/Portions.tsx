/** What an instrument measured in portions of an exhibit, and the form that writes them; nothing where the method measures nothing so. */
import { type ReactNode, useState } from 'react'
import { Form, type Field } from '#ui/Form.tsx'
import { When } from '#ui/Mono.tsx'
import { Card } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { type Sheet, definitionOf } from './bench.ts'
import { useMeans } from './means.ts'
import { WriteAct } from './WriteAct.tsx'

export function Portions(props: {
  sheet: Sheet
  item: string
  names: ReadonlyMap<string, string>
}): ReactNode {
  const { sheet, item, names } = props
  const say = useSay()
  const [open, setOpen] = useState(false)
  if (!sheet.techniques.some((t) => (t.measures ?? []).length > 0)) return null
  const rows = sheet.portions.filter((p) => p.item === item)
  const title = (key: string): string => sheet.techniques.find((t) => t.key === key)?.title ?? key
  return (
    <Card title={say('results.portions')}>
      {rows.length === 0 ? (
        <p className="notes dim">{say('results.portions-none')}</p>
      ) : (
        <div className="bench-scroll">
          <Plain
            head={[
              say('results.measured'),
              say('results.technique'),
              say('results.portion-no'),
              say('results.portion-value'),
              say('results.when'),
            ]}
            rows={rows.map((p) => [
              names.get(p.substance) ?? p.substance,
              title(p.technique),
              String(p.portion),
              `${p.value} ${p.unit}`,
              <When key="at" at={p.at} />,
            ])}
          />
        </div>
      )}
      {open ? (
        <PortionForm sheet={sheet} item={item} names={names} onDone={() => setOpen(false)} />
      ) : (
        <WriteAct
          sheet={sheet}
          operation="results.record-portions"
          icon="gauge"
          onAct={() => setOpen(true)}
        />
      )}
    </Card>
  )
}

/** One field for each portion that the method wants; a portion that was read before is corrected by what is written here. */
function PortionForm(props: {
  sheet: Sheet
  item: string
  names: ReadonlyMap<string, string>
  onDone: () => void
}): ReactNode {
  const { sheet, item, names } = props
  const say = useSay()
  const record = useTell('results.record-portions', { onDone: props.onDone })
  const means = useMeans(sheet)
  const kinds = sheet.techniques.flatMap((t) =>
    (t.measures ?? []).map((m) => ({
      ...m,
      technique: t.key,
      title: t.title,
      key: `${t.key} ${m.substance}`,
    })),
  )
  const of = (v: Record<string, unknown>) => kinds.find((k) => k.key === v['what']) ?? kinds[0]
  const asking = (v: Record<string, unknown>) =>
    definitionOf(sheet).filter((s) => s.technique !== undefined && s.technique === of(v)?.technique)
  const runs = sheet.runs.filter((r) => r.item === item && r.sampleKind === 'item')
  const most = Math.max(...kinds.map((k) => k.portions))
  const fields: Field[] = [
    {
      key: 'what',
      label: say('results.measured'),
      kind: 'choice',
      required: true,
      options: kinds.map((k) => ({
        value: k.key,
        label: `${names.get(k.substance) ?? k.substance}, ${k.title} (${k.unit})`,
      })),
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
    ...Array.from({ length: most }, (_, i) => ({
      key: `p${i + 1}`,
      label: `${say('results.portion-no')} ${i + 1}`,
      kind: 'text' as const,
      max: 20,
      show: (v: Record<string, unknown>) => i < (of(v)?.portions ?? 0),
    })),
  ]
  return (
    <Form
      key={String(means.ready)}
      name={`results.portions.${sheet.id}.${item}`}
      columns={2}
      fields={fields}
      initial={{ what: kinds[0]?.key, ...means.initial }}
      problem={record.problem}
      onSend={async (v: Record<string, unknown>) => {
        const kind = of(v)
        if (!kind) return
        const { named } = means.take(v, asking(v))
        const standing = sheet.portions.filter((p) => p.item === item && p.substance === kind.substance)
        const portions = Array.from({ length: kind.portions }, (_, i) => i + 1).flatMap((portion) => {
          const value = String(v[`p${portion}`] ?? '').trim()
          const before = standing.find((p) => p.portion === portion)
          return value === ''
            ? []
            : [
                {
                  portion,
                  value,
                  ...(v['run'] ? { run: String(v['run']) } : {}),
                  ...(before ? { corrects: before.id } : {}),
                },
              ]
        })
        await record.tell({
          worksheet: sheet.id,
          item,
          technique: kind.technique,
          substance: kind.substance,
          unit: kind.unit,
          portions,
          ...named,
        })
      }}
      sendLabel={say('op.results.record-portions')}
    />
  )
}
