/** The frame of a figure: title, downloads (SVG, PNG, data), what was hidden, and at its foot what makes it repeatable. */
import { type ReactNode, useRef } from 'react'
import { Icon } from './Icon.tsx'
import { Mono } from './Mono.tsx'
import { Card } from './Page.tsx'
import { csvOf, savePng, saveText, svgText } from './download.ts'
import { useSay } from './say.ts'
import { showInstant } from './show.ts'

export interface FigureProps {
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
  readonly note?: ReactNode
  readonly foot?: {
    readonly id?: string
    readonly version?: string
    readonly population?: string
    readonly hash?: string
    readonly reproduced?: string
  }
  readonly data?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
}
export function Figure(props: FigureProps): ReactNode {
  const say = useSay()
  const body = useRef<HTMLDivElement>(null)
  const { foot, data } = props
  const name = (foot?.id ?? props.title).replaceAll(/[^\w-]+/g, '-')
  const picture = (): SVGSVGElement | null =>
    body.current?.querySelector<SVGSVGElement>('svg.picture') ?? null
  return (
    <Card
      title={props.title}
      aside={
        <>
          {props.aside}
          <Give
            word={say('kit.svg')}
            go={() => {
              const svg = picture()
              if (svg) saveText(`${name}.svg`, svgText(svg), 'image/svg+xml')
            }}
          />
          <Give
            word={say('kit.png')}
            go={() => {
              const svg = picture()
              if (svg) void savePng(`${name}.png`, svg)
            }}
          />
          {data ? (
            <Give word={say('kit.data')} go={() => saveText(`${name}.csv`, csvOf(data.head, data.rows))} />
          ) : null}
        </>
      }
    >
      <div ref={body}>{props.children}</div>
      {props.note ? <p className="notes dim">{props.note}</p> : null}
      {foot ? (
        <footer className="figure-foot">
          {foot.id ? (
            <span>
              {say('kit.figure')} <Mono strong>{foot.id}</Mono>
            </span>
          ) : null}
          {foot.version ? (
            <span>
              {say('kit.definition')} {foot.version}
            </span>
          ) : null}
          {foot.population ? (
            <span>
              {say('kit.population')} {foot.population}
            </span>
          ) : null}
          {foot.hash ? (
            <span>
              SHA-256 <Mono>{foot.hash.slice(0, 16)}</Mono>
            </span>
          ) : null}
          {foot.reproduced ? (
            <span className="saved">
              <Icon name="circle-check" size={14} />
              {say('kit.reproduced', { at: showInstant(foot.reproduced) })}
            </span>
          ) : null}
        </footer>
      ) : null}
    </Card>
  )
}

const Give = (props: { word: string; go: () => void }): ReactNode => (
  <button type="button" className="text-act" onClick={props.go}>
    <Icon name="download" size={14} />
    {props.word}
  </button>
)
