/** A place to sign with finger, pen or mouse; what was drawn is sent as a picture once the hand rests, and can be cleared. */
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { FieldFrame } from './FieldFrame.tsx'
import { upload } from './client.ts'
import { useSay } from './say.ts'

const REST_MS = 700

export function SignaturePad(props: {
  label: string
  help?: string
  /** The hash of the picture that the server keeps; null when cleared. */
  onChange: (sha256: string | null) => void
}): ReactNode {
  const say = useSay()
  const canvas = useRef<HTMLCanvasElement>(null)
  const pen = useRef<{ x: number; y: number } | null>(null)
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const [state, setState] = useState<'empty' | 'drawn' | 'kept' | 'failed'>('empty')
  useEffect(() => () => clearTimeout(rest.current), [])
  const at = (event: PointerEvent<HTMLCanvasElement>): { x: number; y: number } => {
    const box = event.currentTarget.getBoundingClientRect()
    return {
      x: ((event.clientX - box.left) * event.currentTarget.width) / box.width,
      y: ((event.clientY - box.top) * event.currentTarget.height) / box.height,
    }
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>): void => {
    const context = canvas.current?.getContext('2d')
    if (!pen.current || !context) return
    const to = at(event)
    context.lineWidth = 2.5
    context.lineCap = 'round'
    // A signature is evidence: black on white whatever the colours of the screen.
    context.strokeStyle = 'black'
    context.beginPath()
    context.moveTo(pen.current.x, pen.current.y)
    context.lineTo(to.x, to.y)
    context.stroke()
    pen.current = to
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    clearTimeout(rest.current)
    const context = canvas.current?.getContext('2d')
    if (state === 'empty' && context && canvas.current) {
      context.fillStyle = 'white'
      context.fillRect(0, 0, canvas.current.width, canvas.current.height)
    }
    event.currentTarget.setPointerCapture(event.pointerId)
    pen.current = at(event)
    setState('drawn')
  }
  const end = (): void => {
    if (!pen.current) return
    pen.current = null
    rest.current = setTimeout(
      () =>
        canvas.current?.toBlob((blob) => {
          if (!blob) return
          upload(new File([blob], 'signature.png', { type: 'image/png' })).then(
            (kept) => {
              setState('kept')
              props.onChange(kept.sha256)
            },
            () => setState('failed'),
          )
        }, 'image/png'),
      REST_MS,
    )
  }
  const clear = (): void => {
    clearTimeout(rest.current)
    canvas.current?.getContext('2d')?.clearRect(0, 0, canvas.current.width, canvas.current.height)
    setState('empty')
    props.onChange(null)
  }
  return (
    <FieldFrame label={props.label} group {...(props.help ? { help: props.help } : {})}>
      {() => (
        <div className="signature">
          <canvas
            ref={canvas}
            width={640}
            height={180}
            role="img"
            aria-label={props.label}
            onPointerDown={begin}
            onPointerMove={draw}
            onPointerUp={end}
            onPointerCancel={end}
          />
          <div className="signature-foot">
            <span
              role="status"
              className={state === 'failed' ? 'word-achiote' : state === 'kept' ? 'word-reef' : 'dim'}
            >
              {say(`kit.signature-${state}`)}
            </span>
            <Button onClick={clear} off={state === 'empty'}>
              {say('kit.signature-clear')}
            </Button>
          </div>
        </div>
      )}
    </FieldFrame>
  )
}
