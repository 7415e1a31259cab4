/**
 * `.tlog-proof` (C2SP tlog-proof v1): header line, `extra` with the leaf's bytes in base64, `index`, the inclusion hashes in
 * base64, a blank line, the signed tree head. Self-contained: verifies offline with the key that is printed on the paper.
 * `extra` is not signed: a reader hashes it and proves that hash, and believes it only then.
 */
import { exactBase64 } from './note.ts'

export interface ProofFile {
  readonly index: number
  readonly hashes: readonly Buffer[]
  readonly checkpoint: string
  readonly extra: Buffer
}
const header = 'c2sp.org/tlog-proof@v1'
/** More than the path through any tree whose size is a safe integer. */
const MOST_HASHES = 64

export function writeProof(proof: ProofFile): string {
  const hashes = proof.hashes.map((h) => h.toString('base64'))
  return [
    header,
    `extra ${proof.extra.toString('base64')}`,
    `index ${proof.index}`,
    ...hashes,
    '',
    proof.checkpoint,
  ].join('\n')
}

export function readProof(text: string): ProofFile | undefined {
  const split = text.indexOf('\n\n')
  if (split < 0) return undefined
  const [first, extra, index, ...lines] = text.slice(0, split).split('\n')
  const position = Number(/^index (0|[1-9]\d{0,15})$/.exec(index ?? '')?.[1])
  const leaf = exactBase64(/^extra ([A-Za-z0-9+/=]+)$/.exec(extra ?? '')?.[1] ?? '')
  const hashes = lines.map(exactBase64)
  if (first !== header || !Number.isSafeInteger(position) || !leaf || leaf.length === 0) return undefined
  if (hashes.length > MOST_HASHES || hashes.some((h) => h?.length !== 32)) return undefined
  return { index: position, hashes: hashes as Buffer[], checkpoint: text.slice(split + 2), extra: leaf }
}
