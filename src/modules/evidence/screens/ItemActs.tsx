/** What each act on a thing asks for: a short form in place, sent under the act's own name. */
import { useState } from 'react'
import { ActRow, Act } from '#ui/Act.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { type Say, useSay } from '#ui/say.ts'
import type { ItemSeen } from '../contract.ts'
import { askCodes, askPeople, askPlaces, askUnits } from './state.ts'

type Values = Readonly<Record<string, unknown>>
interface Asks {
  readonly fields: readonly Field[]
  readonly input: (item: ItemSeen, values: Values) => unknown
  readonly reason?: true
}
const things = (item: ItemSeen, v: Values): unknown => ({ things: [item.id], ...v })
const ofItem = (item: ItemSeen, v: Values): unknown => ({ item: item.id, ...v })

/** Acts by name with their fields; an act without fields is done at once. */
function asks(say: Say, item: ItemSeen): Readonly<Record<string, Asks>> {
  const words: Field = { key: 'words', label: say('evidence.d-words'), kind: 'prose' }
  const why: Field = { key: 'why', label: say('evidence.d-why'), kind: 'text', required: true }
  const open = item.findings.filter((f) => f.explained === null)
  const closed = item.seals.filter((s) => !s.open)
  const code = (key: string, list: string, label: string, required = false): Field => ({
    key,
    label: say(label),
    kind: 'ref',
    ask: askCodes(list),
    required,
  })
  const line = (key: string, label: string, required = false): Field => ({
    key,
    label: say(label),
    kind: 'text',
    required,
  })
  const seals = closed.map((s) => ({ value: s.number, label: s.number }))
  return {
    'evidence.accept-hand-over': { fields: [], input: (i) => ({ handOver: i.offer?.handOver }) },
    'evidence.withdraw-hand-over': { fields: [], input: (i) => ({ handOver: i.offer?.handOver }) },
    'evidence.decline-hand-over': {
      fields: [code('why', 'decline-reason', 'evidence.d-why', true), words],
      input: (i, v) => ({ handOver: i.offer?.handOver, ...v }),
    },
    'evidence.explain-difference': {
      fields: [
        {
          key: 'about',
          label: say('evidence.d-about'),
          kind: 'choice',
          required: true,
          options: open.map((f) => ({ value: f.key, label: f.text })),
        },
        { ...words, required: true },
      ],
      input: ofItem,
    },
    'evidence.retrieve-item': { fields: [line('purpose', 'evidence.h-purpose')], input: things },
    'evidence.store-item': {
      fields: [{ key: 'place', label: say('evidence.d-place'), kind: 'ref', ask: askPlaces, required: true }],
      input: things,
    },
    'evidence.hand-over': {
      fields: [
        { key: 'to', label: say('evidence.h-to'), kind: 'ref', ask: askPeople, required: true },
        line('purpose', 'evidence.h-purpose'),
      ],
      input: things,
    },
    'evidence.receive-consignment': {
      fields: [words],
      input: (i, v) => ({ consignment: i.holder?.id, things: [i.id], ...v }),
    },
    'evidence.return-from-court': { fields: [words], input: things },
    'evidence.report-found': { fields: [line('where', 'evidence.d-where', true), words], input: things },
    'evidence.report-missing': { fields: [{ ...words, required: true, kind: 'text' }], input: things },
    'evidence.break-seal': {
      fields: [
        { key: 'number', label: say('evidence.d-seal'), kind: 'choice', required: true, options: seals },
        why,
      ],
      input: ofItem,
    },
    'evidence.seal-item': {
      fields: [
        { key: 'number', label: say('evidence.d-seal'), kind: 'scan', required: true },
        code('type', 'seal-type', 'evidence.r-type'),
      ],
      input: ofItem,
    },
    'evidence.weigh-item': {
      fields: [
        line('gross', 'evidence.d-gross', true),
        line('tare', 'evidence.d-tare'),
        {
          ...line('unit', 'evidence.d-unit', true),
          kind: 'choice',
          options: ['g', 'mg', 'kg'].map((u) => ({ value: u, label: u })),
        },
      ],
      input: ofItem,
    },
    'evidence.take-subsample': {
      fields: [
        line('description', 'evidence.d-description', true),
        line('amount', 'evidence.d-amount'),
        {
          ...line('unit', 'evidence.d-unit'),
          kind: 'choice',
          options: ['g', 'mg', 'ml'].map((u) => ({ value: u, label: u })),
        },
      ],
      input: ofItem,
    },
    'evidence.itemise-package': {
      fields: [
        ...(seals.length > 0
          ? [
              {
                key: 'seal',
                label: say('evidence.d-seal'),
                kind: 'choice',
                required: true,
                options: seals,
              } as Field,
            ]
          : []),
        why,
        { key: 'found', label: say('evidence.d-found'), kind: 'prose', required: true },
      ],
      input: (i, v) => ({
        item: i.id,
        ...v,
        found: String(v.found ?? '')
          .split('\n')
          .map((l) => l.trim())
          .filter(Boolean)
          .map((description) => ({ description })),
      }),
    },
    'evidence.dispatch-consignment': {
      fields: [
        line('carrier', 'evidence.d-carrier', true),
        { key: 'toUnit', label: say('evidence.d-to-unit'), kind: 'ref', ask: askUnits, required: true },
      ],
      input: things,
    },
    'evidence.check-out-to-court': {
      fields: [
        line('court', 'evidence.d-court', true),
        line('byName', 'evidence.d-to-name', true),
        { key: 'dueBack', label: say('evidence.d-back'), kind: 'instant', required: true },
      ],
      input: things,
    },
    'evidence.return-item': {
      fields: [line('toName', 'evidence.d-to-name', true), line('authority', 'evidence.d-authority', true)],
      input: things,
    },
    'evidence.flag-hazard': {
      fields: [code('hazard', 'hazard', 'evidence.d-hazard', true), { ...words, kind: 'text' }],
      input: ofItem,
    },
    'evidence.note-discrepancy': {
      fields: [
        {
          key: 'kind',
          label: say('evidence.d-about'),
          kind: 'choice',
          required: true,
          options: ['count', 'description', 'packaging', 'seal', 'label', 'weight', 'paper', 'other'].map(
            (k) => ({ value: k, label: say(`evidence.about-${k}`) }),
          ),
        },
        { ...words, kind: 'text', required: true },
      ],
      input: ofItem,
    },
    'evidence.correct-description': {
      fields: [line('description', 'evidence.d-description', true), why],
      input: (i, v) => ({ item: i.id, description: v.description }),
      reason: true,
    },
    'evidence.photograph-item': {
      fields: [{ key: 'file', label: say('evidence.r-photo'), kind: 'file', required: true }],
      input: (i, v) => ({ item: i.id, file: fileOf(v.file) }),
    },
    'evidence.print-label': {
      fields: item.labels > 0 ? [why] : [],
      input: (i) => ({ items: [i.id] }),
      reason: true,
    },
  }
}
/** One upload, or the first of a list. */
export function fileOf(value: unknown): unknown {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'object' && one !== null && 'sha256' in one ? one.sha256 : one
}

const icons = {
  'evidence.hand-over': 'hand-over',
  'evidence.store-item': 'store',
  'evidence.print-label': 'print',
  'evidence.weigh-item': 'scale',
  'evidence.break-seal': 'lock-open',
  'evidence.seal-item': 'lock',
  'evidence.explain-difference': 'edit',
  'evidence.photograph-item': 'camera',
  'evidence.dispatch-consignment': 'truck',
  'evidence.check-out-to-court': 'gavel',
  'evidence.report-missing': 'zoom-question',
  'evidence.take-subsample': 'split',
} as const
const danger = new Set(['evidence.report-missing', 'evidence.return-item'])

/** The first act that is open is the one great button; the second row shows what else there is. */
export function ItemActs({ item, few }: { item: ItemSeen; few?: boolean }) {
  const say = useSay()
  const [open, setOpen] = useState<string | null>(null)
  const known = asks(say, item)
  const usable = item.actions.filter((a) => known[a.operation] !== undefined)
  const first = usable.find((a) => a.ok)?.operation
  const main = usable.filter(
    (a) =>
      a.operation === first ||
      a.operation === 'evidence.hand-over' ||
      a.operation === 'evidence.print-label' ||
      a.operation === 'evidence.store-item',
  )
  const shown = few ? main.slice(0, 4) : usable.filter((a) => !main.slice(0, 4).includes(a))
  return (
    <>
      <ActRow>
        {shown.map((a) => (
          <Act
            key={a.operation}
            operation={a.operation}
            actions={item.actions}
            primary={few === true && a.operation === first}
            danger={danger.has(a.operation)}
            {...(a.operation in icons ? { icon: icons[a.operation as keyof typeof icons] } : {})}
            onAct={() => setOpen(open === a.operation ? null : a.operation)}
          />
        ))}
      </ActRow>
      {open && known[open] ? (
        <ActForm operation={open} item={item} asks={known[open]} onDone={() => setOpen(null)} />
      ) : null}
    </>
  )
}

function ActForm({
  operation,
  item,
  asks: a,
  onDone,
}: {
  operation: string
  item: ItemSeen
  asks: Asks
  onDone: () => void
}) {
  const say = useSay()
  const act = useTell(operation, { settles: ['evidence.'] })
  // Where there is one answer only, it stands there already.
  const initial = Object.fromEntries(
    a.fields.flatMap((f) =>
      f.kind === 'choice' && f.required && f.options?.length === 1 ? [[f.key, f.options[0]?.value]] : [],
    ),
  )
  const send = async (values: Values): Promise<void> => {
    const { why, ...rest } = values
    const done = await act.tell(
      a.input(item, a.reason ? rest : values),
      a.reason && typeof why === 'string' ? { reason: why } : {},
    )
    if (done) onDone()
  }
  return (
    <Dialog title={`${say(`op.${operation}`)} · ${item.number}`} onClose={onDone}>
      <Form
        name={`${operation}.${item.id}`}
        fields={[...a.fields]}
        initial={initial}
        onSend={send}
        problem={act.problem}
        sendLabel={say(`op.${operation}`)}
        draft={false}
      />
    </Dialog>
  )
}
