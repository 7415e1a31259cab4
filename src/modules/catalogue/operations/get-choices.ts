/** What a rule may name: codes of lists that hold today, forms, units, places, classes of things, clocks. */
import { query } from '#platform/define.ts'
import type { Cx } from '#platform/cx.ts'
import { ChoicesSeen, GetChoices } from '../contract.ts'
import type { FormBody } from '../contract/form.ts'
import { dayOf } from '../rules.ts'
import { useOf } from '../rules/form.ts'
import { listCodes } from '../store/codes.ts'
import { newestDefinitions } from '../store/definitions.ts'
import { standingUnits } from '../store/units.ts'

type Options = { value: string; label: string }[]

export const getChoices = query({
  name: 'catalogue.get-choices',
  summary: 'Lists what a rule may name: codes of lists, forms, units, places, classes of things, clocks.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  input: GetChoices,
  output: ChoicesSeen,
  async run(cx, input) {
    cx.allow(null)
    const lists: Record<string, Options> = {}
    for (const name of input.lists.split(',').filter(Boolean).slice(0, 40))
      lists[name] = await (own.get(name) ?? codes)(cx, name)
    return { lists }
  },
})

async function codes(cx: Cx, list: string): Promise<Options> {
  const rows = await listCodes(cx.tx, list, dayOf(cx.now))
  return rows.map((c) => ({ value: c.code, label: c[cx.language] }))
}
const own: ReadonlyMap<string, (cx: Cx) => Promise<Options>> = new Map(
  Object.entries({
    'x.form': async (cx: Cx) =>
      (await newestDefinitions(cx.tx))
        .filter((d) => d.kind === 'form' && useOf(d.body as unknown as FormBody) === 'item-type')
        .map((d) => ({ value: d.key, label: d[cx.language] })),
    'x.unit': async (cx: Cx) =>
      (await standingUnits(cx.tx)).units.map((u) => ({ value: String(u.code), label: String(u.name) })),
    'x.store': async (cx: Cx) =>
      ((await cx.ground.ruleParts.get('stores')?.standing(cx)) ?? []).map((s) => ({
        value: String(s.code),
        label: `${String(s.code)} · ${String(s.name)}`,
      })),
    'x.item-class': async (cx: Cx) => {
      const types = await listCodes(cx.tx, 'item-type', dayOf(cx.now))
      const classes = types.flatMap((t) => (t.data as { class?: string } | null)?.class ?? [])
      return [
        ...[...new Set(classes)].sort().map((value) => ({ value, label: value })),
        ...types
          .map((t) => ({ value: t.code, label: t[cx.language] }))
          .filter((t) => !classes.includes(t.value)),
      ]
    },
    'x.zone': async () =>
      ['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => ({ value, label: value })),
  }),
)
