/** What will be recorded: each item with its packaging and seals, what goes back, and a box in which the seals of many alike are scanned. */
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { ScanBox } from '#ui/ScanBox.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { ask } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { Scanned } from '../../things/contract.ts'
import type { Choice } from '../../things/screens/codes.ts'
import { likeIt, sealsOf, type Refusal, type Values } from './intake.ts'
import type { ItemLists } from './intake-fields.ts'

const nameIn = (list: readonly Choice[], code: unknown): string | undefined =>
  code ? (list.find((c) => c.value === code)?.label ?? String(code)) : undefined

export function IntakeRow(props: {
  n: number
  item: Values
  lists: ItemLists
  now: boolean
  onEdit: () => void
  onLike: () => void
  onLess: () => void
  onRefuse?: () => void
  onChange: (item: Values) => void
}) {
  const say = useSay()
  const { item, lists } = props
  const pack = [
    nameIn(lists.packaging, item.packType),
    nameIn(lists.colours, item.colour),
    nameIn(lists.sizes, item.size),
    nameIn(lists.conditions, item.condition),
  ].filter(Boolean)
  const photographs = Array.isArray(item.photographs) ? item.photographs.length : 0
  const hazards = Array.isArray(item.hazards) ? item.hazards : []
  const contents = Array.isArray(item.contents) ? (item.contents as Values[]) : []
  return (
    <li className="intake-row" {...(props.now ? { 'aria-current': true } : {})}>
      <span className="intake-n">{props.n}</span>
      <div className="intake-what">
        <strong>{String(item.description)}</strong>
        <span className="dim">
          {[
            nameIn(lists.types, item.type),
            pack.join(', '),
            item.theirNumber ? `${say('evidence.f-their-number')} ${String(item.theirNumber)}` : undefined,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="chips">
          {sealsOf(item.seals).map((seal) => (
            <StateChip key={seal} state={item.sealState === 'broken' ? 'seal-opened' : 'sealed'}>
              <Mono>{seal}</Mono>
              {item.sealState === 'damaged' ? ` ${say('evidence.r-damaged')}` : ''}
            </StateChip>
          ))}
          {sealsOf(item.seals).length === 0 && contents.length === 0 ? (
            <StateChip state="seal-opened">{say('evidence.r-no-seal')}</StateChip>
          ) : null}
          {hazards.map((h) => (
            <StateChip key={String(h)} tone="achiote" icon="warning">
              {nameIn(lists.hazards, h)}
            </StateChip>
          ))}
          {photographs > 0 ? (
            <StateChip tone="slate" icon="camera">
              {say('evidence.p-photographs', { n: photographs })}
            </StateChip>
          ) : null}
          {item.doubt ? (
            <StateChip tone="achiote" icon="flag">
              {String(item.doubt)}
            </StateChip>
          ) : null}
        </span>
        {contents.length > 0 ? (
          <Contents of={contents} onChange={(next) => props.onChange({ ...item, contents: next })} />
        ) : null}
      </div>
      <span className="intake-acts">
        <Button plain icon="edit" label={say('evidence.r-edit', { n: props.n })} onClick={props.onEdit} />
        <Button plain icon="files" label={say('evidence.r-like', { n: props.n })} onClick={props.onLike} />
        {props.onRefuse ? (
          <Button
            plain
            icon="ban"
            label={say('evidence.r-refuse-one', { n: props.n })}
            onClick={props.onRefuse}
          />
        ) : null}
        <Button plain icon="x" label={say('evidence.r-less-one', { n: props.n })} onClick={props.onLess} />
      </span>
    </li>
  )
}

/** What is in a kit: what did not come back is taken off. */
function Contents({ of, onChange }: { of: readonly Values[]; onChange: (next: readonly Values[]) => void }) {
  const say = useSay()
  return (
    <ul className="intake-contents">
      {of.map((c, i) => (
        <li key={`${String(c.description)}${i}`}>
          <span>
            {String(c.description)}
            {c.count ? ` × ${String(c.count)}` : ''}
          </span>
          <Button
            plain
            icon="x"
            label={say('evidence.r-not-in-kit', { what: String(c.description) })}
            onClick={() => onChange(of.filter((_, at) => at !== i))}
          />
        </li>
      ))}
    </ul>
  )
}

/** Thirty bags alike: one is described, of the others only the seal is scanned. A seal that is known already is told at once. */
export function LikeLast(props: {
  last: Values | undefined
  taken: readonly string[]
  onItem: (v: Values) => void
}) {
  const say = useSay()
  const [echo, setEcho] = useState<{ tone: 'reef' | 'achiote'; text: string } | null>(null)
  if (!props.last) return null
  const last = props.last
  const scan = async (typed: string): Promise<void> => {
    const seal = typed.trim()
    if (props.taken.includes(seal))
      return setEcho({ tone: 'achiote', text: say('evidence.r-seal-twice', { seal }) })
    const known = await sealKnown(seal)
    props.onItem(likeIt(last, seal))
    setEcho(
      known
        ? { tone: 'achiote', text: say('evidence.r-seal-known', { seal, number: known }) }
        : { tone: 'reef', text: say('evidence.r-added', { what: String(last.description), seal }) },
    )
  }
  return (
    <div className="intake-like">
      <ScanBox
        label={say('evidence.r-like-last', { what: String(last.description) })}
        help={say('evidence.r-like-help')}
        onScan={(t) => void scan(t)}
      />
      <div aria-live="assertive">
        {echo ? (
          <Note tone={echo.tone} title={echo.text} icon={echo.tone === 'reef' ? 'check' : 'warning'} />
        ) : null}
      </div>
    </div>
  )
}

/** The number of the thing that bears this seal already. */
export async function sealKnown(seal: string): Promise<string | undefined> {
  const found = await ask<Scanned>('evidence.scan', { text: seal }).catch(() => undefined)
  return found?.kind === 'items' ? found.items[0]?.number : undefined
}

export function RefusedRows(props: { refused: readonly Refusal[]; onLess: (n: number) => void }) {
  const say = useSay()
  if (props.refused.length === 0) return null
  return (
    <>
      <h3>{say('evidence.r-going-back')}</h3>
      <ul className="intake-list">
        {props.refused.map((r, i) => (
          <li className="intake-row" key={`${r.description}${i}`}>
            <StateChip tone="achiote" icon="ban">
              {r.whyName}
            </StateChip>
            <div className="intake-what">
              <strong>{r.description}</strong>
              <span className="dim">{[r.seal, r.words].filter(Boolean).join(' · ')}</span>
            </div>
            <span className="intake-acts">
              <Button plain icon="x" label={say('evidence.r-less')} onClick={() => props.onLess(i)} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
