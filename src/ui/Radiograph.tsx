/** A radiograph, drawn from its values on a canvas: moved, enlarged, made brighter by mouse, touch and keyboard alike. Taken lazily: few pages show one. */
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { FrameWindow, ViewFrame } from '#kernel/frame.ts'
import { Button } from './Button.tsx'
import { Note } from './Note.tsx'
import { changedWindow, fitted, moved, painted, pixelAt, valueAt, type View, zoomed } from './radiograph.ts'
import { useSay } from './say.ts'
import './radiograph.css'

const STEP = 40
const CLOSER = 1.25
const BRIGHTER = 0.02

export interface RadiographProps {
  /** Undefined, or a promise that fails: the picture did not come. */
  readonly frameAt: (index: number) => Promise<ViewFrame | undefined>
  readonly frames: number
  readonly label: string
  /** The sentence that is true of the file. */
  readonly told?: string | undefined
}

export default function Radiograph(props: RadiographProps): ReactNode {
  const say = useSay()
  const [index, setIndex] = useState(0)
  const { frame, failed, again } = useFrame(props.frameAt, index)
  const canvas = useRef<HTMLCanvasElement>(null)
  const look = useLook(frame, canvas)
  const [under, setUnder] = useState('')
  const [hand, setHand] = useState<'move' | 'brightness'>('move')
  const turn = (by: number): void => setIndex(Math.min(props.frames - 1, Math.max(0, index + by)))
  const pointers = usePointers(look, hand, frame, setUnder)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = keyAct(event.key, look, turn)
    if (!act) return
    event.preventDefault()
    act()
  }
  if (failed)
    return (
      <Note tone="maize" icon="photo" title={say('kit.radiograph-not-come')}>
        <Button icon="refresh" onClick={again}>
          {say('kit.radiograph-again')}
        </Button>
      </Note>
    )
  return (
    <figure className="radiograph" aria-label={props.label}>
      <Tools look={look} hand={hand} setHand={setHand} frame={frame} />
      <canvas
        ref={canvas}
        tabIndex={0}
        role="img"
        aria-label={`${props.label}. ${say('kit.radiograph-keys')}`}
        className={hand === 'move' ? 'hand-moves' : 'hand-brightens'}
        onKeyDown={onKeyDown}
        {...pointers}
      />
      {props.frames > 1 ? (
        <div className="radiograph-row">
          <Button icon="back" off={index === 0} onClick={() => turn(-1)} label={say('kit.previous-photo')} />
          <input
            type="range"
            min={0}
            max={props.frames - 1}
            value={index}
            aria-label={say('kit.radiograph-nth', { n: index + 1, of: props.frames })}
            onChange={(event) => setIndex(Number(event.currentTarget.value))}
          />
          <Button
            icon="right"
            off={index === props.frames - 1}
            onClick={() => turn(1)}
            label={say('kit.next-photo')}
          />
          <span>{say('kit.radiograph-nth', { n: index + 1, of: props.frames })}</span>
        </div>
      ) : null}
      <figcaption>
        <span aria-live="polite">
          {say('kit.radiograph-window', {
            centre: Math.round(look.window.centre),
            width: Math.round(look.window.width),
          })}
        </span>
        {under ? <span>{under}</span> : null}
        {frame?.spacing ? (
          <span>
            {say('kit.radiograph-size', {
              rows: String(frame.spacing[0]),
              columns: String(frame.spacing[1]),
            })}
          </span>
        ) : null}
        {props.told ? <span>{props.told}</span> : null}
      </figcaption>
    </figure>
  )
}

function useFrame(
  frameAt: RadiographProps['frameAt'],
  index: number,
): { frame: ViewFrame | null; failed: boolean; again: () => void } {
  const [frame, setFrame] = useState<ViewFrame | null>(null)
  const [failed, setFailed] = useState(false)
  const [tries, setTries] = useState(0)
  const ask = useRef(frameAt)
  useEffect(() => {
    ask.current = frameAt
  })
  useEffect(() => {
    let over = false
    ask.current(index).then(
      (got) => {
        if (over) return
        if (got) setFrame(got)
        else setFailed(true)
      },
      () => {
        if (!over) setFailed(true)
      },
    )
    return () => {
      over = true
    }
  }, [index, tries])
  const again = (): void => {
    setFailed(false)
    setTries(tries + 1)
  }
  return { frame, failed, again }
}

interface Look {
  readonly window: FrameWindow
  readonly inverted: boolean
  readonly choose: (window: FrameWindow) => void
  readonly invert: () => void
  readonly move: (dx: number, dy: number) => void
  readonly zoom: (by: number, at?: { x: number; y: number }) => void
  readonly all: () => void
  readonly change: (brighter: number, contrast: number) => void
  readonly view: () => View
}
const NO_WINDOW: FrameWindow = { centre: 0, width: 1 }

/** Where the picture lies and how bright it is; drawn anew at most once for each image of the screen. */
function useLook(frame: ViewFrame | null, canvas: RefObject<HTMLCanvasElement | null>): Look {
  const [chosen, setChosen] = useState<FrameWindow | null>(null)
  const [inverted, setInverted] = useState(false)
  const view = useRef<View>({ x: 0, y: 0, zoom: 1 })
  const picture = useRef<HTMLCanvasElement | null>(null)
  const window = chosen ?? frame?.windows[0] ?? NO_WINDOW
  const draw = useCallback(() => paint(canvas.current, picture.current, view.current), [canvas])
  const size = frame ? `${frame.width}x${frame.height}` : ''
  // Another size of picture or of canvas: all of it is shown again.
  useEffect(() => {
    const on = canvas.current
    if (!on || size === '') return
    const [width = 1, height = 1] = size.split('x').map(Number)
    const refit = (): void => {
      measure(on)
      view.current = fitted({ width, height }, on)
      draw()
    }
    const watch = new ResizeObserver(refit)
    watch.observe(on)
    return () => watch.disconnect()
  }, [canvas, draw, size])
  useEffect(() => {
    if (!frame) return
    const drawn = requestAnimationFrame(() => {
      picture.current = sheetOf(frame, window, inverted)
      draw()
    })
    return () => cancelAnimationFrame(drawn)
  }, [frame, window, inverted, draw])
  const put = (next: View): void => {
    view.current = next
    draw()
  }
  return {
    window,
    inverted,
    choose: setChosen,
    invert: () => setInverted(!inverted),
    move: (dx, dy) => put(moved(view.current, dx, dy)),
    zoom: (by, at) =>
      put(
        zoomed(
          view.current,
          by,
          at ?? { x: (canvas.current?.width ?? 0) / 2, y: (canvas.current?.height ?? 0) / 2 },
        ),
      ),
    all: () => {
      if (frame && canvas.current) put(fitted(frame, canvas.current))
    },
    change: (brighter, contrast) => {
      if (frame)
        setChosen((before) =>
          changedWindow(before ?? frame.windows[0] ?? NO_WINDOW, frame, brighter, contrast),
        )
    },
    view: () => view.current,
  }
}

function sheetOf(frame: ViewFrame, window: FrameWindow, inverted: boolean): HTMLCanvasElement {
  const sheet = document.createElement('canvas')
  sheet.width = frame.width
  sheet.height = frame.height
  sheet
    .getContext('2d')
    ?.putImageData(new ImageData(painted(frame, window, inverted), frame.width, frame.height), 0, 0)
  return sheet
}
function measure(canvas: HTMLCanvasElement): void {
  const sharp = globalThis.devicePixelRatio || 1
  canvas.width = Math.round(canvas.clientWidth * sharp)
  canvas.height = Math.round(canvas.clientHeight * sharp)
}
function paint(canvas: HTMLCanvasElement | null, picture: HTMLCanvasElement | null, view: View): void {
  const pen = canvas?.getContext('2d')
  if (!canvas || !picture || !pen) return
  pen.clearRect(0, 0, canvas.width, canvas.height)
  // Enlarged pixels stay what they are; made smaller they are averaged.
  pen.imageSmoothingEnabled = view.zoom < 1
  pen.drawImage(picture, view.x, view.y, picture.width * view.zoom, picture.height * view.zoom)
}

function keyAct(key: string, look: Look, turn: (by: number) => void): (() => void) | undefined {
  const acts: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => look.move(STEP, 0),
    ArrowRight: () => look.move(-STEP, 0),
    ArrowUp: () => look.move(0, STEP),
    ArrowDown: () => look.move(0, -STEP),
    '+': () => look.zoom(CLOSER),
    '-': () => look.zoom(1 / CLOSER),
    '0': () => look.all(),
    ',': () => look.change(-BRIGHTER, 0),
    '.': () => look.change(BRIGHTER, 0),
    '[': () => look.change(0, -BRIGHTER),
    ']': () => look.change(0, BRIGHTER),
    i: () => look.invert(),
    PageUp: () => turn(-1),
    PageDown: () => turn(1),
  }
  return acts[key]
}

type Handlers = Pick<
  React.ComponentProps<'canvas'>,
  | 'onPointerDown'
  | 'onPointerMove'
  | 'onPointerUp'
  | 'onPointerCancel'
  | 'onPointerLeave'
  | 'onWheel'
  | 'onDoubleClick'
>
/** One finger moves or brightens, two enlarge; the wheel enlarges, and the shift key brightens. */
function usePointers(
  look: Look,
  hand: 'move' | 'brightness',
  frame: ViewFrame | null,
  tell: (text: string) => void,
): Handlers {
  const say = useSay()
  const down = useRef(new Map<number, { x: number; y: number }>())
  const at = (event: {
    clientX: number
    clientY: number
    currentTarget: HTMLCanvasElement
  }): { x: number; y: number } => {
    const box = event.currentTarget.getBoundingClientRect()
    const sharp = event.currentTarget.width / Math.max(box.width, 1)
    return { x: (event.clientX - box.left) * sharp, y: (event.clientY - box.top) * sharp }
  }
  const up = (event: PointerEvent<HTMLCanvasElement>): void => {
    down.current.delete(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>): void => {
    const now = at(event)
    const before = down.current.get(event.pointerId)
    const pixel = frame && pixelAt(look.view(), frame, now)
    tell(
      frame && pixel
        ? say('kit.radiograph-value', {
            row: pixel.row + 1,
            column: pixel.column + 1,
            value: valueAt(frame, pixel),
          })
        : '',
    )
    if (!before) return
    const other = [...down.current].find(([id]) => id !== event.pointerId)?.[1]
    down.current.set(event.pointerId, now)
    if (other) {
      const apart = (p: { x: number; y: number }): number => Math.hypot(p.x - other.x, p.y - other.y)
      look.zoom(apart(now) / Math.max(apart(before), 1), {
        x: (now.x + other.x) / 2,
        y: (now.y + other.y) / 2,
      })
    } else if (hand === 'brightness' || event.shiftKey)
      look.change(
        -(now.y - before.y) / event.currentTarget.height,
        (now.x - before.x) / event.currentTarget.width,
      )
    else look.move(now.x - before.x, now.y - before.y)
  }
  return {
    onPointerDown: (event) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      down.current.set(event.pointerId, at(event))
    },
    onPointerMove,
    onPointerUp: up,
    onPointerCancel: up,
    onPointerLeave: () => tell(''),
    onWheel: (event) => look.zoom(event.deltaY < 0 ? CLOSER : 1 / CLOSER, at(event)),
    onDoubleClick: () => look.all(),
  }
}

function Tools(props: {
  look: Look
  hand: 'move' | 'brightness'
  setHand: (hand: 'move' | 'brightness') => void
  frame: ViewFrame | null
}): ReactNode {
  const say = useSay()
  const { look, hand, setHand, frame } = props
  const windows = frame?.kind === 'grey' ? frame.windows : []
  return (
    <div className="radiograph-row" role="group">
      <Button icon="route" pressed={hand === 'move'} onClick={() => setHand('move')}>
        {say('kit.radiograph-move')}
      </Button>
      <Button icon="sun" pressed={hand === 'brightness'} onClick={() => setHand('brightness')}>
        {say('kit.radiograph-brightness')}
      </Button>
      <Button icon="zoom-in" label={say('kit.radiograph-bigger')} onClick={() => look.zoom(CLOSER)} />
      <Button icon="zoom-out" label={say('kit.radiograph-smaller')} onClick={() => look.zoom(1 / CLOSER)} />
      <Button onClick={look.all}>{say('kit.zoom-all')}</Button>
      <Button pressed={look.inverted} onClick={look.invert}>
        {say('kit.radiograph-invert')}
      </Button>
      {windows.length > 1
        ? windows.map((window, i) => (
            <Button
              key={`${window.centre} ${window.width}`}
              pressed={look.window.centre === window.centre && look.window.width === window.width}
              onClick={() => look.choose(window)}
            >
              {i === windows.length - 1
                ? say('kit.radiograph-window-all')
                : say('kit.radiograph-window-nth', { n: i + 1 })}
            </Button>
          ))
        : null}
    </div>
  )
}
