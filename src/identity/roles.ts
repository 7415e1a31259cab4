/** Who is meant by staff and by caseworkers; the roles themselves stand in the contract, where the browser may see them. */
import { type Role, roles } from './contract.ts'

export { roles, type Role }

/** Everyone who works inside the service. */
export const staff: readonly Role[] = [
  'director',
  'quality-manager',
  'evidence-officer',
  'analyst',
  'section-head',
  'scene-technician',
  'pathologist',
  'death-investigator',
  'morgue-attendant',
  'archivist',
]
/** Staff, the customers' people, and who reviews from outside what is given to them (they see that alone: `sight.part`). */
export const caseworkers: readonly Role[] = [...staff, 'outside-reviewer', 'officer', 'prosecutor']
