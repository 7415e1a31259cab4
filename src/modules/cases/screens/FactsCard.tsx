/** The facts of a case: what is alleged, when and where as far as known, by which numbers, who investigates, what it is linked to. */
import type { ReactNode } from 'react'
import { Card, Facts } from '#ui/Page.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { type Say, useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { CaseSeen } from '../contract/case-seen.ts'

/** 30/04/2023, 13:40 · 30/04/2023 to 01/05/2023 · by 03/05/1998 at the latest · unknown. */
export function whenOf(i: CaseSeen['incident'], say: Say): string {
  if (i?.on && i.until) return say('cases.when-span', { from: showDate(i.on), until: showDate(i.until) })
  if (i?.on) return [showDate(i.on), i.time].filter(Boolean).join(', ')
  if (i?.until) return say('cases.when-by', { until: showDate(i.until) })
  return i?.absent ? say(`cases.${i.absent}`) : say('cases.unknown')
}

export function whereOf(i: CaseSeen['incident'], say: Say): string {
  const mile =
    i?.mile && i.highway ? say('cases.mile', { mile: i.mile, highway: i.highway.name }) : i?.highway?.name
  // What was written often ends in the village already.
  const village = i?.text?.endsWith(i.settlement?.name ?? '\n') ? null : i?.settlement?.name
  return [i?.text, mile, village, i?.district?.name].filter(Boolean).join(', ')
}

export function FactsCard({ file }: { readonly file: CaseSeen }) {
  const say = useSay()
  const i = file.incident
  const rows: [ReactNode, ReactNode][] = [
    [say('cases.column-type'), file.type.name],
    [say('cases.offences'), <Offences key="o" file={file} />],
    [say('cases.when'), whenOf(i, say)],
    [say('cases.place'), <Place key="p" incident={i} />],
    [
      say('cases.investigator'),
      [file.investigator?.name, file.investigator?.unitName].filter(Boolean).join(', ') || '–',
    ],
    [say('cases.numbers'), <Numbers key="n" file={file} />],
    [say('cases.form-priority'), say(`cases.priority-${file.priority}`)],
  ]
  if (file.summary)
    rows.push([
      say('cases.summary'),
      <span key="s" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {file.summary}
      </span>,
    ])
  if (file.related.length > 0)
    rows.push([say('cases.links', { count: file.related.length }), <Links key="l" file={file} />])
  return (
    <Card title={say('cases.facts')}>
      <Facts rows={rows} />
    </Card>
  )
}

function Offences({ file }: { readonly file: CaseSeen }) {
  const say = useSay()
  if (file.offences.length === 0) return '–'
  return file.offences.map((o) => (
    <div key={o.code}>
      {o.counts && o.counts > 1 ? say('cases.offence-counts', { name: o.name, n: o.counts }) : o.name}
      {o.iccs ? <div style={{ color: 'var(--ink3)', fontSize: 12 }}>ICCS {o.iccs}</div> : null}
    </div>
  ))
}

function Place({ incident: i }: { readonly incident: CaseSeen['incident'] }) {
  const say = useSay()
  return (
    <>
      {whereOf(i, say) || '–'}
      {i?.latitude && i.longitude ? (
        <div style={{ color: 'var(--ink3)', fontSize: 12 }}>
          {i.latitude}, {i.longitude}
        </div>
      ) : null}
    </>
  )
}

function Numbers({ file }: { readonly file: CaseSeen }) {
  if (file.aliases.length === 0) return '–'
  return file.aliases.map((a) => (
    <div key={a.kind + a.text}>
      {a.kindName} <Mono>{a.text}</Mono>
    </div>
  ))
}

function Links({ file }: { readonly file: CaseSeen }) {
  return file.related.map((r) => (
    <div key={r.id + r.kind}>
      <Linked to={`/cases/${r.id}`} mono>
        {r.number}
      </Linked>{' '}
      {r.title} <span style={{ color: 'var(--ink3)' }}>{r.kindName}</span>
    </div>
  ))
}
