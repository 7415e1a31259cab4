/** The operations of the archive. */
import type { Module } from '#platform/cx.ts'
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
import { derived } from './store/derived.ts'

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
    plain(markSensitive),
    plain(certifyCopy),
    plain(archivePaper),
    plain(progress),
  ],
  constraints: {
    archive_box_number: 'somebody-was-faster',
    archive_box_barcode: 'somebody-was-faster',
    archive_box_step_order: 'somebody-was-faster',
    archive_file_number: 'somebody-was-faster',
    archive_file_barcode: 'somebody-was-faster',
    archive_file_step_order: 'somebody-was-faster',
    archive_request_number: 'somebody-was-faster',
    archive_request_step_order: 'somebody-was-faster',
    archive_paper_number: 'somebody-was-faster',
  },
  derived,
}
