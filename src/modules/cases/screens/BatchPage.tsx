/** One word on many cases: chosen by filters, tried, counted, done with a reason; earlier ones are seen and put back from here. */
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Dialog } from '#ui/Dialog.tsx'
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
import type { BatchList, BatchSeen, BatchTried } from '../contract/batches.ts'
import { choiceField, personField, priorityField, unitField } from './fields.ts'
import { useChoices } from './lists.ts'

type Asking = { what: string; to: string; filters: Params }

export default function BatchPage() {
  const say = useSay()
  const [asked, setAsked] = useState<Asking | null>(null)
  const [done, setDone] = useState<number | null>(null)
  return (
    <Page>
      <RecordHead crumbs={[{ label: say('cases.title'), to: '/cases' }]} title={say('cases.b-title')} />
      {done === null ? null : <Note tone="reef" icon="check" title={say('cases.b-changed', { n: done })} />}
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
  const lists = useChoices()
  const begun = useSearch({ strict: false }) as Record<string, string | undefined>
  const isOf = (what: string, whom?: string) => (v: Readonly<Record<string, unknown>>) =>
    v.what === what && (whom === undefined || v.whom === whom)
  return (
    <Card>
      <Form
        name="cases.try-batch"
        stays
        draft={false}
        columns={2}
        sendLabel={say('cases.b-try')}
        initial={{ what: 'investigator', whom: 'person', state: 'open', q: begun.q ?? '' }}
        onSend={(v) => {
          const { what, whom, soon, person, unit, ...filters } = v
          const to = what === 'priority' ? soon : whom === 'unit' ? unit : person
          const said = Object.entries(filters).filter(([, value]) => value !== '' && value !== null)
          onTry({ what: String(what), to: String(to), filters: Object.fromEntries(said) as Params })
        }}
        fields={[
          {
            key: 'what',
            label: say('cases.b-what'),
            kind: 'choice',
            required: true,
            options: ['investigator', 'priority'].map((w) => ({ value: w, label: say(`cases.b-what-${w}`) })),
          },
          {
            key: 'whom',
            label: say('cases.b-whom'),
            kind: 'choice',
            required: true,
            show: isOf('investigator'),
            options: ['person', 'unit'].map((w) => ({ value: w, label: say(`cases.b-to-${w}`) })),
          },
          priorityField(say, {
            key: 'soon',
            label: say('cases.b-to'),
            required: true,
            show: isOf('priority'),
          }),
          personField('person', say('cases.b-to-person'), {
            required: true,
            show: isOf('investigator', 'person'),
          }),
          unitField('unit', say('cases.b-to-unit'), { required: true, show: isOf('investigator', 'unit') }),
          personField('investigator', say('cases.b-from-investigator')),
          choiceField('type', say('cases.column-type'), lists, 'case-type'),
          choiceField('district', say('cases.column-district'), lists, 'district'),
          priorityField(say),
          {
            key: 'state',
            label: say('cases.filter-state'),
            kind: 'choice',
            options: [
              { value: 'open', label: say('cases.state-open') },
              { value: 'closed', label: say('cases.state-closed') },
              { value: 'all', label: say('cases.filter-all') },
            ],
          },
          { key: 'q', label: say('cases.b-words'), kind: 'text' },
        ]}
      />
    </Card>
  )
}

function Tried({ of, onDone }: { of: Asking; onDone: (n: number) => void }) {
  const say = useSay()
  const { what, to } = of
  const tried = useAsk<BatchTried>('cases.try-batch', { ...of.filters, what, to })
  const act = useTell<{ cases: number }>('cases.change-together', { settles: ['cases.'] })
  const change = async (t: BatchTried): Promise<void> => {
    const will = say('cases.b-tried', { good: t.good, name: t.name })
    const told = await confirm({
      title: say('cases.b-do', { n: t.good }),
      will: what === 'investigator' ? `${will}. ${say('cases.b-will-investigator')}` : will,
      reason: 'required',
    })
    if (!told) return
    const cases = t.rows.filter((r) => r.why === null).map((r) => r.id)
    const out = await act.tell({ what, to, cases }, told)
    if (out) onDone(out.cases)
  }
  return (
    <Asked of={tried}>
      {(t) => (
        <Card
          title={say('cases.b-tried', { good: t.good, name: t.name })}
          aside={t.rows.length > t.good ? say('cases.b-aside', { n: t.rows.length - t.good }) : null}
        >
          {t.tooMany ? <Note tone="maize" icon="warning" title={say('cases.b-too-many')} /> : null}
          <ProblemNote of={act.problem} />
          {t.rows.length === 0 ? (
            <EmptyState icon="case" title={say('cases.b-nothing')} />
          ) : (
            <Plain
              caption={say('cases.b-title')}
              head={[
                say('cases.column-number'),
                say('cases.column-title'),
                say('cases.b-before'),
                say('cases.b-after'),
              ]}
              rows={t.rows.map((r) => [
                <Linked key="n" to={`/cases/${r.id}`} mono>
                  {r.number}
                </Linked>,
                r.title,
                r.before ?? '–',
                r.why ?? t.name,
              ])}
            />
          )}
          <ActRow>
            <Button primary icon="check" off={t.good === 0} busy={act.busy} onClick={() => void change(t)}>
              {say('cases.b-do', { n: t.good })}
            </Button>
          </ActRow>
        </Card>
      )}
    </Asked>
  )
}

function Earlier() {
  const say = useSay()
  const list = useAsk<BatchList>('cases.batches')
  const [shown, setShown] = useState<string | null>(null)
  return (
    <Card title={say('cases.b-list')}>
      {shown ? <OneBatch batch={shown} onClose={() => setShown(null)} /> : null}
      <Asked of={list}>
        {(l) =>
          l.items.length === 0 ? (
            <EmptyState icon="history" title={say('cases.b-none')}>
              {say('cases.b-none-help')}
            </EmptyState>
          ) : (
            <Plain
              caption={say('cases.b-list')}
              head={[
                say('cases.b-what'),
                say('cases.b-to'),
                say('cases.title'),
                say('cases.b-why'),
                say('cases.b-when'),
                '',
              ]}
              align={['left', 'left', 'right']}
              rows={l.items.map((b) => [
                say(`cases.b-what-${b.what}`),
                b.name,
                b.cases,
                b.reason,
                say('cases.b-by', { by: b.by, at: showInstant(b.at) }),
                <>
                  {b.undoes || b.undoneBy ? (
                    <StateChip key="s" tone="slate" icon="history">
                      {say(b.undoes ? 'cases.b-undoes' : 'cases.b-undone')}
                    </StateChip>
                  ) : null}{' '}
                  <Act key="a" operation="cases.get-batch" icon="eye" onAct={() => setShown(b.id)} />
                </>,
              ])}
            />
          )
        }
      </Asked>
    </Card>
  )
}

function OneBatch({ batch, onClose }: { batch: string; onClose: () => void }) {
  const say = useSay()
  const seen = useAsk<BatchSeen>('cases.get-batch', { batch })
  const act = useTell('cases.put-back', { settles: ['cases.'], onDone: onClose })
  const back = async (): Promise<void> => {
    const told = await confirm({
      title: say('op.cases.put-back'),
      will: say('cases.b-back-will'),
      reason: 'required',
    })
    if (told) await act.tell({ batch, partly: true }, told)
  }
  return (
    <Dialog title={say('op.cases.get-batch')} onClose={onClose} wide>
      <Asked of={seen}>
        {(b) => (
          <>
            <p>{b.reason}</p>
            <ProblemNote of={act.problem} />
            <Plain
              caption={say('cases.b-count', { n: b.cases })}
              head={[
                say('cases.column-number'),
                say('cases.column-title'),
                say('cases.b-before'),
                say('cases.b-after'),
                '',
              ]}
              rows={b.rows.map((r) => [
                <Linked key="n" to={`/cases/${r.case}`} mono>
                  {r.number}
                </Linked>,
                r.title,
                r.before ?? '–',
                b.name,
                say(r.stands ? 'cases.b-stands' : 'cases.b-changed-since'),
              ])}
            />
            <ActRow>
              <Act
                operation="cases.put-back"
                actions={b.actions}
                icon="back"
                busy={act.busy}
                onAct={() => void back()}
              />
            </ActRow>
          </>
        )}
      </Asked>
    </Dialog>
  )
}
