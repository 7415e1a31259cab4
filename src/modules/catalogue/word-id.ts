/** Ids made from words: the same list, limit or unit has the same id in every installation, so that a definition can be applied again. */
import { createHash } from 'node:crypto'

/** UUIDv8 (RFC 9562, 5.8): the first bits of SHA-256 over the word. */
export function idOfWord(word: string): string {
  const h = createHash('sha256').update(`custodia laboratory ${word}`).digest('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`
}
