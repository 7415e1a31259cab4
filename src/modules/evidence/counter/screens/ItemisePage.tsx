/** A sealed bag is opened and itemised: dangers first, then the seal as it was found, then each thing that was in it. */
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Card, Columns, Page, Stacked } from '#ui/Page.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { type Problem, useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { ItemSeen } from '../../things/contract.ts'
import { itemOf, sealsOf, type Values } from './intake.ts'
import { type ItemLists, useItemLists } from './intake-fields.ts'
import { IntakeItem } from './IntakeItem.tsx'
import { IntakeRow, LikeLast } from './IntakeList.tsx'
import './intake.css'

export default function ItemisePage() {
  const { id } = useParams({ strict: false })
  const item = useAsk<ItemSeen>('evidence.get-item', { id: String(id) })
  return <Asked of={item}>{(it) => <Work item={it} />}</Asked>
}

function Work({ item }: { item: ItemSeen }) {
  const say = useSay()
  const go = useNavigate()
  const lists = useItemLists()
  const [opening, setOpening] = useState<Values | null>(null)
  const [found, setFound] = useState<readonly Values[]>([])
  const [editing, setEditing] = useState<number | null>(null)
  const act = useTell('evidence.itemise-package', { settles: ['evidence.'] })
  const verdict = item.actions.find((a) => a.operation === 'evidence.itemise-package')
  const expected = opening?.expected === undefined ? undefined : Number(opening.expected)
  const send = async (): Promise<void> => {
    const { photographs, expected: _e, ...how } = opening ?? {}
    const done = await act.tell({
      item: item.id,
      ...how,
      ...(expected === undefined ? {} : { expected }),
      photographs: (Array.isArray(photographs) ? photographs : []).map((file: unknown) => ({
        file,
        shows: 'contents',
      })),
      found: found.map(itemOf),
    })
    if (done) void go({ to: `/evidence/items/${item.id}` })
  }
  const put = (one: Values): void => {
    setFound(editing === null ? [...found, one] : found.with(editing, one))
    setEditing(null)
  }
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: item.case.number, to: `/cases/${item.case.id}`, mono: true },
          { label: item.number, to: `/evidence/items/${item.id}`, mono: true },
          { label: say('op.evidence.itemise-package') },
        ]}
        number={item.number}
        title={item.description}
        facts={say('op.evidence.itemise-package')}
      />
      {item.hazards.length > 0 ? (
        <Note
          tone="achiote"
          icon="warning"
          title={`${say('evidence.p-danger')}: ${item.hazards.map((h) => h.name).join(', ')}`}
        >
          {say('evidence.i-danger')}
        </Note>
      ) : null}
      {verdict && !verdict.ok ? (
        <Note tone="achiote" title={verdict.why}>
          {verdict.next}
        </Note>
      ) : null}
      <Columns kind="halves">
        <Stacked>
          <Card title={say('evidence.i-opening')}>
            {opening === null ? (
              <Form
                name={`evidence.itemise.${item.id}`}
                draft={false}
                columns={2}
                initial={initialOf(item)}
                fields={openingFields(item, say)}
                sendLabel={say('evidence.i-opened')}
                onSend={(v) => setOpening(v)}
              />
            ) : (
              <p>
                {[
                  opening.seal
                    ? say('evidence.seal-broken', { seal: String(opening.seal) })
                    : say('evidence.p-no-seal'),
                  String(opening.why),
                  expected === undefined ? null : say('evidence.i-expected-n', { n: expected }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            )}
          </Card>
          {opening === null ? null : (
            <Card title={say('evidence.i-found-n', { n: (editing ?? found.length) + 1 })}>
              <IntakeItem
                key={`${found.length}-${editing ?? 'new'}`}
                lists={lists}
                parties={[]}
                initial={editing === null ? {} : (found[editing] ?? {})}
                sendLabel={say(editing === null ? 'evidence.r-add' : 'evidence.r-keep')}
                onItem={put}
              />
            </Card>
          )}
        </Stacked>
        <Found
          found={found}
          expected={expected}
          ready={opening !== null}
          editing={editing}
          lists={lists}
          act={act}
          onFound={setFound}
          onEdit={setEditing}
          onSend={() => void send()}
        />
      </Columns>
    </Page>
  )
}

interface FoundProps {
  readonly found: readonly Values[]
  readonly expected: number | undefined
  readonly ready: boolean
  readonly editing: number | null
  readonly lists: ItemLists
  readonly act: { readonly busy: boolean; readonly problem: Problem | null }
  readonly onFound: (found: readonly Values[]) => void
  readonly onEdit: (n: number) => void
  readonly onSend: () => void
}
function Found(props: FoundProps) {
  const say = useSay()
  const { found, expected, ready, editing, lists, act } = props
  return (
    <Card
      title={say('evidence.i-found')}
      aside={
        expected === undefined
          ? say('evidence.h-list', { n: found.length })
          : say('evidence.i-of', { n: found.length, of: expected })
      }
    >
      {found.length === 0 ? <p className="dim">{say('evidence.i-empty')}</p> : null}
      <ol className="intake-list">
        {found.map((one, n) => (
          <IntakeRow
            key={`${String(one.description)}${n}`}
            n={n + 1}
            item={one}
            lists={lists}
            now={editing === n}
            onEdit={() => props.onEdit(n)}
            onLike={() => props.onFound([...found, { ...one, seals: '', photographs: [], doubt: '' }])}
            onLess={() => props.onFound(found.filter((_, at) => at !== n))}
            onChange={(next) => props.onFound(found.with(n, next))}
          />
        ))}
      </ol>
      {found.some((f) => sealsOf(f.seals).length > 0) ? (
        <LikeLast
          last={found.at(-1)}
          taken={found.flatMap((f) => sealsOf(f.seals))}
          onItem={(one) => props.onFound([...found, one])}
        />
      ) : null}
      {expected !== undefined && expected !== found.length && ready ? (
        <Note tone="maize" icon="flag" title={say('evidence.i-differs', { expected, found: found.length })} />
      ) : null}
      <ProblemNote of={act.problem} />
      <ActRow>
        <Act
          operation="evidence.itemise-package"
          icon="list"
          primary
          busy={act.busy}
          verdict={!ready ? { ok: false, why: say('evidence.i-open-first') } : { ok: true }}
          onAct={() => props.onSend()}
        >
          {say('evidence.i-send', { n: found.length })}
        </Act>
      </ActRow>
    </Card>
  )
}

const initialOf = (item: ItemSeen): Values => {
  const closed = item.seals.filter((s) => !s.open)
  return { condition: 'intact', ...(closed.length === 1 ? { seal: closed[0]?.number } : {}) }
}

function openingFields(item: ItemSeen, say: ReturnType<typeof useSay>): Field[] {
  const closed = item.seals.filter((s) => !s.open)
  return [
    ...(item.hazards.length > 0
      ? [
          {
            key: 'aware',
            label: say('evidence.d-aware'),
            kind: 'choices' as const,
            required: true,
            span: 2 as const,
            options: item.hazards.map((h) => ({ value: h.hazard, label: h.name })),
          },
        ]
      : []),
    ...(closed.length > 0
      ? [
          {
            key: 'seal',
            label: say('evidence.d-seal'),
            kind: 'choice' as const,
            required: true,
            options: closed.map((s) => ({ value: s.number, label: s.number })),
          },
          {
            key: 'condition',
            label: say('evidence.r-seal-state'),
            kind: 'choice' as const,
            required: true,
            options: ['intact', 'damaged'].map((s) => ({ value: s, label: say(`evidence.r-${s}`) })),
          },
        ]
      : []),
    { key: 'why', label: say('evidence.d-why'), kind: 'text', required: true },
    {
      key: 'expected',
      label: say('evidence.i-expected'),
      kind: 'number',
      help: say('evidence.i-expected-help'),
    },
    { key: 'photographs', label: say('evidence.r-photo'), kind: 'file', many: true, span: 2 },
  ]
}
