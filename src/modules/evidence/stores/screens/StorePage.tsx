/** The store: where one stands in it, what is in the place and beneath it, how full it is, its dangers; new places and their codes. */
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Card, Columns, Page, Stacked } from '#ui/Page.tsx'
import { Linked } from '#ui/Linked.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { ScanBox } from '#ui/ScanBox.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { ask, fileUrl, useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { z } from 'zod'
import type { PlaceSeen, StoreMapSeen } from '../contract.ts'
import type { Scanned } from '../../things/contract.ts'
import { Lines, whereOf } from '../../things/screens/Lines.tsx'
import { NewPlace } from './NewPlace.tsx'
import { PlaceDoor } from './stock/PlaceDoor.tsx'
import { StoreActs } from './stock/StoreActs.tsx'
import './store.css'

export default function StorePage() {
  const { place } = useParams({ strict: false }) as { place?: string }
  const map = useAsk<z.output<typeof StoreMapSeen>>('evidence.store-map', place ? { place } : {}, {
    keep: true,
  })
  return <Asked of={map}>{(m) => <Whole map={m} picked={place ?? null} />}</Asked>
}

function Whole({ map, picked }: { map: z.output<typeof StoreMapSeen>; picked: string | null }) {
  const say = useSay()
  const go = useNavigate()
  const [naming, setNaming] = useState(false)
  const byId = new Map(map.places.map((p) => [p.id, p]))
  const roots = map.places.filter((p) => p.parent === null || !byId.has(p.parent))
  // Whoever keeps one site begins inside it.
  const here = picked ? byId.get(picked) : roots.length === 1 ? roots[0] : undefined
  const beneath = here ? map.places.filter((p) => p.parent === here.id) : roots
  const open = (id: string): void => void go({ to: `/evidence/places/${id}` })
  return (
    <Page>
      <RecordHead
        crumbs={picked ? wayTo(here, byId).slice(0, -1) : []}
        {...(here ? { number: here.code } : {})}
        title={here?.name ?? say('evidence.st-title')}
        {...(here ? { chips: <Chips place={here} />, facts: factsOf(here, map.openedAt, say) } : {})}
        acts={
          <>
            <Act operation="evidence.store-item" icon="store" primary to="/evidence/scan/put-away">
              {say('evidence.sc-put-away')}
            </Act>
            <Act operation="evidence.retrieve-item" icon="door-exit" to="/evidence/scan/take-out">
              {say('evidence.sc-take-out')}
            </Act>
            <Act
              operation="evidence.define-location"
              actions={map.actions}
              icon="add"
              onAct={() => setNaming(!naming)}
            />
            <Button
              icon="qr"
              onClick={() =>
                window.open(
                  fileUrl('evidence.code-sheet', { of: 'places', ...(here ? { place: here.id } : {}) }),
                  '_blank',
                  'noopener',
                )
              }
            >
              {say('op.evidence.code-sheet')}
            </Button>
          </>
        }
      />
      {naming ? <NewPlace within={here ?? null} onDone={() => setNaming(false)} /> : null}
      {map.places.length === 0 ? (
        <EmptyState title={say('evidence.st-none')} />
      ) : (
        <Columns kind="picture">
          <Stacked>
            {beneath.length > 0 ? (
              <Card title={say('evidence.st-places', { n: beneath.length })}>
                <ul className="places">
                  {beneath.map((p) => (
                    <li key={p.id}>
                      <PlaceDoor
                        place={p}
                        within={here}
                        inside={map.places.filter((c) => c.parent === p.id)}
                        onOpen={() => open(p.id)}
                      />
                    </li>
                  ))}
                </ul>
              </Card>
            ) : null}
            {here ? (
              <Card
                title={say('evidence.st-stands-here')}
                aside={say('evidence.st-things', { n: here.here })}
              >
                {map.items.length > 0 ? (
                  <Lines items={map.items} where={false} />
                ) : (
                  <p className="dim">{say('evidence.st-empty-place')}</p>
                )}
                {here.here > map.items.length ? (
                  <Linked to={`/evidence?items.holder=${here.id}`}>
                    {say('evidence.st-all', { n: here.here })}
                  </Linked>
                ) : null}
              </Card>
            ) : null}
          </Stacked>
          <Stacked>
            <Card title={say('evidence.st-find')}>
              <FindHere onPlace={open} />
            </Card>
            <StoreActs here={here ?? null} actions={map.actions} />
          </Stacked>
        </Columns>
      )}
    </Page>
  )
}

function wayTo(
  here: PlaceSeen | undefined,
  byId: ReadonlyMap<string, PlaceSeen>,
): { label: string; to: string }[] {
  const way: PlaceSeen[] = []
  for (let p = here; p && way.length < 12; p = p.parent ? byId.get(p.parent) : undefined) way.unshift(p)
  return way.map((p) => ({ label: p.name, to: `/evidence/places/${p.id}` }))
}

const factsOf = (p: PlaceSeen, openedAt: string | null, say: ReturnType<typeof useSay>): string =>
  [
    p.unitName,
    p.capacity === null
      ? null
      : say('evidence.st-room-for', { n: p.capacity, free: Math.max(0, p.capacity - p.here) }),
    p.capacity === null && p.room !== null ? say('evidence.st-all-room', { n: p.filled, of: p.room }) : null,
    openedAt ? say('evidence.st-opened', { at: showInstant(openedAt) }) : null,
  ]
    .filter(Boolean)
    .join(' · ')

function Chips({ place: p }: { place: PlaceSeen }) {
  const say = useSay()
  return (
    <>
      <StateChip tone={p.beneath > 0 ? 'reef' : 'slate'} icon="store">
        {say('evidence.st-things', { n: p.beneath })}
      </StateChip>
      {p.keeps.length > 0 ? (
        <StateChip tone="slate" icon="temperature">
          {p.keeps.join(', ')}
        </StateChip>
      ) : null}
      {p.witness ? (
        <StateChip tone="mahogany" icon="people">
          {say('evidence.st-witness')}
        </StateChip>
      ) : null}
      {p.guns ? (
        <StateChip tone="achiote" icon="shield">
          {say('evidence.st-guns')}
        </StateChip>
      ) : null}
      {p.dangers.length > 0 ? (
        <StateChip tone="achiote" icon="warning">
          {p.dangers.join(', ')}
        </StateChip>
      ) : null}
    </>
  )
}

/** Scan a thing and see where it stands; scan a shelf and stand before it. */
function FindHere({ onPlace }: { onPlace: (id: string) => void }) {
  const say = useSay()
  const [found, setFound] = useState<Scanned | null>(null)
  const look = async (text: string): Promise<void> => {
    const answer = await ask<Scanned>('evidence.scan', { text })
    if (answer.place) onPlace(answer.place.id)
    else setFound(answer)
  }
  return (
    <div className="fields">
      <ScanBox
        big
        label={say('evidence.st-find-box')}
        help={say('evidence.st-find-help')}
        onScan={(t) => void look(t)}
      />
      <div aria-live="polite" className="fields">
        {found?.kind === 'nothing' ? <p>{say('evidence.st-find-none')}</p> : null}
        {found?.items.map((i) => (
          <div key={i.id} className="found-thing">
            <Linked to={`/evidence/items/${i.id}`} mono>
              {i.number}
            </Linked>
            <span>{i.description}</span>
            <strong>{whereOf(i) || say(`evidence.state-${i.state}`)}</strong>
            {i.dangers.length > 0 ? (
              <StateChip tone="achiote" icon="warning">
                {i.dangers.join(', ')}
              </StateChip>
            ) : null}
            {i.holder?.kind === 'place' && i.holder.id ? (
              <Linked to={`/evidence/places/${i.holder.id}`}>{say('evidence.st-go')}</Linked>
            ) : null}
          </div>
        ))}
      </div>
    </div>
  )
}
