/** The page behind the QR code: anybody who holds a paper sees whether it stands; no sign-in, nothing personal. */
import { useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Asked } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Facts, Page } from '#ui/Page.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { z } from 'zod'
import type { CodeChecked } from '../contract.ts'

type Checked = z.output<typeof CodeChecked>
const tones = { live: 'reef', superseded: 'maize', withdrawn: 'achiote' } as const

export default function VerifyPage() {
  const say = useSay()
  const { code = '' } = useParams({ strict: false }) as { code?: string }
  const checked = useAsk<Checked>('reports.check-code', { code }, { enabled: code !== '' })
  return (
    <Page narrow>
      <main style={{ padding: '24px 0', margin: '0 auto' }}>
        <h1>{say('op.reports.check-code')}</h1>
        <CodeBox key={code} code={code} />
        {code === '' ? (
          <p>{say('reports.next-type-code')}</p>
        ) : (
          <Asked of={checked}>{(c) => <Answer checked={c} />}</Asked>
        )}
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
    <form
      onSubmit={send}
      style={{ display: 'flex', gap: 8, margin: '16px 0', alignItems: 'end', flexWrap: 'wrap' }}
    >
      <label style={{ display: 'grid', gap: 4 }}>
        <span className="field-label">{say('reports.paper-verify-code')}</span>
        <input
          className="input mono big"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          style={{ width: '18ch' }}
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
      <Note tone={tones[checked.state]} title={say(`reports.verdict-${checked.state}`)}>
        {checked.says}
      </Note>
      {checked.demo ? (
        <Note tone="maize" title={say('reports.paper-demo')}>
          {say('reports.check-demo')}
        </Note>
      ) : null}
      <Facts
        rows={[
          [say('reports.column-number'), <Mono key="n">{checked.number}</Mono>],
          [say('reports.issued-at'), showInstant(checked.issued)],
          [say('reports.issued-by'), checked.service],
          ...(checked.supersededBy
            ? [
                [
                  say('reports.newer'),
                  <a key="s" href={`/verify/${checked.supersededBy.code}`}>
                    {checked.supersededBy.code}
                  </a>,
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
      <p>{say('reports.compare-hash')}</p>
    </>
  )
}
