/** Cards of a thing's page: photographs and label, gaps and contradictions, latest entries. */
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Page.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Photo } from '#ui/Photo.tsx'
import { Plain } from '#ui/Plain.tsx'
import { fileUrl } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { ItemSeen } from '../../things/contract.ts'

interface Of {
  readonly item: ItemSeen
}

/** The first is large, the others wait beneath; each opens with zoom. What is no picture is offered as a file. */
export function PhotoCard({ item }: Of) {
  const say = useSay()
  const [at, setAt] = useState(0)
  const pictures = item.photographs
    .filter((p) => p.type.startsWith('image/'))
    .map((p) => ({
      src: fileUrl('evidence.photograph', { photograph: p.id }),
      alt: p.caption ?? `${item.number}: ${say(`evidence.shows-${p.shows}`)}`,
      caption: [p.caption ?? say(`evidence.shows-${p.shows}`), p.by, showInstant(p.at)].join(' · '),
    }))
  const files = item.photographs.filter((p) => !p.type.startsWith('image/'))
  const big = pictures[at] ?? pictures[0]
  const pack = item.packaging[0]
  return (
    <Card
      title={say('evidence.p-photo')}
      aside={say('evidence.p-photographs', { n: item.photographs.length })}
    >
      {big ? <Photo {...big} many={pictures} /> : <p className="dim">{say('evidence.p-no-photo')}</p>}
      {pictures.length > 1 ? (
        <div className="thumbs">
          {pictures.map((p, n) => (
            <button
              key={p.src}
              type="button"
              aria-pressed={n === at}
              aria-label={p.alt}
              onClick={() => setAt(n)}
            >
              <img src={p.src} alt="" loading="lazy" />
            </button>
          ))}
        </div>
      ) : null}
      {files.map((f) => (
        <p key={f.id}>
          <a href={fileUrl('evidence.photograph', { photograph: f.id })}>{f.caption ?? f.type}</a>
        </p>
      ))}
      <div className="label-facts">
        <Mono>{item.number}</Mono>
        <span>
          {pack
            ? [pack.typeName, pack.colourName, pack.conditionName].filter(Boolean).join(', ')
            : say('evidence.p-no-packaging')}
        </span>
        <Mono>{item.barcode}</Mono>
        <span className="dim">
          {item.labelAt
            ? say('evidence.p-label-at', { at: showInstant(item.labelAt), n: item.labels })
            : say('evidence.p-printed', { n: 0 })}
        </span>
      </div>
    </Card>
  )
}

export function LatestCard({ item }: Of) {
  const say = useSay()
  return (
    <div id="latest">
      <Card title={say('evidence.p-latest')} aside={say('evidence.p-all', { n: item.entries })}>
        <Plain
          head={[]}
          rows={item.latest.map((e) => [
            showInstant(e.at),
            <span key="w">
              <strong>{e.who}</strong> · {e.text}
            </span>,
          ])}
        />
      </Card>
    </div>
  )
}

export function FindingsCard({ item }: Of) {
  const say = useSay()
  const [all, setAll] = useState(false)
  if (item.findings.length === 0) return null
  const open = item.findings.filter((f) => f.explained === null)
  const shown = all || open.length === 0 ? item.findings : open
  return (
    <Card title={say('evidence.p-findings')} aside={say('evidence.p-doubt', { n: open.length })}>
      <div className="fields">
        {shown.map((f) => (
          <Note key={f.key} tone={f.explained ? 'slate' : 'achiote'} title={f.text}>
            {f.explained
              ? say('evidence.p-explained', { name: f.explained.by, words: f.explained.words })
              : null}
          </Note>
        ))}
        {shown.length < item.findings.length ? (
          <Button plain icon="down" onClick={() => setAll(true)}>
            {say('evidence.p-explained-too', { n: item.findings.length - shown.length })}
          </Button>
        ) : null}
      </div>
    </Card>
  )
}
