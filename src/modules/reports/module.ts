/** The operations of reports, what its constraints mean, and how its derived tables are computed again. */
import type { Module } from '#platform/cx.ts'
import { plain } from '#platform/define.ts'
import { acknowledgeReport } from './operations/acknowledge-report.ts'
import { amendReport } from './operations/amend-report.ts'
import { checkCode } from './operations/check-code.ts'
import { deliverReport } from './operations/deliver-report.ts'
import { draftReport } from './operations/draft-report.ts'
import { findReports } from './operations/find-reports.ts'
import { getReport } from './operations/get-report.ts'
import { includeResult } from './operations/include-result.ts'
import { issueReport } from './operations/issue-report.ts'
import { previewWording } from './operations/preview-wording.ts'
import { reportBundle } from './operations/report-bundle.ts'
import { reportCopy } from './operations/report-copy.ts'
import { reportData } from './operations/report-data.ts'
import { reportFile } from './operations/report-file.ts'
import { reportProof } from './operations/report-proof.ts'
import { returnReport } from './operations/return-report.ts'
import { reviewAdministratively } from './operations/review-administratively.ts'
import { signReport } from './operations/sign-report.ts'
import { verifierPage } from './operations/verifier-page.ts'
import { received } from './operations/received.ts'
import { setRelease } from './operations/set-release.ts'
import { withdrawReport } from './operations/withdraw-report.ts'
import { derived } from './store/versions.ts'

export const reports: Module = {
  name: 'reports',
  operations: [
    plain(previewWording),
    plain(draftReport),
    plain(includeResult),
    plain(reviewAdministratively),
    plain(returnReport),
    plain(signReport),
    plain(issueReport),
    plain(deliverReport),
    plain(acknowledgeReport),
    plain(amendReport),
    plain(withdrawReport),
    plain(getReport),
    plain(findReports),
    plain(reportFile),
    plain(reportCopy),
    plain(reportData),
    plain(reportProof),
    plain(reportBundle),
    plain(verifierPage),
    plain(checkCode),
    plain(setRelease),
    plain(received),
  ],
  constraints: {
    reports_release_order: 'somebody-was-faster',
    reports_one_live: 'reports.one-live',
    reports_one_per_request: 'somebody-was-faster',
    reports_report_number: 'somebody-was-faster',
    reports_version_code: 'somebody-was-faster',
    reports_version_order: 'somebody-was-faster',
    reports_remark_order: 'somebody-was-faster',
    reports_included_once: 'reports.included-already',
    reports_step_order: 'somebody-was-faster',
    reports_signed_once: 'reports.signed-already',
    reports_acknowledged_once: 'reports.acknowledged-already',
  },
  derived,
}
