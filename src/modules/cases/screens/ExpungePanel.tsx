/** An order to destroy what is kept of a person: where the name still stands is told first, and what is to go is ticked one by one. */
import { useState } from 'react'
import type { z } from 'zod'
import { Asked } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { WhereNamedSeen } from '../contract.ts'
import './expunge.css'

type Told = z.output<typeof WhereNamedSeen>
/** One record may say the name in two of its words: it is struck as one. */
interface Row {
  readonly key: string
  readonly table: string
  readonly id: string
  readonly whole: boolean
  readonly words: readonly { readonly text: string; readonly struck: string }[]
}
function rowsOf(told: Told): Row[] {
  const rows = new Map<string, Row>()
  for (const { table, id, says, text, struck } of told.places) {
    const key = `${table}/${id}`
    const before = rows.get(key)
    rows.set(key, {
      key,
      table,
      id,
      whole: says === 'whole' || (before?.whole ?? false),
      words: [...(before?.words ?? []), { text, struck }],
    })
  }
  return [...rows.values()].toSorted((a, b) => Number(b.whole) - Number(a.whole))
}

export default function ExpungePanel(props: {
  readonly caseId: string
  readonly party: string
  /** Null where the name is protected. */
  readonly name: string | null
  readonly onClose: () => void
}) {
  const say = useSay()
  const told = useAsk<Told>('cases.where-named', { case: props.caseId, party: props.party })
  return (
    <Dialog
      title={[say('op.cases.expunge-party'), props.name].filter(Boolean).join(' · ')}
      onClose={props.onClose}
      wide
    >
      <Asked of={told}>{(found) => <Order {...props} told={found} />}</Asked>
    </Dialog>
  )
}

function Order(props: {
  readonly caseId: string
  readonly party: string
  readonly told: Told
  readonly onClose: () => void
}) {
  const say = useSay()
  const { told } = props
  const rows = rowsOf(told)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () =>
      new Set([
        ...rows.filter((r) => r.whole).map((r) => r.key),
        ...told.papers.filter((p) => p.says === 'whole').map((p) => p.id),
      ]),
  )
  const order = useTell('cases.expunge-party', { settles: ['cases.'], onDone: props.onClose })
  const tick = (key: string, on: boolean): void =>
    setTicked(new Set(on ? [...ticked, key] : [...ticked].filter((k) => k !== key)))
  const send = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
    const { reason, authority } = values as { reason: string; authority: string }
    await order.tell(
      {
        case: props.caseId,
        party: props.party,
        authority,
        strike: rows.filter((r) => ticked.has(r.key)).map(({ table, id }) => ({ table, id })),
        papers: told.papers.filter((p) => ticked.has(p.id)).map((p) => p.id),
      },
      { reason },
    )
  }
  return (
    <div className="expunge">
      <Note tone="achiote" icon="warning" title={say('cases.expunge-for-good')}>
        {say('cases.expunge-values', { n: told.values })}
      </Note>
      <fieldset>
        <legend>{say('cases.expunge-places')}</legend>
        {rows.length === 0 ? <p className="dim">{say('cases.expunge-no-places')}</p> : null}
        {rows.map((row) => (
          <label key={row.key} className="expunge-row">
            <input
              type="checkbox"
              checked={ticked.has(row.key)}
              onChange={(e) => tick(row.key, e.target.checked)}
            />
            <span>
              <small>
                {placeOf(say, row.table)}
                {row.whole ? '' : ` · ${say('cases.expunge-part')}`}
              </small>
              {row.words.map((w) => (
                <span key={w.text} className="expunge-words">
                  <del>{w.text}</del>
                  <ins>{w.struck}</ins>
                </span>
              ))}
            </span>
          </label>
        ))}
      </fieldset>
      {told.papers.length > 0 ? (
        <fieldset>
          <legend>{say('cases.expunge-papers')}</legend>
          {told.papers.map((paper) => (
            <label key={paper.id} className="expunge-row">
              <input
                type="checkbox"
                checked={ticked.has(paper.id)}
                onChange={(e) => tick(paper.id, e.target.checked)}
              />
              <span>
                {paper.name}
                <small>{say(`cases.expunge-paper-${paper.says}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <p className="dim">{say('cases.expunge-issued')}</p>
      <Form
        name={`cases.expunge-party.${props.party}`}
        draft={false}
        danger
        columns={2}
        fields={[
          { key: 'authority', label: say('cases.expunge-authority'), kind: 'text', required: true },
          { key: 'reason', label: say('cases.form-reason'), kind: 'text', required: true },
        ]}
        onSend={send}
        problem={order.problem}
        sendLabel={say('cases.expunge-send')}
      />
    </div>
  )
}

const named = ['case', 'title', 'task', 'document', 'court_event', 'description', 'note']
function placeOf(say: ReturnType<typeof useSay>, table: string): string {
  const name = table.slice(table.indexOf('.') + 1)
  return named.includes(name) ? say(`cases.place-${name}`) : say('cases.place-other', { table })
}
