/** A sentence of the product in the laboratory's own words: both languages side by side, its values to be put in, and how it reads. */
import { useRef } from 'react'
import { Button } from '#ui/Button.tsx'
import { FieldFrame } from '#ui/FieldFrame.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Columns } from '#ui/Page.tsx'
import { useSay } from '#ui/say.ts'
import { namesIn } from '../rules/own-words.ts'
import type { DeskProps } from './desk.ts'
import { PaperPreview } from './PaperPreview.tsx'
import { TextPreview } from './TextPreview.tsx'

const languages = ['en', 'es'] as const

export function TextDesk({ rule, values, history, onChange }: DeskProps) {
  const say = useSay()
  const texts = { en: String(values.en ?? ''), es: String(values.es ?? '') }
  const said = { en: namesIn(texts.en), es: namesIn(texts.es) }
  const strange = [...new Set([...said.en, ...said.es])].filter((name) => !rule.values.includes(name))
  const differ = said.en.join() !== said.es.join()
  const product = rule.product
  return (
    <>
      <Columns kind="halves">
        {languages.map((language) => (
          <OneLanguage
            key={language}
            language={language}
            text={texts[language]}
            product={product?.[language] ?? ''}
            names={rule.values}
            onChange={(text) => onChange({ ...values, [language]: text })}
          />
        ))}
      </Columns>
      {strange.length > 0 ? (
        <Note
          tone="achiote"
          icon="warning"
          title={say('catalogue.value-not-there', {
            value: strange.map((n) => `{${n}}`).join(', '),
            values: rule.values.map((n) => `{${n}}`).join(', ') || '–',
          })}
        />
      ) : differ ? (
        <Note
          tone="maize"
          icon="warning"
          title={say('catalogue.placeholders-differ', { en: said.en.join(', '), es: said.es.join(', ') })}
        />
      ) : null}
      <TextPreview name={rule.section === 'statement' ? rule.key : ''} en={texts.en} es={texts.es} />
      {rule.section === 'notice' ? null : (
        <PaperPreview
          of={rule.section === 'custody' ? 'evidence.preview-custody-words' : 'reports.preview-wording'}
          name={rule.key}
          texts={texts}
          off={strange.length > 0 || differ}
        />
      )}
      {history}
    </>
  )
}

function OneLanguage(props: {
  language: 'en' | 'es'
  text: string
  product: string
  names: readonly string[]
  onChange: (text: string) => void
}) {
  const say = useSay()
  const area = useRef<HTMLTextAreaElement>(null)
  const put = (name: string): void => {
    const at = area.current?.selectionStart ?? props.text.length
    props.onChange(`${props.text.slice(0, at)}{${name}}${props.text.slice(area.current?.selectionEnd ?? at)}`)
    area.current?.focus()
  }
  return (
    <Card title={say(`catalogue.name-${props.language}`)}>
      <FieldFrame label={say('catalogue.s-words')} id={`words-${props.language}`}>
        {(f) => (
          <textarea
            {...f}
            ref={area}
            lang={props.language}
            className="input"
            rows={props.text.length > 240 ? 8 : 4}
            value={props.text}
            onChange={(event) => props.onChange(event.target.value)}
          />
        )}
      </FieldFrame>
      {props.names.length > 0 ? (
        <p className="studio-names">
          <span className="dim">{say('catalogue.s-put-in')}</span>
          {props.names.map((name) => (
            <button key={name} type="button" className="filter mono" onClick={() => put(name)}>
              {`{${name}}`}
            </button>
          ))}
        </p>
      ) : null}
      {props.product && props.product !== props.text ? (
        <div className="studio-product">
          <span className="dim">{say('catalogue.s-product-says')}</span>
          <p lang={props.language}>{props.product}</p>
          <Button plain icon="back" onClick={() => props.onChange(props.product)}>
            {say('catalogue.s-take-product')}
          </Button>
        </div>
      ) : null}
    </Card>
  )
}
