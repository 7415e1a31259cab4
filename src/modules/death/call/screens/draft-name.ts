/** Under which name a panel keeps what was begun in it: the act, and everything that it is about. */
export const draftName = (operation: string, about: Readonly<Record<string, unknown>>): string =>
  [operation, ...Object.values(about).filter((v): v is string => typeof v === 'string')].join('.')
