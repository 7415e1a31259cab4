/**
 * Workbooks of Excel 2007 and later (ECMA-376, SpreadsheetML): the first sheet that holds a table, as text. Only what cells say is read; formulas, links and entities are not followed.
 */
import { FormatFault } from '../reading.ts'
import { type Row, dayOf, isDateFormat, plainNumber, tableOfSheets } from './sheet.ts'
import { MOST_CELLS, type TableRead } from './table.ts'
import { type Members, membersOf } from './unzip.ts'

export const isWorkbook = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

export function readWorkbook(bytes: Uint8Array): TableRead {
  const members = membersOf(bytes)
  const book = textOf(members, 'xl/workbook.xml')
  if (book === undefined) throw new FormatFault('formats.tables.not-a-workbook')
  const shared = [
    ...(textOf(members, 'xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>|<si\/>/gs),
  ].map(([, inside]) => stringOf(inside ?? ''))
  const dated = datedStyles(textOf(members, 'xl/styles.xml') ?? '')
  const since1904 = /<workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(book)
  const links = new Map(
    [...(textOf(members, 'xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\b([^>]*)>/g)].map(
      ([, of = '']) => [attribute(of, 'Id'), attribute(of, 'Target')],
    ),
  )
  const sheets = [...book.matchAll(/<sheet\b([^>]*)>/g)].map(([, of = '']) => ({
    name: attribute(of, 'name'),
    path: `xl/${(links.get(attribute(of, 'r:id')) ?? '').replace(/^\/?(xl\/)?/, '')}`,
  }))
  return {
    kind: 'xlsx',
    encoding: 'utf-8',
    ...tableOfSheets(
      sheets.map(({ name, path }) => ({
        name,
        rows: () => rowsOf(textOf(members, path) ?? '', shared, dated, since1904),
      })),
    ),
  }
}

const textOf = (members: Members, name: string): string | undefined => {
  const bytes = members(name)
  return bytes && new TextDecoder().decode(bytes)
}
const attribute = (of: string, name: string): string =>
  unescaped(new RegExp(String.raw`(?:^|\s)${name}="([^"]*)"`).exec(of)?.[1] ?? '')

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
/** The five entities and numbers of XML; a document's own are not known, so none can grow. */
function unescaped(text: string): string {
  return text.replaceAll(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{1,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED.get(name) ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
/** Runs of text one after another; how a word is spoken (rPh) is not part of it. */
const stringOf = (inside: string): string =>
  [...inside.replaceAll(/<rPh\b.*?<\/rPh>/gs, '').matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)]
    .map(([, text]) => unescaped(text ?? ''))
    .join('')

/** Which styles show a number as a date. */
function datedStyles(styles: string): ReadonlySet<number> {
  const own = new Map(
    [...styles.matchAll(/<numFmt\b([^>]*)>/g)].map(([, of = '']) => [
      Number(attribute(of, 'numFmtId')),
      attribute(of, 'formatCode'),
    ]),
  )
  const formats = /<cellXfs\b.*?<\/cellXfs>/s.exec(styles)?.[0] ?? ''
  const dated = new Set<number>()
  ;[...formats.matchAll(/<xf\b([^>]*)>/g)].forEach(([, of = ''], at) => {
    const id = Number(attribute(of, 'numFmtId'))
    if (isDateFormat(id, own.get(id) ?? '')) dated.add(at)
  })
  return dated
}

function rowsOf(
  sheet: string,
  shared: readonly string[],
  dated: ReadonlySet<number>,
  since1904: boolean,
): Row[] {
  const rows: Row[] = []
  let spent = 0
  for (const [, head = '', inside = ''] of sheet.matchAll(/<row\b([^>]*?)(?:\/>|>(.*?)<\/row>)/gs)) {
    const cells: string[] = []
    for (const [, of = '', value = ''] of inside.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const place = /(?:^|\s)r="([A-Z]{1,3})\d+"/.exec(of)?.[1]
      const column = place === undefined ? cells.length : columnOf(place)
      spent += 1
      if (spent > MOST_CELLS || column > 16_383)
        throw new FormatFault('formats.tables.too-large', { limit: MOST_CELLS })
      while (cells.length < column) cells.push('')
      cells[column] = cellOf(of, value, shared, dated, since1904)
    }
    rows.push({ line: Number(attribute(head, 'r')) || rows.length + 1, cells })
  }
  return rows
}
const columnOf = (letters: string): number =>
  letters.split('').reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1

function cellOf(
  of: string,
  inside: string,
  shared: readonly string[],
  dated: ReadonlySet<number>,
  since1904: boolean,
): string {
  const type = attribute(of, 't')
  const value = unescaped(/<v\b[^>]*>(.*?)<\/v>/s.exec(inside)?.[1] ?? '')
  if (type === 's') return shared[Number(value)] ?? ''
  if (type === 'inlineStr') return stringOf(inside)
  if (type === 'b') return value === '1' ? 'true' : value === '0' ? 'false' : ''
  if (type === 'e') return ''
  if (value === '' || type === 'str' || type === 'd') return value
  return dated.has(Number(attribute(of, 's')) || 0) ? dayOf(value, since1904) : plainNumber(value)
}
