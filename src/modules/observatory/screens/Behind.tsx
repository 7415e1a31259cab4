/** The cases behind a sum, of those that this person sees. */
import type { ReactNode } from 'react'
import { EmptyState, More } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Plain } from '#ui/Plain.tsx'
import { useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { CaseBehind } from '../contract.ts'
import { type Asked, paramsOf } from './question.ts'

export function Behind(props: {
  asked: Asked
  cell: { row?: string; column?: string }
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const list = useList<CaseBehind>('observatory.cases-behind', {
    ...paramsOf(props.asked),
    ...props.cell,
    limit: 25,
  })
  return (
    <Dialog wide title={say('observatory.behind-title')} onClose={props.onClose}>
      <p className="dim">{say('observatory.behind-note')}</p>
      {!list.loading && list.rows.length === 0 ? (
        <EmptyState title={say('observatory.no-behind')} />
      ) : (
        <Plain
          head={[say('observatory.case'), '', say('observatory.count')]}
          align={['left', 'left', 'right']}
          rows={list.rows.map((c) => [
            <Linked key="c" to={c.kind === 'file' ? `/archive/files/${c.id}` : `/cases/${c.id}`}>
              <Mono>{c.number}</Mono>
            </Linked>,
            c.title,
            String(c.n),
          ])}
        />
      )}
      <More of={list} />
    </Dialog>
  )
}
