/** The vocabulary of roles: what people are here for. Which operations a role holds stands at each operation (`who`). */

export const roles = [
  'administrator', // accounts, units, the laboratory's definition; sees no case by that
  'director',
  'quality-manager',
  'evidence-officer', // counter and stores
  'analyst',
  'section-head',
  'outside-reviewer', // a limited account of another laboratory's authorised person
  'scene-technician',
  'pathologist',
  'officer', // police investigator, exhibit keeper
  'prosecutor', // Prosecution Branch and DPP
  'observer', // the observatory
] as const
export type Role = (typeof roles)[number]

/** Everyone who works inside the service. */
export const staff: readonly Role[] = ['director', 'quality-manager', 'evidence-officer', 'analyst', 'section-head', 'scene-technician', 'pathologist']
/** Staff and the customers' people. */
export const caseworkers: readonly Role[] = [...staff, 'outside-reviewer', 'officer', 'prosecutor']
