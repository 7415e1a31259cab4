/** How a death is drawn wherever deaths are listed: who, how old, where, how it stands. */
import type { ReactNode } from 'react'
import type { Column } from '#ui/DataTable.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import type { Say } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { Age, DeathLine } from '../contract.ts'

export const ageText = (age: Age | null, say: Say): string =>
  age === null
    ? ''
    : 'absent' in age
      ? say(`death.absent-${age.absent}`)
      : say(`death.age-${age.unit}`, { n: age.value })

export function personText(d: Pick<DeathLine, 'name' | 'hidden' | 'sex' | 'age'>, say: Say): string {
  const name = d.name ?? say(d.hidden ? 'death.name-hidden' : 'death.unnamed')
  return [name, d.sex?.name, ageText(d.age, say)].filter(Boolean).join(', ')
}

const looks = {
  open: { tone: 'maize', icon: 'hand-stop' },
  accepted: { tone: 'maya', icon: 'check' },
  declined: { tone: 'slate', icon: 'ban' },
} as const
export function DeathState(props: { of: Pick<DeathLine, 'state'>; say: Say }): ReactNode {
  return <StateChip {...looks[props.of.state]}>{props.say(`death.state-${props.of.state}`)}</StateChip>
}

export const deathColumns = (say: Say): Column<DeathLine>[] => [
  {
    key: 'number',
    label: say('death.column-number'),
    cell: (d) => <Mono>{d.number ?? d.call}</Mono>,
    text: (d) => d.number ?? d.call,
    mono: true,
    primary: true,
    width: '140px',
  },
  {
    key: 'who',
    label: say('death.column-who'),
    cell: (d) => personText(d, say),
    text: (d) => personText(d, say),
  },
  {
    key: 'state',
    label: say('death.column-state'),
    cell: (d) => <DeathState of={d} say={say} />,
    text: (d) => say(`death.state-${d.state}`),
    width: '130px',
  },
  {
    key: 'setting',
    label: say('death.column-setting'),
    cell: (d) => [d.setting.name, d.district?.name].filter(Boolean).join(', '),
    text: (d) => d.setting.name,
  },
  {
    key: 'circumstances',
    label: say('death.column-circumstances'),
    cell: (d) => d.circumstances.map((c) => c.name).join(', '),
    text: (d) => d.circumstances.map((c) => c.name).join(', '),
  },
  {
    key: 'called',
    label: say('death.column-called'),
    cell: (d) => <When at={d.calledAt} />,
    text: (d) => showInstant(d.calledAt),
    width: '140px',
  },
]
