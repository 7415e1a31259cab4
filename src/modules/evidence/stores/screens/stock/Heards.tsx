/** What was scanned just now and what it meant: the last one large, the others in a list. */
import type { ReactNode } from 'react'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { Card } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import type { Tone } from '#ui/theme.ts'
import type { ScanAnswer, StockTakeSeen } from '../../contract.ts'
import { shortWay } from '../../../things/rules.ts'
import type { Heard } from './counting.ts'

type Means = ScanAnswer['verdict'] | 'kept'
export const looks: Readonly<Record<Means, readonly [Tone, IconName]>> = {
  kept: ['maize', 'clock'],
  place: ['maya', 'pin'],
  counted: ['reef', 'check'],
  right: ['reef', 'check'],
  misplaced: ['achiote', 'compare'],
  extra: ['achiote', 'warning'],
  duplicate: ['achiote', 'files'],
  'not-ours': ['achiote', 'zoom-question'],
  'seal-differs': ['achiote', 'lock-open'],
}
const meansOf = (h: Heard): Means => h.answer?.verdict ?? 'kept'
const nameOf = (h: Heard, take: StockTakeSeen): string =>
  h.text === null ? (take.places.find((p) => p.id === h.place)?.name ?? '') : (h.answer?.number ?? h.text)

export function Echo({ of, take }: { of: Heard | null; take: StockTakeSeen }): ReactNode {
  const say = useSay()
  if (!of) return <div aria-live="assertive" />
  const means = meansOf(of)
  const [tone, icon] = looks[means]
  const should = of.answer?.should
  return (
    <div aria-live="assertive">
      <div className={`scan-echo tone-${tone}`}>
        <Icon name={icon} size={24} /> {nameOf(of, take)}
        <small>
          {[
            say(`evidence.k-is-${means}`),
            should ? say('evidence.k-should', { place: shortWay(should) }) : null,
            of.answer?.description,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
    </div>
  )
}

export function Heards({ heard, take }: { heard: readonly Heard[]; take: StockTakeSeen }): ReactNode {
  const say = useSay()
  if (heard.length === 0) return null
  return (
    <Card title={say('evidence.k-heard')}>
      <ul className="count-heard">
        {heard.map((h) => {
          const means = meansOf(h)
          const [tone, icon] = looks[means]
          return (
            <li key={h.id}>
              <span className={h.text === null ? 'strong' : 'mono'}>{nameOf(h, take)}</span>
              <span className="dim">{h.answer?.description ?? h.seal}</span>
              <StateChip tone={tone} icon={icon}>
                {say(`evidence.k-is-${means}`)}
              </StateChip>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
