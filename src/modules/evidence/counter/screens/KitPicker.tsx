/** A kit of the laboratory's list becomes one thing with its contents; what did not come back is taken off in the list. */
import { ask, useAsk } from '#ui/client.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import type { Values } from './intake.ts'

interface Kit {
  readonly key: string
  readonly en: string
  readonly es: string
}
interface KitBody {
  readonly items: readonly {
    readonly en: string
    readonly es: string
    readonly count: number
    readonly itemType?: string
  }[]
}

export function KitPicker({ onKit }: { onKit: (item: Values) => void }) {
  const say = useSay()
  const { language } = useLanguage()
  const kits = useAsk<{ items: readonly Kit[] }>('catalogue.list-definitions', { kind: 'kit', limit: 200 })
  const known = kits.data?.items ?? []
  if (known.length === 0) return null
  const take = async (key: string): Promise<void> => {
    const { body, ...kit } = await ask<Kit & { body: KitBody }>('catalogue.get-definition', {
      kind: 'kit',
      key,
    })
    const inside = body.items.filter((i) => i.itemType)
    onKit({
      description: kit[language],
      contents: (inside.length > 0 ? inside : body.items).map((i) => ({
        description: i[language],
        type: i.itemType ?? '',
        count: String(i.count),
      })),
    })
  }
  return (
    <select
      className="input"
      aria-label={say('evidence.r-kit')}
      value=""
      onChange={(e) => {
        if (e.target.value) void take(e.target.value)
      }}
    >
      <option value="">{say('evidence.r-kit')}</option>
      {known.map((k) => (
        <option key={k.key} value={k.key}>
          {k[language]}
        </option>
      ))}
    </select>
  )
}
