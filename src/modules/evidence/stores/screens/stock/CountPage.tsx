/** Counting with a scanner or a telephone: scan the door, then what stands there; every scan is kept here first and sent when it can be. */
import { useParams } from '@tanstack/react-router'
import { type ReactNode, Suspense, lazy, useEffect, useRef, useState } from 'react'
import { Asked } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Columns, Page, Stacked } from '#ui/Page.tsx'
import { Progress } from '#ui/Progress.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { ScanBox } from '#ui/ScanBox.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { StockPlace, StockTakeSeen } from '../../contract.ts'
import { shortWay } from '../../../things/rules.ts'
import { Echo, Heards } from './Heards.tsx'
import { Shelf } from './Shelf.tsx'
import { useCounting } from './counting.ts'
import '../store.css'
import './stock.css'

/** Only where somebody opens it: the reader behind it is large. */
const CameraScan = lazy(async () => ({ default: (await import('#ui/CameraScan.tsx')).CameraScan }))

export default function CountPage() {
  const { id, round } = useParams({ strict: false }) as { id: string; round: string }
  const take = useAsk<StockTakeSeen>('evidence.get-stock-take', { stockTake: id }, { keep: true })
  return (
    <Asked of={take}>
      {(t) => <Counting take={t} round={round === '2' ? 2 : 1} again={() => void take.refetch()} />}
    </Asked>
  )
}

function Counting({ take, round, again }: { take: StockTakeSeen; round: 1 | 2; again: () => void }) {
  const say = useSay()
  const counting = useCounting(take.id, round)
  const [at, setAt] = useState<string | null>(null)
  const place = take.places.find((p) => p.id === at) ?? null
  const [seals, setSeals] = useState(false)
  const [asked, setAsked] = useState<string | null>(null)
  const [camera, setCamera] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { sent } = counting
  const refresh = useRef(again)
  useEffect(() => {
    refresh.current = again
  })
  useEffect(() => {
    if (sent > 0) refresh.current()
  }, [sent])
  const stand = (p: StockPlace): void => {
    setTrouble(null)
    setAsked(null)
    if (round === 2 && p.mine) return setTrouble(say('evidence.k-yours', { name: p.name }))
    setAt(p.id)
    void counting.read(p.id, null)
  }
  const scanned = (text: string): void => {
    const door = take.places.find((p) => p.code.toUpperCase() === text.toUpperCase())
    if (door) return stand(door)
    if (!place) return setTrouble(say('evidence.k-door-first'))
    setTrouble(null)
    if (asked !== null && !/^CX[0-9A-Z]{13}$/i.test(text)) {
      setAsked(null)
      return void counting.read(place.id, asked, text)
    }
    setAsked(seals ? text : null)
    void counting.read(place.id, text)
  }
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: say('op.evidence.stock-takes'), to: '/evidence/stock-takes' },
          { label: take.number, to: `/evidence/stock-takes/${take.id}`, mono: true },
        ]}
        title={say(round === 2 ? 'evidence.k-second-title' : 'evidence.k-title', { place: take.placeName })}
        chips={<Waiting n={counting.waiting} />}
      />
      {take.closedAt ? (
        <Note tone="maize" icon="lock" title={say('evidence.stock-closed', { number: take.number })} />
      ) : null}
      {counting.refused.length > 0 ? (
        <Note tone="achiote" icon="error" title={say('evidence.k-refused', { n: counting.refused.length })}>
          <p>{counting.refused[0]?.refused}</p>
          <Button icon="x" onClick={() => void counting.putAside()}>
            {say('evidence.k-put-aside')}
          </Button>
        </Note>
      ) : null}
      <Columns kind="halves">
        <Stacked>
          <Card>
            <div className="fields">
              <Here
                place={place}
                waiting={counting.waitingAt(at)}
                blind={take.blind && take.closedAt === null}
              />
              <ScanBox
                big
                autoFocus
                label={say(place ? 'evidence.k-scan' : 'evidence.k-scan-door')}
                help={asked ? say('evidence.k-now-seal', { text: asked }) : say('evidence.k-scan-help')}
                onScan={scanned}
              />
              {trouble ? <Note tone="achiote" icon="warning" title={trouble} /> : null}
              <Echo of={counting.heard[0] ?? null} take={take} />
              {camera ? (
                <Suspense fallback={null}>
                  <CameraScan onScan={scanned} onClose={() => setCamera(false)} />
                </Suspense>
              ) : null}
              <div className="acts">
                {camera ? null : (
                  <Button icon="camera" onClick={() => setCamera(true)}>
                    {say('evidence.k-camera')}
                  </Button>
                )}
                <Button icon="lock" pressed={seals} onClick={() => setSeals(!seals)}>
                  {say('evidence.k-seals')}
                </Button>
                {asked !== null && place ? (
                  <Button
                    icon="lock-open"
                    onClick={() => {
                      void counting.read(place.id, asked, say('evidence.k-no-seal'))
                      setAsked(null)
                    }}
                  >
                    {say('evidence.k-seal-broken')}
                  </Button>
                ) : null}
              </div>
            </div>
          </Card>
          <Heards heard={counting.heard} take={take} />
        </Stacked>
        <Stacked>
          {place && !(take.blind && take.closedAt === null) ? (
            <Shelf take={take.id} place={place.id} heard={counting.heard} sent={sent} />
          ) : null}
          <Places take={take} round={round} here={place?.id ?? null} onPick={stand} />
        </Stacked>
      </Columns>
    </Page>
  )
}

const Waiting = ({ n }: { n: number }): ReactNode => {
  const say = useSay()
  return n === 0 ? (
    <StateChip tone="reef" icon="check">
      {say('evidence.k-all-sent')}
    </StateChip>
  ) : (
    <StateChip state="offline">{say('evidence.k-waiting', { n })}</StateChip>
  )
}

/** With what waits here to be sent: whoever counts without a connection sees it grow too. */
function Here({ place, waiting, blind }: { place: StockPlace | null; waiting: number; blind: boolean }) {
  const say = useSay()
  if (!place) return <p className="count-here dim">{say('evidence.k-nowhere')}</p>
  const n = place.seen + waiting
  return (
    <div className="count-here">
      <Icon name="pin" size={24} />
      <div>
        <Mono>{place.code}</Mono>
        <strong>{shortWay(place.path)}</strong>
        {blind || place.toCount === null ? (
          <span className="dim">{say('evidence.k-read', { n })}</span>
        ) : (
          <Progress
            done={Math.min(n, place.toCount)}
            of={place.toCount}
            label={say('evidence.k-of', { n, of: place.toCount })}
          />
        )}
      </div>
    </div>
  )
}

const SHOWN = 12
/** Where to go next, in the order of walking: places that nobody counted yet come first. */
function Places({
  take,
  round,
  here,
  onPick,
}: {
  take: StockTakeSeen
  round: 1 | 2
  here: string | null
  onPick: (p: StockPlace) => void
}) {
  const say = useSay()
  const done = (p: StockPlace): boolean => (round === 2 ? p.second : p.first).length > 0
  const open = take.places.filter((p) => !done(p) && (round === 1 || p.first.length > 0))
  return (
    <Card
      title={say('evidence.k-next')}
      aside={say('evidence.k-places', { n: take.places.filter(done).length, of: take.places.length })}
    >
      {open.length === 0 ? <p className="dim">{say('evidence.k-all-places')}</p> : null}
      <ul className="count-places">
        {open.slice(0, SHOWN).map((p) => (
          <li key={p.id}>
            <button
              type="button"
              className="place-door"
              aria-current={p.id === here || undefined}
              onClick={() => onPick(p)}
            >
              <span className="place-head">
                <strong>{shortWay(p.path)}</strong>
                <Mono>{p.code}</Mono>
              </span>
              {p.toCount === null ? null : (
                <span className="dim">{say('evidence.k-of', { n: p.seen, of: p.toCount })}</span>
              )}
              {round === 2 && p.mine ? <span className="dim">{say('evidence.k-mine')}</span> : null}
            </button>
          </li>
        ))}
      </ul>
      {open.length > SHOWN ? (
        <p className="notes dim">{say('evidence.k-more-places', { n: open.length - SHOWN })}</p>
      ) : null}
    </Card>
  )
}
