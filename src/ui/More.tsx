/** The way to the rest of a list that came in part; nothing where all of it is here. No list ends without saying so. */
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { useSay } from './say.ts'

export function More(props: { of: { readonly hasMore: boolean; readonly more: () => void } }): ReactNode {
  const say = useSay()
  if (!props.of.hasMore) return null
  return (
    <div className="list-more">
      <Button onClick={props.of.more}>{say('kit.more')}</Button>
    </div>
  )
}
