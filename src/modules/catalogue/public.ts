/** The door of catalogue: codes, numbers, limits, forms and their answers, texts and letterhead, as of a day. */
import { settingOf } from '#identity/store.ts'
import type { z } from 'zod'
import { Refusal, no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Language } from '#kernel/say.ts'
import type { Cx } from '#platform/cx.ts'
import type { Sql } from '#platform/sql.ts'
import { KitBody, type LetterheadBody, type Numbering, type Series, type StatutoryLimit } from './contract.ts'
import { type NumberScope, drawNumber, numberingOf } from './store/numbering.ts'
import { type CodeRow, findCodeRow, listCodes, listNames, newestNames } from './store/codes.ts'
import { definitionInForce, formNameColumn } from './store/definitions.ts'
import { listLimits } from './store/limits.ts'
import { listUnconfirmedAmong } from './store/confirming.ts'
import { dayOf } from './rules.ts'

export {
  type Answered,
  type FormVersion,
  answersSaid,
  checkAnswers,
  checkForm,
  formOfType,
  formsFor,
} from './answering.ts'
export type { CodeRow } from './store/codes.ts'

/** The form that a thing of a kind is described by today, as a column of the caller's own statement: its name, or null. */
export const formDue = (cx: Pick<Cx, 'now' | 'language'>, type: Sql): Sql =>
  formNameColumn(type, dayOf(cx.now), cx.language)

export type { StatutoryLimit } from './contract.ts'

/** The code as it holds on a day (today where none is given); refused where the list has no such code then. */
export async function codeOf(cx: Cx, list: string, code: string, on?: string): Promise<CodeRow> {
  const row = await findCodeRow(cx.tx, list, code, on ?? dayOf(cx.now))
  if (!row)
    throw new Refusal('conflict', 'catalogue.no-such-code', {
      values: { list, code },
      next: 'catalogue.next-choose-code',
    })
  return row
}

/** All codes of a list that hold on a day, in the list's own order. */
export function codesOf(cx: Pick<Cx, 'tx' | 'now'>, list: string, on?: string): Promise<CodeRow[]> {
  return listCodes(cx.tx, list, on ?? dayOf(cx.now))
}

/** The newest name of a code, retired or not; the code itself where the list never had it: a record is always shown. */
export async function nameOfCode(cx: Cx, list: string, code: string, language: Language): Promise<string> {
  return (await newestNames(cx.tx, list, code))?.[language] ?? code
}

/** The names of many codes in one statement; whoever shows more than one asks here. */
export async function namesOfCodes(
  cx: Pick<Cx, 'tx'>,
  wanted: readonly (readonly [list: string, code: string | null | undefined])[],
  language: Language,
): Promise<(list: string, code: string) => string> {
  const asked = wanted.filter((w): w is readonly [string, string] => Boolean(w[1]))
  const names = asked.length === 0 ? new Map<string, string>() : await listNames(cx.tx, asked, language)
  return (list, code) => names.get(`${list} ${code}`) ?? code
}

/**
 * Draws the next number of a series: gap-free, because the counter advances in the transaction that uses the number. `read`: how the
 * series is numbered, where the caller has asked already (`numberingOf`).
 */
export function nextNumber(
  cx: Cx,
  series: Series,
  scope: NumberScope = {},
  read?: Promise<Numbering>,
): Promise<string> {
  return drawNumber(cx, series, scope, read)
}
export { numberingOf } from './store/numbering.ts'

/** The IANA zone by whose midnight the laboratory counts its cases: the clock on its wall. */
export async function laboratoryZone(cx: Pick<Cx, 'tx' | 'now'>): Promise<string> {
  return (await numberingOf(cx, 'case')).zone
}

/** The language of whoever comes without a choice, and of papers that name none. */
export async function houseLanguage(cx: Pick<Cx, 'tx'>): Promise<Language> {
  return (await settingOf<string>(cx.tx, 'language')) === 'es' ? 'es' : 'en'
}

/**
 * The laboratory's own words for a sentence of its papers, where it has defined some under the sentence's key; they are kept
 * with the result, so that no later version speaks for an earlier one. Refused where they ask for a value that is not there.
 */
export async function ownWords(
  cx: Cx,
  key: string,
  values: Readonly<Record<string, unknown>>,
): Promise<{ template: string; words_en: string; words_es: string } | Record<string, never>> {
  const found = await definitionInForce(cx.tx, 'template', key, dayOf(cx.now))
  if (!found) return {}
  const body = found.body as unknown as { en: string; es: string; placeholders: string[] }
  const missing = body.placeholders.find((name) => values[name] === undefined && name !== 'substance')
  refuseUnless(
    unless(
      missing === undefined,
      no('catalogue.template-asks-for-more', { key, value: missing ?? '' }, 'catalogue.next-ask-quality'),
    ),
  )
  return { template: found.id, words_en: body.en, words_es: body.es }
}

/** Quantities named by law for a substance that hold on a day; narrower first. */
export function limitsFor(cx: Cx, substance: string, on: string): Promise<StatutoryLimit[]> {
  return listLimits(cx.tx, { substance, on })
}

/** Of these values (ids of codes, limits, templates) those that nobody has confirmed: they must not stand on a signed report. */
export async function unconfirmed(
  cx: Cx,
  ids: readonly string[],
  language: Language = 'en',
): Promise<{ id: string; key: string; name: string; source: string | null }[]> {
  const rows = await listUnconfirmedAmong(cx.tx, ids)
  return rows.map((r) => ({ id: r.id, key: r.key, name: r[language], source: r.source }))
}

export interface Letterhead {
  readonly serviceName: string
  readonly address: readonly string[]
  readonly motto?: string
  readonly phone?: string
  readonly email?: string
  readonly law?: string
}

/** The head of the laboratory's papers; before one is defined, the name given at set-up. */
export async function letterhead(cx: Cx, language: Language = 'en'): Promise<Letterhead> {
  const found = await definitionInForce(cx.tx, 'letterhead', 'service', dayOf(cx.now))
  if (!found) {
    return { serviceName: (await settingOf<string>(cx.tx, 'service-name')) ?? 'Custodia', address: [] }
  }
  const { serviceName, serviceNameEs, address, ...rest } = found.body as unknown as LetterheadBody
  const more = Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== null && v !== undefined))
  return { serviceName: (language === 'es' && serviceNameEs) || serviceName, address, ...more }
}

/** What a kit of the laboratory holds, in the version of today; refused where there is none. */
export async function kitOf(
  cx: Pick<Cx, 'tx' | 'now'>,
  key: string,
): Promise<{ id: string; en: string; es: string; body: z.output<typeof KitBody> }> {
  const found = await definitionInForce(cx.tx, 'kit', key, dayOf(cx.now))
  if (!found)
    throw new Refusal('conflict', 'catalogue.no-such-code', {
      values: { list: 'kit', code: key },
      next: 'catalogue.next-choose-code',
    })
  return { id: found.id, en: found.en, es: found.es, body: KitBody.parse(found.body) }
}

export { fill } from './template-text.ts'
export { ownSay, sayWith } from './own-words.ts'
export { labelOf } from './labels.ts'
export { nextNumbers, sampleNumber } from './store/numbers.ts'
