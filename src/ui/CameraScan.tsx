/** The telephone's camera as a scanner: a window that reads one label after another; the same label counts again only after a pause. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { Note } from './Note.tsx'
import { type CodeReader, type Codes, openCodeReader } from './code-reader.ts'
import { useSay } from './say.ts'
import './camera.css'

const EVERY_MS = 120
/** A label that stays before the lens is one scan. */
const PAUSE_MS = 2_500

type Trouble = 'none' | 'not-allowed' | 'no-camera' | 'no-reader'

async function openCamera(codes: Codes): Promise<MediaStream> {
  const [width, height] = codes === 'cards' ? [1920, 1080] : [1280, 720]
  return navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: width }, height: { ideal: height } },
    audio: false,
  })
}
const troubleOf = (cause: unknown): Trouble =>
  cause instanceof DOMException && cause.name === 'NotAllowedError' ? 'not-allowed' : 'no-camera'

export function CameraScan(props: {
  codes?: Codes
  onScan: (text: string) => void
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const codes = props.codes ?? 'labels'
  const video = useRef<HTMLVideoElement>(null)
  const heard = useRef(props.onScan)
  const [trouble, setTrouble] = useState<Trouble>('none')
  useEffect(() => {
    heard.current = props.onScan
  })
  useEffect(() => {
    const over = new AbortController()
    let stream: MediaStream | null = null
    const run = async (): Promise<void> => {
      try {
        stream = await openCamera(codes)
      } catch (cause) {
        return setTrouble(troubleOf(cause))
      }
      const picture = video.current
      const reader = await openCodeReader(codes).catch(() => null)
      if (!reader) return setTrouble('no-reader')
      if (picture && !over.signal.aborted) {
        picture.srcObject = stream
        await picture.play().catch(() => undefined)
        await readOn(picture, reader, over.signal, (text) => heard.current(text))
      }
    }
    void run().finally(() => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    })
    return () => over.abort()
  }, [codes])
  return (
    <div className="camera">
      {trouble === 'none' ? (
        <>
          <video ref={video} playsInline muted aria-label={say('kit.camera-picture')} />
          <span className="camera-aim" aria-hidden="true" />
        </>
      ) : (
        <Note tone="maize" icon="camera" title={say(`kit.camera-${trouble}`)}>
          {say(`kit.camera-${trouble}-next`)}
        </Note>
      )}
      <Button icon="x" onClick={props.onClose}>
        {say('kit.camera-close')}
      </Button>
    </div>
  )
}

async function readOn(
  picture: HTMLVideoElement,
  reader: CodeReader,
  over: AbortSignal,
  onScan: (text: string) => void,
): Promise<void> {
  let last = { text: '', at: 0 }
  while (!over.aborted) {
    const text = await reader(picture).catch(() => null)
    const at = performance.now()
    if (text && !over.aborted) {
      if (text !== last.text || at - last.at > PAUSE_MS) onScan(text)
      last = { text, at }
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
  }
}
