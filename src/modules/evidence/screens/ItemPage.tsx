/** One thing whole: who has it, the custody river, its photograph, family and place, and what may be done with it. */
import { useParams } from '@tanstack/react-router'
import { Asked } from '#ui/Asked.tsx'
import { Card, Columns, Page } from '#ui/Page.tsx'
import { NextNote } from '#ui/NextNote.tsx'
import { Note } from '#ui/Note.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { ItemSeen } from '../contract.ts'
import { ItemActs } from './ItemActs.tsx'
import { FactsCard, FamilyCard, FindingsCard, LatestCard, PhotoCard, PlaceCard } from './ItemCards.tsx'
import { ItemRiver } from './ItemRiver.tsx'
import { chipOf } from './state.ts'

export default function ItemPage() {
  const { id } = useParams({ strict: false })
  const item = useAsk<ItemSeen>('evidence.get-item', { id: String(id) })
  return <Asked of={item}>{(it) => <Whole item={it} />}</Asked>
}

function Whole({ item }: { item: ItemSeen }) {
  const say = useSay()
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: say('evidence.f-case'), to: '/cases' },
          { label: item.case.number, to: `/cases/${item.case.id}`, mono: true },
          { label: item.number, mono: true },
        ]}
        number={item.number}
        title={item.description}
        chips={<Chips item={item} />}
        facts={factsLine(item)}
        acts={<ItemActs item={item} few />}
        history={{ count: item.entries }}
      />
      {item.hazards.map((h) => (
        <Note key={h.hazard} tone="achiote" icon="warning" title={say('evidence.p-danger')}>
          {say(h.inherited ? 'evidence.p-inherited' : 'evidence.p-hazard', { name: h.name })}
          {h.words ? `: ${h.words}` : ''}
        </Note>
      ))}
      <Columns kind="side">
        <ItemRiver item={item} />
        <div style={{ display: 'grid', gap: 16, alignContent: 'start' }}>
          {item.next ? (
            <NextNote what={item.next.text} {...(item.next.who ? { who: item.next.who } : {})} />
          ) : null}
          <PhotoCard item={item} />
        </div>
      </Columns>
      <FindingsCard item={item} />
      <Columns kind="thirds">
        <FamilyCard item={item} />
        <PlaceCard item={item} />
        <LatestCard item={item} />
      </Columns>
      <Columns kind="halves">
        <FactsCard item={item} />
        <Card title={say('evidence.p-more')}>
          <ItemActs item={item} />
        </Card>
      </Columns>
    </Page>
  )
}

/** At most three: the state first, then the trouble, then the seal. */
function Chips({ item }: { item: ItemSeen }) {
  const say = useSay()
  const gap = item.findings.find((f) => f.explained === null)
  const closed = item.seals.find((s) => !s.open)
  const opened = item.seals.findLast((s) => s.open)
  return (
    <>
      <StateChip state={chipOf[item.state]}>{say(`evidence.state-${item.state}`)}</StateChip>
      {closed ? (
        <StateChip state="sealed">{say('evidence.p-sealed', { seal: closed.number })}</StateChip>
      ) : opened ? (
        <StateChip state="seal-opened">{say('evidence.p-unsealed', { seal: opened.number })}</StateChip>
      ) : null}
      {gap ? (
        <StateChip state="gap">
          {gap.kind === 'gap'
            ? say('evidence.p-gap')
            : say('evidence.p-doubt', { n: item.findings.filter((f) => f.explained === null).length })}
        </StateChip>
      ) : null}
    </>
  )
}

function factsLine(item: ItemSeen): string {
  const weight = item.weights.at(-1)
  return [
    item.typeName,
    item.holder ? `${item.holder.name}${item.holder.where ? `, ${item.holder.where}` : ''}` : null,
    showInstant(item.since),
    item.taken.place,
    weight ? `${weight.net} ${weight.unit}` : null,
  ]
    .filter(Boolean)
    .join(' · ')
}
