/** Which page of the guide is whose: every role has one, and a page of its own opens first. */
import type { Role } from '#identity/contract.ts'

export const names = [
  'counter',
  'archivist',
  'analyst',
  'reviewer',
  'head',
  'quality',
  'officer',
  'prosecutor',
  'observer',
  'examiner',
  'scene',
  'custodian',
  'administrator',
] as const
/** The first role that one holds says which page opens. */
export const pageOf: Readonly<Record<Role, (typeof names)[number]>> = {
  'section-head': 'head',
  director: 'head',
  'quality-manager': 'quality',
  'evidence-officer': 'counter',
  analyst: 'analyst',
  pathologist: 'examiner',
  'death-investigator': 'examiner',
  'morgue-attendant': 'examiner',
  'scene-technician': 'scene',
  archivist: 'archivist',
  'dna-custodian': 'custodian',
  'dna-overseer': 'custodian',
  'outside-reviewer': 'reviewer',
  officer: 'officer',
  prosecutor: 'prosecutor',
  // The registry of a court reads what the prosecution reads: hearings, exhibits tendered, certificates.
  registrar: 'prosecutor',
  observer: 'observer',
  administrator: 'administrator',
}
