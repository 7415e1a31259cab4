/** Things one beneath the other as cards and panels list them: number, words, dangers, who has it since when. */
import { Linked } from '#ui/Linked.tsx'
import { Plain } from '#ui/Plain.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { ItemLine } from '../contract.ts'
import { shortWay } from '../rules.ts'
import { chipOf } from './state.ts'

export function Dangers({ of }: { of: readonly string[] }) {
  return of.length === 0 ? null : (
    <StateChip tone="achiote" icon="warning">
      {of.join(', ')}
    </StateChip>
  )
}

export const whereOf = (i: ItemLine): string =>
  [i.place ? shortWay(i.place) : i.holder?.name, i.holder?.kind === 'person' ? i.holder.where : null]
    .filter(Boolean)
    .join(', ')

/** `where` is left out in a list of what one hand holds. */
export function Lines({ items, where = true }: { items: readonly ItemLine[]; where?: boolean }) {
  const say = useSay()
  return (
    <Plain
      head={[
        say('evidence.s-number'),
        say('evidence.s-what'),
        ...(where ? [say('evidence.s-state'), say('evidence.s-holder')] : []),
        say('evidence.s-since'),
      ]}
      rows={items.map((i) => [
        <Linked key="n" to={`/evidence/items/${i.id}`} mono>
          {i.number}
        </Linked>,
        <span key="w" className="line-what">
          {i.description} <Dangers of={i.dangers} />
        </span>,
        ...(where
          ? [
              <StateChip key="s" state={chipOf[i.state]}>
                {say(`evidence.state-${i.state}`)}
              </StateChip>,
              whereOf(i),
            ]
          : []),
        showInstant(i.since),
      ])}
    />
  )
}
