/** What the form of an announcement offers: counters, lists in the reader's words, guidance by offence, whose names are protected. */
import { complainantRoles, isSexual } from '#modules/cases/public.ts'
import { codesOf, type CodeRow } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { Guidance, PrelogForm } from './contract.ts'
import { GUIDANCE, type GuidanceData } from './announcement.ts'
import { desksOf } from './store/announced.ts'
import { ownHand } from '../things/store/hands.ts'

/** The lists that an officer chooses from; the form has no others. */
const offered = [
  'number-kind',
  'offence',
  'item-type',
  'packaging-type',
  'packaging-size',
  'colour',
  'seal-type',
  'hazard',
  'party-role',
  'sex',
  'seizure-power',
  'delivery-way',
  'question',
  'district',
] as const

export async function formOffers(cx: Cx): Promise<PrelogForm> {
  const language = cx.say('evidence.language') === 'es' ? 'es' : 'en'
  const lists = new Map<string, CodeRow[]>()
  for (const list of offered) lists.set(list, await codesOf(cx, list))
  const { me } = await ownHand(cx)
  return {
    desks: await desksOf(cx),
    me: { id: cx.actor.id, name: me.name, where: me.where },
    lists: Object.fromEntries(
      [...lists].map(([list, codes]) => [list, codes.map((c) => ({ code: c.code, name: c[language] }))]),
    ),
    protectedOffences: (lists.get('offence') ?? [])
      .filter((c) => isSexual((c.data as { iccs?: string } | null)?.iccs))
      .map((c) => c.code),
    complainantRoles: [...complainantRoles],
    guidance: (await codesOf(cx, GUIDANCE)).map((c) => guidanceOf(c, language)),
  }
}

function guidanceOf(c: CodeRow, language: 'en' | 'es'): Guidance {
  const data = (c.data ?? {}) as GuidanceData
  return {
    code: c.code,
    title: c[language],
    offences: [...(data.offences ?? [])],
    bring: [...(data.bring?.[language] ?? [])],
    pack: [...(data.pack?.[language] ?? [])],
    items: (data.items ?? []).map((i) => ({ type: i.type, packaging: i.packaging ?? null })),
    most: data.most ?? null,
  }
}
