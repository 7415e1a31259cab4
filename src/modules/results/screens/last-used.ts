/** What this person used last, kept on this device: the balance of this morning is most likely the balance of this afternoon. */

/** An instrument by its kind, a lot by its material, a library by its own word. */
type Used = Readonly<Record<string, string>>
const keyOf = (person: string): string => `custodia.used.${person}`

function read(person: string): Used {
  try {
    return JSON.parse(localStorage.getItem(keyOf(person)) ?? '{}') as Used
  } catch {
    return {}
  }
}
export const lastUsed = (person: string | undefined, word: string): string | undefined =>
  person === undefined ? undefined : read(person)[word]
export function noteUsed(person: string | undefined, used: Used): void {
  if (person === undefined) return
  try {
    localStorage.setItem(keyOf(person), JSON.stringify({ ...read(person), ...used }))
  } catch {
    // A full or forbidden store only costs the convenience.
  }
}
