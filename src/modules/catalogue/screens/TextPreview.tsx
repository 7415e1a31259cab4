/** A text as it will stand on paper, in both languages, with the values of real results; or with the names of its values. */
import { useState } from 'react'
import { Card, Columns } from '#ui/Page.tsx'
import { Segments } from '#ui/Choices.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { makeSay } from '#kernel/say.ts'
import './studio.css'

interface Sample {
  readonly item: string
  readonly values: Readonly<Record<string, string | number>>
}

/** A value that is not there stands as its name, so that it is seen before a certificate is. */
function filled(text: string, language: 'en' | 'es', values: Sample['values']): string {
  const names = [...text.matchAll(/\{\s*([A-Za-z]\w*)/g)].map((m) => m[1] ?? '')
  const all = Object.fromEntries(names.map((n) => [n, values[n] ?? `[${n}]`]))
  try {
    return makeSay({ [language]: { text } }, language)('text', { ...all, ...values })
  } catch {
    return text
  }
}

export function TextPreview(props: { readonly name: string; readonly en: string; readonly es: string }) {
  const say = useSay()
  const [chosen, choose] = useState('0')
  const samples = useAsk<{ items: readonly Sample[] }>('results.sample-values', {
    statement: props.name || undefined,
  })
  const items = samples.data?.items ?? []
  const values = items[Number(chosen)]?.values ?? {}
  return (
    <>
      {items.length > 1 ? (
        <Segments
          frame={{ label: say('catalogue.s-real'), id: 'sample', required: true }}
          options={items.map((s, i) => ({ value: String(i), label: s.item }))}
          value={chosen}
          onChange={choose}
        />
      ) : null}
      <Columns kind="halves">
        {(['en', 'es'] as const).map((language) => (
          <Card
            key={language}
            title={say('catalogue.s-on-paper', { language: say(`catalogue.name-${language}`) })}
          >
            <p lang={language} className="paper-text">
              {filled(props[language], language, {
                ...values,
                substance: String(values[language] ?? values.substance ?? '[substance]'),
              })}
            </p>
          </Card>
        ))}
      </Columns>
    </>
  )
}
