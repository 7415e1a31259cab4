/** The operations of results. */
import { usesOfRules } from './store/uses.ts'
import { sampleValues } from './operations/sample-values.ts'
import { plain } from '#platform/define.ts'
import type { Module } from '#platform/cx.ts'
import { accountForRun } from './operations/account-for-run.ts'
import { answerFindings } from './operations/answer-findings.ts'
import { confirmHit } from './operations/confirm-hit.ts'
import { correctObservation } from './operations/correct-observation.ts'
import { findWorksheets } from './operations/find-worksheets.ts'
import { importRun } from './operations/import-run.ts'
import { listLibraries } from './operations/list-libraries.ts'
import { planSampling } from './operations/plan-sampling.ts'
import { rawFile } from './operations/raw-file.ts'
import { recordConclusion } from './operations/record-conclusion.ts'
import { recordElimination } from './operations/record-elimination.ts'
import { recordInconclusive } from './operations/record-inconclusive.ts'
import { recordMeasurement } from './operations/record-measurement.ts'
import { recordObservations } from './operations/record-observations.ts'
import { recordPortions } from './operations/record-portions.ts'
import { recordSystemSearch } from './operations/record-system-search.ts'
import { followUpCandidate } from './operations/follow-up-candidate.ts'
import { verifyFollowUp } from './operations/verify-follow-up.ts'
import { systemSearches } from './operations/system-searches.ts'
import { systemSearchFile } from './operations/system-search-file.ts'
import { recordTest } from './operations/record-test.ts'
import { registerLibrary } from './operations/register-library.ts'
import { returnForCorrection } from './operations/return-for-correction.ts'
import { reviewTechnically } from './operations/review-technically.ts'
import { run } from './operations/run.ts'
import { searchLibrary } from './operations/search-library.ts'
import { spectrum } from './operations/spectrum.ts'
import { startWorksheet } from './operations/start-worksheet.ts'
import { unaccountedRuns } from './operations/unaccounted-runs.ts'
import { uncertaintyBudget } from './operations/uncertainty-budget.ts'
import { verifyResult } from './operations/verify-result.ts'
import { worksheet } from './operations/worksheet.ts'
import { checkProfile } from './operations/check-profile.ts'
import { compareProfiles } from './operations/compare-profiles.ts'
import { confirmCandidate } from './operations/confirm-candidate.ts'
import { destructionCertificate } from './operations/destruction-certificate.ts'
import { enterIndex } from './operations/enter-index.ts'
import { exportIndex } from './operations/export-index.ts'
import { exportedIndex } from './operations/exported-index.ts'
import { findProfiles } from './operations/find-profiles.ts'
import { indexes } from './operations/indexes.ts'
import { oversightReport } from './operations/oversight-report.ts'
import { profile } from './operations/profile.ts'
import { proposeRemoval } from './operations/propose-removal.ts'
import { recordProfile } from './operations/record-profile.ts'
import { removeFromIndex } from './operations/remove-from-index.ts'
import { searchIndex } from './operations/search-index.ts'
import { destroyFile } from '#platform/destroying.ts'
import { derived } from './store.ts'

export const results: Module = {
  name: 'results',
  uses: usesOfRules,
  operations: [
    plain(sampleValues),
    plain(accountForRun),
    plain(answerFindings),
    plain(confirmHit),
    plain(correctObservation),
    plain(findWorksheets),
    plain(importRun),
    plain(listLibraries),
    plain(planSampling),
    plain(rawFile),
    plain(recordConclusion),
    plain(recordElimination),
    plain(recordInconclusive),
    plain(recordMeasurement),
    plain(recordObservations),
    plain(recordPortions),
    plain(recordSystemSearch),
    plain(followUpCandidate),
    plain(verifyFollowUp),
    plain(systemSearches),
    plain(systemSearchFile),
    plain(recordTest),
    plain(registerLibrary),
    plain(returnForCorrection),
    plain(reviewTechnically),
    plain(run),
    plain(searchLibrary),
    plain(spectrum),
    plain(startWorksheet),
    plain(unaccountedRuns),
    plain(uncertaintyBudget),
    plain(verifyResult),
    plain(worksheet),
    plain(checkProfile),
    plain(compareProfiles),
    plain(confirmCandidate),
    plain(destructionCertificate),
    plain(enterIndex),
    plain(exportIndex),
    plain(exportedIndex),
    plain(findProfiles),
    plain(indexes),
    plain(oversightReport),
    plain(profile),
    plain(proposeRemoval),
    plain(recordProfile),
    plain(removeFromIndex),
    plain(searchIndex),
  ],
  constraints: {
    results_system_rank: 'somebody-was-faster',
    results_follow_up_order: 'somebody-was-faster',
    results_follow_up_verified: 'results.follow-up-verified',
    results_worksheet_number: 'somebody-was-faster',
    results_library_name: 'results.library-exists',
    results_answered_once: 'somebody-was-faster',
    results_sample_one_side: 'results.sample-one-side',
    profile_item_side_fkey: 'results.sample-one-side',
    results_profile_file: 'results.profile-file-used',
    results_profile_checked_once: 'somebody-was-faster',
    results_indexed_once: 'somebody-was-faster',
    indexed_profile_side_fkey: 'results.sample-one-side',
    candidate_profile_side_fkey: 'results.sample-one-side',
    results_candidate_judged_once: 'somebody-was-faster',
    results_removal_once: 'somebody-was-faster',
    results_destroyed_once: 'somebody-was-faster',
  },
  tasks: {
    'results.destroy-profile-file': (ground, payload) =>
      destroyFile(ground, (payload as { file: string }).file),
  },
  derived,
}
