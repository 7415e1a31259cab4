/** How a thing came in, what closed it and when, and what it weighed: the facts that certificates take from here. */
import { Card, Facts } from '#ui/Page.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Plain } from '#ui/Plain.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import type { ReactNode } from 'react'
import type { ItemSeen } from '../../things/contract.ts'

interface Of {
  readonly item: ItemSeen
}
type Row = readonly [ReactNode, ReactNode]

export function CameInCard({ item }: Of) {
  const say = useSay()
  const { submission, taken } = item
  const rows: Row[] = [
    ...(submission
      ? ([
          [say('evidence.f-submitted-by'), [submission.by, submission.where].filter(Boolean).join(', ')],
          [
            say('evidence.f-submission'),
            <Linked key="s" to={`/evidence/submissions/${submission.id}`} mono>
              {submission.number}
            </Linked>,
          ],
        ] as Row[])
      : []),
    ...(taken.theirNumber
      ? [[say('evidence.f-their-number'), <Mono key="t">{taken.theirNumber}</Mono>] as Row]
      : []),
    ...(item.recovered
      ? [[say('evidence.tk-recovered'), `${item.recovered.method}, ${item.recovered.area}`] as Row]
      : []),
    ...(taken.from
      ? [[say('evidence.r-taken-from'), taken.from.name ?? say('evidence.r-name-hidden')] as Row]
      : []),
    ...(taken.at
      ? [
          [
            say('evidence.r-taken-on'),
            taken.at.length > 10 ? showInstant(taken.at) : showDate(taken.at),
          ] as Row,
        ]
      : []),
    ...item.packaging.map(
      (k, i): Row => [
        i === 0 ? say('evidence.p-packaging') : say('evidence.p-packed-later', { at: showInstant(k.at) }),
        [k.typeName, k.colourName, k.sizeName, k.conditionName, k.words].filter(Boolean).join(', '),
      ],
    ),
    ...item.earlier.map((e): Row => [say('evidence.p-earlier', { at: showInstant(e.at) }), e.description]),
    ...item.holds.map((h): Row => [say('evidence.p-holds'), h.text]),
  ]
  return (
    <Card title={say('evidence.p-facts')}>
      {rows.length > 0 ? <Facts rows={rows} /> : <p className="dim">{say('evidence.p-nothing')}</p>}
    </Card>
  )
}

export function SealsCard({ item }: Of) {
  const say = useSay()
  return (
    <Card title={say('evidence.p-seals')} aside={item.seals.length || null}>
      {item.seals.length > 0 ? (
        <Plain
          head={[]}
          rows={item.seals.map((s) => [
            <Mono key="n">{s.number}</Mono>,
            <StateChip key="s" state={s.open ? 'seal-opened' : 'sealed'}>
              {say(s.open ? 'evidence.r-broken' : 'evidence.r-intact')}
            </StateChip>,
            [s.found ? say('evidence.p-seal-found') : s.by, showInstant(s.at)].filter(Boolean).join(', '),
          ])}
        />
      ) : (
        <p className="dim">{say('evidence.p-no-seal')}</p>
      )}
    </Card>
  )
}

export function WeightsCard({ item }: Of) {
  const say = useSay()
  return (
    <Card
      title={say('evidence.p-weights')}
      aside={
        item.weights.length > 0 ? (
          <Linked to={`/evidence/items/${item.id}/balance`}>{say('evidence.mb-title')}</Linked>
        ) : null
      }
    >
      {item.weights.length > 0 ? (
        <Plain
          head={[say('evidence.p-net'), say('evidence.d-gross'), say('evidence.sub-when'), '']}
          align={['right', 'right', 'left', 'left']}
          rows={item.weights.map((w) => [
            `${w.net} ${w.unit}`,
            w.gross ? `${w.gross} ${w.unit}` : '–',
            showInstant(w.at),
            w.by,
          ])}
        />
      ) : (
        <p className="dim">{say('evidence.p-no-weight')}</p>
      )}
    </Card>
  )
}
