/** One thing whole: who has it, the custody river, its photograph, family and place, what may be done; now, or as it was known. */
import { useParams } from '@tanstack/react-router'
import { AsKnown, InThePast, useKnownAt } from '#ui/AsKnown.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Columns, Page, Stacked } from '#ui/Page.tsx'
import { NextNote } from '#ui/NextNote.tsx'
import { Note } from '#ui/Note.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { ItemSeen } from '../../things/contract.ts'
import { CashCard } from '../../things/screens/cash/CashCard.tsx'
import { ItemActs } from './ItemActs.tsx'
import { FindingsCard, LatestCard, PhotoCard } from './ItemCards.tsx'
import { CameInCard, SealsCard, WeightsCard } from './ItemFacts.tsx'
import { ParticularsCard } from './Particulars.tsx'
import { ItemRiver } from './ItemRiver.tsx'
import { FamilyCard, PlaceCard } from './ItemWhere.tsx'
import { LinksCard } from './LinksCard.tsx'
import { OtherCasesCard } from './OtherCasesCard.tsx'
import { PlansCard } from './PlansCard.tsx'
import { MoreActs } from './MoreActs.tsx'
import { chipOf } from '../../things/screens/state.ts'
import './item.css'

export default function ItemPage() {
  const { id } = useParams({ strict: false })
  const [known, setKnown] = useKnownAt()
  const item = useAsk<ItemSeen>('evidence.get-item', { id: String(id), asOf: known ?? undefined })
  return (
    <InThePast at={known}>
      <AsKnown at={known} onChange={setKnown} />
      <Asked of={item}>{(it) => <Whole item={it} known={known} onKnown={setKnown} />}</Asked>
    </InThePast>
  )
}

function Whole(props: { item: ItemSeen; known: string | null; onKnown: (at: string | null) => void }) {
  const say = useSay()
  const { item } = props
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
        acts={<ItemActs item={item} />}
        history={{
          count: item.entries,
          onOpen: () => document.getElementById('latest')?.scrollIntoView({ block: 'center' }),
        }}
        known={{ at: props.known, onChange: props.onKnown }}
      />
      <Dangers item={item} />
      <Columns kind="side">
        <Stacked>
          <ItemRiver item={item} />
          <FindingsCard item={item} />
        </Stacked>
        <Stacked>
          {item.next ? (
            <NextNote what={item.next.text} {...(item.next.who ? { who: item.next.who } : {})}>
              {item.next.more}
            </NextNote>
          ) : null}
          <PhotoCard item={item} />
        </Stacked>
      </Columns>
      <Columns kind="thirds">
        <Stacked>
          <FamilyCard item={item} />
          <CashCard item={item} />
          <ParticularsCard item={item} />
          <LinksCard item={item} />
          {item.asOf ? null : <OtherCasesCard item={item} />}
          <CameInCard item={item} />
        </Stacked>
        <Stacked>
          <PlaceCard item={item} />
          <SearchesLink item={item} />
          <SealsCard item={item} />
        </Stacked>
        <Stacked>
          <LatestCard item={item} />
          <WeightsCard item={item} />
          {item.asOf ? null : <PlansCard item={item} />}
        </Stacked>
      </Columns>
      {item.actions.length > 0 ? <MoreActs item={item} /> : null}
    </Page>
  )
}

/** Where it was searched in systems that stand alone (IBIS, AFIS). */
function SearchesLink({ item }: { item: ItemSeen }) {
  const say = useSay()
  if (!useMay('results.system-searches')) return null
  return (
    <Linked to={`/results/searches/${item.id}`} icon="search">
      {say('op.results.system-searches')}
    </Linked>
  )
}

/** One band for all of them: what, whose danger it is, and what was said about it. */
function Dangers({ item }: { item: ItemSeen }) {
  const say = useSay()
  if (item.hazards.length === 0) return null
  return (
    <Note
      tone="achiote"
      icon="warning"
      title={`${say('evidence.p-danger')}: ${item.hazards.map((h) => h.name).join(', ')}`}
    >
      {item.hazards
        .filter((h) => h.words || h.from !== 'item')
        .map((h) => (
          <p key={h.hazard}>
            {say(`evidence.p-from-${h.from}`, { name: h.name })}
            {h.words ? `: ${h.words}` : ''}
          </p>
        ))}
    </Note>
  )
}

/** At most three: the state first, then the seal, then the trouble. */
function Chips({ item }: { item: ItemSeen }) {
  const say = useSay()
  const open = item.findings.filter((f) => f.explained === null)
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
      {open.length > 0 ? (
        <StateChip state="gap">
          {open.some((f) => f.kind === 'gap')
            ? say('evidence.p-gap')
            : say('evidence.p-doubt', { n: open.length })}
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
