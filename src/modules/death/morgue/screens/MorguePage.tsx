/** The board of the morgue: who lies where and since when, what each unit keeps, what must move, and the count. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { type Say, useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { BodySeen, MorgueBoardSeen, MorgueUnit, MovingPlanSeen } from '../contract/body.ts'
import { AskAct } from '../../call/screens/asking.tsx'
import { CountPanel } from './CountPanel.tsx'
import { ageText } from '../../call/screens/lines.tsx'
import '../../call/screens/death.css'
import './morgue.css'

type Open =
  | { what: 'count' }
  | { what: 'temperature'; unit: MorgueUnit }
  | { what: 'plan'; unit: MorgueUnit }
  | null

export default function MorguePage(): ReactNode {
  const [morgue, setMorgue] = useState<string | undefined>(undefined)
  const board = useAsk<MorgueBoardSeen>('death.morgue-board', morgue ? { morgue } : {}, {
    every: 60_000,
    keep: true,
  })
  return <Asked of={board}>{(b) => <Shown board={b} choose={setMorgue} />}</Asked>
}

function Shown({ board, choose }: { board: MorgueBoardSeen; choose: (code: string) => void }): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState<Open>(null)
  const failing = board.units.find((u) => u.failing)
  return (
    <Page>
      <RecordHead
        title={board.morgue?.name ?? say('death.board-title')}
        facts={say('death.board-facts', {
          here: board.here,
          unnamed: board.unnamed,
          over: board.over,
          days: board.limitDays,
        })}
        acts={
          <ActRow>
            <Act
              operation="death.count-bodies"
              icon="checklist"
              primary={!failing}
              onAct={() => setOpen({ what: 'count' })}
            />
            <Act operation="death.take-call" to="/death/call" icon="phone" />
            <Act operation="death.emergency-packs" to="/death/emergency" icon="package" />
          </ActRow>
        }
        logged
      />
      {board.morgues.length > 1 ? (
        <Tabs
          value={board.morgue?.code ?? ''}
          onChange={choose}
          tabs={board.morgues.map((m) => ({ value: m.code, label: m.name }))}
        />
      ) : null}
      {failing && board.plan ? (
        <Note
          tone="achiote"
          title={say('death.unit-fails', { unit: failing.name, celsius: failing.celsius ?? '' })}
        >
          {say('death.unit-fails-how', {
            limit: failing.limit ?? '',
            n: board.plan.moves.length,
            left: board.plan.left,
          })}
        </Note>
      ) : null}
      {board.units.length === 0 ? <Note tone="maize">{say('death.board-none')}</Note> : null}
      <div className="morgue">
        <div className="morgue-units">
          {board.units.map((unit) => (
            <Unit key={unit.id} unit={unit} board={board} open={setOpen} />
          ))}
        </div>
        <div className="morgue-side">
          {board.plan ? <Plan plan={board.plan} title={say('death.plan-title')} /> : null}
          <CountCard board={board} />
          <Elsewhere board={board} />
        </div>
      </div>
      {open?.what === 'count' && board.morgue ? (
        <CountPanel morgue={board.morgue.code} onDone={() => setOpen(null)} />
      ) : null}
      {open?.what === 'temperature' ? (
        <AskAct
          operation="death.record-temperature"
          title={`${say('op.death.record-temperature')}: ${open.unit.name}`}
          about={{ place: open.unit.id }}
          draft={false}
          fields={[
            {
              key: 'celsius',
              kind: 'text',
              label: say('death.field-celsius'),
              required: true,
              max: 8,
              placeholder: '3.8',
            },
          ]}
          input={({ celsius }) => ({ celsius: String(celsius).replace(',', '.') })}
          onDone={() => setOpen(null)}
        />
      ) : null}
      {open?.what === 'plan' ? <WhatIf unit={open.unit} onDone={() => setOpen(null)} /> : null}
    </Page>
  )
}

function Unit(props: { unit: MorgueUnit; board: MorgueBoardSeen; open: (open: Open) => void }): ReactNode {
  const { unit, board, open } = props
  const say = useSay()
  const away = new Map((board.plan?.moves ?? []).map((m) => [m.number, m]))
  return (
    <section className={unit.failing ? 'morgue-unit failing' : 'morgue-unit'} aria-label={unit.name}>
      <header>
        <div>
          <h2>{unit.name}</h2>
          <small>{say('death.unit-filled', { room: unit.room, filled: unit.filled })}</small>
        </div>
        {unit.limit === null ? null : <Heat unit={unit} say={say} />}
      </header>
      <div className="morgue-cells">
        {unit.places.flatMap((place) =>
          place.bodies.length > 0
            ? place.bodies.map((body) => (
                <Cell
                  key={body.number}
                  code={place.code}
                  body={body}
                  to={away.get(body.number)?.to?.code ?? null}
                />
              ))
            : [
                <div key={place.id} className={place.keptFor ? 'morgue-cell kept' : 'morgue-cell free'}>
                  <Mono strong>{place.code}</Mono>
                  <span className="tag">
                    {place.keptFor ? <Icon name="target" size={14} /> : null}
                    {place.keptFor
                      ? say('death.kept-for', { number: place.keptFor })
                      : say('death.place-free')}
                  </span>
                </div>,
              ],
        )}
      </div>
      {unit.limit === null ? null : (
        <p className="death-acts">
          <TextAct
            operation="death.record-temperature"
            icon="temperature"
            onAct={() => open({ what: 'temperature', unit })}
          />
          {unit.failing || unit.filled === 0 ? null : (
            <TextAct operation="death.moving-plan" icon="route" onAct={() => open({ what: 'plan', unit })}>
              {say('death.plan-what-if')}
            </TextAct>
          )}
        </p>
      )}
    </section>
  )
}

/** The last readings as a line, with the limit; the number beside it says the same. */
function Heat({ unit, say }: { unit: MorgueUnit; say: Say }): ReactNode {
  const values = unit.readings.map((r) => Number(r.celsius))
  const limit = Number(unit.limit)
  const [low, high] = [Math.min(...values, limit) - 1, Math.max(...values, limit) + 1]
  const y = (v: number): number => 25 - ((v - low) / (high - low)) * 24
  return (
    <span className="morgue-heat">
      {values.length > 1 ? (
        <svg viewBox="0 0 120 26" aria-hidden="true">
          <line x1="0" x2="120" y1={y(limit)} y2={y(limit)} stroke="var(--mahogany)" strokeDasharray="3 3" />
          <polyline
            fill="none"
            stroke={unit.failing ? 'var(--achiote)' : 'var(--reef)'}
            strokeWidth="1.75"
            points={values.map((v, i) => `${(i / (values.length - 1)) * 120},${y(v)}`).join(' ')}
          />
        </svg>
      ) : null}
      {unit.celsius === null ? null : (
        <strong className={unit.failing ? 'hot' : ''}>{say('death.celsius', { n: unit.celsius })}</strong>
      )}
      {unit.celsius === null ? (
        <StateChip tone="slate" icon="temperature">
          {say('death.unit-unread')}
        </StateChip>
      ) : (
        <StateChip state={unit.failing ? 'failing' : 'holding'}>
          {say(unit.failing ? 'death.unit-failing' : 'death.unit-holding')}
        </StateChip>
      )}
    </span>
  )
}

const nextIcons = {
  unclaimed: 'warning',
  over: 'warning',
  identify: 'fingerprint',
  examine: 'stethoscope',
  examining: 'progress',
  certify: 'certificate',
  papers: 'file',
  release: 'check',
} as const
const nextTones: Readonly<Record<string, string>> = {
  unclaimed: 'var(--achiote)',
  over: 'var(--achiote)',
  release: 'var(--reef)',
}
function Cell(props: { code: string; body: BodySeen; to: string | null }): ReactNode {
  const { code, body, to } = props
  const say = useSay()
  return (
    <Linked to={`/death/deaths/${body.death}`} className={to ? 'morgue-cell away' : 'morgue-cell'}>
      <span className="line">
        <Mono strong>{code}</Mono>
        <span className={body.over ? 'days over' : 'days'}>{say('death.days-short', { n: body.days })}</span>
      </span>
      <BodyWords body={body} />
      <span
        className="tag"
        style={{ color: to ? 'var(--achiote)' : (nextTones[body.next] ?? 'var(--ink2)') }}
      >
        <Icon
          name={to ? 'arrow-right' : (nextIcons[body.next as keyof typeof nextIcons] ?? 'point')}
          size={14}
        />
        {to ? say('death.plan-move', { number: '', place: to }) : say(`death.next-word-${body.next}`)}
      </span>
    </Linked>
  )
}
function BodyWords({ body }: { body: BodySeen }): ReactNode {
  const say = useSay()
  const name = body.name ?? say(body.identity === 'none' ? 'death.identity-none' : 'death.name-hidden')
  return (
    <>
      <strong>{[name, ageText(body.age, say)].filter(Boolean).join(', ')}</strong>
      <span style={{ display: 'block', color: 'var(--ink2)' }}>
        <Mono>{body.number}</Mono>
        {body.held ? ` · ${say('death.board-held')}` : ''}
      </span>
    </>
  )
}

function Plan({ plan, title }: { plan: MovingPlanSeen; title: string }): ReactNode {
  const say = useSay()
  return (
    <Card title={title}>
      {plan.moves.length === 0 ? <p className="dim">{say('death.plan-none')}</p> : null}
      <ol className="morgue-plan">
        {plan.moves.map((m) => (
          <li key={m.death}>
            <Linked to={`/death/deaths/${m.death}?tab=body`}>
              <Mono strong>{m.from.code}</Mono> →{' '}
              {m.to ? <Mono strong>{m.to.code}</Mono> : say('death.plan-no-place')}
            </Linked>
            <small>
              <Mono>{m.number}</Mono> · {m.why}
            </small>
          </li>
        ))}
      </ol>
    </Card>
  )
}
function WhatIf({ unit, onDone }: { unit: MorgueUnit; onDone: () => void }): ReactNode {
  const say = useSay()
  const plan = useAsk<MovingPlanSeen>('death.moving-plan', { unit: unit.id })
  return (
    <div className="work-panel">
      <Asked of={plan}>{(p) => <Plan plan={p} title={`${say('death.plan-what-if')}: ${unit.name}`} />}</Asked>
      <TextAct icon="x" onAct={onDone}>
        {say('death.leave-it')}
      </TextAct>
    </div>
  )
}

function CountCard({ board }: { board: MorgueBoardSeen }): ReactNode {
  const say = useSay()
  const last = board.lastCount
  const differs = last !== null && last.missing.length + last.surplus.length + last.misplaced.length > 0
  return (
    <Card
      title={say('death.count-title')}
      aside={<span className="dim">{last ? say('death.count-last', { at: showInstant(last.at) }) : ''}</span>}
    >
      <div className="morgue-sums">
        {(
          [
            [board.here, say('death.count-here')],
            [board.unnamed, say('death.count-unnamed')],
            [board.over, say('death.count-over', { days: board.limitDays })],
          ] as const
        ).map(([n, words]) => (
          <span key={words}>
            <strong>{n}</strong>
            <small>{words}</small>
          </span>
        ))}
      </div>
      {last === null ? (
        <p className="dim">{say('death.count-never')}</p>
      ) : (
        <p style={{ margin: 0, color: differs ? 'var(--achiote)' : 'var(--ink2)' }}>
          {say(differs ? 'death.count-differs' : 'death.count-agrees', last)}
        </p>
      )}
      {last && differs
        ? (['missing', 'surplus', 'misplaced'] as const)
            .filter((k) => last[k].length > 0)
            .map((k) => (
              <p key={k} style={{ margin: '4px 0 0' }}>
                {say(`death.count-${k}`, { numbers: last[k].join(', ') })}
              </p>
            ))
        : null}
    </Card>
  )
}

function Elsewhere({ board }: { board: MorgueBoardSeen }): ReactNode {
  const say = useSay()
  return (
    <Card title={say('death.elsewhere')}>
      {board.elsewhere.length === 0 ? <p className="dim">{say('death.elsewhere-none')}</p> : null}
      <ul className="death-list">
        {board.elsewhere.map((b) => (
          <li key={b.death}>
            <Icon name="truck" size={16} />
            <span>
              <Linked to={`/death/deaths/${b.death}`}>
                <Mono>{b.number}</Mono>
              </Linked>
              <small>{b.where ?? say('death.not-here-yet')}</small>
            </span>
            <span />
          </li>
        ))}
      </ul>
    </Card>
  )
}
