/** The scan desk: choose the act once, then scan; things, places, people and purposes are told apart by what was scanned. */
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Card, Columns, Page, Stacked, Tabs } from '#ui/Page.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { ScanList, type Scanned as Line } from '#ui/ScanList.tsx'
import { type Problem, ask, useTell } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import type { Scanned } from '../../things/contract.ts'
import { ScanTarget } from './ScanTarget.tsx'
import { type Desk, type Mode, emptyDesk, heard, inputOf, modes, operationOf, readyOf } from './desk.ts'

interface Done {
  readonly things?: number
  readonly refused?: readonly { number: string; why: string }[]
}

export default function ScanPage() {
  const say = useSay()
  const me = useMe()
  const go = useNavigate()
  const { act } = useParams({ strict: false }) as { act?: string }
  const usable = modes.filter((m) => me?.operations.includes(operationOf[m][0] ?? ''))
  const mode: Mode = modes.find((m) => m === act) ?? usable[0] ?? 'take-out'
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('evidence.sc-title')}
        facts={me?.person?.name}
        acts={
          <Tabs
            value={mode}
            onChange={(m) => void go({ to: `/evidence/scan/${m}`, replace: true })}
            tabs={usable.map((m) => ({ value: m, label: say(`evidence.sc-${m}`) }))}
          />
        }
      />
      <Work key={mode} mode={mode} />
    </Page>
  )
}

function Work({ mode }: { mode: Mode }) {
  const say = useSay()
  const [desk, setDesk] = useState<Desk>(emptyDesk)
  const [round, setRound] = useState(0)
  const [lines, setLines] = useState<readonly Line[]>([])
  const acts = useActs(mode)
  const ready = readyOf(mode, desk, lines.length)
  const resolve = async (
    text: string,
  ): Promise<Line | string | { detail: string; next?: string } | { heard: string }> => {
    const found = await ask<Scanned>('evidence.scan', { text })
    const other = heard(found, desk, mode)
    if (other) {
      setDesk(other.desk)
      return { heard: say(other.key, other.values) }
    }
    const [item, second] = found.items
    if (!item) return say('evidence.sc-nothing', { text })
    if (second) return say('evidence.sc-several', { text, n: found.items.length })
    const verdict = item.actions.find((a) => operationOf[mode].includes(a.operation))
    const open = item.actions.find((a) => operationOf[mode].includes(a.operation) && a.ok)
    if (!open)
      return {
        detail: verdict?.why ?? say('evidence.sc-not-here', { number: item.number }),
        ...(verdict?.next ? { next: verdict.next } : {}),
      }
    acts.remember(item, open.operation)
    return {
      id: item.id,
      label: item.number,
      note: item.description,
      ...(item.dangers.length > 0
        ? { alarm: `${say('evidence.p-danger')}: ${item.dangers.join(', ')}` }
        : {}),
    }
  }
  const send = async (items: readonly Line[], partly = false): Promise<void> => {
    if (!ready.ok) return
    if (
      await acts.send(
        items.map((i) => i.id),
        desk,
        partly,
      )
    ) {
      setLines([])
      setRound(round + 1)
      setDesk({ ...emptyDesk, place: desk.place })
    }
  }
  return (
    <>
      {acts.done ? <DoneNote mode={mode} done={acts.done} /> : null}
      <Columns kind="halves">
        <Card title={say(`evidence.sc-${mode}-scan`)}>
          <ScanList
            key={round}
            label={say('evidence.sc-box')}
            onResolve={resolve}
            onChange={(items) => setLines(items)}
            onDone={(items) => void send(items)}
            doneLabel={say(`evidence.sc-${mode}-do`, {
              n: lines.length,
              place: desk.place?.name ?? '',
              name: desk.person?.name ?? desk.outsider?.name ?? '',
            })}
          />
          {lines.length > 0 && !ready.ok ? <p className="dim">{say(ready.why)}</p> : null}
        </Card>
        <Stacked>
          <ScanTarget
            mode={mode}
            desk={desk}
            onChange={setDesk}
            witness={acts.problem?.code === 'evidence.witness-needed'}
          />
          {acts.problem ? (
            <NotAll problem={acts.problem} onOthers={() => void send(lines, true)} lines={lines} />
          ) : null}
        </Stacked>
      </Columns>
    </>
  )
}

/** Which things stand aside and why, and the way on for the others. */
function NotAll({
  problem,
  onOthers,
  lines,
}: {
  problem: Problem
  onOthers: () => void
  lines: readonly Line[]
}) {
  const say = useSay()
  const rows = problem.fields.filter((f) => f.path.startsWith('things.'))
  return (
    <ProblemNote of={problem}>
      {rows.length > 0 && rows.length < lines.length ? (
        <Button onClick={onOthers}>{say('evidence.sc-others', { n: lines.length - rows.length })}</Button>
      ) : null}
    </ProblemNote>
  )
}

function DoneNote({ mode, done }: { mode: Mode; done: Done }) {
  const say = useSay()
  return (
    <Note tone="reef" icon="check" title={say(`evidence.sc-${mode}-done`, { n: done.things ?? 0 })}>
      {(done.refused ?? []).map((r) => (
        <p key={r.number}>{r.why}</p>
      ))}
    </Note>
  )
}

/** One act for most modes; what comes in is grouped by how it comes: an offer, a consignment, from court, from outside. */
function useActs(mode: Mode) {
  const [done, setDone] = useState<Done | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [ways, setWays] = useState<
    ReadonlyMap<string, { operation: string; item: Scanned['items'][number] }>
  >(new Map())
  const settles = ['evidence.']
  const told = {
    'evidence.retrieve-item': useTell<Done>('evidence.retrieve-item', { settles }),
    'evidence.store-item': useTell<Done>('evidence.store-item', { settles }),
    'evidence.hand-over': useTell<Done>('evidence.hand-over', { settles }),
    'evidence.dispatch-consignment': useTell<Done>('evidence.dispatch-consignment', { settles }),
    'evidence.check-out-to-court': useTell<Done>('evidence.check-out-to-court', { settles }),
    'evidence.accept-hand-over': useTell<Done>('evidence.accept-hand-over', { settles }),
    'evidence.receive-consignment': useTell<Done>('evidence.receive-consignment', { settles }),
    'evidence.return-from-court': useTell<Done>('evidence.return-from-court', { settles }),
    'evidence.take-in-items': useTell<Done>('evidence.take-in-items', { settles }),
    'evidence.take-back': useTell<Done>('evidence.take-back', { settles }),
  }
  type Name = keyof typeof told
  return {
    done,
    problem: problem ?? Object.values(told).find((t) => t.problem)?.problem ?? null,
    remember: (item: Scanned['items'][number], operation: string): void =>
      setWays((was) => new Map([...was, [item.id, { operation, item }]])),
    send: async (things: readonly string[], desk: Desk, partly: boolean): Promise<boolean> => {
      setProblem(null)
      let n = 0
      const refused: { number: string; why: string }[] = []
      for (const group of inputOf(mode, things, desk, ways, partly)) {
        const out = await told[group.operation as Name].tell(group.input)
        if (!out) return false
        n += out.things ?? group.things
        refused.push(...(out.refused ?? []))
      }
      setWays(new Map())
      setDone({ things: n, refused })
      return true
    },
  }
}
