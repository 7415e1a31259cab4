/** What came and what was there, beside each other: the same, another, or not sure, one pair after the other, by keys. */
import { type ReactNode, useEffect, useState } from 'react'
import { ActRow } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Facts, Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import type { AlikeDecided, AlikeSeen, Side } from '../contract/alike.ts'
import './alike.css'

type Kind = 'cases' | 'files'
type Word = 'same' | 'another' | 'not-sure'
type Pair = NonNullable<AlikeSeen['pair']>
const keys: Readonly<Record<string, Word>> = { s: 'same', a: 'another', n: 'not-sure' }
/** The archive says of a file what is said of a case here. */
const ofFile = { same: 'linked', another: 'not-the-same', 'not-sure': 'not-sure' } as const

export default function AlikePage(): ReactNode {
  const say = useSay()
  const [kind, setKind] = useState<Kind>('cases')
  const [unsure, setUnsure] = useState(false)
  return (
    <Page>
      <RecordHead crumbs={[]} title={say('op.exchange.next-alike')} facts={say('exchange.alike-facts')} />
      <Tabs<Kind>
        value={kind}
        onChange={setKind}
        label={say('op.exchange.next-alike')}
        tabs={[
          { value: 'cases', label: say('exchange.alike-cases') },
          { value: 'files', label: say('exchange.alike-files') },
        ]}
      />
      <label className="alike-unsure">
        <input type="checkbox" checked={unsure} onChange={(e) => setUnsure(e.target.checked)} />{' '}
        {say('exchange.alike-unsure')}
      </label>
      <Walk key={`${kind} ${String(unsure)}`} kind={kind} unsure={unsure} />
    </Page>
  )
}

function Walk({ kind, unsure }: { readonly kind: Kind; readonly unsure: boolean }): ReactNode {
  const say = useSay()
  const [after, setAfter] = useState<string | undefined>()
  const [last, setLast] = useState<{ pair: Pair; word: Word } | null>(null)
  const next = useAsk<AlikeSeen>('exchange.next-alike', { kind, unsure, after })
  const rows = useTell('exchange.decide-alike', { settles: ['exchange.'] })
  const files = useTell('archive.link-to-case', { settles: ['exchange.', 'archive.'] })
  const decide = async (pair: Pair, word: Word, back = false): Promise<void> => {
    const done =
      pair.kind === 'cases'
        ? await rows.tell({ case: pair.came.id, other: pair.there.id, verdict: word })
        : await files.tell({
            file: pair.came.id,
            case: pair.there.id,
            verdict: back && last?.word === 'same' ? 'unlinked' : ofFile[word],
          })
    if (done) setLast(back ? null : { pair, word })
  }
  const seen = next.data
  // Nothing among those looked at: on to the next ones, until there is a pair or the end.
  if (seen && !seen.pair && seen.next !== null && seen.next !== after) setAfter(seen.next)
  return (
    <>
      <ProblemNote of={rows.problem ?? files.problem} />
      {last ? (
        <Note live>
          {say(`exchange.alike-last-${last.word}`, {
            came: last.pair.came.number,
            there: last.pair.there.number,
          })}{' '}
          <Button onClick={() => void decide(last.pair, 'not-sure', true)}>
            {say('exchange.alike-back')}
          </Button>
        </Note>
      ) : null}
      <Asked of={next}>
        {({ pair, next: on }) =>
          pair ? (
            <Beside
              key={`${pair.came.id} ${pair.there.id}`}
              pair={pair}
              busy={rows.busy || files.busy}
              onWord={(word) => void decide(pair, word)}
            />
          ) : on === null ? (
            <EmptyState title={say('exchange.alike-none')} icon="checklist">
              {say('exchange.alike-none-how')}
            </EmptyState>
          ) : (
            <p role="status">{say('exchange.alike-looking')}</p>
          )
        }
      </Asked>
    </>
  )
}

function Beside(props: {
  readonly pair: Pair
  readonly busy: boolean
  readonly onWord: (word: Word) => void
}): ReactNode {
  const { pair, busy, onWord } = props
  const say = useSay()
  useEffect(() => {
    const key = (e: KeyboardEvent): void => {
      const word = keys[e.key.toLowerCase()]
      const typing = e.target instanceof HTMLElement && e.target.closest('input, textarea, select, dialog')
      if (!word || typing || busy || e.repeat || e.ctrlKey || e.metaKey || e.altKey) return
      e.preventDefault()
      onWord(word)
    }
    window.addEventListener('keydown', key)
    return () => window.removeEventListener('keydown', key)
  }, [busy, onWord])
  const written = Object.entries(pair.came.written ?? {}).filter(([, text]) => text !== '')
  return (
    <>
      <p>
        {say('exchange.alike-score', {
          score: pair.score,
          reasons: pair.reasons.map((r) => r.text).join(' · '),
        })}{' '}
        {pair.others > 0 ? say('exchange.alike-others', { n: pair.others }) : null}
      </p>
      <div className="alike-sides">
        <OneSide title={say('exchange.alike-came')} of={pair.came} other={pair.there} kind={pair.kind}>
          {written.length > 0 ? (
            <details>
              <summary>{say('exchange.alike-written')}</summary>
              <Facts rows={written.map(([column, text]): [string, ReactNode] => [column, text])} />
            </details>
          ) : null}
        </OneSide>
        <OneSide title={say('exchange.alike-there')} of={pair.there} other={pair.came} kind="cases" />
      </div>
      <ActRow>
        <Button primary icon="check" busy={busy} onClick={() => onWord('same')}>
          {say('exchange.alike-same')}
        </Button>
        <Button icon="x" busy={busy} onClick={() => onWord('another')}>
          {say('exchange.alike-another')}
        </Button>
        <Button busy={busy} onClick={() => onWord('not-sure')}>
          {say('exchange.alike-not-sure')}
        </Button>
      </ActRow>
      <p style={{ color: 'var(--ink2)' }}>{say('exchange.alike-same-note')}</p>
      {pair.kind === 'cases' ? <SaidBefore of={pair.came.id} /> : null}
    </>
  )
}

/** Whoever decides sees what others have said of the same case, and may go to what it was compared with. */
function SaidBefore({ of }: { readonly of: string }): ReactNode {
  const say = useSay()
  const said = useAsk<AlikeDecided>('exchange.alike-decided', { case: of })
  const items = said.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title={say('exchange.alike-before')}>
      <Facts
        rows={items.map((d): [ReactNode, ReactNode] => [
          <Linked key={d.at} to={`/cases/${d.other.id}`} mono>
            <Mono>{d.other.number}</Mono>
          </Linked>,
          [say(`exchange.alike-said-${d.verdict}`), d.other.title, d.by, showInstant(d.at)].join(' · '),
        ])}
      />
    </Card>
  )
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
function OneSide(props: {
  readonly title: string
  readonly of: Side
  readonly other: Side
  readonly kind: Kind
  readonly children?: ReactNode
}): ReactNode {
  const { of, other } = props
  const say = useSay()
  const theirs = new Set([other.number, ...other.numbers, ...other.names].map(plain))
  /** What stands on both sides is marked. */
  const list = (texts: readonly string[]): ReactNode =>
    texts.length === 0
      ? '–'
      : texts.map((t) => <div key={t}>{theirs.has(plain(t)) ? <mark>{t}</mark> : t}</div>)
  const both = (mine: string | null, its: string | null): ReactNode =>
    mine === null || mine === '' ? '–' : mine === its ? <mark>{mine}</mark> : mine
  return (
    <Card
      title={
        <>
          {props.title}{' '}
          <Linked to={props.kind === 'files' ? `/archive/files/${of.id}` : `/cases/${of.id}`} mono>
            <Mono>{of.number}</Mono>
          </Linked>
        </>
      }
    >
      <Facts
        rows={[
          [say('exchange.alike-title'), both(of.title, other.title)],
          [say('exchange.alike-numbers'), list(of.numbers)],
          [say('exchange.alike-names'), list(of.names)],
          [
            say('exchange.alike-on'),
            both(of.on === null ? null : showDate(of.on), other.on === null ? null : showDate(other.on)),
          ],
          [say('exchange.alike-place'), both(of.place, other.place)],
          [say('exchange.alike-opened'), of.opened === null ? '–' : showInstant(of.opened)],
        ]}
      />
      {props.children}
    </Card>
  )
}
