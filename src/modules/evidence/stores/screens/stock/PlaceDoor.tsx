/** A door one may open: its name, how full, how cold, what is dangerous behind it, and the shelves inside as one would see them. */
import { Mono } from '#ui/Mono.tsx'
import { Progress } from '#ui/Progress.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import type { PlaceSeen } from '../../contract.ts'
import './stock.css'

const share = (filled: number, room: number): number =>
  Math.min(100, Math.round((filled / Math.max(1, room)) * 100))

export function PlaceDoor({
  place: p,
  within,
  inside,
  onOpen,
}: {
  place: PlaceSeen
  within: PlaceSeen | undefined
  inside: readonly PlaceSeen[]
  onOpen: () => void
}) {
  const say = useSay()
  const short =
    within && p.name.startsWith(`${within.name}, `) ? p.name.slice(within.name.length + 2) : p.name
  const full = p.room !== null && p.filled >= p.room
  // What the place around says already is not said again behind each of its doors.
  const keeps = p.keeps.join(', ') === within?.keeps.join(', ') ? '' : p.keeps.join(', ')
  return (
    <button type="button" className={p.beneath > 0 ? 'place-door' : 'place-door is-empty'} onClick={onOpen}>
      <span className="place-head">
        <strong>{short.charAt(0).toUpperCase() + short.slice(1)}</strong>
        <Mono>{p.code}</Mono>
      </span>
      {p.room === null ? (
        <span className="dim">{say('evidence.st-things', { n: p.beneath })}</span>
      ) : (
        <Progress
          done={p.filled}
          of={p.room}
          label={say('evidence.st-filled', { n: p.filled, of: p.room })}
        />
      )}
      {inside.length > 0 ? (
        <span className="door-shelves" aria-hidden="true">
          {inside.slice(0, 24).map((c) => (
            <i
              key={c.id}
              className={c.dangers.length > 0 ? 'is-danger' : ''}
              title={`${c.code}: ${say('evidence.st-things', { n: c.beneath })}`}
            >
              <b
                style={{ width: `${c.room === null ? (c.beneath > 0 ? 100 : 0) : share(c.filled, c.room)}%` }}
              />
            </i>
          ))}
        </span>
      ) : null}
      <span className="chips">
        {full ? (
          <StateChip tone="maize" icon="box">
            {say('evidence.st-full')}
          </StateChip>
        ) : null}
        {keeps ? (
          <StateChip tone="slate" icon="temperature">
            {keeps}
          </StateChip>
        ) : null}
        {p.temporary ? (
          <StateChip tone="maize" icon="moon">
            {say('evidence.st-after-hours')}
          </StateChip>
        ) : null}
        {p.witness && !within?.witness ? (
          <StateChip tone="mahogany" icon="people">
            {say('evidence.st-witness')}
          </StateChip>
        ) : null}
        {p.dangers.length > 0 ? (
          <StateChip tone="achiote" icon="warning">
            {p.dangers.join(', ')}
          </StateChip>
        ) : null}
      </span>
    </button>
  )
}
