/** Who does what with evidence by default; the word beside each operation is one of these lists. */
import { caseworkers, staff, type Role } from '#identity/roles.ts'

/** The counter: takes in, refuses, names places. */
export const counter: readonly Role[] = [
  'evidence-officer',
  'section-head',
  'scene-technician',
  'pathologist',
]
/** Keepers of the store. */
export const keepers: readonly Role[] = [
  'evidence-officer',
  'section-head',
  'scene-technician',
  'pathologist',
]
/** Whoever works on a thing in their hands. */
export const handlers: readonly Role[] = [
  'evidence-officer',
  'analyst',
  'section-head',
  'scene-technician',
  'pathologist',
]
/** Whoever may hold a thing: the service, and the police with their exhibit rooms. */
export const holders: readonly Role[] = [...staff, 'officer']
/** Whoever comes to the laboratory with things when nobody is at the counter; paper of the archive has its own ways. */
export const leavers: readonly Role[] = holders.filter((role) => role !== 'archivist')
/** Whoever may look. */
export const readers: readonly Role[] = caseworkers
/** Who announces what is coming: the police, prosecutors, and our own people at scenes and autopsies. */
export const announcers: readonly Role[] = ['officer', 'prosecutor', 'scene-technician', 'pathologist']
/** Who counts a store, and who orders that it is counted: keepers, and quality, whom nobody expects. */
export const stockCounters: readonly Role[] = [...keepers, 'quality-manager']
/** Who sees what may leave for good and what was proposed: the service, the officer who is asked, the prosecution and the court. */
export const disposers: readonly Role[] = [...staff, 'officer', 'prosecutor', 'registrar']
/** Who answers whether the case still needs a thing. */
export const asked: readonly Role[] = ['officer', 'prosecutor']
/** Who says yes in the name of the service. */
export const approvers: readonly Role[] = ['director', 'quality-manager', 'section-head']
