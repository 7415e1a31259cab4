/** What was concluded of an exhibit, what a second examiner says of it, and the forms that conclude. */
import type { ReactNode } from 'react'
import { ActRow, TextAct } from '#ui/Act.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { Icon } from '#ui/Icon.tsx'
import { When } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { useTell } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import type { Sheet } from './bench.ts'
import { inTheWay } from '../rules.ts'
import { WriteAct } from './WriteAct.tsx'
import { drugAsk } from './Tests.tsx'

type Conclusion = Sheet['conclusions'][number]

export function Conclusions(props: {
  sheet: Sheet
  item: string
  form: 'conclude' | 'inconclusive' | null
  setForm: (form: 'conclude' | 'inconclusive' | null) => void
}): ReactNode {
  const { sheet, item, form, setForm } = props
  const say = useSay()
  const rows = sheet.conclusions.filter((c) => c.item === item)
  return (
    <Card
      title={say('results.conclusions')}
      aside={<span className="notes dim">{say('results.worked-out')}</span>}
    >
      {rows.length === 0 ? <p className="notes dim">{say('results.no-conclusion')}</p> : null}
      {rows.map((c) => (
        <Concluded key={c.id} sheet={sheet} conclusion={c} />
      ))}
      {form === 'conclude' ? (
        <ConcludeForm sheet={sheet} item={item} rows={rows} onDone={() => setForm(null)} />
      ) : null}
      {form === 'inconclusive' ? (
        <InconclusiveForm sheet={sheet} item={item} rows={rows} onDone={() => setForm(null)} />
      ) : null}
      {form === null ? (
        <ActRow>
          <WriteAct
            sheet={sheet}
            operation="results.record-conclusion"
            icon="file"
            onAct={() => setForm('conclude')}
          />
          <WriteAct
            sheet={sheet}
            operation="results.record-inconclusive"
            icon="help"
            onAct={() => setForm('inconclusive')}
          />
        </ActRow>
      ) : (
        <TextAct icon="x" onAct={() => setForm(null)}>
          {say('results.leave-it')}
        </TextAct>
      )}
    </Card>
  )
}

function Concluded(props: { sheet: Sheet; conclusion: Conclusion }): ReactNode {
  const { sheet, conclusion: c } = props
  const say = useSay()
  const me = useMe()
  const verify = useTell('results.verify-result')
  const own = sheet.analyst.id === me?.person.id
  const speak = async (outcome: 'agrees' | 'differs'): Promise<void> => {
    const sure = await confirm({
      title: say(`results.verify-${outcome}`),
      will: say('results.will-verify', { says: c.says }),
      say: say('op.results.verify-result'),
      reason: outcome === 'differs' ? 'required' : 'optional',
    })
    if (sure) await verify.tell({ conclusion: c.id, outcome, ...(sure.reason ? { words: sure.reason } : {}) })
  }
  return (
    <div className="bench-conclusion">
      <p>
        <Icon name={c.kind === 'inconclusive' ? 'help' : 'sign'} size={16} /> <strong>{c.says}</strong>
      </p>
      <p className="notes dim">
        {say(`results.concluded-${c.kind}`)}, <When at={c.at} />
      </p>
      {c.kind === 'quantity' &&
      [...sheet.weighings, ...sheet.portions].some((w) => w.item === c.item && w.at > c.at) ? (
        <Note tone="maize">{say('results.weighed-since')}</Note>
      ) : null}
      {c.verified.map((v) => (
        <p key={v.by} className="notes">
          <Icon name={v.outcome === 'agrees' ? 'check' : 'warning'} size={14} />{' '}
          {say(`results.verified-${v.outcome}`, { by: v.by })}
          {v.words ? `: “${v.words}”` : ''}
        </p>
      ))}
      {own || sheet.state === 'open' ? null : (
        <ActRow>
          <TextAct
            operation="results.verify-result"
            icon="eye-check"
            busy={verify.busy}
            onAct={() => void speak('agrees')}
          >
            {say('results.verify-agrees')}
          </TextAct>
          <TextAct operation="results.verify-result" icon="warning" onAct={() => void speak('differs')}>
            {say('results.verify-differs')}
          </TextAct>
        </ActRow>
      )}
      <ProblemNote of={verify.problem} />
    </div>
  )
}

const kinds = ['identity', 'quantity', 'presumptive', 'negative'] as const

const chosen = (v: Record<string, unknown>): readonly string[] => (v['kinds'] as string[] | undefined) ?? []
const only = (v: Record<string, unknown>, kind: string): boolean =>
  chosen(v).length > 0 && chosen(v).every((k) => k === kind)
/** What the tests so far bear, and what is weighed: offered, never decided; the rules judge it all the same. */
function likely(sheet: Sheet, item: string, rows: readonly Conclusion[]): string[] {
  if (rows.length > 0) return []
  const tests = sheet.tests.filter((t) => t.item === item)
  const positive = tests.filter((t) => t.outcome === 'positive')
  const measured = sheet.portions.some((p) => p.item === item)
  if (measured) return ['quantity']
  const weighed = sheet.weighings.some((w) => w.item === item) ? ['quantity'] : []
  if (positive.some((t) => t.category === 'A')) return ['identity', ...weighed]
  if (tests.length > 0 && tests.every((t) => t.outcome === 'negative')) return ['negative']
  return []
}

/** Only what is concluded is chosen here; amount, limit and wording are worked out by the rules from what stands on the sheet. */
function ConcludeForm(props: {
  sheet: Sheet
  item: string
  rows: readonly Conclusion[]
  onDone: () => void
}): ReactNode {
  const { sheet, item, rows } = props
  const say = useSay()
  const record = useTell('results.record-conclusion')
  const pointed =
    sheet.tests.findLast((t) => t.item === item && t.outcome === 'positive' && t.pointsTo !== null)
      ?.pointsTo ?? sheet.portions.findLast((p) => p.item === item)?.substance
  const plan = sheet.samplings.findLast((s) => s.item === item)
  const population = plan?.population
  const weighed = sheet.weighings.filter((w) => w.item === item).length
  const fields: Field[] = [
    {
      key: 'kinds',
      label: say('results.what-concluded'),
      kind: 'choices',
      required: true,
      span: 2,
      options: kinds.map((k) => ({ value: k, label: say(`results.concluded-${k}`) })),
    },
    {
      key: 'substance',
      label: say('results.as-substance'),
      kind: 'ref',
      ask: drugAsk,
      show: (v) => !only(v, 'negative'),
    },
    ...(plan
      ? [
          {
            key: 'unitsPositive',
            label: say('results.units-positive', { n: plan.sampleSize }),
            help: say('results.help-units-positive'),
            kind: 'number' as const,
            show: (v: Record<string, unknown>) => chosen(v).includes('identity'),
          },
        ]
      : []),
    ...(population !== undefined && population > weighed
      ? [
          {
            key: 'extrapolateTo',
            label: say('results.extrapolate', { n: population, of: weighed }),
            help: say('results.help-extrapolate'),
            kind: 'number' as const,
            show: (v: Record<string, unknown>) => chosen(v).includes('quantity'),
          },
        ]
      : []),
    ...(rows.length > 0
      ? [
          {
            key: 'reason',
            label: say('results.why-corrected'),
            help: say('results.help-corrected'),
            kind: 'prose' as const,
            rows: 2,
          },
        ]
      : []),
  ]
  const send = async (v: Record<string, unknown>): Promise<void> => {
    const { reason, extrapolateTo, unitsPositive, substance } = v
    for (const kind of kinds.filter((k) => chosen(v).includes(k))) {
      const about = kind !== 'negative' && substance ? { substance: String(substance) } : {}
      const [before] = inTheWay(rows, { kind, ...about })
      const done = await record.tell(
        {
          worksheet: sheet.id,
          item,
          kind,
          ...about,
          ...(kind === 'quantity' && extrapolateTo ? { extrapolateTo: Number(extrapolateTo) } : {}),
          ...(kind === 'identity' && unitsPositive ? { unitsPositive: Number(unitsPositive) } : {}),
          ...(before ? { corrects: before.id } : {}),
        },
        reason ? { reason: String(reason) } : {},
      )
      // What was concluded before a refusal stands; the form keeps the rest.
      if (!done) return
    }
    props.onDone()
  }
  return (
    <Form
      name={`results.conclude.${sheet.id}.${item}`}
      fields={fields}
      columns={2}
      initial={{
        kinds: likely(sheet, item, rows),
        ...(pointed ? { substance: pointed } : {}),
        ...(plan ? { unitsPositive: plan.sampleSize } : {}),
      }}
      problem={record.problem}
      onSend={send}
      sendLabel={say('op.results.record-conclusion')}
    />
  )
}

function InconclusiveForm(props: {
  sheet: Sheet
  item: string
  rows: readonly Conclusion[]
  onDone: () => void
}): ReactNode {
  const say = useSay()
  const record = useTell('results.record-inconclusive', { onDone: props.onDone })
  const fields: Field[] = [
    {
      key: 'words',
      label: say('results.why-inconclusive'),
      help: say('results.help-inconclusive'),
      kind: 'prose',
      rows: 3,
      required: true,
    },
  ]
  return (
    <Form
      name={`results.inconclusive.${props.sheet.id}.${props.item}`}
      fields={fields}
      problem={record.problem}
      onSend={async (v: Record<string, unknown>) => {
        const [before] = inTheWay(props.rows, { kind: 'inconclusive' })
        await record.tell(
          {
            worksheet: props.sheet.id,
            item: props.item,
            ...v,
            ...(before ? { corrects: before.id } : {}),
          },
          before ? { reason: String(v['words']) } : {},
        )
      }}
      sendLabel={say('op.results.record-inconclusive')}
    />
  )
}
