/** What a step of the method must be done with: the instruments and lots to choose from, the one that is likely standing there already. */
import type { Field } from '#ui/Form.tsx'
import { useAsk } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { type DefinedStep, type Sheet, definitionOf } from './bench.ts'
import { lastUsed, noteUsed } from './last-used.ts'

interface Equipment {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly standing: string
}
interface Lot {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly material: string
}
type Values = Record<string, unknown>
const EQUIPMENT = 'with~'
const LOT = 'lot~'
const fit = (e: Equipment): boolean => e.standing === 'ready' || e.standing === 'due-soon'

export interface Means {
  /** True once the lists are there: a form begun before would not have its first answers. */
  readonly ready: boolean
  fields(stepsOf: (values: Values) => readonly DefinedStep[]): Field[]
  readonly initial: Values
  /** What was named for these steps, apart from the rest of the values. */
  take(values: Values, steps: readonly DefinedStep[]): { named: Named; rest: Values }
}
interface Named {
  readonly equipment?: string[]
  readonly lots?: string[]
}

export function useMeans(sheet: Sheet): Means {
  const say = useSay()
  const person = useMe()?.person.id
  const steps = definitionOf(sheet)
  const kinds = [...new Set(steps.flatMap((s) => s.equipment ?? []))]
  const materials = [...new Set(steps.flatMap((s) => s.materials ?? []))]
  const equipment = useAsk<{ items: Equipment[] }>('quality.list-equipment', { limit: 200 })
  const lots = useAsk<{ items: Lot[] }>('quality.list-lots', { limit: 200, usable: true })
  const ofKind = (kind: string): Equipment[] =>
    (equipment.data?.items ?? []).filter((e) => e.kind === kind && fit(e))
  const ofMaterial = (material: string): Lot[] =>
    (lots.data?.items ?? []).filter((l) => l.material === material)
  const used = new Set(sheet.relies.map((r) => r.id))
  /** What was used on this worksheet before, else by this person last, else the only one there is. */
  const likely = (all: readonly { id: string }[], key: string): string | undefined => {
    const before = lastUsed(person, key)
    return (
      all.find((x) => used.has(x.id)) ??
      all.find((x) => x.id === before) ??
      (all.length === 1 ? all[0] : undefined)
    )?.id
  }
  return {
    ready: equipment.isFetched && lots.isFetched,
    fields: (stepsOf) => [
      ...kinds.map(
        (kind): Field => ({
          key: `${EQUIPMENT}${kind}`,
          label: say('results.instrument-of', { kind }),
          kind: 'choice',
          required: true,
          options: ofKind(kind).map((e) => ({ value: e.id, label: e.code })),
          show: (v) => stepsOf(v).some((s) => s.equipment?.includes(kind)),
        }),
      ),
      ...materials.map(
        (material): Field => ({
          key: `${LOT}${material}`,
          label: say('results.lot-of', { material: ofMaterial(material)[0]?.name ?? material }),
          kind: 'choice',
          required: true,
          options: ofMaterial(material).map((l) => ({ value: l.id, label: l.number })),
          show: (v) => stepsOf(v).some((s) => s.materials?.includes(material)),
        }),
      ),
    ],
    initial: Object.fromEntries(
      [
        ...kinds.map((k) => [`${EQUIPMENT}${k}`, likely(ofKind(k), `${EQUIPMENT}${k}`)]),
        ...materials.map((m) => [`${LOT}${m}`, likely(ofMaterial(m), `${LOT}${m}`)]),
      ].filter(([, id]) => id !== undefined),
    ),
    take(values, asked) {
      noteUsed(
        person,
        Object.fromEntries(
          Object.entries(values).filter(
            (e): e is [string, string] =>
              typeof e[1] === 'string' && (e[0].startsWith(EQUIPMENT) || e[0].startsWith(LOT)),
          ),
        ),
      )
      const chosen = (words: readonly string[], prefix: string): string[] => [
        ...new Set(
          words.map((w) => values[`${prefix}${w}`]).filter((v): v is string => typeof v === 'string'),
        ),
      ]
      const named = {
        equipment: chosen(
          asked.flatMap((s) => s.equipment ?? []),
          EQUIPMENT,
        ),
        lots: chosen(
          asked.flatMap((s) => s.materials ?? []),
          LOT,
        ),
      }
      return {
        named: {
          ...(named.equipment.length > 0 ? { equipment: named.equipment } : {}),
          ...(named.lots.length > 0 ? { lots: named.lots } : {}),
        },
        rest: Object.fromEntries(
          Object.entries(values).filter(([key]) => !key.startsWith(EQUIPMENT) && !key.startsWith(LOT)),
        ),
      }
    },
  }
}
