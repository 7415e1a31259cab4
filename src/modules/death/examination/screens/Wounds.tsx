/** The wounds of an examination: the diagram to mark on, and the numbered list that says the same in words. */
import { type ReactNode, useState } from 'react'
import { TextAct } from '#ui/Act.tsx'
import { Card, Columns } from '#ui/Page.tsx'
import { useSay } from '#ui/say.ts'
import { type Diagram, diagrams, type WoundSeen } from '../contract/examination.ts'
import { AskAct, useOptions } from '../../call/screens/asking.tsx'
import { BodyDiagram, type Point } from './BodyDiagram.tsx'
import type { ExaminationProps } from './ExaminationPage.tsx'

interface Marking {
  readonly at: Point
  readonly diagram: Diagram
  readonly wound: WoundSeen | null
}

export function Wounds({ e }: ExaminationProps): ReactNode {
  const say = useSay()
  const views = diagrams.filter(
    (d) => !d.startsWith(e.child ? 'adult-f' : 'child') && !(e.child && d === 'adult-back'),
  )
  const [view, setView] = useState<Diagram>(e.child ? 'child-front' : 'adult-front')
  const [marking, setMarking] = useState<Marking | null>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  const writes = e.actions.some((a) => a.operation === 'death.mark-diagram' && a.ok)
  const change = (wound: WoundSeen): void =>
    setMarking({ at: { x: Number(wound.x), y: Number(wound.y) }, diagram: wound.diagram, wound })
  return (
    <Columns kind="halves">
      <Card>
        <div className="diagram-views" role="group" aria-label={say('death.card-wounds')}>
          {views.map((d) => (
            <button
              key={d}
              type="button"
              className={d === view ? 'filter on' : 'filter'}
              aria-pressed={d === view}
              onClick={() => setView(d)}
            >
              {say(`death.diagram-${d}`)}
              {e.wounds.some((w) => w.diagram === d)
                ? ` · ${e.wounds.filter((w) => w.diagram === d).length}`
                : ''}
            </button>
          ))}
        </div>
        <BodyDiagram
          diagram={view}
          wounds={e.wounds}
          chosen={chosen}
          onPick={setChosen}
          {...(writes ? { onPlace: (at: Point) => setMarking({ at, diagram: view, wound: null }) } : {})}
        />
      </Card>
      <Card title={say('death.card-wounds')}>
        {e.wounds.length === 0 ? <p className="dim">{say('death.no-wounds')}</p> : null}
        <ol className="wound-list">
          {e.wounds.map((w) => (
            <li key={w.no}>
              <button
                type="button"
                className="no"
                onClick={() => (setView(w.diagram), setChosen(w.no))}
                aria-label={say('death.wound-title', { no: w.no })}
              >
                {w.no}
              </button>
              <span>
                <strong>{w.kind.name}</strong>, {say(`death.diagram-${w.diagram}`)}
                <small style={{ display: 'block', color: 'var(--ink2)' }}>
                  {[w.sizeMm ? `${w.sizeMm} mm` : null, w.depthMm ? `↧ ${w.depthMm} mm` : null, w.words]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              {writes ? (
                <TextAct operation="death.mark-diagram" icon="edit" onAct={() => change(w)}>
                  {say('death.change-wound')}
                </TextAct>
              ) : (
                <span />
              )}
            </li>
          ))}
        </ol>
      </Card>
      {marking ? <MarkPanel examination={e.id} marking={marking} onDone={() => setMarking(null)} /> : null}
    </Columns>
  )
}

function MarkPanel(props: { examination: string; marking: Marking; onDone: () => void }): ReactNode {
  const { marking, onDone } = props
  const { wound } = marking
  const say = useSay()
  return (
    <AskAct
      operation="death.mark-diagram"
      title={wound ? say('death.wound-title', { no: wound.no }) : say('death.new-wound')}
      about={{
        examination: props.examination,
        diagram: marking.diagram,
        x: String(marking.at.x),
        y: String(marking.at.y),
        ...(wound ? { no: wound.no } : {}),
      }}
      draft={false}
      onDone={onDone}
      initial={
        wound
          ? {
              kind: wound.kind.code,
              sizeMm: wound.sizeMm ?? '',
              depthMm: wound.depthMm ?? '',
              words: wound.words ?? '',
            }
          : {}
      }
      fields={[
        {
          key: 'kind',
          kind: 'choice',
          label: say('death.field-injury'),
          options: useOptions('injury-kind'),
          required: true,
        },
        { key: 'sizeMm', kind: 'text', max: 8, label: say('death.field-size') },
        { key: 'depthMm', kind: 'text', max: 8, label: say('death.field-depth') },
        { key: 'words', kind: 'text', label: say('death.field-own-words') },
        ...(wound ? [{ key: 'removed', kind: 'yes-no' as const, label: say('death.remove-wound') }] : []),
      ]}
    />
  )
}
