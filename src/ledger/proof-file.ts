/**
 * `.tlog-proof` (C2SP tlog-proof v1): header line, `extra` with the leaf's bytes in base64, `index`, the inclusion hashes in
 * base64, a blank line, the signed tree head. Self-contained: verifies offline with the key that is printed on the paper.
 */
export interface ProofFile {
  readonly index: number
  readonly hashes: readonly Buffer[]
  readonly checkpoint: string
  readonly extra: Buffer
}
const header = 'c2sp.org/tlog-proof@v1'

export function writeProof(proof: ProofFile): string {
  return [header, `extra ${proof.extra.toString('base64')}`, `index ${proof.index}`, ...proof.hashes.map((h) => h.toString('base64')), '', proof.checkpoint].join('\n')
}

export function readProof(text: string): ProofFile | undefined {
  const split = text.indexOf('\n\n')
  const [first, extra, index, ...hashes] = text.slice(0, split).split('\n')
  const position = /^index (0|[1-9]\d{0,15})$/.exec(index ?? '')?.[1]
  const leaf = /^extra ([A-Za-z0-9+/=]+)$/.exec(extra ?? '')?.[1]
  if (split < 0 || first !== header || position === undefined || leaf === undefined || hashes.some((h) => !/^[A-Za-z0-9+/]{43}=$/.test(h))) return undefined
  return { index: Number(position), hashes: hashes.map((h) => Buffer.from(h, 'base64')), checkpoint: text.slice(split + 2), extra: Buffer.from(leaf, 'base64') }
}
