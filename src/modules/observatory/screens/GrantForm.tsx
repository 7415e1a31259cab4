/** A grant as its agreement says it: period, budget lines, indicators with baseline and target; the same form for an amendment. */
import type { ReactNode } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import type { Field, Values } from '#ui/fields.ts'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { IndicatorsSeen } from '../contract.ts'
import type { GrantSeen } from '../contract/grants.ts'

const monthName = (month: number): string =>
  new Intl.DateTimeFormat(document.documentElement.lang, { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2026, month - 1, 1),
  )
const clean = (v: Values): Values =>
  Object.fromEntries(Object.entries(v).filter(([, x]) => x !== '' && x !== null && x !== undefined))
export function GrantForm({ of: g, onClose }: { of?: GrantSeen; onClose: () => void }): ReactNode {
  const say = useSay()
  const known = useAsk<IndicatorsSeen>('observatory.indicators')
  const send = useTell('observatory.record-grant', { onDone: onClose })
  const text = (key: string, label: string, more: Partial<Field> = {}): Field =>
    ({ key, label: say(`observatory.grant-${label}`), kind: 'text', required: true, ...more }) as Field
  const options = (known.data?.items ?? []).map((i) => ({ value: i.key, label: i.name }))
  const fields: Field[] = [
    ...(g ? [] : [text('donor', 'donor'), text('agreement', 'agreement')]),
    text('title', 'title'),
    text('from', 'from', { kind: 'date' }),
    text('until', 'until', { kind: 'date' }),
    text('per', 'per', {
      kind: 'choice',
      options: (['year', 'quarter'] as const).map((value) => ({
        value,
        label: say(`observatory.grant-per-${value}`),
      })),
    }),
    text('yearBegins', 'year-begins', {
      kind: 'choice',
      help: say('observatory.grant-year-begins-help'),
      options: Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: monthName(i + 1) })),
    }),
    text('currency', 'currency', { help: say('observatory.grant-currency-help') }),
    text('lines', 'lines', {
      kind: 'list',
      fields: [text('code', 'code'), text('name', 'name'), text('amount', 'amount')],
    }),
    text('indicators', 'indicators', {
      kind: 'list',
      required: false,
      fields: [
        text('indicator', 'indicator', { kind: 'choice', options }),
        text('baselineYear', 'baseline-year'),
        text('baseline', 'baseline', { required: false, help: say('observatory.grant-baseline-help') }),
        text('target', 'target'),
        text('targetYear', 'target-year'),
      ],
    }),
    ...(g ? [text('words', 'change', { kind: 'prose' })] : []),
  ]
  const start = g
    ? {
        title: g.title,
        from: g.from,
        until: g.until,
        currency: g.currency,
        per: g.per,
        yearBegins: String(g.yearBegins),
        lines: g.lines.map((l) => ({ code: l.code, name: l.name, amount: l.budget })),
        indicators: g.indicators.map(({ name: _name, known: _known, ...i }) => i),
      }
    : { per: 'year', yearBegins: '1' }
  return (
    <Dialog title={say('op.observatory.record-grant')} onClose={onClose}>
      <Form
        name={`observatory.record-grant.${g?.id ?? 'new'}`}
        fields={fields}
        initial={start as Values}
        problem={send.problem}
        onSend={async ({ lines, indicators, yearBegins, ...rest }) =>
          void (await send.tell({
            ...clean(rest),
            yearBegins: Number(yearBegins),
            ...(g ? { grant: g.id } : {}),
            lines: ((lines ?? []) as Values[]).map(clean),
            indicators: ((indicators ?? []) as Values[]).map(clean),
          }))
        }
        sendLabel={say('op.observatory.record-grant')}
      />
    </Dialog>
  )
}
