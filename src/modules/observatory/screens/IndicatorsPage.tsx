/** The figures of a year, each with its definition, its owner and its series; one may be frozen, and computed again. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow, type ActionVerdict } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { BarChart, Spark } from '#ui/Charts.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant, showNumber } from '#ui/show.ts'
import type { FigureAgain, FigureSeen, IndicatorSeen, IndicatorsSeen } from '../contract.ts'
import './observatory.css'
import { Rooms } from './Rooms.tsx'

export default function IndicatorsPage(): ReactNode {
  const say = useSay()
  const [year, setYear] = useState('')
  const asked = useAsk<IndicatorsSeen>(
    'observatory.indicators',
    { year: year.length === 4 ? year : undefined },
    { keep: true },
  )
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('observatory.indicators-title')}
        facts={say('observatory.indicators-note')}
        acts={
          <label className="field-parts">
            {say('observatory.year')}
            <input
              className="input clock"
              inputMode="numeric"
              pattern="\d{4}"
              value={year || (asked.data?.year ?? '')}
              onChange={(e) => /^\d{0,4}$/.test(e.target.value) && setYear(e.target.value)}
            />
          </label>
        }
      />
      <Rooms />
      <Asked of={asked}>
        {(seen) =>
          seen.items.length === 0 ? (
            <EmptyState title={say('observatory.no-indicators')}>
              {say('observatory.no-indicators-note')}
            </EmptyState>
          ) : (
            <>
              <div className="obs-tiles">
                {seen.items.map((one) => (
                  <Tile key={one.key} one={one} year={seen.year} actions={seen.actions} />
                ))}
              </div>
              <Note tone={seen.care === 'exact' ? 'maize' : 'slate'}>
                {say(`observatory.care-${seen.care}`)}
              </Note>
            </>
          )
        }
      </Asked>
      <Frozen />
    </Page>
  )
}

function Tile({
  one,
  year,
  actions,
}: {
  one: IndicatorSeen
  year: string
  actions: readonly ActionVerdict[]
}): ReactNode {
  const say = useSay()
  const freeze = useTell<{ id: string; value: string | null; asOf: string }>('observatory.freeze-figure')
  const ask = async (): Promise<void> => {
    const yes = await confirm({
      title: say('op.observatory.freeze-figure'),
      will: <p>{say('observatory.freeze-will', { name: one.name, year })}</p>,
    })
    if (yes) await freeze.tell({ indicator: one.key, year })
  }
  const dated = one.series.filter((s) => /^\d/.test(s.at))
  return (
    <section className="obs-tile" aria-label={one.name}>
      <h2>{one.name}</h2>
      <p className="obs-value">
        {one.value === null
          ? '–'
          : showNumber(Number(one.value), one.unit === 'days' ? 1 : one.value.includes('.') ? 2 : 0)}{' '}
        <small>{say(`observatory.unit-${one.unit}`)}</small>
      </p>
      {dated.length > 2 ? (
        <Spark values={dated.map((s) => Number(s.value ?? 0))} describe={one.name} />
      ) : one.series.length > 0 ? (
        <BarChart
          describe={one.name}
          rows={one.series.slice(0, 6).map((s) => ({ label: s.label, value: Number(s.value ?? 0) }))}
        />
      ) : null}
      {one.archive && one.archive.length > 0 ? <Archive parts={one.archive} /> : null}
      <p className="dim">{one.definition}</p>
      <p className="dim">
        {one.owner}
        {one.over ? ` · ${say('observatory.over')} ${one.over}` : ''} ·{' '}
        {say('observatory.frozen-count', { n: one.frozen })}
      </p>
      {one.unverified ? <StateChip state="waits">{say('observatory.unverified')}</StateChip> : null}
      {freeze.problem ? <Note tone="achiote">{freeze.problem.detail}</Note> : null}
      {freeze.done ? (
        <Note tone="reef">
          {say('observatory.frozen', { at: showInstant(freeze.done.asOf), value: freeze.done.value ?? '–' })}
        </Note>
      ) : null}
      <ActRow>
        <Act
          operation="observatory.freeze-figure"
          actions={actions}
          icon="lock"
          busy={freeze.busy}
          onAct={() => void ask()}
        />
      </ActRow>
    </section>
  )
}

/** What the paper archive says of the same: never mixed in silently, always by how sure it is. */
function Archive({ parts }: { parts: NonNullable<IndicatorSeen['archive']> }): ReactNode {
  const say = useSay()
  return [true, false].map((counted) => {
    const some = parts.filter((p) => p.counted === counted)
    return some.length === 0 ? null : (
      <p key={String(counted)} className="dim">
        {say(counted ? 'observatory.archive-in' : 'observatory.archive-beside')}:{' '}
        {some.map((p) => `${p.value ?? '–'} ${p.label.toLowerCase()}`).join(' · ')}
      </p>
    )
  })
}

function Frozen(): ReactNode {
  const say = useSay()
  const list = useList<FigureSeen>('observatory.figures', { limit: 20 })
  const [again, setAgain] = useState<string | null>(null)
  return (
    <Card title={say('observatory.figures-title')}>
      {!list.loading && list.rows.length === 0 ? (
        <EmptyState title={say('observatory.no-figures')} />
      ) : (
        <Plain
          head={[
            say('observatory.indicator'),
            say('observatory.year'),
            say('observatory.value'),
            say('observatory.as-of'),
            say('observatory.by'),
            say('observatory.hash'),
            '',
          ]}
          rows={list.rows.map((f) => [
            f.name,
            f.year,
            f.value ?? '–',
            <When key="a" at={f.asOf} />,
            f.by,
            <Mono key="h">{f.sha256.slice(0, 12)}</Mono>,
            again === f.id ? (
              <Again key="g" id={f.id} />
            ) : (
              <button key="g" type="button" className="text-act" onClick={() => setAgain(f.id)}>
                {say('observatory.compute-again')}
              </button>
            ),
          ])}
        />
      )}
    </Card>
  )
}

function Again({ id }: { id: string }): ReactNode {
  const say = useSay()
  const figure = useAsk<FigureAgain>('observatory.get-figure', { id })
  if (!figure.data) return '…'
  return figure.data.same ? (
    <StateChip state="verified">{say('observatory.again-same')}</StateChip>
  ) : (
    <StateChip state="failing">
      {say('observatory.again-other', { value: figure.data.again ?? '–' })}
    </StateChip>
  )
}
