/** The chain of custody of an exhibit as CASE/UCO in JSON-LD, for a partner's machine: every hand in order, each gap in words. */
import { custodyTold, seeItem } from '#modules/evidence/public.ts'
import { writeCustody } from '#formats/case-uco.ts'
import { caseworkers } from '#identity/roles.ts'
import { stream } from '#platform/define.ts'
import { ExportCustody } from '../contract/partners.ts'

export const exportCustody = stream({
  name: 'exchange.export-custody',
  summary:
    'The chain of custody of an exhibit as CASE/UCO in JSON-LD: every hand in order, each gap in words.',
  who: caseworkers,
  input: ExportCustody,
  async run(cx, input) {
    const item = await seeItem(cx, input.item)
    cx.allow(item)
    const language = input.language ?? cx.language
    const say = cx.ground.say(language)
    const told = (await custodyTold(cx, [item.id], say)).get(item.id)
    const events = told?.hands ?? []
    const ids = new Set(events.map((e) => e.id))
    const text = writeCustody({
      base: cx.ground.house.url,
      case: {
        id: item.root,
        number: (await cx.ground.roots.names(cx.tx, [item.root])).get(item.root) ?? item.root,
      },
      exhibit: {
        id: item.id,
        number: item.number,
        rootNumber: item.parent === null ? null : (await seeItem(cx, item.parent)).number,
        description: item.description,
      },
      hands: events.map((e) => ({
        id: e.id,
        what: say(`evidence.act-${e.kind}`),
        from: e.from,
        to: e.to,
        gaveAt: e.gave_at,
        at: e.at,
        witness: e.witness_name,
        words: [e.purpose, e.words].filter(Boolean).join('. ') || null,
      })),
      findings: (told?.findings ?? []).map((f) => ({
        words: f.explained === null ? f.text : `${f.text} (${f.explained.words})`,
        hands: f.events.filter((id) => ids.has(id)),
      })),
    })
    return {
      name: `custody-${item.number}.jsonld`,
      mediaType: 'application/ld+json',
      bytes: Buffer.from(text, 'utf8'),
    }
  },
})
