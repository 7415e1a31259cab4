/** The months of a year until one of them. */
export function monthsUntil(year: string, until: string): string[] {
  const last = until.startsWith(year) ? Number(until.slice(5, 7)) : 12
  return Array.from({ length: last }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)
}
