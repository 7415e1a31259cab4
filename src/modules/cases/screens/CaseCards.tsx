/** The smaller cards of the case page: what is open, papers, notes. */
import { Card } from '#ui/Page.tsx'
import { TextAct } from '#ui/Act.tsx'
import { Plain } from '#ui/Plain.tsx'
import { fileUrl } from '#ui/client.ts'
import { StateChip } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import { showBytes, showDate, showInstant } from '#ui/show.ts'
import type { CaseSeen } from '../contract/case-seen.ts'

type OnAct = (operation: string, fixed?: Readonly<Record<string, string>>) => void

const byHand: ReadonlySet<string> = new Set(['legal', 'court', 'appeal'])

/** Holds in the same words are one line with its number; work that is open is told above, not again as its own hold. */
function holdsTold(file: CaseSeen): { hold: CaseSeen['holds'][number]; times: number }[] {
  const open = new Set(file.completeness.open.map((o) => o.text))
  const told = new Map<string, { hold: CaseSeen['holds'][number]; times: number }>()
  for (const hold of file.holds) {
    if (hold.kind === 'work' && open.has(hold.why)) continue
    const same = byHand.has(hold.kind) ? undefined : told.get(hold.why)
    told.set(same ? hold.why : `${hold.why} ${byHand.has(hold.kind) ? hold.id : ''}`.trim(), {
      hold,
      times: (same?.times ?? 0) + 1,
    })
  }
  return [...told.values()]
}

export function OpenCard({
  file,
  past,
  onAct,
}: {
  readonly file: CaseSeen
  readonly past: boolean
  readonly onAct: OnAct
}) {
  const say = useSay()
  const tasks = file.tasks.filter((t) => !t.done)
  return (
    <Card
      title={past ? say('cases.holds') : say('cases.open-things')}
      aside={past ? undefined : String(file.completeness.open.length)}
    >
      {past ? null : file.completeness.complete ? (
        <p>{say('cases.complete')}</p>
      ) : (
        <Plain
          head={['', '']}
          rows={file.completeness.open.map((o) => [o.text, o.since ? showDate(o.since.slice(0, 10)) : ''])}
        />
      )}
      {holdsTold(file).length > 0 ? (
        <Plain
          head={[say('cases.holds'), '']}
          rows={holdsTold(file).map(({ hold, times }) => [
            times > 1 ? say('cases.hold-times', { why: hold.why, n: times }) : hold.why,
            past || !byHand.has(hold.kind) ? (
              showDate(hold.since.slice(0, 10))
            ) : (
              <TextAct
                key="lift"
                operation="cases.lift-hold"
                onAct={() => onAct('cases.lift-hold', { hold: hold.id })}
              />
            ),
          ])}
        />
      ) : null}
      {tasks.length > 0 && !past ? (
        <Plain
          head={[say('cases.tasks'), '', '']}
          rows={tasks.map((t) => [
            t.text,
            `${t.assigneeName}${t.dueOn ? `, ${showDate(t.dueOn)}` : ''}`,
            <TextAct
              key="done"
              operation="cases.complete-task"
              onAct={() => onAct('cases.complete-task', { task: t.id })}
            />,
          ])}
        />
      ) : null}
      {file.court.length > 0 ? (
        <Plain
          head={[say('cases.court'), '']}
          rows={file.court.map((c) => [c.court ? `${c.text}, ${c.court}` : c.text, showDate(c.on)])}
        />
      ) : null}
    </Card>
  )
}

export function DocumentsCard({ file }: { readonly file: CaseSeen }) {
  const say = useSay()
  return (
    <Card title={say('cases.documents')} aside={String(file.documents.length)}>
      {file.documents.length === 0 ? (
        <p>{say('cases.no-documents')}</p>
      ) : (
        <Plain
          head={['', '']}
          rows={file.documents.map((d) => [
            d.destroyed ? (
              <span key="a">
                <span className="dim">{d.name}</span>{' '}
                <StateChip tone="slate" icon="ban">
                  {say('cases.document-destroyed')}
                </StateChip>
              </span>
            ) : (
              <a
                key="a"
                style={{ color: 'var(--maya)' }}
                href={fileUrl('cases.document-file', { document: d.id })}
                download
              >
                {d.name}
              </a>
            ),
            `${showBytes(d.size)}, ${showDate(d.at.slice(0, 10))}`,
          ])}
        />
      )}
    </Card>
  )
}

export function NotesCard({ file }: { readonly file: CaseSeen }) {
  const say = useSay()
  return (
    <Card title={say('cases.notes')} aside={String(file.notes.length)}>
      {file.notes.length === 0 ? (
        <p>{say('cases.no-notes')}</p>
      ) : (
        file.notes.map((n) => (
          <div key={n.id} style={{ borderTop: '1px solid var(--line)', padding: '8px 0' }}>
            <div style={{ color: 'var(--ink3)', fontSize: 12 }}>
              {[showInstant(n.at), n.by, n.with && `${say(`cases.way-${n.way ?? 'message'}`)}, ${n.with}`]
                .filter(Boolean)
                .join(' · ')}
            </div>
            <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{n.text}</div>
          </div>
        ))
      )}
    </Card>
  )
}
