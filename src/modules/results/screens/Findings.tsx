/** Findings as a reviewer writes them: each at a place of the worksheet, so that nobody asks what was meant; kept on this device until sent. */
import { type ReactNode, useState } from 'react'
import { TextAct } from '#ui/Act.tsx'
import { Icon } from '#ui/Icon.tsx'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import type { BenchStep } from './bench.ts'
import { draftKeyOf, keepDraft, readDraft } from '#ui/drafts.ts'

export interface Finding {
  readonly place: string
  readonly words: string
}
export interface Place {
  readonly label: string
  /** The part of the page that shows it. */
  readonly kind: string
}
const SEPARATOR = ': '

/** The parts of a worksheet that a finding can be about; a name that stands twice is one place. */
export const placesOf = (steps: readonly BenchStep[]): Place[] => [
  ...new Map(
    steps
      .filter((s) => s.kind !== 'open' && s.kind !== 'review')
      .map((s) => [s.label, { label: s.label, kind: s.kind }]),
  ).values(),
]
export const sentences = (all: readonly Finding[]): string[] =>
  all
    .filter((f) => f.words.trim() !== '')
    .map((f) => (f.place === '' ? f.words.trim() : `${f.place}${SEPARATOR}${f.words.trim()}`))

export const goTo = (kind: string): void =>
  document.getElementById(`step-${kind}`)?.scrollIntoView({ block: 'start' })

/** A finding as it was recorded; where it names a place of this worksheet, the name leads there. */
export function FindingText(props: { text: string; places: readonly Place[] }): ReactNode {
  const place = props.places.find((p) => props.text.startsWith(p.label + SEPARATOR))
  if (!place) return props.text
  return (
    <>
      <button type="button" className="text-act" onClick={() => goTo(place.kind)}>
        {place.label}
      </button>
      {SEPARATOR}
      {props.text.slice(place.label.length + SEPARATOR.length)}
    </>
  )
}

function useKept(key: string): [readonly Finding[], (next: readonly Finding[]) => void] {
  const [all, setAll] = useState<readonly Finding[]>(() => readDraft<Finding[]>('tab', key) ?? [])
  return [
    all,
    (next) => {
      setAll(next)
      keepDraft('tab', key, next.length > 0 ? next : null)
    },
  ]
}
export function useFindings(sheet: string): [readonly Finding[], (next: readonly Finding[]) => void] {
  const person = useMe()?.person.id
  return useKept(draftKeyOf(person, `results.findings.${sheet}`))
}

export function FindingList(props: {
  all: readonly Finding[]
  places: readonly Place[]
  onChange: (next: readonly Finding[]) => void
}): ReactNode {
  const { all, places, onChange } = props
  const say = useSay()
  const set = (n: number, part: Partial<Finding>): void =>
    onChange(all.map((f, i) => (i === n ? { ...f, ...part } : f)))
  return (
    <div className="finding-list" role="group" aria-label={say('results.findings')}>
      <p className="notes dim">{say('results.help-findings')}</p>
      {all.map((f, n) => (
        <div key={n} className="finding">
          <select
            className="input"
            aria-label={say('results.finding-place', { n: n + 1 })}
            value={f.place}
            onChange={(e) => {
              set(n, { place: e.target.value })
              const kind = places.find((p) => p.label === e.target.value)?.kind
              if (kind) goTo(kind)
            }}
          >
            <option value="">{say('results.whole-worksheet')}</option>
            {places.map((p) => (
              <option key={p.label} value={p.label}>
                {p.label}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="quiet"
            aria-label={say('results.drop-finding', { n: n + 1 })}
            onClick={() => onChange(all.filter((_, i) => i !== n))}
          >
            <Icon name="x" size={16} />
          </button>
          <textarea
            className="input"
            rows={2}
            maxLength={2000}
            aria-label={say('results.finding-words', { n: n + 1 })}
            value={f.words}
            onChange={(e) => set(n, { words: e.target.value })}
          />
        </div>
      ))}
      <TextAct icon="add" onAct={() => onChange([...all, { place: '', words: '' }])}>
        {say('results.add-finding')}
      </TextAct>
    </div>
  )
}
