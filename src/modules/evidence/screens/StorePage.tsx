/** The store as a map: room, rack, shelf, box, with counts and dangers; what stands in the place one picks; new places. */
import { useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Card, Columns, Page } from '#ui/Page.tsx'
import { Form } from '#ui/Form.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { z } from 'zod'
import type { PlaceSeen, StoreMapSeen } from '../contract.ts'
import { Lines } from './HandsPage.tsx'
import { PlaceLevels } from './PlaceLevels.tsx'

const kinds = ['site', 'room', 'rack', 'shelf', 'box', 'safe', 'freezer', 'cupboard'] as const

export default function StorePage() {
  const say = useSay()
  const [picked, setPicked] = useState<string | null>(null)
  const [naming, setNaming] = useState(false)
  const map = useAsk<z.output<typeof StoreMapSeen>>('evidence.store-map', picked ? { place: picked } : {}, {
    keep: true,
  })
  return (
    <Asked of={map}>
      {(m) => (
        <Page>
          <RecordHead
            crumbs={[]}
            title={say('evidence.st-title')}
            acts={
              <Act
                operation="evidence.define-location"
                actions={m.actions}
                icon="add"
                onAct={() => setNaming(!naming)}
              />
            }
          />
          {naming ? <NewPlace within={picked} onDone={() => setNaming(false)} places={m.places} /> : null}
          {m.places.length === 0 ? (
            <EmptyState title={say('evidence.st-none')} />
          ) : (
            <Columns kind="halves">
              <Card title={say('evidence.p-place')}>
                <PlaceLevels
                  roomy
                  levels={levelsOf(m.places, picked ?? onlyRoot(m.places), say)}
                  onPick={(id) => setPicked(id)}
                />
              </Card>
              <Card
                title={m.places.find((p) => p.id === picked)?.name ?? say('evidence.items')}
                aside={picked ? say('evidence.st-things', { n: m.items.length }) : null}
              >
                {picked ? (
                  m.items.length > 0 ? (
                    <Lines items={m.items} />
                  ) : (
                    <p>{say('evidence.st-things', { n: 0 })}</p>
                  )
                ) : (
                  <p>{say('evidence.st-pick')}</p>
                )}
              </Card>
            </Columns>
          )}
        </Page>
      )}
    </Asked>
  )
}

/** A laboratory with one site begins inside it. */
function onlyRoot(places: readonly PlaceSeen[]): string | null {
  const roots = places.filter((p) => p.parent === null)
  return roots.length === 1 ? (roots[0]?.id ?? null) : null
}

/** One level for the outermost places, and one for what is in each place on the way to the picked one. */
function levelsOf(
  places: readonly PlaceSeen[],
  picked: string | null,
  say: (key: string, values?: Record<string, unknown>) => string,
) {
  const byId = new Map(places.map((p) => [p.id, p]))
  const way: PlaceSeen[] = []
  for (
    let p = picked ? byId.get(picked) : undefined;
    p && way.length < 12;
    p = p.parent ? byId.get(p.parent) : undefined
  )
    way.unshift(p)
  const parents: (string | null)[] = [null, ...way.map((p) => p.id)]
  return parents
    .map((parent) => ({
      parent,
      cells: places.filter((p) =>
        parent === null ? p.parent === null || !byId.has(p.parent) : p.parent === parent,
      ),
    }))
    .filter((l) => l.cells.length > 0)
    .map(({ parent, cells }) => ({
      label: parent ? (byId.get(parent)?.name ?? '') : (cells[0]?.unitName ?? ''),
      cells: cells.map((p) => ({
        id: p.id,
        label: p.name,
        note: [
          say('evidence.st-things', { n: p.beneath }),
          ...(p.witness ? [say('evidence.st-witness')] : []),
        ].join(' · '),
        state:
          p.hazards.length > 0
            ? ('alarm' as const)
            : way.some((w) => w.id === p.id)
              ? ('here' as const)
              : p.capacity !== null && p.here >= p.capacity
                ? ('full' as const)
                : p.beneath === 0
                  ? ('free' as const)
                  : ('kept' as const),
      })),
    }))
}

function NewPlace({
  within,
  onDone,
  places,
}: {
  within: string | null
  onDone: () => void
  places: readonly PlaceSeen[]
}) {
  const say = useSay()
  const act = useTell('evidence.define-location', { settles: ['evidence.store-map'] })
  const send = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
    const done = await act.tell({
      ...values,
      ...(values.capacity ? { capacity: Number(values.capacity) } : {}),
    })
    if (done) onDone()
  }
  return (
    <Card title={say('evidence.st-new')}>
      <Form
        name="evidence.define-location"
        problem={act.problem}
        sendLabel={say('evidence.st-new')}
        onSend={send}
        draft={false}
        columns={2}
        {...(within ? { initial: { parent: within } } : {})}
        fields={[
          { key: 'code', label: say('evidence.st-code'), kind: 'text', required: true },
          { key: 'name', label: say('evidence.st-name'), kind: 'text', required: true },
          {
            key: 'kind',
            label: say('evidence.st-kind'),
            kind: 'choice',
            required: true,
            options: kinds.map((k) => ({ value: k, label: say(`evidence.kind-${k}`) })),
          },
          {
            key: 'parent',
            label: say('evidence.st-in'),
            kind: 'choice',
            options: places.slice(0, 200).map((p) => ({ value: p.id, label: p.name })),
          },
          { key: 'witness', label: say('evidence.st-ask-witness'), kind: 'yes-no' },
        ]}
      />
    </Card>
  )
}
