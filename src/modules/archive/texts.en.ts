/** What the archive says: its acts, what stands in the way, its papers, its screens. */
import { en as papers } from './texts/papers.en.ts'
import { en as rules } from './texts/rules.en.ts'
import { en as screens } from './texts/screens.en.ts'

export const en = {
  'op.archive.register-box': 'Register a box',
  'op.archive.move-box': 'Move a box',
  'op.archive.find-boxes': 'Boxes',
  'op.archive.get-box': 'Box',
  'op.archive.box-labels': 'Print labels',
  'op.archive.register-file': 'List a file',
  'op.archive.file-inventory': 'Paper files',
  'op.archive.get-file': 'Paper file',
  'op.archive.propose-cases': 'Cases that may be the same',
  'op.archive.link-to-case': 'Link to a case',
  'op.archive.move-file': 'Put into another box',
  'op.archive.check-out-file': 'Take out',
  'op.archive.return-file': 'Put back',
  'op.archive.report-file-missing': 'Report missing',
  'op.archive.change-tier': 'Change the tier',
  'op.archive.request-scan': 'Ask for a scan',
  'op.archive.scan-requests': 'Requests for scans',
  'op.archive.certify-search': 'Certify a search in vain',
  'op.archive.mark-sensitive': 'Screen for what few should see',
  'op.archive.certify-copy': 'Make a certified copy',
  'op.archive.archive-paper': 'Signed paper of the archive',
  'op.archive.progress': 'Progress of the archive',
  ...papers,
  ...rules,
  ...screens,
} as const
