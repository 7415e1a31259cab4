/** The cards of a thing's page: photograph and label, family, place in the store, findings, packaging, latest entries. */
import { EmptyState } from '#ui/Asked.tsx'
import { Card, Facts } from '#ui/Page.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Plain } from '#ui/Plain.tsx'
import { fileUrl } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { ItemSeen } from '../contract.ts'
import { PlaceLevels } from './PlaceLevels.tsx'

interface Of {
  readonly item: ItemSeen
}

export function PhotoCard({ item }: Of) {
  const say = useSay()
  const first = item.photographs[0]
  const pack = item.packaging[0]
  return (
    <Card
      title={say('evidence.p-photo')}
      aside={say('evidence.p-photographs', { n: item.photographs.length })}
    >
      {first ? (
        <img
          src={fileUrl('evidence.photograph', { photograph: first.id })}
          alt={first.caption ?? item.description}
          style={{
            width: '100%',
            maxHeight: 230,
            objectFit: 'contain',
            background: 'var(--sunk)',
            borderRadius: 4,
            border: '1px solid var(--line)',
            display: 'block',
          }}
        />
      ) : (
        <p>{say('evidence.p-no-photo')}</p>
      )}
      <p>
        <Mono>{item.number}</Mono>
        <br />
        {pack ? [pack.typeName, pack.colourName, pack.conditionName].filter(Boolean).join(', ') : null}
        <br />
        <Mono>{item.barcode}</Mono>
      </p>
      <p>
        {say('evidence.p-printed', { n: item.labels })} ·{' '}
        <Linked to={fileUrl('evidence.label', { items: item.id })} icon="print">
          {say('op.evidence.label')}
        </Linked>
      </p>
    </Card>
  )
}

/** Its tree: what it was taken from, what was taken from it, what is packed with it. */
export function FamilyCard({ item }: Of) {
  const say = useSay()
  const known = new Map(item.family.map((f) => [f.id, f]))
  const depthOf = (id: string | null, seen = 0): number =>
    id === null || seen > 8 ? 0 : known.has(id) ? 1 + depthOf(known.get(id)?.parent ?? null, seen + 1) : 0
  const branch = (parent: string | null): ItemSeen['family'] =>
    item.family
      .filter((f) => (parent === null ? f.parent === null || !known.has(f.parent) : f.parent === parent))
      .flatMap((f) => [f, ...branch(f.id)])
  return (
    <Card title={say('evidence.p-family')}>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 2 }}>
        {branch(null).map((f) => (
          <li
            key={f.id}
            style={{
              display: 'grid',
              gridTemplateColumns: 'auto auto 1fr auto',
              gap: 10,
              alignItems: 'center',
              padding: '5px 8px',
              paddingLeft: 8 + depthOf(f.parent) * 20,
              background: f.link === 'self' ? 'var(--mayaBg)' : undefined,
              borderRadius: 3,
              fontSize: 13,
            }}
          >
            <svg width={12} height={12} aria-hidden>
              <circle
                cx={6}
                cy={6}
                r={4}
                fill={f.link === 'packed' || f.link === 'self' ? 'var(--maya)' : 'var(--surface)'}
                stroke="var(--maya)"
                strokeWidth={2}
              />
            </svg>
            <Linked to={`/evidence/items/${f.id}`} mono>
              {f.number}
            </Linked>
            <span>{f.description}</span>
            <span style={{ color: 'var(--ink3)', fontSize: 12 }}>
              {f.amount ?? say(`evidence.p-link-${f.link}`)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function PlaceCard({ item }: Of) {
  const say = useSay()
  const order = item.place.map((p) => p.id)
  const levels = [...new Set(item.shelf.map((p) => p.parent))]
    .sort((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? ''))
    .map((parent) => ({
      label: item.place.find((p) => p.id === parent)?.name ?? '',
      cells: item.shelf
        .filter((p) => p.parent === parent)
        .map((c) => ({
          id: c.id,
          label: c.code,
          state: c.here ? ('here' as const) : c.things > 0 ? ('kept' as const) : ('free' as const),
        })),
    }))
  const path = item.place.map((p) => p.name).join(' › ')
  return (
    <Card title={say('evidence.p-place')} aside={item.place[0]?.name}>
      {levels.length > 0 ? (
        <PlaceLevels levels={levels} note={path} />
      ) : (
        <p>
          {path || say('evidence.p-not-stored', { name: item.holder?.name ?? say('evidence.p-nothing') })}
        </p>
      )}
    </Card>
  )
}

export function LatestCard({ item }: Of) {
  const say = useSay()
  return (
    <Card title={say('evidence.p-latest')} aside={say('evidence.p-all', { n: item.entries })}>
      <Plain
        head={[]}
        rows={item.latest.map((e) => [
          showInstant(e.at),
          <span key="w">
            <strong>{e.who}</strong> · {e.text}
          </span>,
        ])}
      />
    </Card>
  )
}

export function FindingsCard({ item }: Of) {
  const say = useSay()
  if (item.findings.length === 0) return null
  return (
    <Card
      title={say('evidence.p-findings')}
      aside={say('evidence.p-doubt', { n: item.findings.filter((f) => f.explained === null).length })}
    >
      {item.findings.map((f) => (
        <Note key={f.key} tone={f.explained ? 'slate' : 'achiote'} title={f.text}>
          {f.explained
            ? say('evidence.p-explained', { name: f.explained.by, words: f.explained.words })
            : null}
        </Note>
      ))}
    </Card>
  )
}

export function FactsCard({ item }: Of) {
  const say = useSay()
  const rows: [string, React.ReactNode][] = [
    ...(item.submission
      ? [
          [
            say('evidence.f-submitted-by'),
            [item.submission.by, item.submission.where].filter(Boolean).join(', '),
          ] as [string, string],
          [say('evidence.f-submission'), <Mono key="s">{item.submission.number}</Mono>] as [
            string,
            React.ReactNode,
          ],
        ]
      : []),
    ...(item.taken.theirNumber
      ? [
          [say('evidence.f-their-number'), <Mono key="t">{item.taken.theirNumber}</Mono>] as [
            string,
            React.ReactNode,
          ],
        ]
      : []),
    ...item.packaging.map(
      (k, i) =>
        [
          i === 0 ? say('evidence.p-packaging') : showInstant(k.at),
          [k.typeName, k.colourName, k.conditionName, k.words].filter(Boolean).join(', '),
        ] as [string, string],
    ),
    ...item.seals.map(
      (s) =>
        [
          say('evidence.p-seals'),
          <span key={s.id}>
            <Mono>{s.number}</Mono> {say(s.open ? 'evidence.r-broken' : 'evidence.r-intact')}
          </span>,
        ] as [string, React.ReactNode],
    ),
    ...item.weights
      .slice(-3)
      .map(
        (w) =>
          [say('evidence.p-weight'), `${w.net} ${w.unit} (${w.by}, ${showInstant(w.at)})`] as [
            string,
            string,
          ],
      ),
    ...item.holds.map((h) => [say('evidence.p-holds'), h.text] as [string, string]),
  ]
  return (
    <Card title={say('evidence.p-facts')}>
      {rows.length > 0 ? <Facts rows={rows} /> : <EmptyState title={say('evidence.p-nothing')} />}
    </Card>
  )
}
