/** Small writings inside a line: the name of a thing, a moment. */
import type { ReactNode } from 'react'
import { showAgo, showInstant } from './show.ts'

/** For what names a thing (exhibit, case, seal, run, hash): I l 1 and 0 O cannot be mistaken. */
export const Mono = (props: { children: ReactNode; strong?: boolean }): ReactNode => (
  <span className={props.strong ? 'mono strong' : 'mono'}>{props.children}</span>
)

export const When = (props: { at: string | null | undefined; ago?: boolean }): ReactNode =>
  props.at ? (
    <time dateTime={props.at} title={showInstant(props.at)} className="figures">
      {props.ago ? showAgo(props.at) : showInstant(props.at)}
    </time>
  ) : null
