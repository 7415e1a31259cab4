/**
 * Writes a spreadsheet (Office Open XML, ECMA-376, SpreadsheetML): sheets of plain cells. Text is text, whatever it begins with, so that nothing is run when it is
 * opened; what reads as a number is a number. The same cells and instant give the same bytes.
 */
import { type Packed, zipOf } from './zip.ts'

export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly (string | number | null)[])[]
}
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** A, B … Z, AA: the name of a column, from 0. */
export function columnName(n: number): string {
  return n < 26 ? String.fromCharCode(65 + n) : `${columnName(Math.floor(n / 26) - 1)}${columnName(n % 26)}`
}

function cellOf(value: string | number | null, at: string): string {
  if (value === null || value === '') return ''
  const text = String(value)
  // Fifteen digits are as many as a spreadsheet keeps; a longer number, or one with a leading zero, is a name.
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15)
    return `<c r="${at}"><v>${text}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}
const sheetXml = ({ rows }: Sheet): string =>
  `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows
    .map(
      (cells, i) =>
        `<row r="${i + 1}">${cells.map((value, j) => cellOf(value, `${columnName(j)}${i + 1}`)).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`

export function xlsxOf(sheets: readonly Sheet[], at: string): Buffer {
  const names = sheets.map((s) => escaped(s.name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)))
  const part = (name: string, text: string): Packed => ({ name, bytes: Buffer.from(text, 'utf8') })
  const kind = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`
  return zipOf(
    [
      part(
        '[Content_Types].xml',
        `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${kind('xl/workbook.xml', 'sheet.main')}${sheets.map((_, i) => kind(`xl/worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}</Types>`,
      ),
      part(
        '_rels/.rels',
        `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      part(
        'xl/workbook.xml',
        `${XML}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
      ),
      part(
        'xl/_rels/workbook.xml.rels',
        `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
      ),
      ...sheets.map((sheet, i) => part(`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet))),
    ],
    at,
  )
}
