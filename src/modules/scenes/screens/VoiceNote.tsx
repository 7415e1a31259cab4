/** A voice, recorded on this device: heard again before it is kept, then a file like any other, with its hash. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Note } from '#ui/Note.tsx'
import { useSay } from '#ui/say.ts'
import { showBytes } from '#ui/show.ts'

/** What browsers write, in the order in which others can read it. */
const kinds = [
  ['audio/webm;codecs=opus', 'webm'],
  ['audio/mp4', 'm4a'],
  ['audio/ogg;codecs=opus', 'ogg'],
] as const
const LONGEST_MS = 30 * 60_000
const two = (n: number): string => String(n).padStart(2, '0')
const clock = (ms: number): string => `${Math.floor(ms / 60_000)}:${two(Math.floor(ms / 1_000) % 60)}`

interface Going {
  stop(): void
}
async function record(onDone: (file: File) => void): Promise<Going> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const [type, ending] = kinds.find(([kind]) => MediaRecorder.isTypeSupported(kind)) ?? ['', 'bin']
  const recorder = new MediaRecorder(
    stream,
    type === '' ? {} : { mimeType: type, audioBitsPerSecond: 32_000 },
  )
  const parts: Blob[] = []
  recorder.ondataavailable = ({ data }) => parts.push(data)
  recorder.onstop = () => {
    for (const track of stream.getTracks()) track.stop()
    const at = new Date()
    const name = `voice-${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}.${ending}`
    onDone(new File(parts, name, { type: type.split(';')[0] ?? '', lastModified: at.getTime() }))
  }
  recorder.start(1_000)
  const end = setTimeout(() => recorder.stop(), LONGEST_MS)
  return {
    stop: () => {
      clearTimeout(end)
      if (recorder.state !== 'inactive') recorder.stop()
    },
  }
}

export function VoiceNote(props: { file: File | null; onFile: (file: File | null) => void }): ReactNode {
  const say = useSay()
  const going = useRef<Going | null>(null)
  const [since, setSince] = useState<number | null>(null)
  const [now, setNow] = useState(0)
  const [shut, setShut] = useState(false)
  useEffect(() => () => going.current?.stop(), [])
  useEffect(() => {
    if (since === null) return undefined
    const timer = setInterval(() => setNow(performance.now()), 500)
    return () => clearInterval(timer)
  }, [since])
  const start = async (): Promise<void> => {
    setShut(false)
    try {
      going.current = await record((file) => {
        setSince(null)
        props.onFile(file)
      })
      setNow(performance.now())
      setSince(performance.now())
    } catch {
      setShut(true)
    }
  }
  return (
    <div className="scene-voice">
      {since === null ? (
        <Button icon="messages" onClick={() => void start()}>
          {say(props.file ? 'scenes.voice-again' : 'scenes.voice-start')}
        </Button>
      ) : (
        <Button icon="x" danger onClick={() => going.current?.stop()}>
          {say('scenes.voice-stop', { time: clock(now - since) })}
        </Button>
      )}
      {props.file && since === null ? <Heard file={props.file} onDrop={() => props.onFile(null)} /> : null}
      {shut ? (
        <Note tone="maize" title={say('scenes.voice-shut')}>
          {say('scenes.voice-shut-next')}
        </Note>
      ) : null}
    </div>
  )
}

function Heard({ file, onDrop }: { file: File; onDrop: () => void }): ReactNode {
  const say = useSay()
  const src = useMemo(() => URL.createObjectURL(file), [file])
  useEffect(() => () => URL.revokeObjectURL(src), [src])
  return (
    <>
      {/* What was just said here has nobody yet who wrote it down. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio controls src={src} aria-label={say('scenes.voice-heard')} />
      <span className="scene-quiet">{showBytes(file.size)}</span>
      <Button icon="x" onClick={onDrop}>
        {say('scenes.voice-drop')}
      </Button>
    </>
  )
}
