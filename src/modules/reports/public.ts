/** The door of reports: what higher modules may ask of a certificate. */
export { getVersion as seeReport, reportOfRequest, versionsOf } from './store/versions.ts'
export type { VersionNow as ReportRow } from './store/versions.ts'
export { judgeOf, toldOnlyWhy } from './releasing.ts'
export { signedPaper } from './signed-paper.ts'
export { verifyUrl } from './paper.ts'
export { paperNumber } from './rules.ts'
export { deliverStep } from './delivering.ts'
export { reportRef } from './standing.ts'
