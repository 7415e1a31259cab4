/** One word on many exhibits: chosen by filters, tried, counted, done with a reason; earlier ones are put back from here. */
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Page, Stacked } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { type Params, useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { type BatchList, type BatchTried, itemStates } from '../../things/contract.ts'
import { askCases, askCodes } from '../../things/screens/state.ts'

type Word = { what: string; code: string }
type Asking = Word & { filters: Params }
const lists: Readonly<Record<string, string>> = {
  type: 'item-type',
  intended: 'intended-disposition',
  hazard: 'hazard',
}

export default function BatchPage() {
  const say = useSay()
  const [asked, setAsked] = useState<Asking | null>(null)
  const [done, setDone] = useState<number | null>(null)
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('evidence.items'), to: '/evidence' }]}
        title={say('evidence.b-title')}
      />
      {done === null ? null : <Note tone="reef" icon="check" title={say('evidence.b-count', { n: done })} />}
      <Stacked>
        <Choose
          onTry={(next) => {
            setDone(null)
            setAsked(next)
          }}
        />
        {asked ? (
          <Tried
            of={asked}
            onDone={(n) => {
              setDone(n)
              setAsked(null)
            }}
          />
        ) : null}
        <Earlier />
      </Stacked>
    </Page>
  )
}

function Choose({ onTry }: { onTry: (asked: Asking) => void }) {
  const say = useSay()
  const begun = useSearch({ strict: false }) as Record<string, string | undefined>
  const of = (what: string) => (v: Readonly<Record<string, unknown>>) => v.what === what
  return (
    <Card>
      <Form
        name="evidence.try-batch"
        stays
        draft={false}
        columns={2}
        sendLabel={say('evidence.b-try')}
        initial={{ what: 'type', state: begun.state ?? 'here', q: begun.q ?? '' }}
        onSend={(v) => {
          const { what, code, intended, danger, ...filters } = v
          const word = what === 'type' ? code : what === 'intended' ? intended : danger
          const said = Object.entries(filters).filter(([, value]) => value !== '' && value !== null)
          onTry({ what: String(what), code: String(word), filters: Object.fromEntries(said) as Params })
        }}
        fields={[
          {
            key: 'what',
            label: say('evidence.b-what'),
            kind: 'choice',
            required: true,
            options: Object.keys(lists).map((w) => ({ value: w, label: say(`evidence.b-what-${w}`) })),
          },
          ...(
            [
              ['code', 'type'],
              ['intended', 'intended'],
              ['danger', 'hazard'],
            ] as const
          ).map(([key, what]) => ({
            key,
            label: say('evidence.b-to'),
            kind: 'ref' as const,
            required: true,
            ask: askCodes(lists[what] ?? ''),
            show: of(what),
          })),
          { key: 'case', label: say('evidence.b-case'), kind: 'ref', ask: askCases },
          { key: 'type', label: say('evidence.b-from-type'), kind: 'ref', ask: askCodes('item-type') },
          {
            key: 'state',
            label: say('evidence.s-state'),
            kind: 'choice',
            options: [
              { value: 'here', label: say('evidence.s-here') },
              ...itemStates.map((s) => ({ value: s, label: say(`evidence.state-${s}`) })),
            ],
          },
          { key: 'q', label: say('evidence.s-what'), kind: 'text' },
        ]}
      />
    </Card>
  )
}

function Tried({ of, onDone }: { of: Asking; onDone: (n: number) => void }) {
  const say = useSay()
  const tried = useAsk<BatchTried>('evidence.try-batch', { ...of.filters, what: of.what, code: of.code })
  const act = useTell<{ things: number }>('evidence.change-together', { settles: ['evidence.'] })
  const change = async (t: BatchTried): Promise<void> => {
    const told = await confirm({
      title: say('evidence.b-do', { n: t.good }),
      will: say('evidence.b-tried', { good: t.good, name: t.name }),
      reason: 'required',
    })
    if (!told) return
    const things = t.rows.filter((r) => r.why === null).map((r) => r.id)
    const out = await act.tell({ what: of.what, code: of.code, things }, told)
    if (out) onDone(out.things)
  }
  return (
    <Asked of={tried}>
      {(t) => (
        <Card
          title={say('evidence.b-tried', { good: t.good, name: t.name })}
          aside={t.rows.length > t.good ? say('evidence.b-aside', { n: t.rows.length - t.good }) : null}
        >
          {t.tooMany ? <Note tone="maize" icon="warning" title={say('evidence.b-too-many')} /> : null}
          <ProblemNote of={act.problem} />
          {t.rows.length === 0 ? (
            <EmptyState icon="package" title={say('evidence.b-nothing')} />
          ) : (
            <Plain
              caption={say('evidence.b-title')}
              head={[
                say('evidence.s-number'),
                say('evidence.s-what'),
                say('evidence.b-before'),
                say('evidence.b-after'),
              ]}
              rows={t.rows.map((r) => [
                <Linked key="n" to={`/evidence/items/${r.id}`} mono>
                  {r.number}
                </Linked>,
                r.description,
                r.before ?? '–',
                r.why ?? t.name,
              ])}
            />
          )}
          <ActRow>
            <Button primary icon="check" off={t.good === 0} busy={act.busy} onClick={() => void change(t)}>
              {say('evidence.b-do', { n: t.good })}
            </Button>
          </ActRow>
        </Card>
      )}
    </Asked>
  )
}

function Earlier() {
  const say = useSay()
  const list = useAsk<BatchList>('evidence.batches')
  const act = useTell('evidence.put-back', { settles: ['evidence.'] })
  const back = async (batch: string): Promise<void> => {
    const told = await confirm({
      title: say('op.evidence.put-back'),
      will: say('evidence.b-back-will'),
      reason: 'required',
    })
    if (told) await act.tell({ batch, partly: true }, told)
  }
  return (
    <Card title={say('evidence.b-list')}>
      <ProblemNote of={act.problem} />
      <Asked of={list}>
        {(l) =>
          l.items.length === 0 ? (
            <EmptyState icon="history" title={say('evidence.b-none')}>
              {say('evidence.b-none-help')}
            </EmptyState>
          ) : (
            <Plain
              caption={say('evidence.b-list')}
              head={[
                say('evidence.b-what'),
                say('evidence.b-to'),
                say('evidence.items'),
                say('evidence.b-why'),
                say('evidence.s-since'),
                '',
              ]}
              align={['left', 'left', 'right']}
              rows={l.items.map((b) => [
                say(`evidence.b-what-${b.what}`),
                b.name,
                b.things,
                b.reason,
                say('evidence.b-by', { by: b.by, at: showInstant(b.at) }),
                b.undoes || b.undoneBy ? (
                  <StateChip key="s" tone="slate" icon="history">
                    {say(b.undoes ? 'evidence.b-undoes' : 'evidence.b-undone')}
                  </StateChip>
                ) : (
                  <Act key="a" operation="evidence.put-back" icon="back" onAct={() => void back(b.id)} />
                ),
              ])}
            />
          )
        }
      </Asked>
    </Card>
  )
}
