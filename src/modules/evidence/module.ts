/** The operations of evidence, in the order of a thing's life, and the queries that compute its derived tables again. */
import type { Module } from '#platform/cx.ts'
import { storesPart } from './places-named.ts'
import { standingStores } from './store/laboratory.ts'
import { usesOfRules } from './store/uses.ts'
import { plain } from '#platform/define.ts'
import { askAfter, askAfterTask } from './asking-after.ts'
import { acceptHandOver } from './operations/accept-hand-over.ts'
import { breakSeal } from './operations/break-seal.ts'
import { checkOutToCourt } from './operations/check-out-to-court.ts'
import { clearHazard } from './operations/clear-hazard.ts'
import { cashOfItem } from './operations/cash-of-item.ts'
import { consumeItem } from './operations/consume-item.ts'
import { correctCustodyEntry } from './operations/correct-custody-entry.ts'
import { correctDescription } from './operations/correct-description.ts'
import { countCash } from './operations/count-cash.ts'
import { custodyForm } from './operations/custody-form.ts'
import { custodyOfItem } from './operations/custody-of-item.ts'
import { declineHandOver } from './operations/decline-hand-over.ts'
import { defineLocation } from './operations/define-location.ts'
import { describeItem } from './operations/describe-item.ts'
import { dispatchConsignment } from './operations/dispatch-consignment.ts'
import { explainDifference } from './operations/explain-difference.ts'
import { findItems } from './operations/find-items.ts'
import { findPlaces } from './operations/find-places.ts'
import { flagHazard } from './operations/flag-hazard.ts'
import { getItem } from './operations/get-item.ts'
import { handOver } from './operations/hand-over.ts'
import { heldBy } from './operations/held-by.ts'
import { inTransit } from './operations/in-transit.ts'
import { itemisePackage } from './operations/itemise-package.ts'
import { label } from './operations/label.ts'
import { makeSafe } from './operations/make-safe.ts'
import { noteDiscrepancy } from './operations/note-discrepancy.ts'
import { overdue } from './operations/overdue.ts'
import { packItems } from './operations/pack-items.ts'
import { photograph } from './operations/photograph.ts'
import { photographItem } from './operations/photograph-item.ts'
import { printLabel } from './operations/print-label.ts'
import { receiveConsignment } from './operations/receive-consignment.ts'
import { receiveItem } from './operations/receive-item.ts'
import { receiveSubmission } from './operations/receive-submission.ts'
import { refuseSubmission } from './operations/refuse-submission.ts'
import { repackItem } from './operations/repack-item.ts'
import { reportFound } from './operations/report-found.ts'
import { reportMissing } from './operations/report-missing.ts'
import { retrieveItem } from './operations/retrieve-item.ts'
import { returnFromCourt } from './operations/return-from-court.ts'
import { returnItem } from './operations/return-item.ts'
import { sealItem } from './operations/seal-item.ts'
import { storeItem } from './operations/store-item.ts'
import { storeMap } from './operations/store-map.ts'
import { takeSubsample } from './operations/take-subsample.ts'
import { unpackItems } from './operations/unpack-items.ts'
import { voidItem } from './operations/void-item.ts'
import { weighItem } from './operations/weigh-item.ts'
import { withdrawHandOver } from './operations/withdraw-hand-over.ts'
import { disposalDue } from './operations/disposal-due.ts'
import { proposeDisposal } from './operations/propose-disposal.ts'
import { attachDisposalOrder } from './operations/attach-disposal-order.ts'
import { answerDisposalQuery } from './operations/answer-disposal-query.ts'
import { approveDisposal } from './operations/approve-disposal.ts'
import { withdrawDisposal } from './operations/withdraw-disposal.ts'
import { disposeItem } from './operations/dispose-item.ts'
import { massBalance } from './operations/mass-balance.ts'
import { findDisposals } from './operations/find-disposals.ts'
import { getDisposal } from './operations/get-disposal.ts'
import { disposalCertificate } from './operations/disposal-certificate.ts'
import { disposalLetters } from './operations/disposal-letters.ts'
import { disposalOrder } from './operations/disposal-order.ts'
import { findSubmissions } from './operations/find-submissions.ts'
import { getSubmission } from './operations/get-submission.ts'
import { receipt } from './operations/receipt.ts'
import { takeBack } from './operations/take-back.ts'
import { scan } from './operations/scan.ts'
import { codeSheet } from './operations/code-sheet.ts'
import { announced } from './operations/announced.ts'
import { changePrelog } from './operations/change-prelog.ts'
import { getPrelog } from './operations/get-prelog.ts'
import { matchPrelog } from './operations/match-prelog.ts'
import { myPrelogs } from './operations/my-prelogs.ts'
import { prelogCode } from './operations/prelog-code.ts'
import { prelogForm } from './operations/prelog-form.ts'
import { prelogPhotograph } from './operations/prelog-photograph.ts'
import { submitPrelog } from './operations/submit-prelog.ts'
import { withdrawPrelog } from './operations/withdraw-prelog.ts'
import { recoverFromItem } from './operations/recover-from-item.ts'
import { takeReferenceSample } from './operations/take-reference-sample.ts'
import { recordRefusalToGive } from './operations/record-refusal-to-give.ts'
import { offerCounterSample } from './operations/offer-counter-sample.ts'
import { linkItems } from './operations/link-items.ts'
import { retractLink } from './operations/retract-link.ts'
import { caseSamples } from './operations/case-samples.ts'
import { tenderExhibit } from './operations/tender-exhibit.ts'
import { receiveFromCourt } from './operations/receive-from-court.ts'
import { issueKit } from './operations/issue-kit.ts'
import { useKit } from './operations/use-kit.ts'
import { returnKit } from './operations/return-kit.ts'
import { findKits } from './operations/find-kits.ts'
import { getKit } from './operations/get-kit.ts'
import { kitBoard } from './operations/kit-board.ts'
import { openStore } from './operations/open-store.ts'
import { registerFoundItem } from './operations/register-found-item.ts'
import { evacuationList } from './operations/evacuation-list.ts'
import { evacuationPaper } from './operations/evacuation-paper.ts'
import { startStockTake } from './operations/start-stock-take.ts'
import { scanStock } from './operations/scan-stock.ts'
import { closeStockTake } from './operations/close-stock-take.ts'
import { stockTakes } from './operations/stock-takes.ts'
import { getStockTake } from './operations/get-stock-take.ts'
import { stockShelf } from './operations/stock-shelf.ts'
import { answerAudit } from './operations/answer-audit.ts'
import { stockAudit } from './operations/stock-audit.ts'
import { auditTrend } from './operations/audit-trend.ts'
import { stockPaper } from './operations/stock-paper.ts'
import { stockDifferences } from './operations/stock-differences.ts'
import { announcedNowSql } from './store/announced.ts'
import { handOverOpenSql, locationNowSql, thingNowSql } from './store/now.ts'

export const evidence: Module = {
  name: 'evidence',
  uses: usesOfRules,
  laboratory: standingStores,
  rules: { stores: storesPart },
  operations: [
    plain(submitPrelog),
    plain(changePrelog),
    plain(withdrawPrelog),
    plain(myPrelogs),
    plain(announced),
    plain(getPrelog),
    plain(matchPrelog),
    plain(prelogForm),
    plain(prelogCode),
    plain(prelogPhotograph),
    plain(receiveSubmission),
    plain(refuseSubmission),
    plain(receiveItem),
    plain(describeItem),
    plain(correctDescription),
    plain(repackItem),
    plain(photographItem),
    plain(sealItem),
    plain(breakSeal),
    plain(noteDiscrepancy),
    plain(printLabel),
    plain(defineLocation),
    plain(storeItem),
    plain(retrieveItem),
    plain(handOver),
    plain(acceptHandOver),
    plain(declineHandOver),
    plain(withdrawHandOver),
    plain(takeSubsample),
    plain(itemisePackage),
    plain(packItems),
    plain(unpackItems),
    plain(weighItem),
    plain(consumeItem),
    plain(countCash),
    plain(cashOfItem),
    plain(dispatchConsignment),
    plain(receiveConsignment),
    plain(checkOutToCourt),
    plain(returnFromCourt),
    plain(reportMissing),
    plain(reportFound),
    plain(takeBack),
    plain(returnItem),
    plain(flagHazard),
    plain(clearHazard),
    plain(makeSafe),
    plain(explainDifference),
    plain(correctCustodyEntry),
    plain(voidItem),
    plain(disposalDue),
    plain(proposeDisposal),
    plain(attachDisposalOrder),
    plain(answerDisposalQuery),
    plain(approveDisposal),
    plain(withdrawDisposal),
    plain(disposeItem),
    plain(massBalance),
    plain(findDisposals),
    plain(getDisposal),
    plain(disposalCertificate),
    plain(disposalLetters),
    plain(disposalOrder),
    plain(findSubmissions),
    plain(getSubmission),
    plain(receipt),
    plain(scan),
    plain(findItems),
    plain(getItem),
    plain(custodyOfItem),
    plain(heldBy),
    plain(inTransit),
    plain(overdue),
    plain(storeMap),
    plain(findPlaces),
    plain(custodyForm),
    plain(label),
    plain(codeSheet),
    plain(photograph),
    plain(recoverFromItem),
    plain(takeReferenceSample),
    plain(recordRefusalToGive),
    plain(offerCounterSample),
    plain(linkItems),
    plain(retractLink),
    plain(caseSamples),
    plain(tenderExhibit),
    plain(receiveFromCourt),
    plain(issueKit),
    plain(useKit),
    plain(returnKit),
    plain(findKits),
    plain(getKit),
    plain(kitBoard),
    plain(openStore),
    plain(registerFoundItem),
    plain(evacuationList),
    plain(evacuationPaper),
    plain(startStockTake),
    plain(scanStock),
    plain(closeStockTake),
    plain(stockTakes),
    plain(getStockTake),
    plain(stockShelf),
    plain(stockDifferences),
    plain(answerAudit),
    plain(stockAudit),
    plain(auditTrend),
    plain(stockPaper),
  ],
  constraints: {
    evidence_location_code: 'evidence.place-code-in-use',
    evidence_submission_number: 'evidence.number-in-use',
    evidence_thing_number: 'evidence.number-in-use',
    evidence_thing_barcode: 'evidence.number-in-use',
    evidence_offered_once: 'evidence.offered-once',
    evidence_announced_once: 'evidence.prelog-there-already',
    evidence_announcement_ended_once: 'somebody-was-faster',
    evidence_answered_once: 'evidence.answered-once',
    evidence_store_opened_once: 'evidence.store-opened',
    evidence_stock_take_number: 'evidence.number-in-use',
    evidence_stock_take_ended_once: 'somebody-was-faster',
    stock_take_pkey: 'evidence.id-in-use',
    stock_scan_pkey: 'somebody-was-faster',
    evidence_one_holder: 'somebody-was-faster',
    evidence_disposal_number: 'evidence.number-in-use',
    evidence_disposal_certificate_number: 'evidence.number-in-use',
    evidence_disposed_once: 'somebody-was-faster',
    evidence_stock_paper_once: 'somebody-was-faster',
    evidence_link_ended_once: 'somebody-was-faster',
    evidence_kit_number: 'somebody-was-faster',
    evidence_kit_event_order: 'somebody-was-faster',
    evidence_cash_counted_once: 'somebody-was-faster',
    evidence_disposal_step_order: 'somebody-was-faster',
    hand_over_open_pkey: 'somebody-was-faster',
    thing_pkey: 'evidence.id-in-use',
    submission_pkey: 'evidence.id-in-use',
  },
  tasks: { [askAfterTask]: async (ground) => void (await askAfter(ground)) },
  derived: {
    'evidence.announced_now': announcedNowSql,
    'evidence.thing_now': thingNowSql,
    'evidence.hand_over_open': handOverOpenSql,
    'evidence.location_now': locationNowSql,
  },
}
