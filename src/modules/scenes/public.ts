/** The door of scenes: what higher modules may ask of a scene, such as a death or a certificate that names it. */
export { seeAttendance, scenesOfCase } from './store/attendances.ts'
export { makeScreenCopies, screenSize } from './picturing.ts'
export type { AttendanceRow } from './store/attendances.ts'
