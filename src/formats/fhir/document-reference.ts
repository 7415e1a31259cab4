/** A signed paper as FHIR R4 carries one: a DocumentReference with the paper itself inside, so that nobody has to fetch it from here. */
import { createHash } from 'node:crypto'
import type { Decedent } from './mdi/facts.ts'

export interface PaperFacts {
  readonly id: string
  readonly at: string
  readonly decedent: Decedent
  readonly number: string
  readonly title: string
  readonly loinc?: string
  readonly signer: string
  readonly signedAt: string
  readonly pdf: Uint8Array
}
export function documentReference(of: PaperFacts): object {
  const { decedent } = of
  const [identifier] = decedent.identifiers
  return {
    resourceType: 'DocumentReference',
    id: of.id,
    identifier: [{ value: of.number }],
    status: 'current',
    docStatus: 'final',
    type: {
      ...(of.loinc ? { coding: [{ system: 'http://loinc.org', code: of.loinc }] } : {}),
      text: of.title,
    },
    subject: {
      type: 'Patient',
      ...(identifier ? { identifier: { ...identifier } } : {}),
      ...(decedent.name?.text ? { display: decedent.name.text } : {}),
    },
    date: of.at,
    author: [{ display: of.signer }],
    content: [
      {
        attachment: {
          contentType: 'application/pdf',
          data: Buffer.from(of.pdf).toString('base64'),
          size: of.pdf.length,
          // FHIR R4 says SHA-1 here, base64; our own proof of the paper is its signature.
          hash: createHash('sha1').update(of.pdf).digest('base64'),
          title: `${of.number}.pdf`,
          creation: of.signedAt,
        },
      },
    ],
  }
}
