/** What the laboratory set before this person: indicators, and questions each under its picture; each leads to the question itself. */
import { type ReactNode, useState } from 'react'
import { dayOfInstant } from '#kernel/calendar.ts'
import { instantOf } from '#kernel/shapes.ts'
import { useNow } from '#ui/now.ts'
import { Asked as AskedFor, EmptyState } from '#ui/Asked.tsx'
import { Figure } from '#ui/Figure.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { BoardsSeen, CubeSeen, IndicatorsSeen } from '../contract.ts'
import { Picture, picturesFor } from './Picture.tsx'
import { type Asked, addressOf, askedOf, paramsOf } from './question.ts'
import './observatory.css'
import { Rooms } from './Rooms.tsx'

type BoardSeen = BoardsSeen['boards'][number]

export default function BoardsPage(): ReactNode {
  const say = useSay()
  const boards = useAsk<BoardsSeen>('observatory.boards', {})
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('observatory.boards-title')}
        facts={say('observatory.boards-note')}
      />
      <Rooms />
      <AskedFor of={boards}>
        {({ boards: all }) => {
          const board = all.find((b) => b.code === chosen) ?? all[0]
          if (!board)
            return (
              <EmptyState title={say('observatory.no-boards')}>
                {say('observatory.no-boards-note')}
              </EmptyState>
            )
          return (
            <>
              {all.length > 1 ? (
                <Tabs
                  value={board.code}
                  onChange={setChosen}
                  tabs={all.map((b) => ({ value: b.code, label: b.title }))}
                />
              ) : null}
              <Board key={board.code} of={board} />
            </>
          )
        }}
      </AskedFor>
    </Page>
  )
}

function Board({ of }: { of: BoardSeen }): ReactNode {
  return (
    <>
      {of.indicators.length > 0 ? <Figures of={of.indicators} /> : null}
      <div className="obs-board">
        {of.tiles.map((t) => (
          <Tile key={t.title} title={t.title} show={t.show} question={t.question} />
        ))}
      </div>
    </>
  )
}

function Figures({ of }: { of: readonly string[] }): ReactNode {
  const say = useSay()
  const year = dayOfInstant(instantOf(useNow())).slice(0, 4)
  const seen = useAsk<IndicatorsSeen>('observatory.indicators', { year })
  return (
    <AskedFor of={seen}>
      {({ items }) => (
        <div className="obs-tiles">
          {items
            .filter((i) => of.includes(i.key))
            .map((i) => (
              <section key={i.key} className="obs-tile">
                <h2>{i.name}</h2>
                <p className="obs-value">
                  {i.value ?? '–'}{' '}
                  <small>{i.unit === 'number' ? '' : say(`observatory.unit-${i.unit}`)}</small>
                </p>
                <p className="dim">{i.definition}</p>
              </section>
            ))}
        </div>
      )}
    </AskedFor>
  )
}

function Tile(props: { title: string; show: string; question: Readonly<Record<string, string>> }): ReactNode {
  const say = useSay()
  const asked: Asked = askedOf({ ...props.question, show: props.show })
  const cube = useAsk<CubeSeen>('observatory.cube', paramsOf(asked))
  const still = { ...asked, set: () => undefined }
  return (
    <AskedFor of={cube}>
      {(seen) => (
        <Figure
          title={props.title}
          foot={{ hash: seen.sha256, reproduced: seen.asOf }}
          data={{
            head: [
              '',
              ...(seen.columns.length > 0
                ? [...seen.columns.map((c) => c.label), say('observatory.all')]
                : [say(`observatory.measure-${seen.measure}`)]),
            ],
            rows: seen.cells.map((line, i) => [
              seen.rows[i]?.label ?? say('observatory.all'),
              ...line.map((n) => n ?? '*'),
            ]),
          }}
          note={
            <>
              {say(`observatory.care-${seen.care}`)}{' '}
              <Linked to={addressOf(asked)}>{say('observatory.to-question')}</Linked>
            </>
          }
        >
          {seen.rows.length === 0 ? (
            <EmptyState title={say('observatory.nothing-counted')} />
          ) : (
            <Picture
              as={picturesFor(asked, seen).includes(props.show) ? props.show : 'table'}
              asked={still}
              seen={seen}
            />
          )}
        </Figure>
      )}
    </AskedFor>
  )
}
