/** Where a thing stands: room, then shelf, then box, each beside the one before; and a board of places that hold one each. */
import { Fragment, type ReactNode } from 'react'
import { StateChip } from './StateChip.tsx'
import { useSay } from './say.ts'
import type { IconName } from './Icon.tsx'
import type { Tone } from './theme.ts'

export interface StoreCell {
  readonly id: string
  readonly label: string
  readonly state?: 'here' | 'kept' | 'full' | 'free' | 'alarm' | undefined
  readonly note?: string | undefined
}
export interface StoreLevel {
  readonly label: string
  readonly cells: readonly StoreCell[]
  readonly shape: 'room' | 'shelves' | 'grid'
}

export function StoreMap(props: {
  levels: readonly StoreLevel[]
  note?: ReactNode
  onPick?: (id: string) => void
}): ReactNode {
  const say = useSay()
  const said = (cell: StoreCell): string =>
    [
      cell.label,
      cell.state === 'here'
        ? say('kit.place-here')
        : cell.state === 'kept'
          ? say('kit.kept')
          : cell.state === 'full'
            ? say('kit.place-full')
            : cell.state === 'alarm'
              ? say('kit.place-alarm')
              : cell.state === 'free'
                ? say('kit.free')
                : '',
      cell.note,
    ]
      .filter(Boolean)
      .join(', ')
  return (
    <div>
      <div className="store">
        {props.levels.map((level, i) => (
          <div className="store-level" key={`${level.label}${i}`}>
            <h3>{level.label}</h3>
            <div className={`store-cells ${level.shape}`}>
              {level.cells.map((cell) => (
                <Fragment key={cell.id}>
                  {props.onPick ? (
                    <button
                      type="button"
                      className={`cell ${cell.state ?? ''}`}
                      aria-label={said(cell)}
                      aria-pressed={cell.state === 'here'}
                      onClick={() => props.onPick?.(cell.id)}
                    >
                      {cell.label}
                    </button>
                  ) : (
                    <div className={`cell ${cell.state ?? ''}`} title={said(cell)}>
                      {cell.label}
                      {cell.state === 'here' ? (
                        <span className="for-readers"> {say('kit.place-here')}</span>
                      ) : null}
                    </div>
                  )}
                </Fragment>
              ))}
            </div>
          </div>
        ))}
      </div>
      {props.note ? <p className="notes dim">{props.note}</p> : null}
    </div>
  )
}

export interface BoardPlace {
  readonly id: string
  readonly name: string
  readonly days?: number | undefined
  readonly overdue?: boolean
  readonly lines: readonly ReactNode[]
  readonly state: 'taken' | 'free' | 'kept' | 'alarm'
  readonly tag?: { readonly tone: Tone; readonly icon: IconName; readonly word: string }
}
export function Board(props: { places: readonly BoardPlace[]; onPick?: (id: string) => void }): ReactNode {
  const say = useSay()
  return (
    <div className="board">
      {props.places.map((place) => {
        const inner = (
          <>
            <header>
              <span className="mono strong">{place.name}</span>
              {place.days === undefined ? null : (
                <span className={place.overdue ? 'over' : 'strong'}>
                  {say('kit.days', { n: place.days })}
                </span>
              )}
            </header>
            {place.state === 'free' ? (
              <div>{say('kit.free')}</div>
            ) : place.state === 'kept' ? (
              <div className="dim">{say('kit.kept')}</div>
            ) : null}
            {place.lines.map((line, i) => (
              <div key={i}>{line}</div>
            ))}
            {place.tag ? (
              <StateChip tone={place.tag.tone} icon={place.tag.icon}>
                {place.tag.word}
              </StateChip>
            ) : null}
          </>
        )
        return props.onPick ? (
          <button
            type="button"
            key={place.id}
            className={`place ${place.state}`}
            onClick={() => props.onPick?.(place.id)}
          >
            {inner}
          </button>
        ) : (
          <div key={place.id} className={`place ${place.state}`}>
            {inner}
          </div>
        )
      })}
    </div>
  )
}
