/** The operations of evidence, in the order of a thing's life, and the queries that compute its derived tables again. */
import type { Module } from '#platform/cx.ts'
import { storesPart } from './stores/places-named.ts'
import { standingStores } from './stores/store/laboratory.ts'
import { usesOfRules } from './things/store/uses.ts'
import { plain } from '#platform/define.ts'
import { askAfter, askAfterTask } from './hands/late.ts'
import { acceptHandOver } from './hands/operations/accept-hand-over.ts'
import { breakSeal } from './things/operations/break-seal.ts'
import { checkOutToCourt } from './hands/operations/check-out-to-court.ts'
import { clearHazard } from './things/operations/clear-hazard.ts'
import { cashOfItem } from './things/operations/cash-of-item.ts'
import { consumeItem } from './things/operations/consume-item.ts'
import { correctCustodyEntry } from './hands/operations/correct-custody-entry.ts'
import { correctDescription } from './things/operations/correct-description.ts'
import { countCash } from './things/operations/count-cash.ts'
import { custodyForm } from './page/operations/custody-form.ts'
import { custodyOfItem } from './things/operations/custody-of-item.ts'
import { declineHandOver } from './hands/operations/decline-hand-over.ts'
import { defineLocation } from './stores/operations/define-location.ts'
import { describeItem } from './things/operations/describe-item.ts'
import { dispatchConsignment } from './hands/operations/dispatch-consignment.ts'
import { explainDifference } from './things/operations/explain-difference.ts'
import { findItems } from './things/operations/find-items.ts'
import { findPlaces } from './stores/operations/find-places.ts'
import { flagHazard } from './things/operations/flag-hazard.ts'
import { getItem } from './page/operations/get-item.ts'
import { handOver } from './hands/operations/hand-over.ts'
import { heldBy } from './hands/operations/held-by.ts'
import { inTransit } from './hands/operations/in-transit.ts'
import { answerConsumptionNotice } from './things/operations/answer-consumption-notice.ts'
import { consumptionLetter } from './things/operations/consumption-letter.ts'
import { giveConsumptionNotice } from './things/operations/give-consumption-notice.ts'
import { intendDisposition } from './things/operations/intend-disposition.ts'
import { itemPlans } from './things/operations/item-plans.ts'
import { addToCase } from './things/operations/add-to-case.ts'
import { casesOfItem } from './things/operations/cases-of-item.ts'
import { dangersOfCase } from './page/operations/dangers-of-case.ts'
import { itemsOfOtherCases } from './things/operations/items-of-other-cases.ts'
import { takeFromCase } from './things/operations/take-from-case.ts'
import { itemisePackage } from './things/operations/itemise-package.ts'
import { label } from './things/operations/label.ts'
import { makeSafe } from './things/operations/make-safe.ts'
import { noteDiscrepancy } from './things/operations/note-discrepancy.ts'
import { overdue } from './hands/operations/overdue.ts'
import { packItems } from './things/operations/pack-items.ts'
import { photograph } from './things/operations/photograph.ts'
import { photographItem } from './things/operations/photograph-item.ts'
import { printLabel } from './things/operations/print-label.ts'
import { receiveConsignment } from './hands/operations/receive-consignment.ts'
import { receiveItem } from './counter/operations/receive-item.ts'
import { receiveSubmission } from './counter/operations/receive-submission.ts'
import { refuseSubmission } from './counter/operations/refuse-submission.ts'
import { repackItem } from './things/operations/repack-item.ts'
import { reportFound } from './hands/operations/report-found.ts'
import { reportMissing } from './hands/operations/report-missing.ts'
import { retrieveItem } from './stores/operations/retrieve-item.ts'
import { returnFromCourt } from './hands/operations/return-from-court.ts'
import { returnItem } from './disposal/operations/return-item.ts'
import { sealItem } from './things/operations/seal-item.ts'
import { storeItem } from './stores/operations/store-item.ts'
import { storeMap } from './stores/operations/store-map.ts'
import { takeSubsample } from './things/operations/take-subsample.ts'
import { unpackItems } from './things/operations/unpack-items.ts'
import { voidItem } from './things/operations/void-item.ts'
import { weighItem } from './things/operations/weigh-item.ts'
import { withdrawHandOver } from './hands/operations/withdraw-hand-over.ts'
import { disposalDue } from './disposal/operations/disposal-due.ts'
import { proposeDisposal } from './disposal/operations/propose-disposal.ts'
import { attachDisposalOrder } from './disposal/operations/attach-disposal-order.ts'
import { answerDisposalQuery } from './disposal/operations/answer-disposal-query.ts'
import { approveDisposal } from './disposal/operations/approve-disposal.ts'
import { withdrawDisposal } from './disposal/operations/withdraw-disposal.ts'
import { disposeItem } from './disposal/operations/dispose-item.ts'
import { massBalance } from './things/operations/mass-balance.ts'
import { findDisposals } from './disposal/operations/find-disposals.ts'
import { getDisposal } from './disposal/operations/get-disposal.ts'
import { disposalCertificate } from './disposal/operations/disposal-certificate.ts'
import { disposalLetters } from './disposal/operations/disposal-letters.ts'
import { disposalOrder } from './disposal/operations/disposal-order.ts'
import { findSubmissions } from './counter/operations/find-submissions.ts'
import { getSubmission } from './counter/operations/get-submission.ts'
import { receipt } from './counter/operations/receipt.ts'
import { takeBack } from './hands/operations/take-back.ts'
import { scan } from './page/operations/scan.ts'
import { codeSheet } from './counter/operations/code-sheet.ts'
import { announced } from './counter/operations/announced.ts'
import { changePrelog } from './counter/operations/change-prelog.ts'
import { getPrelog } from './counter/operations/get-prelog.ts'
import { matchPrelog } from './counter/operations/match-prelog.ts'
import { myPrelogs } from './counter/operations/my-prelogs.ts'
import { prelogCode } from './counter/operations/prelog-code.ts'
import { prelogForm } from './counter/operations/prelog-form.ts'
import { prelogPhotograph } from './counter/operations/prelog-photograph.ts'
import { submitPrelog } from './counter/operations/submit-prelog.ts'
import { withdrawPrelog } from './counter/operations/withdraw-prelog.ts'
import { recoverFromItem } from './things/operations/recover-from-item.ts'
import { takeReferenceSample } from './counter/operations/take-reference-sample.ts'
import { recordRefusalToGive } from './counter/operations/record-refusal-to-give.ts'
import { offerCounterSample } from './disposal/operations/offer-counter-sample.ts'
import { linkItems } from './things/operations/link-items.ts'
import { retractLink } from './things/operations/retract-link.ts'
import { caseSamples } from './things/operations/case-samples.ts'
import { tenderExhibit } from './hands/operations/tender-exhibit.ts'
import { receiveFromCourt } from './hands/operations/receive-from-court.ts'
import { issueKit } from './counter/operations/issue-kit.ts'
import { useKit } from './counter/operations/use-kit.ts'
import { returnKit } from './counter/operations/return-kit.ts'
import { findKits } from './counter/operations/find-kits.ts'
import { getKit } from './counter/operations/get-kit.ts'
import { kitBoard } from './counter/operations/kit-board.ts'
import { leaveItems } from './stores/operations/leave-items.ts'
import { pendingIntake } from './stores/operations/pending-intake.ts'
import { photographLeft } from './stores/operations/photograph-left.ts'
import { takeInItems } from './stores/operations/take-in-items.ts'
import { temporaryPlaces } from './stores/operations/temporary-places.ts'
import { previewCustodyWords } from './page/operations/preview-custody-words.ts'
import { batches } from './things/operations/batches.ts'
import { changeTogether } from './things/operations/change-together.ts'
import { getBatch } from './things/operations/get-batch.ts'
import { putBack } from './things/operations/put-back.ts'
import { tryBatch } from './things/operations/try-batch.ts'
import { openStore } from './stores/operations/open-store.ts'
import { registerFoundItem } from './stores/operations/register-found-item.ts'
import { evacuationList } from './stores/operations/evacuation-list.ts'
import { evacuationPaper } from './stores/operations/evacuation-paper.ts'
import { startStockTake } from './stores/operations/start-stock-take.ts'
import { scanStock } from './stores/operations/scan-stock.ts'
import { closeStockTake } from './stores/operations/close-stock-take.ts'
import { stockTakes } from './stores/operations/stock-takes.ts'
import { getStockTake } from './stores/operations/get-stock-take.ts'
import { stockShelf } from './stores/operations/stock-shelf.ts'
import { answerAudit } from './stores/operations/answer-audit.ts'
import { stockAudit } from './stores/operations/stock-audit.ts'
import { auditTrend } from './stores/operations/audit-trend.ts'
import { stockPaper } from './stores/operations/stock-paper.ts'
import { stockDifferences } from './stores/operations/stock-differences.ts'
import { announcedNowSql } from './counter/store/announced.ts'
import { handOverOpenSql, locationNowSql, thingNowSql } from './things/store/now.ts'

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
    plain(takeFromCase),
    plain(dangersOfCase),
    plain(itemsOfOtherCases),
    plain(casesOfItem),
    plain(addToCase),
    plain(itemPlans),
    plain(intendDisposition),
    plain(giveConsumptionNotice),
    plain(consumptionLetter),
    plain(answerConsumptionNotice),
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
    plain(previewCustodyWords),
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
    plain(leaveItems),
    plain(takeInItems),
    plain(temporaryPlaces),
    plain(pendingIntake),
    plain(photographLeft),
    plain(tryBatch),
    plain(changeTogether),
    plain(putBack),
    plain(batches),
    plain(getBatch),
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
    evidence_intention_order: 'somebody-was-faster',
    evidence_also_ended_once: 'somebody-was-faster',
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
    evidence_batch_undone_once: 'somebody-was-faster',
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
