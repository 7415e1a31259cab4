/** Where somebody goes after signing in: where they wanted to go, if that is of this house. */

/** Read as the browser reads it: two strokes, one of them the other way round, or a name before an @ would lead to another host. */
export function wayIn(search: string, origin: string): string {
  const wanted = new URLSearchParams(search).get('to') ?? '/'
  const to = URL.canParse(wanted, origin) ? new URL(wanted, origin) : null
  return to?.origin === origin ? `${to.pathname}${to.search}${to.hash}` : '/'
}
