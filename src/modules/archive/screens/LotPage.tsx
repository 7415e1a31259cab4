/** Inspection of a lot: one drawn page or value after the other, G for good, a figure for a fault. */
import { type ReactNode, useEffect } from 'react'
import { useParams } from '@tanstack/react-router'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Facts, Page } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { Progress } from '#ui/Progress.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { LotSeen } from '../pages/contract/lots.ts'
import { PageReel } from './PageView.tsx'
import { lotLook } from './state.ts'
import './archive.css'

export default function LotPage(): ReactNode {
  const say = useSay()
  const { id } = useParams({ strict: false })
  const lot = useAsk<LotSeen>('archive.get-lot', { lot: id })
  const accept = useTell('archive.accept-lot')
  const reject = useTell('archive.reject-lot')
  return (
    <Asked of={lot}>
      {(l) => (
        <Page>
          <RecordHead
            crumbs={[
              { label: say('archive.title'), to: '/archive' },
              { label: say('op.archive.lot-quality'), to: '/archive/lots' },
            ]}
            number={l.number}
            title={say(`archive.lot-of-${l.kind}`)}
            chips={
              <StateChip tone={lotLook[l.state].tone} icon={lotLook[l.state].icon}>
                {say(`archive.lot-is-${l.state}`)}
              </StateChip>
            }
            facts={say('archive.lot-plan', {
              size: l.size,
              sample: l.sample,
              accept: l.accept,
              reject: l.reject,
              quality: l.quality,
            })}
            acts={
              <ActRow>
                <Act
                  operation="archive.accept-lot"
                  actions={l.actions}
                  icon="check"
                  primary
                  busy={accept.busy}
                  onAct={() => void accept.tell({ lot: l.id })}
                />
                <Act
                  operation="archive.reject-lot"
                  actions={l.actions}
                  icon="refresh"
                  danger
                  busy={reject.busy}
                  onAct={() => void reject.tell({ lot: l.id })}
                />
              </ActRow>
            }
          />
          <ProblemNote of={accept.problem ?? reject.problem} />
          <Progress done={l.inspected} of={l.sample} label={say('archive.lot-seen')} />
          <Inspecting of={l} />
          {l.faultsSeen.length > 0 ? (
            <Card title={say('archive.lot-faults')}>
              <Plain
                head={[say('archive.fault'), '']}
                align={['left', 'right']}
                rows={l.faultsSeen.map((f) => [f.fault, f.n])}
              />
            </Card>
          ) : null}
        </Page>
      )}
    </Asked>
  )
}
function Inspecting({ of: l }: { of: LotSeen }): ReactNode {
  const say = useSay()
  const send = useTell('archive.inspect-lot')
  const unit = l.units.find((u) => u.good === null)
  const verdict = l.actions.find((a) => a.operation === 'archive.inspect-lot')
  const tell = send.tell
  const { busy } = send
  const id = unit?.id
  const mayNow = verdict?.ok === true && !busy
  useEffect(() => {
    const onKey = (e: globalThis.KeyboardEvent): void => {
      if (!id || !mayNow || (e.target as HTMLElement).closest('input,select,textarea')) return
      const fault = l.faultOptions[Number(e.key) - 1]
      if (e.key.toLowerCase() === 'g') void tell({ lot: l.id, unit: id, good: true })
      else if (fault) void tell({ lot: l.id, unit: id, good: false, fault: fault.value })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [id, mayNow, l, tell])
  if (l.state !== 'drawn') return null
  if (verdict && !verdict.ok) return <Note tone="maize">{`${verdict.why ?? ''} ${verdict.next ?? ''}`}</Note>
  if (!unit) return null
  const pages = (
    unit.page && l.kind === 'index' ? [unit.page, ...unit.pages.filter((p) => p !== unit.page)] : unit.pages
  ).map((p, i) => ({ id: p, seq: i + 1, document: unit.document }))
  return (
    <div className="archive-desk">
      <Card>
        <PageReel key={unit.id} pages={pages} tall />
      </Card>
      <Card title={say('archive.lot-unit', { n: unit.seq, of: l.sample })}>
        <Facts
          rows={[
            [say('archive.file'), <Mono key="f">{unit.file.number}</Mono>],
            ...(unit.document ? [[say('archive.document'), unit.document] as [ReactNode, ReactNode]] : []),
            ...(unit.field
              ? [
                  [
                    unit.field,
                    <strong key="v">
                      {unit.absent ? say(`archive.${unit.absent}`) : unit.values.join('; ')}
                    </strong>,
                  ] as [ReactNode, ReactNode],
                ]
              : []),
          ]}
        />
        <ProblemNote of={send.problem} />
        <div className="archive-key">
          <Button
            primary
            busy={busy}
            icon="check"
            onClick={() => void tell({ lot: l.id, unit: unit.id, good: true })}
          >
            {say('archive.good-key')}
          </Button>
          {l.faultOptions.map((f, i) => (
            <Button
              key={f.value}
              onClick={() => void tell({ lot: l.id, unit: unit.id, good: false, fault: f.value })}
            >
              {i < 9 ? `${i + 1} · ${f.label}` : f.label}
            </Button>
          ))}
        </div>
      </Card>
    </div>
  )
}
