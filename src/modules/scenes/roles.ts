/** Who does what at a scene by default. */
import { caseworkers, type Role } from '#identity/roles.ts'

/** Whoever attends scenes; pathologists and investigators of deaths attend too. */
export const attending: readonly Role[] = ['scene-technician', 'section-head', 'pathologist']
/** Who sends people, says no to a call and publishes who is on duty. */
export const senders: readonly Role[] = ['section-head', 'scene-technician', 'director']
export const supervisors: readonly Role[] = ['section-head', 'director']
/** Whoever may call: the service, and the police. */
export const callers: readonly Role[] = [
  'scene-technician',
  'section-head',
  'pathologist',
  'evidence-officer',
  'director',
  'officer',
]
/** Whoever may look: need to know says at what. */
export const readers: readonly Role[] = caseworkers
/** Whoever brings what was collected: those who may announce at all. */
export const handingIn: readonly Role[] = ['scene-technician', 'pathologist']
