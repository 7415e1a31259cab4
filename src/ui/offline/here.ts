/** Whose device this is just now: set by who came in, removed when the server says that nobody is signed in. Small, so that every page may know it. */
const HERE = 'custodia.here'
export const personHere = (): string | null => localStorage.getItem(HERE)
export const rememberHere = (person: string): void => localStorage.setItem(HERE, person)
/** Without it nothing opens here; what waits to be sent stays, sealed, for when that person comes back. */
export const forgetHere = (): void => localStorage.removeItem(HERE)
