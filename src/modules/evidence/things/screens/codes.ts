/** Short lists of the laboratory as choices: asked once, kept while the page lives. */
import { useAsk } from '#ui/client.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}
export function useCodes(list: string): readonly Choice[] {
  const found = useAsk<{ items: readonly { code: string; name: string }[] }>('catalogue.get-code-list', {
    list,
  })
  return (found.data?.items ?? []).map((c) => ({ value: c.code, label: c.name }))
}
