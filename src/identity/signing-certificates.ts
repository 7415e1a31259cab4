/** The rows of certificates with which papers are signed: identity keeps who signs with what, whoever makes the certificate. */
import type { CoveredRow } from '#platform/cx.ts'

export interface SigningCertificate {
  readonly id: string
  /** Null for the authority of the house. */
  readonly person: string | null
  readonly kind: 'authority' | 'person'
  /** PEM. */
  readonly certificate: string
  readonly valid_from: string
  readonly valid_until: string
}

export const certificateRows = (
  row: SigningCertificate,
): { 'identity.signing_certificate': readonly CoveredRow[] } => ({
  'identity.signing_certificate': [{ ...row }],
})
