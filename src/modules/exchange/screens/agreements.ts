/** Agreements on the sharing of data that are in force: under one of them something may leave. */
import { useAsk } from '#ui/client.ts'

interface Signed {
  readonly id: string
  readonly agency: string
  readonly agencyName: string
  readonly kind: string
  readonly title: string
  readonly state: string
}
export function useDataAgreements(): readonly Signed[] {
  const agreements = useAsk<{ items: Signed[] }>('identity.list-agreements', { limit: 100 })
  return (agreements.data?.items ?? []).filter(
    (a) => a.kind === 'data-sharing' && (a.state === 'in-force' || a.state === 'ends-soon'),
  )
}
