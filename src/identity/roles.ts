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
]
/** Staff and the customers' people. */
export const caseworkers: readonly Role[] = [...staff, 'outside-reviewer', 'officer', 'prosecutor']
