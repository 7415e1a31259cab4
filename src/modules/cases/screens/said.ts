/** What a form sends: only what was said; pure, so that it is tested without a browser. */

/** Empty groups and empty words are not sent: left open is not the same as said to be empty. */
export function said(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      if (value === '' || value === null || value === undefined) return []
      if (key === 'priority' || key === 'age' || key === 'counts' || key === 'ordinal')
        return [[key, Number(value)]]
      if (Array.isArray(value))
        return [
          [
            key,
            value.map((v) => (typeof v === 'object' && v !== null ? said(v as Record<string, unknown>) : v)),
          ],
        ]
      if (typeof value === 'object') {
        const inner = said(value as Record<string, unknown>)
        return Object.keys(inner).length > 0 ? [[key, inner]] : []
      }
      return [[key, value]]
    }),
  )
}
