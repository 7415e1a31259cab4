/** What I was told: there only while something of it waits, each line one click from where it waits. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { NoticeList } from '#identity/contract/notices.ts'
import { Button } from '#ui/Button.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { WaitCard } from './WaitCard.tsx'

export function ToldMe(): ReactNode {
  const say = useSay()
  const told = useAsk<z.output<typeof NoticeList>>('identity.my-notices', { limit: 5 }, { every: 60_000 })
  const putAway = useTell('identity.put-away-notices', { settles: ['identity.my-notices'] })
  const shown = told.data?.items ?? []
  if (shown.length === 0) return null
  return (
    <WaitCard
      icon="messages"
      title={say('home.told')}
      to="/portal/notices"
      of={told}
      count={(data) => data.waiting}
      rows={(data) =>
        data.items.map((line) => ({
          key: line.id,
          to: line.path,
          ...(line.number ? { number: line.number } : {}),
          what: line.text,
          since: line.at,
        }))
      }
      empty=""
      foot={
        <Button
          plain
          busy={putAway.busy}
          onClick={() => void putAway.tell({ notices: shown.map((line) => line.id) })}
        >
          {say('home.told-put-away')}
        </Button>
      }
    />
  )
}
