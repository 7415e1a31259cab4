/** What a spreadsheet would run instead of showing it; both halves of the product write cells by this one rule. */

/** What it runs when it stands first in a cell (OWASP, CSV injection), full-width forms as well. */
const RUNS = /^'*[=+\-@\t\r|＝＋－＠]/u
/** A signed number or a telephone number is what it says. */
const SIGNED = /^[+-]\d[\d.,\s]*$|^\+\d[\d\s()-]*$/

/** A cell that a spreadsheet would run as a formula is written with an apostrophe before it; `asWritten` takes it off again. */
export const harmless = (cell: string): string => (RUNS.test(cell) && !SIGNED.test(cell) ? `'${cell}` : cell)
export const asWritten = (cell: string): string =>
  cell.startsWith("'") && RUNS.test(cell) ? cell.slice(1) : cell
