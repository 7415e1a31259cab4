/** A page as large as the place it has: moved as every long page is, enlarged step by step, with marks on what is meant. */
import { type ReactNode, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { fileUrl } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import './archive.css'

export interface Mark {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}
/** Where the page is enlarged the first mark is brought to where it is seen. */
const intoView = (mark: HTMLSpanElement | null): void =>
  mark?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
const least = 1
const most = 6
export function PageView(props: {
  page: string
  label: string
  marks?: readonly Mark[]
  tall?: boolean
}): ReactNode {
  const say = useSay()
  const [zoom, setZoom] = useState(1)
  const enlarge = (by: number): void => setZoom((was) => Math.min(most, Math.max(least, was * by)))
  return (
    <figure className={props.tall ? 'archive-view tall' : 'archive-view'}>
      <div className="archive-view-acts">
        <Button icon="zoom-out" onClick={() => enlarge(0.8)} label={say('archive.smaller')}>
          {null}
        </Button>
        <Button icon="zoom-in" onClick={() => enlarge(1.25)} label={say('archive.larger')}>
          {null}
        </Button>
        <figcaption>{props.label}</figcaption>
      </div>
      <div className="archive-view-frame" role="region" aria-label={props.label} tabIndex={0}>
        <div className="archive-view-page" style={{ width: `${zoom * 100}%` }}>
          <img
            src={fileUrl('archive.page', { page: props.page, size: 'screen' })}
            alt={props.label}
            draggable={false}
          />
          {(props.marks ?? []).map((m, i) => (
            <span
              ref={i === 0 ? intoView : null}
              key={`${m.x}-${m.y}`}
              className="archive-mark"
              style={{
                left: `${m.x * 100}%`,
                top: `${m.y * 100}%`,
                width: `${m.w * 100}%`,
                height: `${m.h * 100}%`,
              }}
            />
          ))}
        </div>
      </div>
    </figure>
  )
}

/** The pages of a file side by side with the one that is looked at: numbers, one key a page. */
export function PageReel(props: {
  pages: readonly { id: string; seq: number; document?: string | null }[]
  tall?: boolean
  /** A place that somebody wants to see: its page comes up, with the mark. */
  look?: { readonly page: string; readonly mark: Mark } | null
}): ReactNode {
  const say = useSay()
  const [turned, setTurned] = useState<{ at: number; look: typeof props.look }>({ at: 0, look: null })
  const looked =
    props.look && props.look !== turned.look ? props.pages.findIndex((p) => p.id === props.look?.page) : -1
  const at = looked >= 0 ? looked : turned.at
  const setAt = (to: number): void => setTurned({ at: to, look: props.look })
  const page = props.pages[at]
  if (!page) return <p className="archive-quiet">{say('archive.no-pages-yet')}</p>
  return (
    <div className="archive-reel">
      <PageView
        page={page.id}
        label={`${say('archive.page')} ${page.seq}${page.document ? ` · ${page.document}` : ''}`}
        {...(props.tall ? { tall: true } : {})}
        {...(props.look?.page === page.id ? { marks: [props.look.mark] } : {})}
      />
      {props.pages.length > 1 ? (
        <div className="archive-reel-numbers">
          {props.pages.map((p, i) => (
            <button key={p.id} type="button" aria-pressed={i === at} onClick={() => setAt(i)}>
              {p.seq}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  )
}
