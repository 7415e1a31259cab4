/** Where a thing belongs: its family (taken from, packed in) as a tree, and its place in the store as a map. */
import { Card } from '#ui/Page.tsx'
import { Linked } from '#ui/Linked.tsx'
import { StoreMap, type StoreLevel } from '#ui/StoreMap.tsx'
import { Tree } from '#ui/Tree.tsx'
import { useSay } from '#ui/say.ts'
import type { ItemSeen } from '../../things/contract.ts'
import { shortWay } from '../../things/rules.ts'

interface Of {
  readonly item: ItemSeen
}

export function FamilyCard({ item }: Of) {
  const say = useSay()
  const known = new Set(item.family.map((f) => f.id))
  const around = item.family.find((f) => f.link === 'around')
  return (
    <Card
      title={say('evidence.p-family')}
      aside={item.count && item.count > 1 ? say('evidence.p-pieces', { n: item.count }) : null}
    >
      <Tree
        here={item.id}
        nodes={item.family.map((f) => ({
          id: f.id,
          number: f.number,
          label: f.description,
          parent: f.parent && known.has(f.parent) ? f.parent : f.id === item.id && around ? around.id : null,
          kind: f.link === 'split' || f.link === 'source' ? ('derived' as const) : ('packed' as const),
          note: f.amount ?? (f.id === item.id ? undefined : say(`evidence.p-link-${f.link}`)),
          to: `/evidence/items/${f.id}`,
        }))}
      />
    </Card>
  )
}

/** Places of a store by what they are: racks stand in a room, shelves lie one over the other, boxes in a grid. */
export const shapeOf = (kind: string | undefined): StoreLevel['shape'] =>
  kind === 'rack' ? 'room' : kind === 'shelf' ? 'shelves' : 'grid'

export function PlaceCard({ item }: Of) {
  const say = useSay()
  const order = item.place.map((p) => p.id)
  const levels: StoreLevel[] = [...new Set(item.shelf.map((p) => p.parent))]
    .sort((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? ''))
    .slice(-3)
    .map((parent) => {
      const cells = item.shelf.filter((p) => p.parent === parent)
      const within = item.place.find((p) => p.id === parent)
      return {
        label: within?.name ?? '',
        shape: shapeOf(cells[0]?.kind),
        cells: cells.map((c) => ({
          id: c.id,
          label:
            within && c.code.startsWith(`${within.code}-`) ? c.code.slice(within.code.length + 1) : c.code,
          state: c.here ? ('here' as const) : c.things > 0 ? ('kept' as const) : ('free' as const),
          note: say('evidence.st-things', { n: c.things }),
        })),
      }
    })
  const path = shortWay(item.place.map((p) => p.name).join(' › '))
  const last = item.place.at(-1)
  return (
    <Card
      title={say('evidence.p-place')}
      aside={
        last?.id && levels.length > 0 ? <Linked to={`/evidence/places/${last.id}`}>{last.code}</Linked> : null
      }
    >
      {levels.length > 0 ? (
        <StoreMap levels={levels} note={path} />
      ) : (
        <p className={path ? '' : 'dim'}>
          {path || say('evidence.p-not-stored', { name: item.holder?.name ?? say('evidence.p-nothing') })}
        </p>
      )}
    </Card>
  )
}
