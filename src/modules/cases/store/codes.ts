/** Codes of the laboratory's lists that a case file uses: checked before they are kept, named before they are shown. */
const door = () => import('#modules/catalogue/public.ts')
import type { Cx } from '#platform/cx.ts'
import type { OpenCase, PartyInput } from '../contract.ts'

/** List and code. */
export type Wanted = readonly [list: string, code: string | null | undefined]

/** Refuses `catalogue.no-such-code`, naming list and code; asks once per code. Answers the ICCS class of each offence. */
export async function checkCodes(cx: Cx, wanted: readonly Wanted[]): Promise<Map<string, string | null>> {
  const iccs = new Map<string, string | null>()
  const seen = new Set<string>()
  for (const [list, code] of wanted) {
    if (!code || seen.has(`${list} ${code}`)) continue
    seen.add(`${list} ${code}`)
    const row = await (await door()).codeOf(cx, list, code)
    if (list === 'offence') iccs.set(code, iccsOf(row.data))
  }
  return iccs
}

function iccsOf(data: unknown): string | null {
  const value = typeof data === 'object' && data !== null ? (data as { iccs?: unknown }).iccs : undefined
  return typeof value === 'string' ? value : null
}

export function wantedOf(input: Pick<OpenCase, 'type' | 'aliases' | 'parties' | 'offences' | 'place'>): Wanted[] {
  return [
    ['case-type', input.type],
    ...(input.aliases ?? []).map((a): Wanted => ['number-kind', a.kind]),
    ...(input.parties ?? []).flatMap(wantedOfParty),
    ...(input.offences ?? []).map((o): Wanted => ['offence', o.code]),
    ...wantedOfPlace(input.place),
  ]
}
export const wantedOfParty = (p: Partial<Pick<PartyInput, 'role' | 'sex'>>): Wanted[] => [['party-role', p.role], ['sex', p.sex]]
export const wantedOfPlace = (place: OpenCase['place']): Wanted[] => [['district', place?.district], ['settlement', place?.settlement], ['highway', place?.highway]]

/** Names in the reader's language, by `list code`; a code that is no longer there is named by itself. */
export async function namesOf(cx: Cx, wanted: readonly Wanted[]): Promise<(list: string, code: string) => string> {
  const names = new Map<string, string>()
  for (const [list, code] of wanted) {
    if (!code || names.has(`${list} ${code}`)) continue
    names.set(`${list} ${code}`, await (await door()).nameOfCode(cx, list, code, cx.actor.language))
  }
  return (list, code) => names.get(`${list} ${code}`) ?? code
}

export const nextCaseNumber = async (cx: Cx): Promise<string> => (await door()).nextNumber(cx, 'case')
