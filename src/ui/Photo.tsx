/** A photograph with its caption; enlarged in a panel with zoom, and the next one where there are several. */
import { type ReactNode, useState } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { useSay } from './say.ts'

export interface Picture {
  readonly src: string
  readonly alt: string
  readonly caption?: string | undefined
}
export function Photo(
  props: Picture & { width?: number; height?: number; many?: readonly Picture[] },
): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState<number | null>(null)
  const [size, setSize] = useState(100)
  const all: readonly Picture[] = props.many ?? [props]
  const one = open === null ? undefined : all[open]
  return (
    <figure className="photo">
      <button
        type="button"
        aria-label={say('kit.photo-bigger', { what: props.alt })}
        onClick={() => {
          setSize(100)
          setOpen(
            Math.max(
              0,
              all.findIndex((p) => p.src === props.src),
            ),
          )
        }}
      >
        <img src={props.src} alt={props.alt} width={props.width} height={props.height} loading="lazy" />
      </button>
      {props.caption ? <figcaption>{props.caption}</figcaption> : null}
      {one && open !== null ? (
        <Dialog wide title={one.caption ?? one.alt} onClose={() => setOpen(null)}>
          <div className="acts">
            <Button
              icon="zoom-in"
              label={say('kit.zoom')}
              onClick={() => setSize(Math.min(800, size * 1.5))}
            />
            <Button icon="zoom-out" label={say('kit.zoom-all')} onClick={() => setSize(100)} />
            {all.length > 1 ? (
              <>
                <Button onClick={() => setOpen((open + all.length - 1) % all.length)}>
                  {say('kit.previous-photo')}
                </Button>
                <Button onClick={() => setOpen((open + 1) % all.length)}>{say('kit.next-photo')}</Button>
              </>
            ) : null}
          </div>
          <div className="photo-wide" role="group" tabIndex={0} aria-label={one.alt}>
            <img src={one.src} alt={one.alt} style={{ width: `${size}%` }} />
          </div>
        </Dialog>
      ) : null}
    </figure>
  )
}
