/** What everybody should know today, above the page. */
import type { ReactNode } from 'react'
import { Note } from '#ui/Note.tsx'
import { useAsk } from '#ui/client.ts'

interface Banner {
  readonly id: string
  readonly text: string
  readonly tone: 'maya' | 'maize' | 'achiote'
}
const icons = { maya: 'info', maize: 'warning', achiote: 'warning' } as const

export function Banners(): ReactNode {
  const up = useAsk<{ items: Banner[] }>('portal.banners', {}, { every: 300_000 })
  return (up.data?.items ?? []).map((b) => (
    <Note key={b.id} tone={b.tone} icon={icons[b.tone]} title={b.text} />
  ))
}
