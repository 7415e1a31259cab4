/** Why a scanned file, or one page of it, was not opened. */
export const pagesEn = {
  'formats.pages.empty': 'The file “{file}” is empty (0 bytes). Scan it again.',
  'formats.pages.too-large': 'The file “{file}” is larger than {limit} MB. Scan the box in several files.',
  'formats.pages.not-paper':
    'The file “{file}” is no TIFF, PDF, JPEG or PNG. Scan to one of these, or keep it as an attachment.',
  'formats.pages.damaged':
    'The file “{file}” is damaged and cannot be opened. Keep it, and scan the paper again or ask the sender for it.',
  'formats.pages.page-damaged':
    'Page {page, number} of “{file}” is damaged and cannot be shown. Scan that page again; the others are not touched by it.',
  'formats.pages.needs-password':
    'The file “{file}” is locked with a password. Ask the sender for the password or for a file without one.',
  'formats.pages.no-pages': 'The file “{file}” has no pages. Scan it again.',
  'formats.pages.too-many-pages':
    'The file “{file}” has more than {limit, number} pages. Scan the box in several files.',
  'formats.pages.too-many-pixels':
    'A page of “{file}” wants {pixels, number} pixels, more than a sheet of paper has at any useful fineness. Scan it at 300 dots an inch.',
  'formats.pages.took-too-long':
    'The file “{file}” was given up after {seconds, number} seconds. Scan the paper again, or divide the file.',
  'formats.pages.no-such-page':
    'The file “{file}” has {count, number} pages, and page {page, number} is none of them.',
  'formats.pages.closed': 'The file “{file}” was closed already. Open it again.',
  'formats.recognition.took-too-long':
    'Reading page {page, number} was given up after {seconds, number} seconds. It is kept as a picture; key it by hand, or have it read again when the machine is less busy.',
  'formats.recognition.engine-failed':
    'The reading program stumbled over page {page, number}. It is kept as a picture; key it by hand.',
  'formats.tables.too-large': 'The table has more than {limit, number} cells. Divide it.',
  'formats.tables.damaged': 'The file is damaged and cannot be read as a table. Export it again.',
  'formats.tables.not-a-workbook':
    'The file is a packed archive, and no workbook of Excel. Unpack it, or save the table as CSV.',
  'formats.tables.too-old': 'The workbook is older than Excel 97. Open it and save it as CSV.',
  'formats.tables.locked': 'The workbook asks for a password. Save it without one, or as CSV.',
  'formats.tables.no-table': 'No sheet of the workbook holds a table. Save the right one as CSV.',
  'formats.tables.deleted-rows':
    '{deleted, plural, one {One row is} other {# rows are}} marked as deleted in the file and left out.',
  'formats.tables.cut-short':
    'The file says {declared, number} rows and holds {there, number}: it was cut off. Copy it again.',
  'formats.tables.memos-not-read': 'Memos lie in a second file and are not read: {fields}.',
  'formats.tables.other-sheets': 'Read from the sheet {sheet}; not from {others}.',
} as const
