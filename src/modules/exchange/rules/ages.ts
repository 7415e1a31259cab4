/** Ages as registers write them, in whole years: 55, 55 Years, 3 Months 12 Days, 40 Mins, 12 años, abt 30. */
export interface WrittenAge {
  readonly years: number
  /** Only about so many. */
  readonly guessed: boolean
}

const units: readonly [RegExp, boolean][] = [
  [/^(?:y|yrs?|years?|años?|anos?)$/, true],
  [
    /^(?:mo|mos|months?|mes|meses|w|wks?|weeks?|semanas?|d|days?|d[ií]as?|h|hrs?|hours?|horas?|m|mins?|minutes?|minutos?|s|secs?|seconds?|segundos?)$/,
    false,
  ],
]
const about = /^(?:about|abt|approx(?:imately)?|aprox|circa|ca|c|~|cerca de|unos)\.? */

/** Between two ages the lower is taken: who may be under age is protected. */
const span = /^(\d{1,3}) *(?:-|–|to|or|a|o|\/) *(\d{1,3})(?: *(?:y|yrs?|years?|años?))?\.?$/

/** Undefined where no age is written. */
export function readAge(written: string): WrittenAge | undefined {
  const line = written.trim().toLowerCase()
  const guessed = about.test(line) || line.includes('?')
  const plain = line.replace(about, '').replace(/\?/g, '').trim()
  const between = span.exec(plain)
  if (between && Number(between[1]) < Number(between[2]) && Number(between[2]) <= 125)
    return { years: Number(between[1]), guessed: true }
  const parts = [
    ...plain.matchAll(/(\d{1,3})\s*([\p{L}]*)\.?(?:\s*(?:of age|old|de edad))?(?:[\s,]+(?:and |y )?)?/gu),
  ]
  if (parts.length === 0 || parts.map((p) => p[0]).join('') !== plain) return undefined
  let years: number | undefined
  for (const [, figures, unit] of parts) {
    const kind = unit === '' ? undefined : units.find(([pattern]) => pattern.test(unit ?? ''))
    if (unit !== '' && !kind) return undefined
    // A bare number is in years, and then it stands alone.
    if (unit === '' && parts.length > 1) return undefined
    if (unit === '' || kind?.[1]) {
      if (years !== undefined) return undefined
      years = Number(figures)
    }
  }
  const whole = years ?? 0
  return whole <= 125 ? { years: whole, guessed } : undefined
}
