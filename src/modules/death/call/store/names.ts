/** Codes in the reader’s words: every name that an answer needs, in one statement. */
import { namesOfCodes } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'

export type Wanted = readonly [list: string, code: string | null | undefined]
export interface Named {
  readonly code: string
  readonly name: string
}
export interface Names {
  of(list: string, code: string): Named
  of(list: string, code: string | null): Named | null
  text(list: string, code: string): string
}

export async function namesOf(
  cx: Pick<Cx, 'tx' | 'language'>,
  wanted: readonly Wanted[],
  language: 'en' | 'es' = cx.language,
): Promise<Names> {
  const text = await namesOfCodes(cx, wanted, language)
  return {
    text,
    of: ((list: string, code: string | null) =>
      code === null ? null : { code, name: text(list, code) }) as Names['of'],
  }
}
