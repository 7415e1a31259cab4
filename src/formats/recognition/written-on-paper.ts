/** Dates as people write them on paper, in English and Spanish, whole or in part: 12/3/98, 12th March 1998, 12 de marzo de 1998, Mar. 1998. Days that are not in the calendar are none. */
export interface PaperDate {
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly value: string
  readonly from: number
  readonly to: number
  /** Less than 1 where day and month may stand the other way round, or the century is guessed. */
  readonly share: number
}

const MONTHS: readonly RegExp[] = [
  /^(jan(uary)?|enero|ene)$/,
  /^(feb(ruary)?|febrero)$/,
  /^(mar(ch)?|marzo)$/,
  /^(apr(il)?|abr(il)?)$/,
  /^(may|mayo)$/,
  /^(june?|junio)$/,
  /^(july?|julio)$/,
  /^(aug(ust)?|ago(sto)?)$/,
  /^(sept?(ember)?|sep|set|sept?iembre|setiembre)$/,
  /^(oct(ober|ubre)?)$/,
  /^(nov(ember|iembre)?)$/,
  /^(dec(ember)?|dic(iembre)?)$/,
]
const GAP = String.raw`[\s.,/-]*(?:of|de|del)?[\s.,/-]*`
const YEAR = String.raw`(\d{4}|['’]?\d{2})`
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|o|º|ro)?`
const EDGE = String.raw`(?<![\p{L}\d/-])`
const END = String.raw`(?![\p{L}\d]|[/-]\d)`
const MONTH = String.raw`(\p{L}{3,10})`
const shape = (source: string): RegExp => new RegExp(EDGE + source + END, 'giu')

const NUMERIC = shape(String.raw`(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})`)
const ISO = shape(String.raw`(\d{4})[-./](\d{1,2})[-./](\d{1,2})`)
const DAY_MONTH = shape(DAY + GAP + MONTH + GAP + YEAR)
const MONTH_DAY = shape(String.raw`${MONTH}[\s.]*${DAY}[\s,]+(\d{4})`)
const MONTH_YEAR = shape(String.raw`${MONTH}${GAP}(\d{4})`)
const YEAR_ALONE = new RegExp(String.raw`(?<=\b(?:in|of|year|año|en)\s+)((?:19|20)\d{2})${END}`, 'giu')

export function datesIn(
  text: string,
  { dayFirst, thisYear }: { dayFirst: boolean; thisYear: number },
): PaperDate[] {
  const found: PaperDate[] = []
  const taken = (from: number, to: number): boolean => found.some((one) => from < one.to && one.from < to)
  const look = (form: RegExp, read: (parts: readonly string[]) => [string, number] | undefined): void => {
    for (const match of text.matchAll(form)) {
      const [from, to] = [match.index, match.index + match[0].length]
      const date = taken(from, to) ? undefined : read(match.slice(1).map((part) => part ?? ''))
      if (date) found.push({ value: date[0], share: date[1], from, to })
    }
  }
  const year = (written: string): [number, number] => {
    const figures = written.replaceAll(/\D/g, '')
    if (figures.length === 4) return [Number(figures), 1]
    const century = Math.floor(thisYear / 100) * 100
    const near = century + Number(figures)
    return [near > thisYear ? near - 100 : near, 0.8]
  }
  look(ISO, ([y = '', m = '', d = '']) => dayOf(Number(y), Number(m), Number(d), 1))
  look(NUMERIC, ([a = '', , b = '', y = '']) => {
    const [whole, share] = year(y)
    const [first, second] = [Number(a), Number(b)]
    const open = first <= 12 && second <= 12 && first !== second ? 0.85 : 1
    const usual = dayFirst
      ? dayOf(whole, second, first, share * open)
      : dayOf(whole, first, second, share * open)
    // The other way round only when the laboratory's own is not in the calendar.
    return (
      usual ??
      (dayFirst ? dayOf(whole, first, second, share * 0.6) : dayOf(whole, second, first, share * 0.6))
    )
  })
  look(DAY_MONTH, ([d = '', m = '', y = '']) => {
    const [whole, share] = year(y)
    return dayOf(whole, monthOf(m), Number(d), share)
  })
  look(MONTH_DAY, ([m = '', d = '', y = '']) => dayOf(Number(y), monthOf(m), Number(d), 1))
  look(MONTH_YEAR, ([m = '', y = '']) =>
    monthOf(m) > 0 && likely(Number(y)) ? [`${y}-${two(monthOf(m))}`, 0.9] : undefined,
  )
  look(YEAR_ALONE, ([y = '']) => (likely(Number(y)) && Number(y) <= thisYear ? [y, 0.6] : undefined))
  return found.toSorted((a, b) => a.from - b.from)
}

const two = (n: number): string => `${n}`.padStart(2, '0')
const likely = (year: number): boolean => year >= 1850 && year <= 2150
const monthOf = (word: string): number => MONTHS.findIndex((form) => form.test(word.toLowerCase())) + 1

function dayOf(year: number, month: number, day: number, share: number): [string, number] | undefined {
  if (!likely(year) || month < 1 || month > 12 || day < 1) return undefined
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  return [`${year}-${two(month)}-${two(day)}`, share]
}
