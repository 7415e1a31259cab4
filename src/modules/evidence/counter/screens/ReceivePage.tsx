/** The counter: who brings what into which case, item by item, by kit or many alike; what goes back; who signs; the receipt. */
import { useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Button } from '#ui/Button.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Card, Columns, Page, Stacked } from '#ui/Page.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { type Problem, useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { z } from 'zod'
import type { SubmissionReceived } from '../contract.ts'
import { type Refusal, type Signing, type Values, refusalOf, sealsOf, submissionOf } from './intake.ts'
import { useDraft } from '../../things/screens/draft.ts'
import { type ItemLists, useItemLists } from './intake-fields.ts'
import { IntakeHead } from './IntakeHead.tsx'
import { IntakeItem } from './IntakeItem.tsx'
import { IntakeRow, LikeLast, RefusedRows } from './IntakeList.tsx'
import { KitPicker } from './KitPicker.tsx'
import { ReceiptCard } from './ReceiptCard.tsx'
import { RefuseDialog, type Why } from './RefuseDialog.tsx'
import { SigningFields } from './Signing.tsx'
import './intake.css'

const carried = ['type', 'packType', 'colour', 'size', 'condition', 'sealState'] as const
/** What the next item most likely has in common with the last. */
const startOf = (last: Values | undefined): Values =>
  Object.fromEntries(carried.flatMap((k) => (last?.[k] ? [[k, last[k]]] : [])))

type Words = Readonly<Record<string, string>>
interface Counter {
  readonly head: Values | null
  /** What the form about who and where begins with: the last person stays for the next case. */
  readonly keep: Values
  readonly words: Words
  readonly items: readonly Values[]
  readonly refused: readonly Refusal[]
}
const empty: Counter = { head: null, keep: {}, words: {}, items: [], refused: [] }

export default function ReceivePage() {
  const say = useSay()
  const lists = useItemLists()
  const draft = useDraft<Counter>('evidence.counter', empty)
  const { head, keep, words, items, refused } = draft.what
  const [editing, setEditing] = useState<number | null>(null)
  const [refusing, setRefusing] = useState<number | 'all' | null>(null)
  const [signing, setSigning] = useState<Signing>({ way: 'none' })
  const parties = useParties(head)
  const act = useTell<Received>('evidence.receive-submission', { settles: ['evidence.'] })
  const refuse = useTell<{ id: string; number: string }>('evidence.refuse-submission', {
    settles: ['evidence.'],
  })
  const setItems = (next: readonly Values[]): void => draft.change({ items: next })
  const clear = (): void => {
    const { person, name, where, way } = head ?? {}
    draft.forget({ ...empty, keep: { person, name, where, way }, words })
    setSigning({ way: 'none' })
  }
  const receive = async (how?: { reason: string }): Promise<void> => {
    if (head && (await act.tell(submissionOf(head, items, refused, signing), how))) clear()
  }
  const put = (item: Values): void => {
    setItems(editing === null ? [...items, item] : items.with(editing, item))
    setEditing(null)
  }
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('evidence.sub-title'), to: '/evidence/submissions' }]}
        title={say('evidence.r-title')}
      />
      {draft.found ? (
        <Note tone="slate" icon="save" title={say('evidence.r-kept', { at: showInstant(draft.found) })}>
          <Button onClick={() => draft.forget()}>{say('evidence.r-afresh')}</Button>
        </Note>
      ) : null}
      {!head && items.length === 0 ? <LastDone received={act.done} refused={refuse.done} /> : null}
      <Columns kind="halves">
        <Stacked>
          <IntakeHead
            head={head}
            initial={keep}
            words={words}
            problem={act.problem ?? refuse.problem}
            onHead={(next, said) => draft.change({ head: next, words: said })}
            onChange={() => draft.change({ keep: head ?? {}, head: null })}
          />
          {head ? (
            <Card
              title={say(editing === null ? 'evidence.r-item' : 'evidence.r-editing', {
                n: (editing ?? items.length) + 1,
              })}
              aside={editing === null ? <KitPicker onKit={(kit) => setItems([...items, kit])} /> : null}
            >
              <IntakeItem
                key={`${items.length}-${editing ?? 'new'}`}
                lists={lists}
                parties={parties}
                initial={editing === null ? startOf(items.at(-1)) : (items[editing] ?? {})}
                sendLabel={say(editing === null ? 'evidence.r-add' : 'evidence.r-keep')}
                onItem={put}
              />
            </Card>
          ) : null}
        </Stacked>
        <Stacked>
          <Brought
            items={items}
            refused={refused}
            editing={editing}
            lists={lists}
            onItems={setItems}
            onRefused={(next) => draft.change({ refused: next })}
            onEdit={setEditing}
            onRefuse={setRefusing}
          />
          {head && (items.length > 0 || refused.length > 0) ? (
            <Card title={say('evidence.r-sign')}>
              <SigningFields
                known={Boolean(head.person)}
                without={say('evidence.r-unsigned')}
                value={signing}
                onChange={setSigning}
              />
              <ProblemNote of={act.problem} />
              <Unannounced act={act} onReceive={receive} />
              <ActRow>
                <Act
                  operation="evidence.receive-submission"
                  icon="door-enter"
                  primary
                  busy={act.busy}
                  verdict={items.length > 0 ? { ok: true } : { ok: false, why: say('evidence.r-first-item') }}
                  onAct={() => void receive()}
                >
                  {say('evidence.r-send-n', { n: items.length })}
                </Act>
                <Button danger icon="ban" onClick={() => setRefusing('all')}>
                  {say('evidence.r-refuse-all')}
                </Button>
              </ActRow>
            </Card>
          ) : null}
        </Stacked>
      </Columns>
      {refusing === null ? null : (
        <Refusing
          which={refusing}
          counter={draft.what}
          signing={signing}
          refuse={refuse}
          onSent={clear}
          onPart={draft.change}
          onClose={() => setRefusing(null)}
        />
      )}
    </Page>
  )
}

interface RefusingProps {
  /** One of what was laid down, or everything. */
  readonly which: number | 'all'
  readonly counter: Counter
  readonly signing: Signing
  readonly refuse: ReturnType<typeof useTell<{ id: string; number: string }>>
  readonly onSent: () => void
  readonly onPart: (next: Partial<Counter>) => void
  readonly onClose: () => void
}
function Refusing({ which, counter, signing, refuse, onSent, onPart, onClose }: RefusingProps) {
  const say = useSay()
  const { head, items, refused } = counter
  const going = which === 'all' ? items : items.slice(which, which + 1)
  const goesBack = async (why: Why): Promise<void> => {
    const back = going.map((item) => refusedItem(item, why))
    if (which !== 'all')
      onPart({ refused: [...refused, ...back], items: items.filter((_, at) => at !== which) })
    else {
      const { why: reason, words } = why
      const sent = await refuse.tell(
        refusalOf(head ?? {}, [...refused, ...back], { why: reason, words }, signing),
      )
      if (!sent) return
      onSent()
    }
    onClose()
  }
  return (
    <RefuseDialog
      title={
        which === 'all'
          ? say('op.evidence.refuse-submission')
          : say('evidence.r-refuse-what', { what: String(going[0]?.description) })
      }
      problem={refuse.problem}
      types={going.map((item) => String(item.type ?? ''))}
      onClose={onClose}
      onWhy={goesBack}
    />
  )
}

type Received = z.output<typeof SubmissionReceived>
/** Its agency announces what it brings: without an announcement it is received with the reason why there was none. */
function Unannounced(props: {
  act: { readonly problem: Problem | null; readonly busy: boolean }
  onReceive: (how: { reason: string }) => Promise<void>
}) {
  const say = useSay()
  const { problem, busy } = props.act
  if (problem?.code !== 'evidence.prelog-due') return null
  const receive = async (): Promise<void> => {
    const title = say('evidence.prelog-none')
    const said = await confirm({ title, will: problem.detail, reason: 'required' })
    if (said?.reason) await props.onReceive({ reason: said.reason })
  }
  return (
    <Button busy={busy} onClick={() => void receive()}>
      {say('evidence.prelog-none')}
    </Button>
  )
}

function LastDone(props: { received: Received | null; refused: { id: string; number: string } | null }) {
  const done = props.received ?? props.refused
  return done ? <ReceiptCard done={done} {...(props.received ? { received: props.received } : {})} /> : null
}

/** The list of what was brought, with what goes back beneath it. */
function Brought(props: {
  items: readonly Values[]
  refused: readonly Refusal[]
  editing: number | null
  lists: ItemLists
  onItems: (items: readonly Values[]) => void
  onRefused: (refused: readonly Refusal[]) => void
  onEdit: (n: number) => void
  onRefuse: (n: number) => void
}) {
  const say = useSay()
  const { items, refused, editing, lists } = props
  return (
    <Card title={say('evidence.r-items')} aside={say('evidence.h-list', { n: items.length })}>
      {items.length === 0 && refused.length === 0 ? <p className="dim">{say('evidence.r-empty')}</p> : null}
      <ol className="intake-list">
        {items.map((item, n) => (
          <IntakeRow
            key={`${String(item.description)}${n}`}
            n={n + 1}
            item={item}
            lists={lists}
            now={editing === n}
            onEdit={() => props.onEdit(n)}
            onLike={() => props.onItems([...items, { ...item, seals: '', photographs: [], doubt: '' }])}
            onLess={() => props.onItems(items.filter((_, at) => at !== n))}
            onRefuse={() => props.onRefuse(n)}
            onChange={(next) => props.onItems(items.with(n, next))}
          />
        ))}
      </ol>
      <LikeLast
        last={items.at(-1)}
        taken={items.flatMap((i) => sealsOf(i.seals))}
        onItem={(item) => props.onItems([...items, item])}
      />
      <RefusedRows refused={refused} onLess={(n) => props.onRefused(refused.filter((_, at) => at !== n))} />
    </Card>
  )
}

const refusedItem = (item: Values, why: Why): Refusal => ({
  description: String(item.description),
  ...(item.theirNumber ? { theirNumber: String(item.theirNumber) } : {}),
  ...(sealsOf(item.seals)[0] ? { seal: String(sealsOf(item.seals)[0]) } : {}),
  ...(item.type ? { type: String(item.type) } : {}),
  ...why,
})

interface PartySeen {
  readonly id: string
  readonly role: { readonly name: string } | string
  readonly name: string | null
}
/** Of whom a thing may have been taken: the parties of the case that is named. */
function useParties(head: Values | null) {
  const say = useSay()
  const file = useAsk<{ parties: readonly PartySeen[] }>(
    'cases.get-case',
    { case: String(head?.case ?? '') },
    { enabled: Boolean(head?.case) },
  )
  const roleOf = (p: PartySeen): string => (typeof p.role === 'string' ? p.role : p.role.name)
  return (head?.case ? (file.data?.parties ?? []) : []).map((p) => ({
    value: p.id,
    label: [p.name ?? say('evidence.r-name-hidden'), roleOf(p)].join(', '),
  }))
}
