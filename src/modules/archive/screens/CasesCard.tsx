/** Which case a file belongs to: what a machine proposes with its reasons, and what a person said. */
import type { ReactNode } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { ProblemNote, Proposal } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { RefPicker } from '#ui/RefPicker.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import type { Candidate, FileSeen } from '../shelves/contract.ts'

interface CaseFound {
  readonly id: string
  readonly number: string
  readonly title: string
}
export function CasesCard({ file: f }: { file: FileSeen }): ReactNode {
  const say = useSay()
  const may = useMay('archive.propose-cases')
  const found = useAsk<{ items: Candidate[] }>(
    'archive.propose-cases',
    { file: f.id },
    { enabled: may && f.case === null },
  )
  const link = useTell('archive.link-to-case')
  const decide = (verdict: string, id: string): void => void link.tell({ file: f.id, case: id, verdict })
  return (
    <Card title={say('archive.column-case')}>
      <ProblemNote of={link.problem} />
      {f.case ? (
        <div className="archive-req-head">
          <Linked to={`/cases/${f.case.id}`} mono>
            <Mono>{f.case.number}</Mono>
          </Linked>
          <Act
            operation="archive.link-to-case"
            actions={f.actions}
            icon="unlink"
            onAct={() => decide('unlinked', f.case?.id ?? '')}
          >
            {say('archive.link-end')}
          </Act>
        </div>
      ) : may ? (
        <div className="archive-checks">
          <Asked of={found}>
            {({ items }) =>
              items.length === 0 ? (
                <p className="archive-quiet">{say('archive.proposals-none')}</p>
              ) : (
                items.map((c) => (
                  <Proposal
                    key={c.case}
                    title={`${c.number} · ${c.title}`}
                    by={say('archive.proposal-by', { score: c.score })}
                    acts={
                      <ActRow>
                        <Act
                          operation="archive.link-to-case"
                          actions={f.actions}
                          icon="check"
                          onAct={() => decide('linked', c.case)}
                        >
                          {say('archive.link-this')}
                        </Act>
                        <Act
                          operation="archive.link-to-case"
                          actions={f.actions}
                          icon="x"
                          onAct={() => decide('not-the-same', c.case)}
                        >
                          {say('archive.link-not')}
                        </Act>
                      </ActRow>
                    }
                  >
                    {c.reasons.map((r) => r.text).join(' · ')}
                  </Proposal>
                ))
              )
            }
          </Asked>
          <RefPicker
            label={say('archive.link-other')}
            value={null}
            onChange={(id) => (typeof id === 'string' && id !== '' ? decide('linked', id) : undefined)}
            ask={{
              name: 'cases.find-cases',
              params: { limit: 10 },
              label: (c: CaseFound) => c.number,
              note: (c: CaseFound) => c.title,
              value: (c: CaseFound) => c.id,
            }}
          />
        </div>
      ) : (
        <p className="archive-quiet">–</p>
      )}
    </Card>
  )
}
