/** What the next numbers of a pattern look like, while it is typed; or why it gives none. */
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { useSay } from '#ui/say.ts'
import type { Numbering } from '../contract.ts'
import { mayNumberSo, writeNumber } from '../rules.ts'
import type { Values } from '../rules/rule-values.ts'
import './studio.css'

export function NumberExample({ values }: { values: Values }) {
  const say = useSay()
  const numbering: Numbering = {
    pattern: String(values.pattern ?? ''),
    reset: values.reset === 'year' ? 'year' : 'never',
    zone: String(values.zone ?? ''),
  }
  const verdict = mayNumberSo(numbering)
  return (
    <Card title={say('catalogue.s-example')}>
      {verdict.ok ? (
        <ul className="number-examples">
          {[1, 2, 417].map((n) => (
            <li key={n}>
              <Mono>
                {writeNumber(numbering.pattern, { year: '2026', n, unit: 'LAB', parent: 'C-2026-00017' })}
              </Mono>
            </li>
          ))}
        </ul>
      ) : (
        <Note tone="achiote" icon="warning" title={say(verdict.code, verdict.values)} />
      )}
      <p className="dim">{say('catalogue.s-example-facts')}</p>
    </Card>
  )
}
