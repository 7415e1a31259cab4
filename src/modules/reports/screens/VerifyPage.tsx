/** The page behind the QR code: anybody who holds a paper sees whether it stands; no sign-in, nothing personal. */
import { useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { Asked } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Facts, Page } from '#ui/Page.tsx'
import { fileUrl, useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { z } from 'zod'
import type { CodeChecked } from '../contract.ts'

type Checked = z.output<typeof CodeChecked>
const tones = { live: 'reef', superseded: 'maize', withdrawn: 'achiote' } as const
const icons = { live: 'circle-check', superseded: 'file-x', withdrawn: 'file-x' } as const

export default function VerifyPage() {
  const say = useSay()
  const { code = '' } = useParams({ strict: false }) as { code?: string }
  const checked = useAsk<Checked>('reports.check-code', { code }, { enabled: code !== '' })
  return (
    <Page>
      <main className="verify">
        <h1>{say('op.reports.check-code')}</h1>
        <CodeBox key={code} code={code} />
        {code === '' ? (
          <p>{say('reports.next-type-code')}</p>
        ) : (
          <Asked of={checked}>{(c) => <Answer checked={c} />}</Asked>
        )}
        <Card title={say('reports.check-offline')}>
          <p>{say('reports.check-offline-how')}</p>
          <a className="text-act" href={fileUrl('reports.verifier-page', {})} download>
            <Icon name="download" /> {say('op.reports.verifier-page')}
          </a>
        </Card>
      </main>
    </Page>
  )
}

function CodeBox({ code }: { readonly code: string }) {
  const say = useSay()
  const go = useNavigate()
  const [typed, setTyped] = useState(code.replace(/^(\w{4})(\w{4})(\w{4})$/, '$1-$2-$3'))
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (typed.trim() !== '') void go({ to: `/verify/${encodeURIComponent(typed.trim())}` as never })
  }
  return (
    <form onSubmit={send} className="verify-code">
      <label>
        <span className="field-label">{say('reports.paper-verify-code')}</span>
        <input
          className="input mono big"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </label>
      <Button type="submit" primary icon="check">
        {say('reports.check')}
      </Button>
    </form>
  )
}

function Answer({ checked }: { readonly checked: Checked }) {
  const say = useSay()
  return (
    <>
      <div className={`verdict tone-${tones[checked.state]}`} role="status">
        <Icon name={icons[checked.state]} size={36} />
        <div>
          <h2>{say(`reports.verdict-${checked.state}`)}</h2>
          <p>{checked.says}</p>
        </div>
      </div>
      {checked.demo ? (
        <Note tone="maize" title={say('reports.paper-demo')}>
          {say('reports.check-demo')}
        </Note>
      ) : null}
      <Card>
        <Facts
          rows={[
            [say('reports.column-number'), <Mono key="n">{checked.number}</Mono>],
            [say('reports.issued-at'), showInstant(checked.issued)],
            [say('reports.issued-by'), checked.service],
            ...(checked.supersededBy
              ? [
                  [
                    say('reports.newer'),
                    <Linked key="s" to={`/verify/${checked.supersededBy.code}`} mono>
                      {checked.supersededBy.code}
                    </Linked>,
                  ] as [string, ReactNode],
                ]
              : []),
            [
              say('reports.sha-pdf'),
              <Mono key="p">
                <span style={{ overflowWrap: 'anywhere' }}>{checked.pdfSha256}</span>
              </Mono>,
            ],
          ]}
        />
      </Card>
      <FileCheck expected={checked} />
    </>
  )
}

/** Compares the file that somebody holds with what was signed; nothing is sent anywhere. */
function FileCheck({ expected }: { readonly expected: Checked }) {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [found, setFound] = useState<'same' | 'other' | 'cannot' | null>(null)
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setName(file.name)
    // Hashes are offered to pages on a secure address only.
    if (!globalThis.crypto?.subtle) return setFound('cannot')
    const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
    const hex = Array.from(new Uint8Array(hash), (b) => b.toString(16).padStart(2, '0')).join('')
    setFound(hex === expected.pdfSha256 || hex === expected.dataSha256 ? 'same' : 'other')
  }
  return (
    <Card title={say('reports.check-file')}>
      <p>{say('reports.check-file-help')}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept="application/pdf,.json"
        aria-label={say('reports.file-choose')}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <p>
        <Button icon="upload" onClick={() => input.current?.click()}>
          {say('reports.file-choose')}
        </Button>{' '}
        {name}
      </p>
      {found ? (
        <Note tone={found === 'same' ? 'reef' : found === 'other' ? 'achiote' : 'maize'} live>
          {say(`reports.file-${found}`)}
        </Note>
      ) : null}
    </Card>
  )
}
