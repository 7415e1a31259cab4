/** A list of the laboratory as the choices of a field. */
import { useAsk } from '#ui/client.ts'

interface CodeSeen {
  readonly code: string
  readonly name: string
}
export function useCodes(list: string, enabled = true): readonly { value: string; label: string }[] {
  const asked = useAsk<{ items: CodeSeen[] }>('catalogue.get-code-list', { list }, { enabled })
  return (asked.data?.items ?? []).map((c) => ({ value: c.code, label: c.name }))
}
