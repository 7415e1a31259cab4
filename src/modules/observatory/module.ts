/** The operations of the observatory, and how its sums follow the record. */
import type { Module } from '#platform/cx.ts'
import { getGrant } from './operations/get-grant.ts'
import { grantReportFile } from './operations/grant-report-file.ts'
import { grants } from './operations/grants.ts'
import { recordGrant } from './operations/record-grant.ts'
import { recordSpending } from './operations/record-spending.ts'
import { reportGrant } from './operations/report-grant.ts'
import { approveGrantReport } from './operations/approve-grant-report.ts'
import { returnGrantReport } from './operations/return-grant-report.ts'
import { plain } from '#platform/define.ts'
import { approveRelease } from './operations/approve-release.ts'
import { codeVictim } from './operations/code-victim.ts'
import { cubeFile } from './operations/cube-file.ts'
import { cube } from './operations/cube.ts'
import { dictionary } from './operations/dictionary.ts'
import { explainDifference } from './operations/explain-difference.ts'
import { figures } from './operations/figures.ts'
import { freezeFigure } from './operations/freeze-figure.ts'
import { getFigure } from './operations/get-figure.ts'
import { getRelease } from './operations/get-release.ts'
import { indicators } from './operations/indicators.ts'
import { map } from './operations/map.ts'
import { openData } from './operations/open-data.ts'
import { prepareRelease } from './operations/prepare-release.ts'
import { publishRelease } from './operations/publish-release.ts'
import { qualityOfData } from './operations/quality-of-data.ts'
import { reconciliation } from './operations/reconciliation.ts'
import { recordExternalCount } from './operations/record-external-count.ts'
import { releaseData } from './operations/release-data.ts'
import { releases } from './operations/releases.ts'
import { returnRelease } from './operations/return-release.ts'
import { victimsToCode } from './operations/victims-to-code.ts'
import { withdrawRelease } from './operations/withdraw-release.ts'
import { approveFeed } from './operations/approve-feed.ts'
import { endFeed } from './operations/end-feed.ts'
import { feedBatches } from './operations/feed-batches.ts'
import { feeds } from './operations/feeds.ts'
import { makeFeedBatch } from './operations/make-feed-batch.ts'
import { openFeed } from './operations/open-feed.ts'
import { sharedWith } from './operations/shared-with.ts'
import { takeFeedBatch } from './operations/take-feed-batch.ts'
import { takenFile } from './operations/taken-file.ts'
import { foresight } from './operations/foresight.ts'
import { foresightFile } from './operations/foresight-file.ts'
import { recordCost } from './operations/record-cost.ts'
import { boards } from './operations/boards.ts'
import { casesBehind } from './operations/cases-behind.ts'
import { FOLLOWER } from './store/datasets.ts'
import { feedTask, makeDueBatches } from './feed-schedule.ts'
import { refreshSums } from './store/refresh.ts'

export const observatory: Module = {
  name: 'observatory',
  operations: [
    plain(approveFeed),
    plain(endFeed),
    plain(feedBatches),
    plain(feeds),
    plain(makeFeedBatch),
    plain(openFeed),
    plain(sharedWith),
    plain(takeFeedBatch),
    plain(takenFile),
    plain(foresight),
    plain(foresightFile),
    plain(recordCost),
    plain(boards),
    plain(casesBehind),
    plain(approveRelease),
    plain(codeVictim),
    plain(cube),
    plain(cubeFile),
    plain(dictionary),
    plain(explainDifference),
    plain(figures),
    plain(freezeFigure),
    plain(getFigure),
    plain(getRelease),
    plain(indicators),
    plain(map),
    plain(openData),
    plain(prepareRelease),
    plain(publishRelease),
    plain(qualityOfData),
    plain(reconciliation),
    plain(recordExternalCount),
    plain(releaseData),
    plain(releases),
    plain(returnRelease),
    plain(victimsToCode),
    plain(withdrawRelease),
    plain(getGrant),
    plain(grantReportFile),
    plain(grants),
    plain(recordGrant),
    plain(recordSpending),
    plain(reportGrant),
    plain(approveGrantReport),
    plain(returnGrantReport),
  ],
  followers: [{ name: FOLLOWER, run: refreshSums }],
  tasks: { [feedTask]: makeDueBatches },
  constraints: {
    observatory_feed_number: 'somebody-was-faster',
    observatory_feed_order: 'somebody-was-faster',
    observatory_feed_batch_order: 'somebody-was-faster',
    observatory_cost_order: 'somebody-was-faster',
    observatory_award_agreement: 'observatory.grant-there',
    observatory_award_terms_order: 'somebody-was-faster',
    observatory_award_spent_once: 'observatory.grant-corrected',
    observatory_award_report_order: 'somebody-was-faster',
    observatory_award_report_step_order: 'somebody-was-faster',
    award_pkey: 'observatory.already-there',
    award_spent_pkey: 'observatory.already-there',
    award_report_pkey: 'observatory.already-there',
    cost_pkey: 'observatory.already-there',
    feed_pkey: 'observatory.already-there',
    share_pkey: 'observatory.already-there',
    observatory_coding_order: 'somebody-was-faster',
    observatory_release_number: 'somebody-was-faster',
    observatory_release_order: 'somebody-was-faster',
    figure_pkey: 'observatory.already-there',
    release_pkey: 'observatory.already-there',
    external_count_pkey: 'observatory.already-there',
  },
}
