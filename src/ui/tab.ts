/** Which tab of a page is open, kept in the address: a link leads to it, and going back comes back to it. */
import { useNavigate, useSearch } from '@tanstack/react-router'

export function useTab<V extends string>(values: readonly V[]): [V, (value: V) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const [first] = values
  const shown = values.find((value) => value === search['tab']) ?? (first as V)
  return [
    shown,
    // A list's own search and filters belong to the tab that is left.
    (value) =>
      void navigate({ to: '.', search: (value === first ? {} : { tab: value }) as never, replace: true }),
  ]
}
