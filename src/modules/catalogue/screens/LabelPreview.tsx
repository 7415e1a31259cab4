/** A label as it comes out of the printer, at its own size; and what is sent to a label printer. */
import { ProblemNote } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { LabelDrawn } from '../contract.ts'
import type { z } from 'zod'
import type { RuleContent } from '../rules/rule-values.ts'

export function LabelPreview(props: { readonly name: string; readonly content: RuleContent }) {
  const say = useSay()
  const [definition] = props.content.definitions as { body: unknown }[]
  const drawn = useAsk<z.output<typeof LabelDrawn>>(
    'catalogue.preview-label',
    { key: props.name || 'item', label: JSON.stringify(definition?.body ?? {}) },
    { keep: true },
  )
  return (
    <Card title={say('catalogue.s-label')}>
      <ProblemNote of={drawn.error} />
      {drawn.data ? (
        <>
          <img
            className="studio-label"
            alt={say('catalogue.s-label-alt')}
            style={{ width: `${drawn.data.widthMm}mm` }}
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn.data.svg)}`}
          />
          <details>
            <summary>{say('catalogue.s-zpl')}</summary>
            <pre className="studio-zpl">{drawn.data.zpl}</pre>
          </details>
        </>
      ) : null}
    </Card>
  )
}
