/** A card of a camera or a folder of the old file server, sent whole: each file under its own name and folder, resumed where it stopped. */
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Note } from '#ui/Note.tsx'
import { Progress } from '#ui/Progress.tsx'
import { Problem, newKey, tell, upload } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'

interface Going {
  readonly of: number
  readonly done: number
  readonly twice: number
  readonly failed: readonly { readonly name: string; readonly why: string }[]
  readonly left: readonly File[]
}
const folderOf = (file: File): string | null => {
  const path = (file as File & { webkitRelativePath?: string }).webkitRelativePath ?? ''
  const at = path.lastIndexOf('/')
  return at > 0 ? path.slice(0, at) : null
}
/** A line that is cut is waited for; a refusal is told and the others go on. */
async function sendOne(attendance: string, file: File): Promise<{ same: readonly unknown[] }> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { sha256 } = await upload(file)
      return await tell('scenes.add-photograph', {
        id: newKey(),
        attendance,
        file: sha256,
        name: file.name,
        folder: folderOf(file),
      })
    } catch (cause) {
      const lost = !(cause instanceof Problem) || cause.status === 0 || cause.status >= 502
      if (!lost || attempt >= 8) throw cause
      await new Promise((again) => setTimeout(again, Math.min(30_000, 500 * 2 ** attempt)))
    }
  }
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
    let now: Going = { of: sorted.length, done: 0, twice: 0, failed: [], left: sorted }
    setGoing(now)
    for (const file of sorted) {
      try {
        const { same } = await sendOne(props.attendance, file)
        now = { ...now, done: now.done + 1, twice: now.twice + (same.length > 0 ? 1 : 0) }
      } catch (cause) {
        const why = cause instanceof Problem ? cause.detail : String(cause)
        now = { ...now, failed: [...now.failed, { name: file.name, why }] }
      }
      now = { ...now, left: now.left.slice(1) }
      setGoing(now)
    }
    props.onDone()
  }
  const busy = going !== null && going.left.length > 0
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
            done={going.of - going.left.length}
            of={going.of}
            label={say('scenes.folder-progress', {
              done: going.done,
              of: going.of,
              twice: going.twice,
            })}
          />
          {going.failed.length > 0 ? (
            <Note tone="achiote" title={say('scenes.folder-failed', { n: going.failed.length })}>
              {going.failed
                .slice(0, 5)
                .map((f) => `${f.name}: ${f.why}`)
                .join(' ')}
            </Note>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
