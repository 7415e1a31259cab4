/** What is next, who has it, until when: maize, because it waits for somebody. */
import type { ReactNode } from 'react'
import { Note } from './Note.tsx'
import { useSay } from './say.ts'

export function NextNote(props: {
  what: string
  who?: string | undefined
  until?: string | undefined
  children?: ReactNode
}): ReactNode {
  const say = useSay()
  const line = [
    props.who ? say('kit.next-who', { who: props.who }) : '',
    props.until ? say('kit.next-due', { until: props.until }) : '',
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <Note tone="maize" title={say('kit.next', { what: props.what })}>
      {line ? <>{line}. </> : null}
      {props.children}
    </Note>
  )
}
