/** One's own count: how many of each note, the value worked out beside it; signed by whoever counted. */
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { Card } from '#ui/Page.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { CashLine, CashSeen } from '../../contract.ts'
import { cashTotals } from '../../rules.ts'
import { askPeople } from '../state.ts'

/** Pieces by currency and face, as they are typed. */
type Typed = Readonly<Record<string, Readonly<Record<string, string>>>>
const linesOf = (typed: Typed): CashLine[] =>
  Object.entries(typed).flatMap(([currency, faces]) =>
    Object.entries(faces).flatMap(([face, n]) =>
      /^\d{1,7}$/.test(n) && Number(n) > 0 ? [{ currency, face, pieces: Number(n) }] : [],
    ),
  )

export function CountCard({ cash }: { cash: CashSeen }) {
  const say = useSay()
  const first = cash.currencies[0]?.code
  const [typed, setTyped] = useState<Typed>(first ? { [first]: {} } : {})
  const act = useTell('evidence.count-cash', { settles: ['evidence.'] })
  const lines = linesOf(typed)
  const more = cash.currencies.filter((c) => !(c.code in typed))
  const who: Field[] = [
    {
      key: 'who',
      label: say('evidence.cm-who'),
      kind: 'choice',
      required: true,
      options: [
        { value: 'me', label: say('evidence.cm-me') },
        { value: 'colleague', label: say('evidence.cm-colleague') },
      ],
    },
    {
      key: 'person',
      label: say('evidence.cm-person'),
      kind: 'ref',
      ask: askPeople,
      required: true,
      show: (v) => v.who === 'colleague',
    },
    {
      key: 'pin',
      label: say('evidence.h-pin'),
      kind: 'text',
      secret: true,
      required: true,
      show: (v) => v.who === 'colleague',
    },
    { key: 'doubtful', label: say('evidence.cm-doubtful'), kind: 'number' },
    { key: 'words', label: say('evidence.d-words'), kind: 'text' },
  ]
  return (
    <Card title={say(cash.state === 'waits' ? 'evidence.cm-second-count' : 'evidence.cm-first-count')}>
      <div className="fields">
        {Object.entries(typed).map(([currency, faces]) => (
          <Faces
            key={currency}
            currency={
              cash.currencies.find((c) => c.code === currency) ?? {
                code: currency,
                name: currency,
                faces: [],
              }
            }
            typed={faces}
            onChange={(next) => setTyped({ ...typed, [currency]: next })}
          />
        ))}
        {more.length > 0 ? (
          <select
            className="input"
            aria-label={say('evidence.cm-add-currency')}
            value=""
            onChange={(e) => setTyped({ ...typed, [e.target.value]: {} })}
          >
            <option value="">{say('evidence.cm-add-currency')}</option>
            {more.map((c) => (
              <option key={c.code} value={c.code}>
                {c.name}
              </option>
            ))}
          </select>
        ) : null}
        <Form
          name={`evidence.count-cash.${cash.item.id}`}
          draft={false}
          fields={who}
          initial={{ who: 'me' }}
          problem={act.problem}
          sendLabel={say('evidence.cm-sign')}
          aside={say('evidence.cm-sign-help')}
          sendVerdict={{ ok: lines.length > 0 }}
          onSend={async ({ who: by, person, pin, doubtful, ...rest }) => {
            await act.tell({
              item: cash.item.id,
              lines,
              ...rest,
              ...(doubtful ? { doubtful: Number(doubtful) } : {}),
              ...(by === 'colleague' ? { counter: { person, pin } } : {}),
            })
          }}
        />
      </div>
    </Card>
  )
}

interface FacesProps {
  readonly currency: CashSeen['currencies'][number]
  readonly typed: Readonly<Record<string, string>>
  readonly onChange: (typed: Readonly<Record<string, string>>) => void
}
function Faces({ currency, typed, onChange }: FacesProps) {
  const say = useSay()
  const [other, setOther] = useState('')
  const faces = [...currency.faces, ...Object.keys(typed).filter((f) => !currency.faces.includes(f))]
  const lines = linesOf({ [currency.code]: typed })
  const free = currency.faces.length === 0
  const add = (): void => {
    if (/^(0|[1-9]\d{0,8})(\.\d{1,3})?$/.test(other)) onChange({ ...typed, [other]: '' })
    setOther('')
  }
  return (
    <div>
      <table className="plain cash-faces">
        <caption>{currency.name}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {say('evidence.cm-face')}
            </th>
            <th scope="col">{say('evidence.cm-pieces')}</th>
            <th scope="col" className="number">
              {say('evidence.cm-value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {faces.map((face) => (
            <tr key={face}>
              <th scope="row" className="number figures">
                {face}
              </th>
              <td>
                <input
                  className="input figures"
                  inputMode="numeric"
                  aria-label={`${currency.name} ${face}: ${say('evidence.cm-pieces')}`}
                  value={typed[face] ?? ''}
                  onChange={(e) => onChange({ ...typed, [face]: e.target.value.replaceAll(/\D/g, '') })}
                />
              </td>
              <td className="number figures">
                {cashTotals(lines.filter((l) => l.face === face))[0]?.value ?? '–'}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className="number" colSpan={2}>
              {say('evidence.cm-total')}
            </td>
            <td className="number figures">{`${currency.code} ${cashTotals(lines)[0]?.value ?? '0.00'}`}</td>
          </tr>
        </tfoot>
      </table>
      {free ? (
        <span className="cash-other">
          <input
            className="input figures"
            inputMode="decimal"
            aria-label={say('evidence.cm-other-face')}
            placeholder="20"
            value={other}
            onChange={(e) => setOther(e.target.value)}
          />
          <Button icon="add" onClick={add}>
            {say('evidence.cm-other-face')}
          </Button>
        </span>
      ) : null}
    </div>
  )
}
