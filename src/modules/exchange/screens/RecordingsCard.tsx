/** What the police keep of a case in their own platform: each with who said so, its page there, and whether a copy is the same. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { AskedList, More } from '#ui/Asked.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Facts } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { ask, fileUrl, useAsk, useList } from '#ui/client.ts'
import { latestDayOf } from '#kernel/calendar.ts'
import { useMay } from '#ui/me.ts'
import { useNow } from '#ui/now.ts'
import { Problem } from '#ui/problem.ts'
import { type Say, useSay } from '#ui/say.ts'
import { DAY, showBytes, showDate, showInstant } from '#ui/show.ts'
import type { RecordingSeen, RecordingWord } from '../contract/recordings.ts'
import { RecordingDialog, type RecordingAct } from './RecordingForms.tsx'

const lengthOf = (say: Say, seconds: number): string =>
  say('exchange.recording-length', {
    h: Math.floor(seconds / 3600),
    m: Math.floor((seconds % 3600) / 60),
    s: seconds % 60,
  })
const whenOf = (w: RecordingWord): string => (w.takenAt ? showInstant(w.takenAt) : showDate(w.takenOn))
const saidBy = (say: Say, w: RecordingWord): string =>
  [
    say(`exchange.recording-came-${w.came}`, { by: w.writtenBy ?? '', at: showInstant(w.at) }),
    w.saidBy ? say('exchange.recording-as-said', { who: w.saidBy }) : '',
  ]
    .filter(Boolean)
    .join(', ')

/** What is known of it, in the order in which somebody asks; nothing stands for what nobody said. */
function factsOf(say: Say, w: RecordingWord): [ReactNode, ReactNode][] {
  const rows: [string, ReactNode][] = [
    ['title', w.title],
    ['kind', w.kind.name],
    ['taken', whenOf(w)],
    ['by', w.by],
    ['device', w.device],
    ['seconds', w.seconds === null ? null : lengthOf(say, w.seconds)],
    ['size', w.size === null ? null : showBytes(w.size)],
    ['sha256', w.sha256 ? <Mono key="m">{w.sha256}</Mono> : null],
    ['keptUntil', w.keptUntil ? showDate(w.keptUntil) : null],
    ['words', w.words],
  ]
  return rows.flatMap(([key, value]) =>
    value
      ? [
          [
            say(`exchange.recording-${key === 'seconds' || key === 'size' ? `${key}-short` : key}`),
            value,
          ] as [ReactNode, ReactNode],
        ]
      : [],
  )
}

export function RecordingsCard({ caseId }: { readonly caseId: string }): ReactNode {
  const say = useSay()
  const may = useMay('exchange.recordings')
  const list = useList<RecordingSeen>('exchange.recordings', { case: caseId, limit: 20 }, { enabled: may })
  const [acting, setActing] = useState<RecordingAct | null>(null)
  // Where there is no network the page says so itself.
  if (!may || list.problem?.status === 0) return null
  const count = `${list.rows.length}${list.hasMore ? '+' : ''}`
  return (
    <Card
      title={say('op.exchange.recordings')}
      label={say('op.exchange.recordings')}
      aside={list.loading ? '' : count}
    >
      <AskedList of={list}>
        {list.rows.length === 0 ? <p>{say('exchange.recordings-none')}</p> : null}
        {list.rows.map((one) => (
          <Recording key={one.id} of={one} onAct={setActing} />
        ))}
      </AskedList>
      <More of={list} />
      <ActRow>
        <Act
          operation="exchange.link-recording"
          icon="add"
          onAct={() => setActing({ operation: 'exchange.link-recording' })}
        />
      </ActRow>
      {acting ? <RecordingDialog act={acting} caseId={caseId} onClose={() => setActing(null)} /> : null}
    </Card>
  )
}

function Recording(props: {
  readonly of: RecordingSeen
  readonly onAct: (act: RecordingAct) => void
}): ReactNode {
  const say = useSay()
  const { of: one, onAct } = props
  const [said, setSaid] = useState(false)
  return (
    <section style={{ borderTop: '1px solid var(--line)', padding: '8px 0', display: 'grid', gap: 6 }}>
      <div>
        <strong>{one.title ?? one.kind.name}</strong>{' '}
        <StateChip
          tone={one.state === 'held' ? 'reef' : 'slate'}
          icon={one.state === 'held' ? 'check' : 'ban'}
        >
          {say(`exchange.recording-state-${one.state}`)}
        </StateChip>
        <Keeping of={one} />
        <div className="dim">
          {[
            one.title ? one.kind.name : null,
            whenOf(one),
            one.seconds === null ? null : lengthOf(say, one.seconds),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
        <div className="dim">
          <Mono>{one.number}</Mono> {one.platform.name}
        </div>
      </div>
      <details onToggle={(e) => setSaid(e.currentTarget.open)}>
        <summary>{say('op.exchange.get-recording')}</summary>
        <Facts rows={factsOf(say, one)} />
        <small className="notes">{saidBy(say, one)}</small>
        {one.version > 1 && said ? <Words of={one} /> : null}
      </details>
      {one.hidden ? <small className="notes">{say('exchange.recording-hidden')}</small> : null}
      {one.copies.map((copy) => (
        <Note
          key={copy.id}
          tone={copy.compares === 'equal' ? 'reef' : copy.compares === 'differs' ? 'achiote' : 'maize'}
        >
          <Linked to={fileUrl('exchange.copy-file', { copy: copy.id })} icon="download">
            {copy.fileName}
          </Linked>{' '}
          {copy.item ? say('exchange.copy-on-exhibit', { number: copy.item.number }) : ''}
          <div style={{ overflowWrap: 'anywhere' }}>{copy.says}</div>
          <small>{say('exchange.copy-by', { by: copy.by ?? '', at: showInstant(copy.at) })}</small>
        </Note>
      ))}
      <Opening of={one} />
      <ActRow>
        {(['exchange.bring-copy', 'exchange.correct-recording', 'exchange.withdraw-recording'] as const).map(
          (operation) => (
            <TextAct
              key={operation}
              operation={operation}
              actions={one.actions}
              onAct={() => onAct({ operation, recording: one })}
            />
          ),
        )}
      </ActRow>
    </section>
  )
}

const SOON = 30 * DAY
/** A platform deletes by its own rule: whoever needs it hears of that while there is time to ask for a copy. */
function Keeping({ of: one }: { readonly of: RecordingSeen }): ReactNode {
  const say = useSay()
  const now = useNow()
  if (!one.keptUntil || one.state !== 'held') return null
  const left = Date.parse(`${latestDayOf(one.keptUntil)}T23:59:59Z`) - now
  if (left > SOON) return null
  return (
    <>
      {' '}
      <StateChip state={left < 0 ? 'overdue' : 'ends-soon'}>
        {say(left < 0 ? 'exchange.recording-keeping-over' : 'exchange.recording-keeping-ends')}
      </StateChip>
    </>
  )
}

/** The address is asked for when somebody is about to open it, so that each opening is a look that is written down. */
function Opening({ of: one }: { readonly of: RecordingSeen }): ReactNode {
  const say = useSay()
  const [at, setAt] = useState<{ address: string; machine: string } | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  if (!one.opens) return <small className="notes">{say('exchange.recording-no-page')}</small>
  const open = async (): Promise<void> => {
    try {
      const found = await ask<{ address: string; machine: string }>('exchange.recording-address', {
        recording: one.id,
      })
      setAt(found)
      window.open(found.address, '_blank', 'noopener,noreferrer')
    } catch (cause) {
      if (cause instanceof Problem) setProblem(cause)
      else throw cause
    }
  }
  return (
    <div>
      <TextAct operation="exchange.recording-address" icon="link" onAct={() => void open()} />
      {at ? (
        <p className="notes">
          {say('exchange.recording-leads-away', { machine: at.machine })}{' '}
          {/* A browser that lets no tab open by itself has the way here. */}
          <a className="link" href={at.address} target="_blank" rel="noopener noreferrer">
            {say('exchange.recording-open-again', { machine: at.machine })}
          </a>
        </p>
      ) : null}
      <ProblemNote of={problem} />
    </div>
  )
}

function Words({ of }: { readonly of: RecordingSeen }): ReactNode {
  const say = useSay()
  const found = useAsk<{ words: RecordingWord[] }>('exchange.get-recording', { recording: of.id })
  return (
    <>
      <ProblemNote of={found.error} />
      {(found.data?.words ?? []).map((word) => (
        <div key={word.version} style={{ borderTop: '1px solid var(--line)', padding: '8px 0' }}>
          <strong>{say('exchange.recording-word', { version: word.version })}</strong>{' '}
          {say(`exchange.recording-state-${word.state}`)}
          <Facts rows={factsOf(say, word)} />
          <small className="notes">{saidBy(say, word)}</small>
        </div>
      ))}
    </>
  )
}
