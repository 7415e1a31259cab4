/** Many things one after another by scanner: each is looked up, echoed large with a tone, and stands in the list; the hands stay on the scanner. */
import { type ReactNode, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { ScanBox } from './ScanBox.tsx'
import { useSay } from './say.ts'
import { type Answering, type Tone, answerings, answerScan } from './tones.ts'

export interface Scanned {
  readonly id: string
  readonly label: string
  readonly note?: string | undefined
  /** What is dangerous about it: taken, but said in red and by another tone. */
  readonly alarm?: string | undefined
}
type Refused = string | { readonly detail: string; readonly next?: string | undefined }
/** Heard, and not a thing of the list: a place, a person, a reason. */
interface Heard {
  readonly heard: string
}
export interface ScanListProps {
  readonly label: string
  /** How many are awaited. */
  readonly expect?: number
  /** The thing, or why not, or what else was heard; a thrown Problem counts as why not. */
  readonly onResolve: (text: string) => Promise<Scanned | Refused | Heard>
  readonly onDone: (items: Scanned[]) => void
  readonly doneLabel: string
  readonly onChange?: (items: Scanned[]) => void
}

/** Tones, tones with the number said, silence, and tones again; each device keeps its own. */
const after = (how: Answering): Answering =>
  answerings[(answerings.indexOf(how) + 1) % answerings.length] ?? 'tones'
const KEPT = 'custodia.scan-answer'
function keptAnswering(): Answering {
  try {
    return answerings.find((a) => a === localStorage.getItem(KEPT)) ?? 'tones'
  } catch {
    return 'tones'
  }
}
function keepAnswering(how: Answering): Answering {
  try {
    localStorage.setItem(KEPT, how)
  } catch {
    // A device that keeps nothing asks again next time.
  }
  return how
}

export function ScanList(props: ScanListProps): ReactNode {
  const say = useSay()
  const [items, setItems] = useState<readonly Scanned[]>([])
  const [echo, setEcho] = useState<{ kind: Tone; text: string; note?: string | undefined } | null>(null)
  const [how, setHow] = useState<Answering>(keptAnswering)
  const now = useRef<readonly Scanned[]>([])
  const become = (next: readonly Scanned[]): void => {
    now.current = next
    setItems(next)
    props.onChange?.([...next])
  }
  const answer = (kind: Tone, text: string, note?: string): void => {
    setEcho({ kind, text, note })
    answerScan(how, kind, text, note)
  }
  const scan = async (text: string): Promise<void> => {
    const found = await props
      .onResolve(text)
      .catch((cause: unknown): Refused => (cause instanceof Error ? cause.message : String(cause)))
    if (typeof found === 'string') return answer('bad', text, found)
    if ('heard' in found) return answer('good', found.heard)
    if (!('id' in found)) return answer('bad', text, [found.detail, found.next].filter(Boolean).join(' '))
    if (now.current.some((item) => item.id === found.id))
      return answer('bad', say('kit.scan-twice', { text: found.label }))
    become([found, ...now.current])
    answer(found.alarm ? 'alarm' : 'good', found.label, [found.alarm, found.note].filter(Boolean).join(' · '))
  }
  return (
    <div className="scan">
      <ScanBox
        big
        autoFocus
        label={props.label}
        help={say('kit.scan-here')}
        onScan={(text) => void scan(text)}
      />
      <div aria-live="assertive">
        {echo ? (
          <div className={`scan-echo tone-${echo.kind === 'good' ? 'reef' : 'achiote'}`}>
            <Icon
              name={echo.kind === 'good' ? 'check' : echo.kind === 'alarm' ? 'warning' : 'error'}
              size={24}
            />{' '}
            {echo.text}
            <small>{echo.note}</small>
          </div>
        ) : null}
      </div>
      <div className="acts">
        <strong>
          {props.expect === undefined
            ? say('kit.scan-done', { n: items.length })
            : say('kit.scan-of', { n: items.length, of: props.expect })}
        </strong>
        <button type="button" className="text-act" onClick={() => setHow(keepAnswering(after(how)))}>
          <Icon name="sound" size={15} />
          {say(`kit.sound-${how}`)}
        </button>
      </div>
      <ul className="scan-items">
        {items.map((item) => (
          <li key={item.id}>
            <Icon name="check" size={16} className="word-reef" />
            <span className="mono">{item.label}</span>
            <span className="dim">{item.note}</span>
            {item.alarm ? <span className="word-achiote">{item.alarm}</span> : null}
            <button
              type="button"
              className="quiet"
              aria-label={say('kit.remove', { what: item.label })}
              onClick={() => become(now.current.filter((one) => one.id !== item.id))}
            >
              <Icon name="x" size={16} />
            </button>
          </li>
        ))}
      </ul>
      <Button primary off={items.length === 0} onClick={() => props.onDone([...items])}>
        {props.doneLabel}
      </Button>
    </div>
  )
}
