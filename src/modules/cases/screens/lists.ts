/** The laboratory's short lists as choices: what fits in one look is chosen, not typed. */
import { useAsk } from '#ui/client.ts'
import { useLanguage } from '#ui/say.ts'

const short = [
  'case-type',
  'district',
  'highway',
  'party-role',
  'sex',
  'number-kind',
  'relation',
  'hazard',
] as const
export type ShortList = (typeof short)[number]
export type Choices = Readonly<Record<ShortList, readonly { value: string; label: string }[]>>

interface Codes {
  readonly items: readonly { readonly code: string; readonly en: string; readonly es: string }[]
}

/** One list at a time is asked for and kept; until it is there, it is empty. */
function useList(list: ShortList): Choices[ShortList] {
  const { language } = useLanguage()
  const asked = useAsk<Codes>('catalogue.get-code-list', { list })
  return (asked.data?.items ?? []).map((c) => ({ value: c.code, label: language === 'es' ? c.es : c.en }))
}

export function useChoices(): Choices {
  return {
    'case-type': useList('case-type'),
    district: useList('district'),
    highway: useList('highway'),
    'party-role': useList('party-role'),
    sex: useList('sex'),
    'number-kind': useList('number-kind'),
    relation: useList('relation'),
    hazard: useList('hazard'),
  }
}
