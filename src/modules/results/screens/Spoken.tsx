/** A proposal on which a person has spoken, and the test that it may now carry. */
import { type ReactNode, useState } from 'react'
import { Note } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { type Run, type Search, type Sheet, scoreOf999 } from './bench.ts'
import { TestForm } from './Tests.tsx'
import { WriteAct } from './WriteAct.tsx'

/** After the person has spoken, the proposal becomes a sentence with a name, and may carry the test of its technique. */
export function Spoken(props: { sheet: Sheet; item: string; run: Run; search: Search }): ReactNode {
  const { sheet, item, run, search } = props
  const say = useSay()
  const [open, setOpen] = useState(false)
  const said = search.confirmation
  if (!said) return null
  const confirmed = said.outcome === 'confirmed'
  const title = sheet.techniques.find((t) => t.key === run.technique)?.title ?? run.technique
  const carried = sheet.tests.some(
    (t) => t.item === item && t.technique === title && t.pointsTo === said.substance,
  )
  return (
    <Card
      tone={confirmed ? 'reef' : 'slate'}
      title={say(confirmed ? 'results.confirmed' : 'results.rejected')}
    >
      <p className="bench-compound">{search.hits[said.hit]?.name}</p>
      <p className="notes">
        {say('results.said-by', {
          by: said.by,
          at: showInstant(said.at),
          score: scoreOf999(search.hits[said.hit]?.score ?? 0),
          library: search.library,
        })}
      </p>
      {said.words ? <p className="notes">“{said.words}”</p> : null}
      {confirmed && !carried ? (
        <Note tone="maize" title={say('results.write-as-test', { technique: title })}>
          {say('results.write-as-test-why')}
        </Note>
      ) : null}
      {open ? (
        <TestForm
          sheet={sheet}
          item={item}
          onDone={() => setOpen(false)}
          initial={{
            technique: run.technique,
            outcome: confirmed ? 'positive' : 'negative',
            pointsTo: said.substance,
            run: run.id,
            sampling: '2',
          }}
        />
      ) : confirmed && !carried ? (
        <WriteAct
          sheet={sheet}
          operation="results.record-test"
          icon="test-pipe"
          onAct={() => setOpen(true)}
        />
      ) : null}
    </Card>
  )
}
