/** What is asked for each act on a proposal; a destruction asks for witnesses, weights and photographs as its rule does. */
import { Dialog } from '#ui/Dialog.tsx'
import { type Field, Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { type Say, useSay } from '#ui/say.ts'
import type { DisposalSeen } from '../contract.ts'
import { line, words } from '../../things/screens/asks.ts'
import { askCodes, askPeople, fileOf } from '../../things/screens/state.ts'

type Values = Readonly<Record<string, unknown>>
interface Asked {
  readonly fields: readonly Field[]
  readonly input: (v: Values) => unknown
  readonly initial?: Values
}

const left = (d: DisposalSeen): DisposalSeen['items'] => d.items.filter((t) => t.certificate === null)
const listOf = (v: unknown): readonly Values[] => (Array.isArray(v) ? (v as Values[]) : [])

function asksOf(operation: string, d: DisposalSeen, say: Say): Asked {
  const disposal = d.id
  const things = left(d).map((t) => t.item.id)
  const choice = (key: string, options: readonly string[], label: string): Field => ({
    key,
    label: say(label),
    kind: 'choice',
    required: true,
    options: options.map((o) => ({ value: o, label: say(`evidence.dp-${key}-${o}`) })),
  })
  if (operation === 'evidence.answer-disposal-query')
    return {
      fields: [
        choice('answer', ['agree', 'keep'], 'evidence.dp-answer'),
        {
          key: 'keepUntil',
          label: say('evidence.dp-keep-until'),
          kind: 'date',
          required: true,
          show: (v) => v.answer === 'keep',
        },
        { ...words(say), kind: 'text' },
      ],
      input: (v) => ({ disposal, ...v }),
    }
  if (operation === 'evidence.approve-disposal')
    return {
      fields: [
        choice('verdict', ['approve', 'refuse'], 'evidence.dp-verdict'),
        { ...words(say), kind: 'text', show: (v) => v.verdict === 'refuse', required: true },
      ],
      input: (v) => ({ disposal, ...v }),
    }
  if (operation === 'evidence.attach-disposal-order')
    return {
      fields: [
        line(say, 'number', 'evidence.dp-order-number', true),
        line(say, 'court', 'evidence.d-court', true),
        { key: 'on', label: say('evidence.dp-order-on'), kind: 'date', required: true },
        { key: 'file', label: say('evidence.dp-order-file'), kind: 'file', required: true },
      ],
      input: (v) => ({ disposal, order: { ...v, file: fileOf(v.file) } }),
    }
  if (operation === 'evidence.return-item')
    return {
      fields: [
        line(say, 'toName', 'evidence.d-to-name', true),
        line(say, 'authority', 'evidence.d-authority', true),
        { ...line(say, 'document', 'evidence.sg-document', true), help: say('evidence.sg-document-help') },
      ],
      input: (v) => ({ disposal, things, ...v, signed: { document: v.document } }),
    }
  if (operation === 'evidence.dispose-item') return destroying(d, say)
  return { fields: [{ ...words(say), kind: 'text', required: true }], input: (v) => ({ disposal, ...v }) }
}

function destroying(d: DisposalSeen, say: Say): Asked {
  const waiting = left(d)
  return {
    initial: { weights: waiting.map((t) => ({ thing: t.item.id, unit: 'g' })) },
    fields: [
      {
        key: 'method',
        label: say('evidence.dc-method'),
        kind: 'ref',
        ask: askCodes('disposal-method'),
        required: true,
      },
      line(say, 'place', 'evidence.dc-where', true),
      {
        key: 'weights',
        label: say('evidence.dp-weights'),
        help: say('evidence.dp-weights-help'),
        kind: 'list',
        span: 2,
        fields: [
          {
            key: 'thing',
            label: say('evidence.s-number'),
            kind: 'choice',
            options: waiting.map((t) => ({ value: t.item.id, label: t.item.number })),
            required: true,
          },
          line(say, 'net', 'evidence.dc-weighed'),
          line(say, 'unit', 'evidence.dp-unit'),
        ],
      },
      {
        key: 'witnesses',
        label: say('evidence.dp-witnesses'),
        help: say('evidence.dp-witnesses-help'),
        kind: 'list',
        span: 2,
        fields: [
          { key: 'person', label: say('evidence.d-witness'), kind: 'ref', ask: askPeople, required: true },
          { ...line(say, 'pin', 'evidence.h-pin', true), secret: true },
        ],
      },
      {
        key: 'outsiders',
        label: say('evidence.dp-outsiders'),
        help: say('evidence.dp-outsiders-help'),
        kind: 'list',
        span: 2,
        fields: [
          line(say, 'name', 'evidence.d-to-name', true),
          line(say, 'where', 'evidence.r-where'),
          line(say, 'document', 'evidence.sg-document', true),
        ],
      },
      { key: 'photographs', label: say('evidence.dp-photographs'), kind: 'file', many: true, span: 2 },
      { ...words(say), kind: 'text', span: 2 },
    ],
    input: (v) => ({
      ...v,
      disposal: d.id,
      things: waiting.map((t) => t.item.id),
      weights: listOf(v.weights).filter((w) => Boolean(w.net)),
      photographs: (Array.isArray(v.photographs) ? v.photographs : v.photographs ? [v.photographs] : []).map(
        (file: unknown) => ({ file: fileOf(file), shows: 'other' }),
      ),
    }),
  }
}

export function ProposalDialog(props: { operation: string; d: DisposalSeen; onClose: () => void }) {
  const say = useSay()
  const { operation, d, onClose } = props
  const act = useTell(operation, { settles: ['evidence.'] })
  const asked = asksOf(operation, d, say)
  return (
    <Dialog
      title={`${say(`op.${operation}`)} · ${d.number}`}
      onClose={onClose}
      wide={operation === 'evidence.dispose-item'}
    >
      <Form
        name={`${operation}.${d.id}`}
        draft={false}
        columns={operation === 'evidence.dispose-item' ? 2 : 1}
        fields={asked.fields}
        {...(asked.initial ? { initial: asked.initial } : {})}
        problem={act.problem}
        sendLabel={say(`op.${operation}`)}
        danger={operation === 'evidence.dispose-item'}
        onSend={async (values) => {
          if (await act.tell(asked.input(values))) onClose()
        }}
      />
    </Dialog>
  )
}
