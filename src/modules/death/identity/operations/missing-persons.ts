/** Lists persons who are missed, newest first, with the bodies that some of them turned out to be. */
import { query } from '#platform/define.ts'
import { MissingAnswer, MissingPersons } from '../contract.ts'
import { agesOf } from '../../call/lines.ts'
import { namesOf } from '../../call/store/names.ts'
import { readers } from '../../roles.ts'
import { listMissing } from '../store/identities.ts'

export const missingPersons = query({
  name: 'death.missing-persons',
  summary: 'Lists persons who are missed, newest first, with the bodies that some turned out to be.',
  who: readers,
  input: MissingPersons,
  output: MissingAnswer,
  reads: 'sensitive',
  async run(cx, input) {
    cx.allow(null)
    const rows = await listMissing(cx, input, input)
    const names = await namesOf(
      cx,
      rows.flatMap((m) => [['sex', m.sex] as const, ['district', m.district] as const]),
    )
    const last = rows.at(-1)
    return {
      items: rows.map((m) => ({
        id: m.id,
        number: m.number,
        name: m.name,
        sex: names.of('sex', m.sex)?.name ?? null,
        ages: agesOf(m),
        seenOn: m.seen_on,
        district: names.of('district', m.district)?.name ?? null,
        features: m.features,
        state: m.found_as ? ('found' as const) : ('open' as const),
        death: m.found_as,
        at: m.recorded_at,
      })),
      nextCursor: rows.length === input.limit && last ? `${last.recorded_at}|${last.id}` : null,
    }
  },
})
