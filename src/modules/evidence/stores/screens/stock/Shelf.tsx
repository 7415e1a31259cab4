/** What should stand here, ticked off as it is scanned, also before the server has heard of it. */
import { useEffect } from 'react'
import { Icon } from '#ui/Icon.tsx'
import { Card } from '#ui/Page.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { StockShelf } from '../../contract.ts'
import type { Heard } from './counting.ts'

export function Shelf({
  take,
  place,
  heard,
  sent,
}: {
  take: string
  place: string
  heard: readonly Heard[]
  sent: number
}) {
  const say = useSay()
  const shelf = useAsk<StockShelf>('evidence.stock-shelf', { stockTake: take, place }, { keep: true })
  const { refetch } = shelf
  useEffect(() => {
    if (sent > 0) void refetch()
  }, [sent, refetch])
  const read = new Set(heard.filter((h) => h.place === place && h.text).map((h) => h.text?.toUpperCase()))
  const isSeen = (i: StockShelf['items'][number]): boolean =>
    i.seen || read.has(i.barcode ?? '') || read.has(i.number ?? '')
  // What is still to be found stands on top.
  const items = (shelf.data?.items ?? []).toSorted((a, b) => Number(isSeen(a)) - Number(isSeen(b)))
  if (items.length === 0) return null
  return (
    <Card title={say('evidence.k-shelf')} aside={say('evidence.st-things', { n: items.length })}>
      <ul className="count-shelf">
        {items.map((i) => {
          const seen = isSeen(i)
          return (
            <li key={i.thing} className={seen ? 'is-seen' : ''}>
              <Icon name={seen ? 'check' : 'point'} size={16} />
              <span className="mono">{i.number ?? say('evidence.k-not-yours-to-know')}</span>
              <span className="dim">
                {[i.description, i.inside > 0 ? say('evidence.k-inside', { n: i.inside }) : null]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <span className="for-readers">{say(seen ? 'evidence.k-seen' : 'evidence.k-not-seen')}</span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
