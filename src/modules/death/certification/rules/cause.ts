/**
 * What a person should look at again in a cause and a manner of death: pure, and never more than a doubt. The terms are those that the WHO calls
 * ill-defined or of little use for public health when they stand alone or last (ICD-10 vol. 2, 4.1; ANACONDA tables of unusable causes), in plain
 * stems of English and Spanish; a laboratory adds its own by the list `ill-defined-cause`.
 */
export interface Line {
  readonly text: string
  readonly interval: string | null
}
export interface Certified {
  readonly lines: readonly Line[]
  readonly other: string | null
  readonly manner: string | null
  readonly how: string | null
  readonly sex: string | null
  readonly pregnancy: string | null
  readonly ageYears: number | null
  readonly wounds: readonly string[]
  readonly circumstances: readonly string[]
}
export interface Doubt {
  readonly key: string
  readonly code: string
  readonly values?: Record<string, string>
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()

const illDefined =
  /\b(cardiac arrest|cardio-?(respiratory|pulmonary) (arrest|failure)|respiratory (arrest|failure)|heart failure|organ failure|old age|senility|natural causes|unknown|undetermined|debility|shock|coma|paro (cardiaco|cardiorrespiratorio|respiratorio)|insuficiencia (cardiaca|respiratoria)|falla (multiorganica|organica)|causas naturales|vejez|desconocid[ao]|debilidad)\b/
const violent: Readonly<Record<string, RegExp>> = {
  homicide:
    /\b(gun ?shot|shot|bullet|stab|stabb|assault|homicid|firearm|arma de fuego|disparo|proyectil|apunal|arma blanca|agresion)\w*/,
  suicide: /\b(self[- ]?inflicted|suicid|hanging|hanged|ahorcad|ahorcamiento|autoinfligid)\w*/,
  accident:
    /\b(traffic|collision|crash|vehic|fall from|drown|overdose|electrocut|intoxica|toxicity|poisoning|blunt force|accident|transito|choque|vehic|caida|ahogamiento|sobredosis|intoxicacion|envenenamiento)\w*/,
}
const injury = new RegExp(
  Object.values(violent)
    .map((r) => r.source)
    .concat(['\\b(wound|injur|trauma|fractur|burn|herida|lesion|quemadura)\\w*'])
    .join('|'),
)
const disease =
  /\b(cancer|carcinoma|neoplas|diabet|hypertens|atheroscl|arterioscl|coronary|pneumon|cirrhos|stroke|infarct|tubercul|hiv|sepsis|ischemi|ischaemi|tumor|hipertens|cancer|neumon|cirros|ateroscl|infarto)\w*/

const units: Readonly<Record<string, number>> = {
  s: 1,
  min: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  mo: 2_629_800,
  y: 31_557_600,
}
const unitOf = (word: string): number | undefined =>
  /^(s|sec|seg)/.test(word)
    ? word.startsWith('sem')
      ? units['w']
      : units['s']
    : word.startsWith('min')
      ? units['min']
      : /^(h|hr|hour|hora)/.test(word)
        ? units['h']
        : /^(d|day|dia)/.test(word)
          ? units['d']
          : /^(w|week|sem)/.test(word)
            ? units['w']
            : /^(mo|month|mes)/.test(word)
              ? units['mo']
              : /^(y|yr|year|ano|a$)/.test(word)
                ? units['y']
                : undefined

/** A written interval in seconds where it can be read; “minutes” alone counts as a few. */
export function secondsOf(interval: string | null): number | null {
  if (interval === null) return null
  const text = plain(interval)
  if (/immediate|instant|inmediat/.test(text)) return 0
  const m = /(\d+(?:[.,]\d+)?)?\s*([a-z]+)/.exec(text)
  const unit = m?.[2] ? unitOf(m[2]) : undefined
  if (!m || unit === undefined) return null
  return (m[1] ? Number(m[1].replace(',', '.')) : 2) * unit
}

function sequenceDoubts(lines: readonly Line[]): Doubt[] {
  const out: Doubt[] = []
  const letters = 'abcd'
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    if (!next) return
    const [here, below] = [secondsOf(line.interval), secondsOf(next.interval)]
    if (here !== null && below !== null && below < here)
      out.push({
        key: `interval-${letters[i]}`,
        code: 'death.doubt-interval',
        values: {
          line: letters[i] ?? '',
          next: letters[i + 1] ?? '',
          here: line.interval ?? '',
          below: next.interval ?? '',
        },
      })
    if (plain(line.text) === plain(next.text))
      out.push({
        key: `same-${letters[i]}`,
        code: 'death.doubt-same',
        values: { line: letters[i] ?? '', next: letters[i + 1] ?? '' },
      })
    // An illness of years does not come from the injury beneath it within hours; an injury does not come from an illness by itself.
    if (injury.test(plain(line.text)) && !injury.test(plain(next.text)) && disease.test(plain(next.text)))
      out.push({
        key: `order-${letters[i]}`,
        code: 'death.doubt-order',
        values: { line: line.text, next: next.text },
      })
  })
  return out
}

/** The coded manner against what the text says; `pending` and `undetermined` contradict nothing. */
function mannerDoubts(c: Certified): Doubt[] {
  if (c.manner === null || c.manner === 'pending' || c.manner === 'undetermined') return []
  const text = plain([...c.lines.map((l) => l.text), c.other ?? '', c.how ?? ''].join(' '))
  const out: Doubt[] = []
  const says = (m: string): boolean => violent[m]?.test(text) ?? false
  if (c.manner === 'natural' && injury.test(text))
    out.push({ key: 'manner-natural-injury', code: 'death.doubt-natural-injury' })
  if (c.manner !== 'natural' && !injury.test(text) && disease.test(text))
    out.push({ key: 'manner-violent-disease', code: 'death.doubt-violent-disease' })
  if (c.manner !== 'suicide' && says('suicide'))
    out.push({ key: 'manner-not-suicide', code: 'death.doubt-says-suicide' })
  if (c.manner === 'accident' && /\b(assault|homicid|agresion)\w*/.test(text))
    out.push({ key: 'manner-not-homicide', code: 'death.doubt-says-homicide' })
  if (
    c.manner === 'accident' &&
    /\b(gun ?shot|firearm|arma de fuego|proyectil)\w*/.test(text) &&
    c.how === null
  )
    out.push({ key: 'manner-gunshot-accident', code: 'death.doubt-gunshot-accident' })
  if (c.manner === 'natural' && (c.wounds.includes('gunshot') || c.circumstances.includes('firearm')))
    out.push({ key: 'manner-natural-gunshot', code: 'death.doubt-natural-gunshot' })
  if (c.manner !== 'natural' && c.how === null)
    out.push({ key: 'how-missing', code: 'death.doubt-how-missing' })
  return out
}

export function doubtsOf(c: Certified, ownTerms: readonly string[] = []): Doubt[] {
  const last = c.lines.at(-1)
  const own = ownTerms.map(plain)
  const unusable = (text: string): boolean =>
    illDefined.test(plain(text)) || own.some((t) => plain(text).includes(t))
  return [
    ...(last && unusable(last.text)
      ? [{ key: 'ill-defined', code: 'death.doubt-ill-defined', values: { text: last.text } }]
      : []),
    ...c.lines
      .filter((l) => l.text.length > 120)
      .map(
        (l, i): Doubt => ({
          key: `long-${i}`,
          code: 'death.doubt-long',
          values: { text: l.text.slice(0, 60) },
        }),
      ),
    ...c.lines
      .filter((l) => /;|\b(and|y)\b.*\b(and|y)\b/.test(plain(l.text)))
      .map((l, i): Doubt => ({ key: `two-in-line-${i}`, code: 'death.doubt-two', values: { text: l.text } })),
    ...sequenceDoubts(c.lines),
    ...(c.pregnancy !== null &&
    ['at-death', 'within-42-days', 'within-year'].includes(c.pregnancy) &&
    c.sex === 'male'
      ? [{ key: 'pregnant-man', code: 'death.doubt-pregnant-man' }]
      : []),
    ...(c.ageYears !== null &&
    c.ageYears < 1 &&
    /\b(atheroscl|arterioscl|dementia|ateroscl|demencia)\w*/.test(plain(c.lines.map((l) => l.text).join(' ')))
      ? [{ key: 'age-cause', code: 'death.doubt-age' }]
      : []),
    ...mannerDoubts(c),
  ]
}
