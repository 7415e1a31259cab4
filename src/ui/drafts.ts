/**
 * Where what somebody types is kept until it is sent. A desk is shared: the keys bear the person's id, what a form holds lives in this tab
 * alone, and what must outlive a power cut (the counter, the balance) is let go with the session: at the sign-out, and at the door.
 */
const MARK = 'custodia.draft.'

export const draftKeyOf = (person: string | undefined, name: string): string =>
  `${MARK}${person ?? 'nobody'}.${name}`

/** `tab`: gone with the tab. `device`: there again after a power cut, as long as the session lasts. */
export type Store = 'tab' | 'device'
const storeOf = (store: Store): Storage => (store === 'tab' ? sessionStorage : localStorage)

export function readDraft<T>(store: Store, key: string | null): T | null {
  if (key === null) return null
  try {
    return JSON.parse(storeOf(store).getItem(key) ?? 'null') as T | null
  } catch {
    return null
  }
}

export function keepDraft(store: Store, key: string | null, draft: unknown): void {
  if (key === null) return
  try {
    if (draft === null) storeOf(store).removeItem(key)
    else storeOf(store).setItem(key, JSON.stringify(draft))
  } catch {
    // A full or forbidden store loses the draft, not what stands on the screen.
  }
}

function drop(store: Storage, stays: (key: string) => boolean): void {
  for (const key of Object.keys(store)) if (key.startsWith(MARK) && !stays(key)) store.removeItem(key)
}

/** Nobody's any more: after a sign-out. */
export function dropDrafts(): void {
  drop(sessionStorage, () => false)
  drop(localStorage, () => false)
}

/** At the door the session is over: nothing of it stays on the device. Of this tab its own person finds what they typed, should they come back. */
export const dropAtDoor = (): void => drop(localStorage, () => false)

/** Somebody came in: what another person typed is not theirs to find. */
export function dropDraftsOfOthers(person: string): void {
  const own = (key: string): boolean => key.startsWith(draftKeyOf(person, ''))
  drop(sessionStorage, own)
  drop(localStorage, own)
}
