/** The operations of the archive. */
import type { Module } from '#platform/cx.ts'
import { askBack } from './pages/operations/ask-back.ts'
import { bringBack } from './pages/operations/bring-back.ts'
import { checkCold } from './pages/operations/check-cold.ts'
import { coldStore } from './pages/operations/cold-store.ts'
import { defineColdPlace } from './pages/operations/define-cold-place.ts'
import { moveToCold } from './pages/operations/move-to-cold.ts'
import { photographsKept } from './pages/operations/photographs-kept.ts'
import { oldPhotographs } from './pages/operations/old-photographs.ts'
import { recordMove } from './pages/operations/record-move.ts'
import { checkColdStores, coldFixityTask, coldTask, moveMasters } from './pages/cooling.ts'
import { comparePlaces } from './pages/operations/compare-places.ts'
import { healFile } from './pages/operations/heal-file.ts'
import { healings } from './pages/operations/healings.ts'
import { healFiles, healTask } from './pages/healing.ts'
import { plain } from '#platform/define.ts'
import { archivePaper } from './pages/operations/archive-paper.ts'
import { boxLabels } from './pages/operations/box-labels.ts'
import { certifyCopy } from './pages/operations/certify-copy.ts'
import { certifySearch } from './pages/operations/certify-search.ts'
import { changeTier } from './shelves/operations/change-tier.ts'
import { checkOutFile } from './pages/operations/check-out-file.ts'
import { fileInventory } from './pages/operations/file-inventory.ts'
import { findBoxes } from './pages/operations/find-boxes.ts'
import { getBox } from './pages/operations/get-box.ts'
import { getFile } from './pages/operations/get-file.ts'
import { linkToCase } from './pages/operations/link-to-case.ts'
import { markSensitive } from './pages/operations/mark-sensitive.ts'
import { moveBox } from './shelves/operations/move-box.ts'
import { moveFile } from './shelves/operations/move-file.ts'
import { progress } from './pages/operations/progress.ts'
import { proposeCases } from './pages/operations/propose-cases.ts'
import { registerBox } from './shelves/operations/register-box.ts'
import { registerFile } from './pages/operations/register-file.ts'
import { reportFileMissing } from './shelves/operations/report-file-missing.ts'
import { requestScan } from './pages/operations/request-scan.ts'
import { returnFile } from './pages/operations/return-file.ts'
import { scanRequests } from './pages/operations/scan-requests.ts'
import { prepareBatch } from './pages/operations/prepare-batch.ts'
import { recountFile } from './pages/operations/recount-file.ts'
import { printSeparators } from './pages/operations/print-separators.ts'
import { readAgain } from './pages/operations/read-again.ts'
import { receiveScans } from './pages/operations/receive-scans.ts'
import { openScan } from './pages/operations/open-scan.ts'
import { withdrawRequest } from './pages/operations/withdraw-request.ts'
import { withdrawScan } from './pages/operations/withdraw-scan.ts'
import { reconcileBatch } from './pages/operations/reconcile-batch.ts'
import { findBatches } from './pages/operations/find-batches.ts'
import { batchStatus } from './pages/operations/batch-status.ts'
import { strayScans } from './pages/operations/stray-scans.ts'
import { pages } from './pages/operations/pages.ts'
import { page } from './pages/operations/page.ts'
import { pageText } from './pages/operations/page-text.ts'
import { nextToKey } from './pages/operations/next-to-key.ts'
import { keyIndex } from './pages/operations/key-index.ts'
import { toAdjudicate } from './pages/operations/to-adjudicate.ts'
import { adjudicateIndex } from './pages/operations/adjudicate-index.ts'
import { correctIndex } from './pages/operations/correct-index.ts'
import { drawLot } from './pages/operations/draw-lot.ts'
import { inspectLot } from './pages/operations/inspect-lot.ts'
import { acceptLot } from './pages/operations/accept-lot.ts'
import { rejectLot } from './pages/operations/reject-lot.ts'
import { lotQuality } from './pages/operations/lot-quality.ts'
import { getLot } from './pages/operations/get-lot.ts'
import { searchPages } from './pages/operations/search-pages.ts'
import { authoriseDestruction } from './pages/operations/authorise-destruction.ts'
import { recordDestruction } from './pages/operations/record-destruction.ts'
import { transferRecords } from './pages/operations/transfer-records.ts'
import { findDisposals } from './pages/operations/find-disposals.ts'
import { openScans, openScansTask } from './pages/opening-scans.ts'
import { houseReader } from './pages/house-reader.ts'
import { readPages, readPagesTask } from './pages/reading-pages.ts'
import { derived } from './pages/store/derived.ts'

/** What two people did at the same moment: the second is told so. */
const order = `archive_box_number archive_box_barcode archive_box_step_order archive_file_number archive_file_barcode archive_file_step_order archive_request_number archive_request_step_order archive_paper_number archive_batch_number archive_batch_count_order archive_batch_sheet_code archive_batch_step_order scan_once archive_scan_step_order archive_page_place archive_key_pass_round archive_index_value_order archive_lot_number archive_lot_unit_order archive_inspection_once archive_lot_step_order archive_disposal_number archive_disposal_step_order archive_cold_step_order archive_cold_step_scene_order archive_healing_end_once`
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
    plain(comparePlaces),
    plain(healFile),
    plain(healings),
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
    plain(photographsKept),
    plain(oldPhotographs),
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
    [healTask]: healFiles,
  },
}
