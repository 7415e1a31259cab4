/** The operations of the archive. */
import type { Module } from '#platform/cx.ts'
import { askBack } from './operations/ask-back.ts'
import { bringBack } from './operations/bring-back.ts'
import { checkCold } from './operations/check-cold.ts'
import { coldStore } from './operations/cold-store.ts'
import { defineColdPlace } from './operations/define-cold-place.ts'
import { moveToCold } from './operations/move-to-cold.ts'
import { recordMove } from './operations/record-move.ts'
import { checkColdStores, coldFixityTask, coldTask, moveMasters } from './cooling.ts'
import { comparePlaces } from '#platform/compare-places.ts'
import { isColdFile } from './store/cold.ts'
import { plain } from '#platform/define.ts'
import { archivePaper } from './operations/archive-paper.ts'
import { boxLabels } from './operations/box-labels.ts'
import { certifyCopy } from './operations/certify-copy.ts'
import { certifySearch } from './operations/certify-search.ts'
import { changeTier } from './operations/change-tier.ts'
import { checkOutFile } from './operations/check-out-file.ts'
import { fileInventory } from './operations/file-inventory.ts'
import { findBoxes } from './operations/find-boxes.ts'
import { getBox } from './operations/get-box.ts'
import { getFile } from './operations/get-file.ts'
import { linkToCase } from './operations/link-to-case.ts'
import { markSensitive } from './operations/mark-sensitive.ts'
import { moveBox } from './operations/move-box.ts'
import { moveFile } from './operations/move-file.ts'
import { progress } from './operations/progress.ts'
import { proposeCases } from './operations/propose-cases.ts'
import { registerBox } from './operations/register-box.ts'
import { registerFile } from './operations/register-file.ts'
import { reportFileMissing } from './operations/report-file-missing.ts'
import { requestScan } from './operations/request-scan.ts'
import { returnFile } from './operations/return-file.ts'
import { scanRequests } from './operations/scan-requests.ts'
import { prepareBatch } from './operations/prepare-batch.ts'
import { recountFile } from './operations/recount-file.ts'
import { printSeparators } from './operations/print-separators.ts'
import { readAgain } from './operations/read-again.ts'
import { receiveScans } from './operations/receive-scans.ts'
import { openScan } from './operations/open-scan.ts'
import { withdrawRequest } from './operations/withdraw-request.ts'
import { withdrawScan } from './operations/withdraw-scan.ts'
import { reconcileBatch } from './operations/reconcile-batch.ts'
import { findBatches } from './operations/find-batches.ts'
import { batchStatus } from './operations/batch-status.ts'
import { strayScans } from './operations/stray-scans.ts'
import { pages } from './operations/pages.ts'
import { page } from './operations/page.ts'
import { pageText } from './operations/page-text.ts'
import { nextToKey } from './operations/next-to-key.ts'
import { keyIndex } from './operations/key-index.ts'
import { toAdjudicate } from './operations/to-adjudicate.ts'
import { adjudicateIndex } from './operations/adjudicate-index.ts'
import { correctIndex } from './operations/correct-index.ts'
import { drawLot } from './operations/draw-lot.ts'
import { inspectLot } from './operations/inspect-lot.ts'
import { acceptLot } from './operations/accept-lot.ts'
import { rejectLot } from './operations/reject-lot.ts'
import { lotQuality } from './operations/lot-quality.ts'
import { getLot } from './operations/get-lot.ts'
import { searchPages } from './operations/search-pages.ts'
import { authoriseDestruction } from './operations/authorise-destruction.ts'
import { recordDestruction } from './operations/record-destruction.ts'
import { transferRecords } from './operations/transfer-records.ts'
import { findDisposals } from './operations/find-disposals.ts'
import { openScans, openScansTask } from './opening-scans.ts'
import { houseReader } from './house-reader.ts'
import { readPages, readPagesTask } from './reading-pages.ts'
import { derived } from './store/derived.ts'

/** What two people did at the same moment: the second is told so. */
const order = `archive_box_number archive_box_barcode archive_box_step_order archive_file_number archive_file_barcode archive_file_step_order archive_request_number archive_request_step_order archive_paper_number archive_batch_number archive_batch_count_order archive_batch_sheet_code archive_batch_step_order scan_once archive_scan_step_order archive_page_place archive_key_pass_round archive_index_value_order archive_lot_number archive_lot_unit_order archive_inspection_once archive_lot_step_order archive_disposal_number archive_disposal_step_order archive_cold_step_order`
export const archive: Module = {
  name: 'archive',
  operations: [
    plain(registerBox),
    plain(moveBox),
    plain(findBoxes),
    plain(getBox),
    plain(boxLabels),
    plain(registerFile),
    plain(fileInventory),
    plain(getFile),
    plain(proposeCases),
    plain(linkToCase),
    plain(moveFile),
    plain(checkOutFile),
    plain(returnFile),
    plain(reportFileMissing),
    plain(changeTier),
    plain(requestScan),
    plain(scanRequests),
    plain(certifySearch),
    plain(withdrawRequest),
    plain(markSensitive),
    plain(certifyCopy),
    plain(archivePaper),
    plain(progress),
    plain(prepareBatch),
    plain(recountFile),
    plain(printSeparators),
    plain(receiveScans),
    plain(openScan),
    plain(withdrawScan),
    plain(reconcileBatch),
    plain(findBatches),
    plain(batchStatus),
    plain(strayScans),
    plain(pages),
    plain(page),
    plain(pageText),
    plain(readAgain),
    plain(nextToKey),
    plain(keyIndex),
    plain(toAdjudicate),
    plain(adjudicateIndex),
    plain(correctIndex),
    plain(comparePlaces(isColdFile)),
    plain(drawLot),
    plain(inspectLot),
    plain(acceptLot),
    plain(rejectLot),
    plain(lotQuality),
    plain(getLot),
    plain(searchPages),
    plain(authoriseDestruction),
    plain(recordDestruction),
    plain(transferRecords),
    plain(findDisposals),
    plain(askBack),
    plain(bringBack),
    plain(checkCold),
    plain(coldStore),
    plain(defineColdPlace),
    plain(moveToCold),
    plain(recordMove),
  ],
  constraints: {
    ...Object.fromEntries(order.split(' ').map((name) => [name, 'somebody-was-faster'])),
    archive_cold_place_label: 'archive.cold-label-taken',
  },
  derived,
  tasks: {
    [openScansTask]: openScans,
    [readPagesTask]: (ground) => readPages(ground, houseReader),
    [coldTask]: moveMasters,
    [coldFixityTask]: checkColdStores,
  },
}
