/** A sketch drawn by finger, mouse or keyboard: metres on paper, symbols set down and turned, walls and measures pulled; kept as data. */
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from '#ui/Button.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { Card, Columns, Page, Stacked } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { Skeleton } from '#ui/Asked.tsx'
import { Form } from '#ui/Form.tsx'
import { useSay } from '#ui/say.ts'
import type { Drawing, SketchElement } from '../contract.ts'
import { symbols } from '../contract/media.ts'
import { useActing } from './acting.ts'
import { newId, useScene } from './scene-kept.ts'
import { elementAt, nextMarker, type Tool } from './sketch-tools.ts'
import './scenes.css'

const Canvas = lazy(() => import('./SketchCanvas.tsx'))
const fresh: Drawing = { width: 12, height: 9, toScale: true, north: 0, elements: [] }

export default function SketchPage(): ReactNode {
  const say = useSay()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const navigate = useNavigate()
  const scene = useScene(id)
  const acting = useActing()
  const [which, setWhich] = useState<string | null>(null)
  /** What is drawn, and the version over which it was begun: another may come in while somebody draws. */
  const [begun, setBegun] = useState<{ drawing: Drawing; over: string | null } | null>(null)
  const [tool, setTool] = useState<Tool>('select')
  const [chosen, setChosen] = useState<number | null>(null)
  if (!scene.data) return <Skeleton lines={6} />
  const { sketches } = scene.data
  const before = which === '' ? undefined : (sketches.find((s) => s.sketch === which) ?? sketches[0])
  const d = begun?.drawing ?? before?.drawing ?? fresh
  const setDrawing = (drawing: Drawing): void =>
    setBegun((was) => ({ drawing, over: was ? was.over : (before?.id ?? null) }))
  const choose = (sketch: string): void => {
    setWhich(sketch)
    setBegun(null)
    setChosen(null)
  }
  const put = (elements: SketchElement[]): void => setDrawing({ ...d, elements })
  const change = (i: number, to: SketchElement): void => put(d.elements.map((e, n) => (n === i ? to : e)))
  const one = chosen === null ? undefined : d.elements[chosen]
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: say('scenes.title'), to: '/scenes' },
          { label: scene.data.number, to: `/scenes/${id}`, mono: true },
        ]}
        title={say('op.scenes.add-sketch')}
        facts={`${scene.data.place} · ${say('scenes.draw-elements', { n: d.elements.length })}`}
      />
      <WhichSketch of={sketches} shown={before?.sketch ?? ''} begun={begun !== null} onChoose={choose} />
      <Columns kind="picture">
        <Stacked>
          <div className="sketch-tools" role="toolbar" aria-label={say('scenes.draw-tool')}>
            {(['select', 'wall', 'area', 'dimension', 'text'] as const).map((t) => (
              <Button key={t} primary={tool === t} onClick={() => setTool(t)}>
                {say(`scenes.draw-${t}`)}
              </Button>
            ))}
          </div>
          <Suspense fallback={<Skeleton lines={10} />}>
            <Canvas
              drawing={d}
              tool={tool}
              chosen={chosen}
              onChoose={setChosen}
              onAdd={(e) => {
                put([...d.elements, e])
                setChosen(d.elements.length)
                if (e.kind === 'symbol' || e.kind === 'text') setTool('select')
              }}
              onChange={change}
            />
          </Suspense>
          <div className="acts">
            <Button
              icon="back"
              off={d.elements.length === 0}
              onClick={() => {
                put(d.elements.slice(0, -1))
                setChosen(null)
              }}
            >
              {say('scenes.draw-undo')}
            </Button>
          </div>
          {one && chosen !== null ? (
            <ElementCard
              key={chosen}
              element={one}
              onChange={(e) => change(chosen, e)}
              onDelete={() => {
                put(d.elements.filter((_, n) => n !== chosen))
                setChosen(null)
              }}
            />
          ) : null}
        </Stacked>
        <Stacked>
          <SymbolsCard
            tool={tool}
            onTool={setTool}
            onAdd={() => put([...d.elements, elementAt(tool, d.width / 2, d.height / 2, nextMarker(d))])}
          />
          <Card>
            <Form
              key={before?.id ?? 'new'}
              name={`scenes.sketch.${id}`}
              draft={false}
              columns={2}
              fields={[
                { key: 'title', label: say('scenes.draw-title'), kind: 'text', required: true, span: 2 },
                { key: 'width', label: say('scenes.draw-width'), kind: 'number', required: true },
                { key: 'height', label: say('scenes.draw-height'), kind: 'number', required: true },
                { key: 'toScale', label: say('scenes.draw-to-scale'), kind: 'yes-no' },
              ]}
              initial={{
                title: before?.title ?? scene.data.place,
                width: d.width,
                height: d.height,
                toScale: d.toScale,
              }}
              onChange={(v) => {
                const [width, height] = [Number(v['width']), Number(v['height'])]
                const toScale = v['toScale'] !== false
                if (
                  width >= 1 &&
                  height >= 1 &&
                  (width !== d.width || height !== d.height || toScale !== d.toScale)
                )
                  setDrawing({ ...d, width, height, toScale })
              }}
              problem={acting.problem}
              onSend={async (v) => {
                const done = await acting.act({
                  operation: 'scenes.add-sketch',
                  input: {
                    id: newId(),
                    attendance: id,
                    over: begun ? begun.over : (before?.id ?? null),
                    title: v['title'],
                    drawing: d,
                  },
                  label: `${say('scenes.sketch')}: ${String(v['title'])}`,
                  attendance: id,
                })
                if (done) await navigate({ to: `/scenes/${id}` })
              }}
              sendLabel={say('scenes.draw-save')}
            />
          </Card>
          <ProblemNote of={acting.problem} />
        </Stacked>
      </Columns>
    </Page>
  )
}

/** What is set down, and the same by keyboard: into the middle. */
function SymbolsCard(props: { tool: Tool; onTool: (tool: Tool) => void; onAdd: () => void }): ReactNode {
  const say = useSay()
  return (
    <Card title={say('scenes.draw-symbols')}>
      <div className="sketch-symbols">
        {symbols.map((s) => (
          <Button key={s} primary={props.tool === s} onClick={() => props.onTool(s)}>
            {say(`scenes.symbol-${s}`)}
          </Button>
        ))}
      </div>
      <Button
        icon="add"
        off={['select', 'wall', 'area', 'dimension'].includes(props.tool)}
        onClick={props.onAdd}
      >
        {say('scenes.draw-add-keyboard')}
      </Button>
    </Card>
  )
}

/** Which of the sketches of this scene is drawn on, or a new one; while something is drawn that is not kept, the others wait. */
function WhichSketch(props: {
  of: readonly { readonly sketch: string; readonly title: string }[]
  shown: string
  begun: boolean
  onChoose: (sketch: string) => void
}): ReactNode {
  const say = useSay()
  if (props.of.length === 0) return null
  return (
    <div className="sketch-tools" role="toolbar" aria-label={say('scenes.sketch')}>
      {props.of.map((s) => (
        <Button
          key={s.sketch}
          primary={s.sketch === props.shown}
          off={props.begun}
          onClick={() => props.onChoose(s.sketch)}
        >
          {s.title}
        </Button>
      ))}
      <Button icon="add" primary={props.shown === ''} off={props.begun} onClick={() => props.onChoose('')}>
        {say('scenes.draw-new')}
      </Button>
    </div>
  )
}

/** What is chosen, by keyboard: its words, where it stands, how it is turned. */
function ElementCard(props: {
  element: SketchElement
  onChange: (e: SketchElement) => void
  onDelete: () => void
}): ReactNode {
  const say = useSay()
  const { element: e } = props
  const title = e.kind === 'symbol' ? say(`scenes.symbol-${e.symbol}`) : say(`scenes.draw-${e.kind}`)
  const at = 'x' in e ? e : null
  const words = 'text' in e ? (e.text ?? '') : null
  return (
    <Card
      title={title}
      aside={
        <Button icon="trash" onClick={props.onDelete}>
          {say('scenes.draw-delete')}
        </Button>
      }
    >
      <div className="sketch-element">
        {words !== null ? (
          <label className="field">
            <span className="field-label">{say('scenes.draw-words')}</span>
            <input
              className="input"
              maxLength={40}
              value={words}
              onChange={(ev) =>
                props.onChange({
                  ...e,
                  text: ev.target.value || (e.kind === 'symbol' || e.kind === 'area' ? null : '…'),
                } as SketchElement)
              }
            />
          </label>
        ) : null}
        {at
          ? (['x', 'y'] as const).map((axis) => (
              <label key={axis} className="field">
                <span className="field-label">{say(`scenes.draw-${axis}`)}</span>
                <input
                  className="input"
                  type="number"
                  step="0.1"
                  value={Math.round(at[axis] * 100) / 100}
                  onChange={(ev) =>
                    props.onChange({ ...e, [axis]: Number(ev.target.value) } as SketchElement)
                  }
                />
              </label>
            ))
          : null}
        {e.kind === 'symbol' ? (
          <label className="field">
            <span className="field-label">{say('scenes.draw-turn')}</span>
            <input
              type="range"
              min={0}
              max={360}
              step={5}
              value={e.turned}
              onChange={(ev) => props.onChange({ ...e, turned: Number(ev.target.value) })}
            />
          </label>
        ) : null}
      </div>
    </Card>
  )
}
