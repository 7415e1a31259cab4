/** A card of a camera or a folder of the old file server, sent whole: each file under its own name and folder, resumed where it stopped. */
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Note } from '#ui/Note.tsx'
import { Progress } from '#ui/Progress.tsx'
import { Problem, tell, upload } from '#ui/client.ts'
import { sha256Of } from '#ui/offline/store.ts'
import { useSay } from '#ui/say.ts'

interface Failed {
  readonly file: File
  readonly why: string
}
interface Going {
  readonly of: number
  readonly done: number
  readonly twice: number
  readonly failed: readonly Failed[]
  readonly left: number
  /** The line is lost: it goes on by itself when it is back. */
  readonly waits: boolean
}
const folderOf = (file: File): string | null => {
  const path = (file as File & { webkitRelativePath?: string }).webkitRelativePath ?? ''
  const at = path.lastIndexOf('/')
  return at > 0 ? path.slice(0, at) : null
}
/** The same file of the same folder is the same photograph: whoever drops a card again after a break adds none twice. */
async function idOf(attendance: string, file: File, sha256: string): Promise<string> {
  const hash = await sha256Of(new Blob([JSON.stringify([attendance, folderOf(file), file.name, sha256])]))
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}

/** Tries as long as the page is open; a refusal is told. */
async function untilReached<T>(work: () => Promise<T>, onLost: (lost: boolean) => void): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const done = await work()
      if (attempt > 0) onLost(false)
      return done
    } catch (cause) {
      if (cause instanceof Problem && cause.status !== 0 && cause.status < 502) throw cause
      onLost(true)
      await new Promise<void>((again) => {
        const go = (): void => {
          removeEventListener('online', go)
          again()
        }
        addEventListener('online', go)
        setTimeout(go, Math.min(15_000, 500 * 2 ** attempt))
      })
    }
  }
}
/** The bytes, in parts; where the browser counts no hashes (no https), whole. */
async function bring(file: File): Promise<string> {
  if (!globalThis.crypto?.subtle) return (await upload(file)).sha256
  const [sha256, { sendInParts }] = await Promise.all([sha256Of(file), import('#ui/offline/sending.ts')])
  await sendInParts(file, { sha256, name: file.name })
  return sha256
}
async function add(attendance: string, file: File, sha256: string): Promise<{ same: readonly unknown[] }> {
  const id = globalThis.crypto?.subtle ? await idOf(attendance, file, sha256) : undefined
  const input = { ...(id ? { id } : {}), attendance, file: sha256, name: file.name, folder: folderOf(file) }
  return tell('scenes.add-photograph', input, { key: id })
}

export function FolderDrop(props: { attendance: string; onDone: () => void }): ReactNode {
  const say = useSay()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [going, setGoing] = useState<Going | null>(null)
  const send = async (list: readonly File[]): Promise<void> => {
    const sorted = [...list].sort((a, b) =>
      `${folderOf(a) ?? ''}/${a.name}`.localeCompare(`${folderOf(b) ?? ''}/${b.name}`),
    )
    let now: Going = { of: sorted.length, done: 0, twice: 0, failed: [], left: sorted.length, waits: false }
    const tellAll = (change: Partial<Going>): void => {
      now = { ...now, ...change }
      setGoing(now)
    }
    tellAll({})
    const lost = (waits: boolean): void => tellAll({ waits })
    const start = (file: File | undefined): Promise<string> | null => {
      const begun = file ? untilReached(() => bring(file), lost) : null
      // Its refusal is told in its turn.
      begun?.catch(() => undefined)
      return begun
    }
    let ahead = start(sorted[0])
    for (const [at, file] of sorted.entries()) {
      const came = await (ahead ?? Promise.resolve('')).catch((cause: unknown) => ({ cause }))
      // The next one is on its way while this one is written down.
      ahead = start(sorted[at + 1])
      try {
        if (typeof came !== 'string') throw came.cause
        const { same } = await untilReached(() => add(props.attendance, file, came), lost)
        tellAll({ done: now.done + 1, twice: now.twice + (same.length > 0 ? 1 : 0), left: now.left - 1 })
      } catch (cause) {
        const why = cause instanceof Problem ? cause.detail : String(cause)
        tellAll({ failed: [...now.failed, { file, why }], left: now.left - 1 })
      }
    }
    props.onDone()
  }
  const busy = going !== null && going.left > 0
  return (
    <div className="scene-folder">
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={say('scenes.choose-files')}
        onChange={(e) => void send([...(e.target.files ?? [])])}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label={say('scenes.choose-folder')}
        // A folder with everything in it: not in React's own list of attributes.
        {...{ webkitdirectory: '' }}
        onChange={(e) => void send([...(e.target.files ?? [])])}
      />
      <p className="scene-quiet">{say('scenes.folder-note')}</p>
      <div className="acts">
        <Button icon="photo" busy={busy} onClick={() => files.current?.click()}>
          {say('scenes.choose-files')}
        </Button>
        <Button icon="archive" busy={busy} onClick={() => folder.current?.click()}>
          {say('scenes.choose-folder')}
        </Button>
      </div>
      {going ? (
        <>
          <Progress
            done={going.of - going.left}
            of={going.of}
            label={say('scenes.folder-progress', {
              done: going.done,
              of: going.of,
              twice: going.twice,
            })}
          />
          {going.waits ? (
            <Note tone="maize" icon="cloud-off">
              {say('scenes.folder-waits')}
            </Note>
          ) : null}
          {going.failed.length > 0 ? (
            <Note tone="achiote" title={say('scenes.folder-failed', { n: going.failed.length })}>
              {going.failed
                .slice(0, 5)
                .map((f) => `${f.file.name}: ${f.why}`)
                .join(' ')}
              {busy ? null : (
                <Button onClick={() => void send(going.failed.map((f) => f.file))}>
                  {say('scenes.folder-again')}
                </Button>
              )}
            </Note>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
