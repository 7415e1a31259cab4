/** The custody river: who held a thing, from when to when, who gave and who accepted, its seals, and what nobody recorded; the same as a list. */
import { type ReactNode, useMemo, useState } from 'react'
import { Icon } from './Icon.tsx'
import { Mono } from './Mono.tsx'
import { Card } from './Page.tsx'
import { Plain } from './Plain.tsx'
import { Legend, RiverPicture } from './RiverPicture.tsx'
import { type RiverData, layoutRiver } from './river-layout.ts'
import { useSay } from './say.ts'
import { showInstant } from './show.ts'
import { useWidth } from './width.ts'

export type { RiverData, RiverGap, RiverLane, RiverSeal, RiverStay } from './river-layout.ts'
/** Narrower than this the picture scrolls sideways rather than shrink. */
const NARROWEST = 620

export function River(props: {
  data: RiverData
  now: string
  title?: string
  aside?: ReactNode
  form?: ReactNode
}): ReactNode {
  const say = useSay()
  // On a phone the list says more than a picture that must be scrolled.
  const [list, setList] = useState(() => window.innerWidth < NARROWEST)
  const [all, setAll] = useState(false)
  const [frame, width] = useWidth()
  const layout = useMemo(
    () => layoutRiver(props.data, { width: Math.max(NARROWEST, width), now: props.now, all }),
    [props.data, props.now, width, all],
  )
  const hands = layout.links.filter((link) => link.y1 !== link.y2)
  return (
    <Card
      title={props.title ?? say('kit.river')}
      aside={
        <>
          <span>
            {props.aside ??
              say('kit.hand-overs', {
                n: hands.length,
                both: hands.filter((link) => link.gave && link.accepted).length,
              })}
          </span>
          <button type="button" className="text-act" aria-pressed={list} onClick={() => setList(!list)}>
            <Icon name={list ? 'route' : 'list'} size={15} />
            {say(list ? 'kit.as-picture' : 'kit.as-list')}
          </button>
          {props.form}
        </>
      }
    >
      <div ref={frame}>
        {list ? (
          <RiverList {...props} />
        ) : (
          <div
            className="picture-scroll"
            role="group"
            tabIndex={0}
            aria-label={props.title ?? say('kit.river')}
          >
            <RiverPicture layout={layout} title={props.title ?? say('kit.river')} />
          </div>
        )}
        {list ? null : (
          <div className="for-readers">
            <RiverList {...props} />
          </div>
        )}
        {layout.gaps
          .filter((gap) => gap.box === null)
          .map(({ gap }) => (
            <div key={gap.from} className="note tone-achiote">
              <div>
                <div className="note-title">{gap.title}</div>
                {gap.detail}
              </div>
            </div>
          ))}
        {list ? null : <Legend folded={layout.folds.length > 0} gaps={layout.gaps.length > 0} />}
        {props.data.lanes.length > 8 ? (
          <button type="button" className="text-act" onClick={() => setAll(!all)}>
            {all ? say('kit.as-picture') : say('kit.show-all')}
          </button>
        ) : null}
      </div>
    </Card>
  )
}

function RiverList(props: { data: RiverData }): ReactNode {
  const say = useSay()
  const name = (lane: string): string => props.data.lanes.find((one) => one.id === lane)?.name ?? lane
  const rows = [
    ...props.data.stays.flatMap((stay) => [
      {
        at: stay.from,
        who: name(stay.lane),
        what: (
          <>
            {say(stay.accepted === undefined ? 'kit.took' : 'kit.accepts')}
            {stay.accepted === false ? (
              <span className="word-achiote"> ({say('kit.not-recorded')})</span>
            ) : null}
          </>
        ),
      },
      ...(stay.to
        ? [
            {
              at: stay.to,
              who: name(stay.lane),
              what: (
                <>
                  {say('kit.gives')}
                  {stay.gave === false ? (
                    <span className="word-achiote"> ({say('kit.not-recorded')})</span>
                  ) : null}
                </>
              ),
            },
          ]
        : []),
    ]),
    ...props.data.seals.map((seal) => ({
      at: seal.at,
      who: name(seal.lane),
      what: (
        <>
          {say(
            seal.what === 'broken'
              ? 'kit.seal-broken'
              : seal.what === 'intact'
                ? 'kit.seal-intact'
                : 'kit.sealed',
          )}{' '}
          <Mono>{seal.number}</Mono>
        </>
      ),
    })),
    ...props.data.gaps.map((gap) => ({
      at: gap.from,
      who: '',
      what: (
        <strong className="word-achiote">
          {gap.title}. {gap.detail}
        </strong>
      ),
    })),
  ].toSorted((a, b) => new Date(a.at).getTime() - new Date(b.at).getTime())
  return (
    <Plain
      caption={say('kit.river')}
      head={[say('kit.when'), say('kit.holder'), say('kit.what')]}
      rows={rows.map((row) => [
        <span key="w" className="figures">
          {showInstant(row.at)}
        </span>,
        row.who,
        row.what,
      ])}
    />
  )
}
