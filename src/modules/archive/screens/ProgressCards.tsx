/** How far the archive has come, as a handful of figures, by tier and by day. */
import type { ReactNode } from 'react'
import { Asked } from '#ui/Asked.tsx'
import { BarChart } from '#ui/Charts.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Columns } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { Progress } from '#ui/Progress.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant, showNumber } from '#ui/show.ts'
import type { ProgressSeen } from '../shelves/contract.ts'
import './archive.css'

export function ProgressCards(): ReactNode {
  const asked = useAsk<ProgressSeen>('archive.progress', {}, { every: 60_000 })
  return <Asked of={asked}>{(p) => <Sums of={p} />}</Asked>
}
function Tile(props: { value: string; label: string; note?: string }): ReactNode {
  return (
    <div className="archive-tile">
      <strong>{props.value}</strong>
      <span>{props.label}</span>
      {props.note ? <small>{props.note}</small> : null}
    </div>
  )
}
function Sums({ of: p }: { of: ProgressSeen }): ReactNode {
  const say = useSay()
  const pace = p.pace
    ? `${say('archive.progress-pace', { n: p.pace.pagesADay })}, ${say(p.pace.measured ? 'archive.progress-measured' : 'archive.progress-guess')}`
    : undefined
  const done = (stages: Readonly<Record<string, number>>): number =>
    ['captured', 'keyed', 'indexed', 'accepted'].reduce((n, s) => n + (stages[s] ?? 0), 0)
  return (
    <Card title={say('archive.progress-title')} aside={showInstant(p.at)}>
      <div className="archive-tiles">
        <Tile
          value={showNumber(p.files)}
          label={say('archive.progress-files')}
          note={`${showNumber(p.linked)} ${say('archive.progress-linked')}`}
        />
        <Tile
          value={showNumber(p.pages)}
          label={say('archive.progress-pages')}
          note={`${showNumber(p.read)} ${say('archive.progress-read')}`}
        />
        <Tile
          value={showNumber(p.left.pages)}
          label={say('archive.progress-left')}
          {...(pace ? { note: pace } : {})}
        />
        <Tile value={p.ends ? showDate(p.ends) : '–'} label={say('archive.progress-ends')} />
        {p.cost ? (
          <Tile
            value={`${p.cost.currency} ${p.cost.spent}`}
            label={say('archive.progress-cost', { left: p.cost.left })}
          />
        ) : null}
        <Tile value={showNumber(p.out)} label={say('archive.progress-out', { n: p.overdue })} />
        <Tile
          value={showNumber(p.openRequests)}
          label={say('archive.progress-waits', { n: p.lateRequests })}
        />
      </div>
      {p.quarantined > 0 ? (
        <Note tone="achiote">{say('archive.progress-aside', { n: p.quarantined })}</Note>
      ) : null}
      <Columns kind="halves">
        <div className="archive-part">
          <h3>{say('archive.progress-tiers')}</h3>
          <Plain
            head={[say('archive.column-tier'), say('archive.column-files'), say('archive.column-stage')]}
            align={['left', 'right', 'left']}
            rows={p.tiers.map((t) => [
              <span key="t" className="archive-two">
                {t.name}
                <small>{say(`archive.progress-scan-${t.scan}`)}</small>
              </span>,
              showNumber(t.files),
              <Progress key="p" done={done(t.stages)} of={t.files} />,
            ])}
          />
        </div>
        <div className="archive-part">
          <h3>{say('archive.progress-days')}</h3>
          {p.days.length === 0 ? (
            <p className="archive-quiet">{say('archive.progress-none')}</p>
          ) : (
            <BarChart
              describe={say('archive.progress-days')}
              rows={p.days.slice(-14).map((d) => ({ label: showDate(d.day), value: d.pages }))}
            />
          )}
        </div>
      </Columns>
    </Card>
  )
}
