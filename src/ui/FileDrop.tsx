/** Takes files or photographs, sends them with progress, and answers what the server keeps (by its hash). */
import { type ReactNode, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { Mono } from './Mono.tsx'
import { type Uploaded, upload } from './client.ts'
import { useSay } from './say.ts'
import { showBytes } from './show.ts'

interface Going {
  readonly name: string
  readonly size: number
  readonly part: number
  readonly why?: string
  readonly kept?: Uploaded
}

export function FileDrop(props: {
  label: string
  accept?: string
  many?: boolean
  camera?: boolean
  onFiles?: (files: Uploaded[]) => void
}): ReactNode {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [going, setGoing] = useState<readonly Going[]>([])
  const [over, setOver] = useState(false)
  const take = async (files: readonly File[]): Promise<void> => {
    const first = props.many ? going.length : 0
    setGoing((was) => [
      ...(props.many ? was : []),
      ...files.map((file) => ({ name: file.name, size: file.size, part: 0 })),
    ])
    const set = (i: number, change: Partial<Going>): void =>
      setGoing((was) => was.map((one, at) => (at === first + i ? { ...one, ...change } : one)))
    const kept = await Promise.all(
      files.map((file, i) =>
        upload(file, { onProgress: (part) => set(i, { part }) }).then(
          (done) => {
            set(i, { part: 1, kept: done })
            return done
          },
          (cause: unknown) => {
            set(i, { why: cause instanceof Error ? cause.message : String(cause) })
            return null
          },
        ),
      ),
    )
    const good = kept.filter((one) => one !== null)
    if (good.length > 0)
      props.onFiles?.([...(props.many ? going.flatMap((one) => one.kept ?? []) : []), ...good])
  }
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(e) => {
        e.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(e) => {
        e.preventDefault()
        setOver(false)
        void take([...e.dataTransfer.files])
      }}
    >
      <input
        ref={input}
        type="file"
        hidden
        accept={props.camera ? 'image/*' : props.accept}
        multiple={props.many}
        {...(props.camera ? { capture: 'environment' as const } : {})}
        onChange={(e) => {
          void take([...(e.target.files ?? [])])
          e.target.value = ''
        }}
        aria-label={props.label}
      />
      <div className="drop-line">
        <Icon name={props.camera ? 'camera' : 'upload'} size={20} />
        <span>{say('kit.drop')}</span>
        <Button onClick={() => input.current?.click()}>
          {say(props.camera ? 'kit.take-photo' : 'kit.choose-files')}
        </Button>
      </div>
      {going.map((one, i) => (
        <div className="drop-file" key={`${one.name}${i}`}>
          <span>{one.name}</span>
          <span className="dim figures">{showBytes(one.size)}</span>
          {one.why ? (
            <span className="word-achiote">{say('kit.upload-failed', { why: one.why })}</span>
          ) : one.kept ? (
            <span className="word-reef">
              <Icon name="check" size={14} /> {say('kit.uploaded')} <Mono>{one.kept.sha256.slice(0, 8)}</Mono>
            </span>
          ) : (
            <progress value={one.part} max={1} aria-label={one.name} />
          )}
        </div>
      ))}
    </div>
  )
}
