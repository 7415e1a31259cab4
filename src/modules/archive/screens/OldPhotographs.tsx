/** Photographs of cases that were closed long enough ago to go to a cold store. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { EmptyState, More } from '#ui/Asked.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Card } from '#ui/Page.tsx'
import { useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showBytes, showDay } from '#ui/show.ts'
import type { OldPhotographsLine } from '../pages/contract/cold.ts'
import { SendAway } from './ColdActs.tsx'

export function OldPhotographs(): ReactNode {
  const say = useSay()
  const list = useList<OldPhotographsLine>('archive.old-photographs', { limit: 20 })
  const [sending, setSending] = useState<string | null>(null)
  if (list.problem) return null
  return (
    <Card label={say('op.archive.old-photographs')}>
      <p>{say('archive.old-photographs-facts')}</p>
      {list.rows.length === 0 ? (
        <EmptyState title={say('archive.old-photographs-none')} icon="photo" />
      ) : null}
      {list.rows.map((p) => (
        <article className="archive-req" key={p.attendance}>
          <div className="archive-req-head">
            <Linked to={`/scenes/${p.attendance}/photographs`} mono>
              <Mono>{p.number}</Mono>
            </Linked>
            <span>
              {say('archive.old-photographs-line', {
                n: p.photographs,
                size: showBytes(p.bytes),
                day: showDay(p.closedAt),
              })}
            </span>
          </div>
          <ActRow>
            <Act
              operation="archive.move-to-cold"
              actions={p.actions}
              icon="archive"
              onAct={() => setSending(p.attendance)}
            />
          </ActRow>
        </article>
      ))}
      <More of={list} />
      {sending ? <SendAway of={{ attendance: sending }} onClose={() => setSending(null)} /> : null}
    </Card>
  )
}
