/** The questions of a form while they are put in order: moved, begun, named; pure, so that it is tried without a browser. */
import type { Question } from '../contract/form.ts'

/** Moves one of a list up or down; at an end it stays. */
export function moved<T>(all: readonly T[], from: number, to: number): T[] {
  if (to < 0 || to >= all.length || from === to) return [...all]
  const rest = all.filter((_, i) => i !== from)
  return [...rest.slice(0, to), all[from] as T, ...rest.slice(to)]
}

/** A new question of a kind, ready to be named. */
export function newQuestion(all: readonly { readonly key: string }[]): Question {
  const known = new Set(all.map((q) => q.key))
  let n = all.length + 1
  while (known.has(`question${n}`)) n += 1
  return {
    key: `question${n}`,
    kind: 'text',
    en: '',
    es: '',
    required: false,
    absent: false,
    searched: false,
    options: [],
    units: [],
    rows: [],
  }
}

/** What a question must say before it can be proposed: the rest is judged by the server. */
export const isNamed = (q: Pick<Question, 'en' | 'es' | 'key'>): boolean =>
  q.en.trim() !== '' && q.es.trim() !== '' && /^[a-z][a-zA-Z0-9-]{0,39}$/.test(q.key)
