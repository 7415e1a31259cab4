/** What is missing in my scenes: a list to be worked off on the telephone, each line where it is put right. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Card } from '#ui/Page.tsx'
import { useMay } from '#ui/me.ts'
import { useAskOrKept } from '#ui/offline/ask-kept.ts'
import { useSay } from '#ui/say.ts'
import type { MissingList } from '../contract.ts'

type Answer = z.output<typeof MissingList>

export function MissingCard(): ReactNode {
  const may = useMay('scenes.what-is-missing')
  return may ? <Missing /> : null
}
function Missing(): ReactNode {
  const say = useSay()
  const kept = { kind: 'scene-missing', id: 'mine', always: true } as const
  const { data } = useAskOrKept<Answer>('scenes.what-is-missing', {}, kept)
  if (!data || data.items.length === 0) return null
  return (
    <Card title={say('op.scenes.what-is-missing')} aside={say('scenes.missing-in', { n: data.items.length })}>
      <ul className="scene-rows">
        {data.items.map((item) => (
          <li key={item.id}>
            <span className="scene-row">
              <Linked to={`/scenes/${item.id}`}>
                <Mono>{item.number}</Mono> {item.place}
              </Linked>
              {item.missing.map((one) => (
                <span key={one.code}>{one.text}</span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
