/** What was written since the last review: so that a reviewer reads again what is new, and nothing new goes by unread. */
import type { ReactNode } from 'react'
import { When } from '#ui/Mono.tsx'
import { Card } from '#ui/Page.tsx'
import { useLanguage, useSay } from '#ui/say.ts'
import { type Sheet, observationFields } from './bench.ts'
import { goTo } from './Findings.tsx'
import { inWords } from './fields.ts'

interface Entry {
  readonly at: string
  readonly kind: string
  readonly what: string
  readonly corrects: boolean
}

export function entriesSince(
  sheet: Sheet,
  since: string,
  say: (key: string, values?: Record<string, unknown>) => string,
  language: string,
): Entry[] {
  const number = (item: string | null): string => sheet.items.find((i) => i.id === item)?.number ?? ''
  const fields = observationFields(sheet)
  const all: Entry[] = [
    ...sheet.observations.map((o) => {
      const field = fields.find((f) => f.step === o.step && f.key === o.field)
      return {
        at: o.at,
        kind: 'observation',
        what: `${number(o.item)}: ${field ? inWords(field, language) : o.field}`,
        corrects: o.corrects !== null,
      }
    }),
    ...sheet.weighings.map((w) => ({
      at: w.at,
      kind: 'weighing',
      what: `${number(w.item)}: ${say('results.parcel')} ${w.parcel}, ${w.net} ${w.unit}`,
      corrects: false,
    })),
    ...sheet.tests.map((t) => ({
      at: t.at,
      kind: 'measurement',
      what: `${number(t.item)}: ${t.technique}, ${say(`results.outcome-${t.outcome}`)}`,
      corrects: false,
    })),
    ...sheet.conclusions.map((c) => ({
      at: c.at,
      kind: 'conclusion',
      what: `${number(c.item)}: ${c.says}`,
      corrects: false,
    })),
  ]
  return all.filter((e) => e.at > since).toSorted((a, b) => a.at.localeCompare(b.at))
}

export function Since(props: { sheet: Sheet }): ReactNode {
  const { sheet } = props
  const say = useSay()
  const { language } = useLanguage()
  const last = sheet.reviews.at(-1)
  if (!last) return null
  const entries = entriesSince(sheet, last.at, say, language)
  return (
    <Card title={say('results.since-review')} tone={entries.length > 0 ? 'maize' : 'slate'}>
      <p className="notes dim">
        {last.by}, <When at={last.at} />
      </p>
      {entries.length === 0 ? (
        <p className="notes dim">{say('results.nothing-since')}</p>
      ) : (
        <ul className="bench-runs">
          {entries.map((e) => (
            <li key={e.at + e.what}>
              <button type="button" className="text-act" onClick={() => goTo(e.kind)}>
                {e.what}
              </button>
              <span className="notes dim">
                {e.corrects ? `${say('results.corrected')}, ` : ''}
                <When at={e.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
