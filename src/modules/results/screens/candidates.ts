/** The list of a system as people type or paste it: a rank, a name and a score in each line, parted by semicolons or tabs. Pure. */
interface Candidate {
  readonly rank: number
  readonly label: string
  readonly score?: string
}
export type Read =
  | { readonly ok: true; readonly candidates: readonly Candidate[] }
  /** The line, from one, that is no candidate. */
  | { readonly ok: false; readonly line: number }

export function candidatesIn(text: string): Read {
  const candidates: Candidate[] = []
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const [rank, label, score] = line.split(/[;\t]/).map((part) => part.trim())
    if (!/^[1-9]\d{0,3}$/.test(rank ?? '') || !label) return { ok: false, line: i + 1 }
    candidates.push({ rank: Number(rank), label, ...(score ? { score } : {}) })
  }
  return { ok: true, candidates }
}
