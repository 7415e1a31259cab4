/** What stands in a field whose value is an id: the words of the row that was picked, by the field's own id; drafts keep them too. */
import { createContext, useContext } from 'react'

export interface Shown {
  readonly of: (field: string) => string | undefined
  readonly set: (field: string, words: string) => void
}
export const ShownContext = createContext<Shown>({ of: () => undefined, set: () => undefined })
export const useShown = (): Shown => useContext(ShownContext)
