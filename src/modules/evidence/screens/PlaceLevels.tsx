/** Places of a store level by level: room, rack, shelf, box; what is here is marked by word, edge and tone together. */

export interface PlaceCell {
  readonly id: string
  readonly label: string
  readonly note?: string
  readonly state: 'here' | 'free' | 'kept' | 'full' | 'alarm'
}
export interface PlaceLevel {
  readonly label: string
  readonly cells: readonly PlaceCell[]
}
const look: Readonly<Record<PlaceCell['state'], { background: string; border: string; color: string }>> = {
  here: { background: 'var(--mayaBg)', border: '2px solid var(--maya)', color: 'var(--ink)' },
  kept: { background: 'var(--surface)', border: '1px solid var(--edge)', color: 'var(--ink)' },
  full: { background: 'var(--maizeBg)', border: '1px solid var(--maize)', color: 'var(--ink)' },
  free: { background: 'var(--sunk)', border: '1px dashed var(--edge)', color: 'var(--ink2)' },
  alarm: { background: 'var(--achioteBg)', border: '1px solid var(--achiote)', color: 'var(--ink)' },
}

export function PlaceLevels({
  levels,
  note,
  onPick,
  roomy,
}: {
  levels: readonly PlaceLevel[]
  note?: string
  onPick?: (id: string) => void
  roomy?: boolean
}) {
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <div
        style={{
          display: 'flex',
          gap: 16,
          flexWrap: 'wrap',
          alignItems: 'flex-start',
          flexDirection: roomy ? 'column' : 'row',
        }}
      >
        {levels.map((level) => (
          <div
            key={level.label + (level.cells[0]?.id ?? '')}
            style={{ flex: roomy ? undefined : '1 1 120px', width: roomy ? '100%' : undefined }}
          >
            <div style={{ fontSize: 12, color: 'var(--ink3)', marginBottom: 4 }}>{level.label}</div>
            <div
              style={{
                display: 'grid',
                gap: 6,
                gridTemplateColumns: roomy
                  ? 'repeat(auto-fill, minmax(150px, 1fr))'
                  : 'repeat(auto-fill, minmax(64px, 1fr))',
              }}
            >
              {level.cells.map((cell) => (
                <Cell key={cell.id} cell={cell} onPick={onPick} />
              ))}
            </div>
          </div>
        ))}
      </div>
      {note ? <div style={{ fontSize: 13, color: 'var(--ink2)' }}>{note}</div> : null}
    </div>
  )
}

function Cell({ cell, onPick }: { cell: PlaceCell; onPick: ((id: string) => void) | undefined }) {
  const inner = (
    <>
      <span style={{ fontWeight: cell.state === 'here' ? 600 : 400 }}>{cell.label}</span>
      {cell.note ? (
        <span style={{ display: 'block', fontSize: 12, color: 'var(--ink2)' }}>{cell.note}</span>
      ) : null}
    </>
  )
  const style = {
    ...look[cell.state],
    borderRadius: 4,
    padding: '6px 8px',
    textAlign: 'left' as const,
    font: 'inherit',
    fontSize: 13,
    minHeight: 32,
  }
  return onPick ? (
    <button
      type="button"
      aria-pressed={cell.state === 'here'}
      onClick={() => onPick(cell.id)}
      style={{ ...style, cursor: 'pointer', minHeight: 44 }}
    >
      {inner}
    </button>
  ) : (
    <div style={style} {...(cell.state === 'here' ? { 'aria-current': 'location' as const } : {})}>
      {inner}
    </div>
  )
}
