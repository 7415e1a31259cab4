/** Keying: the page on the left, the fields on the right, and nothing of what another person keyed; beside it what waits for a third. */
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { AdjudicationLine, ToKey } from '../pages/contract/keying.ts'
import { type Found, KeyField, type Typed, keyedOf, nothing, proposalsFor } from './KeyField.tsx'
import { type Mark, PageReel } from './PageView.tsx'
import './archive.css'

export default function KeyingPage(): ReactNode {
  const say = useSay()
  const [tab, setTab] = useState<'key' | 'decide'>('key')
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('archive.title'), to: '/archive' }]}
        title={say('archive.keying')}
        facts={say('archive.keying-facts')}
      />
      <Tabs
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'key', label: say('op.archive.next-to-key') },
          { value: 'decide', label: say('op.archive.to-adjudicate') },
        ]}
      />
      {tab === 'key' ? <Keying /> : <Deciding />}
    </Page>
  )
}

function Keying(): ReactNode {
  const say = useSay()
  const [skip, setSkip] = useState<readonly string[]>([])
  const next = useAsk<ToKey>('archive.next-to-key', { skip: skip.join(',') })
  return (
    <Asked of={next}>
      {(t) =>
        t.file ? (
          <Desk
            key={`${t.file.id}.${t.round}`}
            of={t}
            file={t.file}
            onSkip={() => setSkip([...skip, t.file?.id ?? ''].slice(-200))}
          />
        ) : (
          <EmptyState title={say('archive.nothing-to-key')} icon="checklist">
            {say('archive.nothing-to-key-how')}
          </EmptyState>
        )
      }
    </Asked>
  )
}
/** The place that is looked at: a proposal shows where it was read. */
function useLook(): [{ page: string; mark: Mark } | null, (found: Found) => void] {
  const [look, setLook] = useState<{ page: string; mark: Mark } | null>(null)
  return [look, (found) => setLook({ page: found.page, mark: found.box })]
}
function Desk({
  of: t,
  file,
  onSkip,
}: {
  of: ToKey
  file: NonNullable<ToKey['file']>
  onSkip: () => void
}): ReactNode {
  const say = useSay()
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({})
  const box = useRef<HTMLDivElement>(null)
  const [look, onLook] = useLook()
  const send = useTell('archive.key-index')
  const all = (): HTMLElement[] => [
    ...(box.current?.querySelectorAll<HTMLElement>('input:not([type=checkbox]),select') ?? []),
  ]
  const keep = (): void =>
    void send.tell({
      file: file.id,
      generation: file.generation,
      fields: t.fields.map((f) => keyedOf(f, typed[f.code] ?? nothing)),
    })
  const onKey = (e: KeyboardEvent): void => {
    if (e.key !== 'Enter') return
    e.preventDefault()
    const fields = all()
    const at = fields.indexOf(e.target as HTMLElement)
    if (at === fields.length - 1 || e.ctrlKey) keep()
    else fields[at + 1]?.focus()
  }
  const answered = t.fields.every((f) => typed[f.code]?.absent || (typed[f.code]?.text ?? '').trim() !== '')
  return (
    <div className="archive-desk">
      <Card>
        <PageReel pages={file.pages} tall look={look} />
      </Card>
      <Card
        title={
          <>
            <Mono>{file.number}</Mono> · {say('archive.round', { n: t.round ?? 1 })}
          </>
        }
        aside={say('archive.left-to-key', { n: t.left })}
      >
        <div className="archive-key" ref={box}>
          {t.fields.map((f, i) => (
            <KeyField
              key={f.code}
              field={f}
              typed={typed[f.code] ?? nothing}
              first={i === 0}
              onKey={onKey}
              onChange={(value) => setTyped({ ...typed, [f.code]: value })}
              proposals={proposalsFor(f, file.pages)}
              onLook={onLook}
            />
          ))}
          <ProblemNote of={send.problem} />
          <div className="archive-line-foot">
            <Button primary busy={send.busy} off={!answered} onClick={keep}>
              {say('op.archive.key-index')}
            </Button>
            <Button onClick={onSkip}>{say('archive.skip')}</Button>
          </div>
        </div>
      </Card>
    </div>
  )
}
function Deciding(): ReactNode {
  const say = useSay()
  const list = useAsk<{ items: AdjudicationLine[] }>('archive.to-adjudicate', { limit: 10 })
  return (
    <Asked of={list}>
      {({ items }) => {
        const one = items.find((i) => i.ok) ?? items[0]
        return one ? (
          <Decide key={one.file.id} of={one} />
        ) : (
          <EmptyState title={say('archive.nothing-differs-now')} icon="check">
            {say('archive.nothing-differs-how')}
          </EmptyState>
        )
      }}
    </Asked>
  )
}
function Decide({ of: line }: { of: AdjudicationLine }): ReactNode {
  const say = useSay()
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({})
  const [look, onLook] = useLook()
  const send = useTell('archive.adjudicate-index')
  const textOf = (side: AdjudicationLine['fields'][number]['first']): string =>
    side.absent ? say(`archive.${side.absent}`) : side.values.join('; ')
  const take = (code: string, side: AdjudicationLine['fields'][number]['first']): void =>
    setTyped({
      ...typed,
      [code]: {
        text: side.values.join('; '),
        absent: side.absent === 'unknown' || side.absent === 'illegible' ? side.absent : '',
      },
    })
  const ready = line.fields.every(
    ({ field }) => typed[field.code]?.absent || (typed[field.code]?.text ?? '').trim() !== '',
  )
  return (
    <div className="archive-desk">
      <Card>
        <PageReel pages={line.file.pages} tall look={look} />
      </Card>
      <Card title={<Mono>{line.file.number}</Mono>}>
        {line.ok ? null : <Note tone="maize">{line.why}</Note>}
        <div className="archive-key">
          {line.fields.map(({ field, first, second }) => (
            <div key={field.code} className="archive-key-row">
              <strong>{field.name}</strong>
              {line.ok ? (
                <>
                  <span className="archive-sides">
                    {[first, second].map((side, i) => (
                      <button
                        key={i === 0 ? 'first' : 'second'}
                        type="button"
                        aria-pressed={
                          typed[field.code] !== undefined &&
                          textOf(side) ===
                            (typed[field.code]?.absent
                              ? say(`archive.${typed[field.code]?.absent}`)
                              : typed[field.code]?.text)
                        }
                        onClick={() => take(field.code, side)}
                      >
                        {textOf(side)}
                        <small>{side.by}</small>
                      </button>
                    ))}
                  </span>
                  <KeyField
                    field={field}
                    typed={typed[field.code] ?? nothing}
                    first={false}
                    onKey={() => undefined}
                    onChange={(value) => setTyped({ ...typed, [field.code]: value })}
                    proposals={proposalsFor(field, line.file.pages)}
                    onLook={onLook}
                  />
                </>
              ) : null}
            </div>
          ))}
          <ProblemNote of={send.problem} />
          <Button
            primary
            busy={send.busy}
            off={!line.ok || !ready}
            onClick={() =>
              void send.tell({
                file: line.file.id,
                fields: line.fields.map(({ field }) => keyedOf(field, typed[field.code] ?? nothing)),
              })
            }
          >
            {say('op.archive.adjudicate-index')}
          </Button>
        </div>
      </Card>
    </div>
  )
}
