/** The count of a morgue against its book: pure. A body is known by its number or its wristband. */
export interface Booked {
  readonly number: string
  readonly barcode: string
  readonly place: string
}
export interface Seen {
  readonly body: string
  readonly place?: string | null | undefined
}
export function countAgainst(
  booked: readonly Booked[],
  seen: readonly Seen[],
): { missing: string[]; surplus: string[]; misplaced: string[]; found: number } {
  const key = (text: string): string => text.trim().toUpperCase()
  const by = new Map(booked.flatMap((b) => [[key(b.number), b] as const, [key(b.barcode), b] as const]))
  const met = new Map<string, Seen>()
  const surplus: string[] = []
  for (const s of seen) {
    const b = by.get(key(s.body))
    if (b) met.set(b.number, s)
    else surplus.push(s.body.trim())
  }
  return {
    found: met.size + new Set(surplus).size,
    missing: booked.filter((b) => !met.has(b.number)).map((b) => b.number),
    surplus: [...new Set(surplus)],
    misplaced: booked
      .filter((b) => {
        const s = met.get(b.number)
        return s?.place !== undefined && s.place !== null && s.place !== b.place
      })
      .map((b) => b.number),
  }
}
