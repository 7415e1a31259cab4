/** The paper as it would be typeset with these words: a page of a real one, or a sentence why there is none. */
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Segments } from '#ui/Choices.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { useAsk } from '#ui/client.ts'
import { useLanguage, useSay } from '#ui/say.ts'

interface Previewed {
  readonly number: string | null
  readonly svg: string
  readonly pages: number
}
type Texts = { readonly en: string; readonly es: string }

export function PaperPreview(props: {
  /** The query that draws a real paper with other words. */
  readonly of: 'reports.preview-wording' | 'evidence.preview-custody-words'
  readonly name: string
  readonly texts: Texts
  readonly off: boolean
}) {
  const say = useSay()
  const [language, setLanguage] = useState<'en' | 'es'>(useLanguage().language)
  /** Typeset when asked for: a page is not made at each letter. */
  const [asked, setAsked] = useState<Texts | null>(null)
  const page = useAsk<Previewed>(
    props.of,
    { key: props.name, en: asked?.en, es: asked?.es, language },
    { enabled: asked !== null, keep: true },
  )
  const stale = asked !== null && (asked.en !== props.texts.en || asked.es !== props.texts.es)
  return (
    <Card
      title={say('catalogue.s-on-a-page')}
      aside={
        <Button
          icon="eye"
          off={props.off}
          busy={page.isFetching}
          onClick={() => setAsked({ en: props.texts.en, es: props.texts.es })}
        >
          {say(stale ? 'catalogue.s-page-again' : 'catalogue.s-page-show')}
        </Button>
      }
    >
      <ProblemNote of={page.error} />
      {asked === null ? <p className="dim">{say('catalogue.s-page-facts')}</p> : null}
      {asked === null ? null : (
        <Segments
          frame={{ label: say('catalogue.s-language'), id: 'page-language', required: true }}
          options={[
            { value: 'en', label: say('catalogue.name-en') },
            { value: 'es', label: say('catalogue.name-es') },
          ]}
          value={language}
          onChange={(value) => setLanguage(value === 'es' ? 'es' : 'en')}
        />
      )}
      {page.data && page.data.number === null ? <p>{say('catalogue.s-page-none')}</p> : null}
      {page.data ? (
        <div className="studio-pages">
          {pagesOf(page.data).map((svg, i) => (
            <img
              // Pages have no name but their place.
              key={i}
              className="studio-page"
              alt={say('catalogue.s-page-alt', { number: page.data?.number ?? '', page: i + 1 })}
              src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
            />
          ))}
        </div>
      ) : null}
    </Card>
  )
}

/** Each page is a window on the same drawing. */
function pagesOf({ svg, pages }: Previewed): string[] {
  const [whole, width, height] =
    /viewBox="0 0 ([\d.]+) ([\d.]+)" width="[^"]+" height="[^"]+"/.exec(svg) ?? []
  if (!whole) return []
  const high = Number(height) / pages
  return Array.from({ length: pages }, (_, i) =>
    svg.replace(whole, `viewBox="0 ${i * high} ${width} ${high}" width="${width}" height="${high}"`),
  )
}
