/** The parts of a scene's record as cards: each row with who wrote it and when, what was put right beside it. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Facts } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { Conflict } from '../contract/seen.ts'
import type { Scene } from './scene-kept.ts'

type Of = { readonly scene: Scene }
type Mended = Scene['mended']

/** Who and when; where the house heard of it more than a quarter of an hour later, that is said. */
export function By(props: { by: string; at: string; recordedAt: string }): ReactNode {
  const say = useSay()
  const late = Date.parse(props.recordedAt) - Date.parse(props.at) > 15 * 60_000
  return (
    <span className="scene-quiet">
      {props.by} · <When at={props.at} />
      {late ? ` · ${say('scenes.heard-later', { at: showInstant(props.recordedAt) })}` : ''}
    </span>
  )
}
const plain = (fields: Record<string, unknown>): string =>
  Object.values(fields)
    .map((v) => (typeof v === 'string' ? v : v === null ? '–' : JSON.stringify(v)))
    .join(', ')
export function Put({ mended }: { mended: Mended }): ReactNode {
  const say = useSay()
  return mended.map((m) => (
    <span key={m.id} className="scene-mended">
      {say('scenes.mended', { was: plain(m.was), becomes: plain(m.becomes), by: m.by, why: m.why })}
    </span>
  ))
}
export const Quiet = ({ children }: { children: ReactNode }): ReactNode => (
  <p className="scene-quiet">{children}</p>
)

/** What was written wrongly is put right in place: one word of the row, with the reason. */
export function Correct(props: {
  scene: Scene
  kind: 'mark' | 'measurement'
  entry: string
  words: string
}): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const tell = useTell('scenes.correct-entry', { onDone: () => setOpen(false) })
  const may = props.scene.actions.find((a) => a.operation === 'scenes.correct-entry')
  if (!may?.ok || props.scene.version === 0) return null
  return (
    <>
      <TextAct icon="edit" onAct={() => setOpen(true)}>
        {say('op.scenes.correct-entry')}
      </TextAct>
      {open ? (
        <Dialog title={say('op.scenes.correct-entry')} onClose={() => setOpen(false)}>
          <Form
            name={`scenes.correct.${props.entry}`}
            draft={false}
            fields={[
              { key: 'words', label: say('scenes.field-what'), kind: 'text', required: true },
              { key: 'why', label: say('scenes.column-why'), kind: 'text', required: true },
            ]}
            initial={{ words: props.words }}
            problem={tell.problem}
            onSend={async (v) =>
              void (await tell.tell(
                {
                  attendance: props.scene.id,
                  kind: props.kind,
                  entry: props.entry,
                  becomes: { words: v['words'] },
                },
                { reason: String(v['why']) },
              ))
            }
            sendLabel={say('op.scenes.correct-entry')}
          />
        </Dialog>
      ) : null}
    </>
  )
}
export function CollectedCard({ scene }: Of): ReactNode {
  const say = useSay()
  return (
    <Card title={say('scenes.exhibits')}>
      {scene.collected.length === 0 ? (
        <Quiet>{say('scenes.no-exhibits')}</Quiet>
      ) : (
        <ul className="scene-rows">
          {scene.collected.map((c) => (
            <li key={c.id}>
              <span className="scene-row">
                <Linked to={`/evidence/items/${c.thing}`}>
                  <Mono>{c.number}</Mono> {c.description}
                </Linked>
                <span>
                  {[
                    scene.marks.find((m) => m.id === c.mark)
                      ? say('scenes.mark-of', {
                          label: scene.marks.find((m) => m.id === c.mark)?.label ?? '',
                        })
                      : null,
                    c.surface,
                    c.method,
                    c.how,
                    c.packaging,
                    ...c.seals.map((n) => say('scenes.seal-of', { number: n })),
                    c.announced ? say('scenes.announced-as', { number: c.announced.number }) : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <By {...c} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
export function MeasurementsCard({ scene }: Of): ReactNode {
  const say = useSay()
  if (scene.measurements.length === 0) return null
  return (
    <Card title={say('scenes.measurements')}>
      <ul className="scene-rows">
        {scene.measurements.map((m) => (
          <li key={m.id}>
            <span className="scene-row">
              <span>
                {m.from} → {m.to}: <strong>{`${m.value} ${m.unit}`}</strong>
              </span>
              <By {...m} />
              <Put mended={m.mended} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
export function SketchesCard({ scene }: Of): ReactNode {
  const say = useSay()
  if (scene.sketches.length === 0) return null
  return (
    <Card title={say('scenes.sketches')}>
      {scene.sketches.map((s) => (
        <figure key={s.id} className="scene-sketch">
          <img
            src={`data:image/svg+xml;utf8,${encodeURIComponent(s.svg)}`}
            alt={say('scenes.sketch-alt', { title: s.title, n: s.drawing.elements.length })}
          />
          <figcaption>
            <strong>{s.title}</strong> <By {...s} />{' '}
            <a className="link" href={fileUrl('scenes.sketch-file', { sketch: s.sketch })}>
              SVG
            </a>
          </figcaption>
        </figure>
      ))}
    </Card>
  )
}
export function LogCard({ scene }: Of): ReactNode {
  const say = useSay()
  return (
    <Card
      title={say('scenes.log')}
      aside={
        scene.state === 'at-scene'
          ? scene.inside.length > 0
            ? say('scenes.inside', { names: scene.inside.join(', ') })
            : say('scenes.nobody-inside')
          : undefined
      }
    >
      {scene.log.length === 0 ? (
        <Quiet>{say('scenes.log-empty')}</Quiet>
      ) : (
        <ul className="scene-rows">
          {scene.log.map((l) => (
            <li key={l.id}>
              <span className="scene-row">
                <span>
                  <strong>{say(`scenes.log-${l.kind}`)}</strong>{' '}
                  {[l.name, l.organisation].filter(Boolean).join(', ')}
                  {l.why ? ` · ${l.why}` : ''}
                </span>
                <By {...l} />
                <Put mended={l.mended} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
export function ChecklistCard({ scene }: Of): ReactNode {
  const say = useSay()
  return (
    <Card title={say('scenes.checklist')}>
      {scene.checklists.length === 0 ? (
        <Quiet>{say(scene.hasChecklist ? 'scenes.no-checklist-yet' : 'scenes.no-checklist-made')}</Quiet>
      ) : (
        scene.checklists.map((c) => (
          <div key={c.id} className="scene-answers">
            <strong>{c.form}</strong> <By {...c} />
            <Facts rows={c.answers.map((a) => [a.label, a.text] as const)} />
          </div>
        ))
      )}
    </Card>
  )
}
export function StatementsCard({ scene }: Of): ReactNode {
  const say = useSay()
  if (scene.statements.length === 0) return null
  return (
    <Card title={say('scenes.statements')}>
      <ul className="scene-rows">
        {scene.statements.map((s) => (
          <li key={s.id}>
            <span className="scene-row">
              <strong>{s.name ?? '–'}</strong>
              {s.words ? <span>{s.words}</span> : null}
              {s.file ? (
                <a href={fileUrl('scenes.statement-file', { statement: s.file })}>
                  {say('op.scenes.statement-file')}
                </a>
              ) : null}
              <By {...s} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
export function StepsCard({ scene }: Of): ReactNode {
  const say = useSay()
  return (
    <Card title={say('scenes.steps')}>
      <ul className="scene-rows">
        {scene.steps.map((s) => (
          <li key={`${s.kind}${s.at}${s.by}`}>
            <span className="scene-row">
              <strong>{say(`scenes.step-${s.kind}`)}</strong>
              {s.words ? <span>{s.words}</span> : null}
              <By {...s} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
export function RecordsCard({ scene }: Of): ReactNode {
  const say = useSay()
  if (scene.records.length === 0) return null
  return (
    <Card title={say('scenes.record')}>
      <ul className="scene-rows">
        {scene.records.toReversed().map((r) => (
          <li key={r.version}>
            <span className="scene-row">
              <a href={fileUrl('scenes.scene-record', { attendance: scene.id, version: r.version })}>
                {say('scenes.record-version', {
                  version: r.version,
                  at: showInstant(r.at),
                  name: r.by,
                })}
              </a>
              {r.why ? <span>{[r.why, ...r.changes].join(' · ')}</span> : null}
              <span className="scene-hash">
                <Mono>{r.sha256.slice(0, 16)}</Mono>
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Two people wrote differently: both are shown, a person says which holds. */
export function ConflictsCard({ scene }: Of): ReactNode {
  const say = useSay()
  if (scene.conflicts.length === 0) return null
  const open = scene.conflicts.filter((c) => c.settled === null)
  return (
    <Card title={say('scenes.conflicts')}>
      {open.length > 0 ? <Note tone="achiote">{say('scenes.conflict-open')}</Note> : null}
      {scene.conflicts.map((c) => (
        <ConflictRow key={c.key} scene={scene} conflict={c} />
      ))}
    </Card>
  )
}
function ConflictRow({ scene, conflict: c }: { scene: Scene; conflict: Conflict }): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const tell = useTell('scenes.settle-conflict', { onDone: () => setOpen(false) })
  return (
    <div className="scene-conflict">
      <strong>{c.text}</strong>
      <ul>
        {c.rows.map((r) => (
          <li key={r.id}>
            {c.kind === 'left' ? null : `${r.text} `}
            <span className="scene-quiet">
              {r.by}, {showInstant(r.at)}
            </span>{' '}
            {c.settled?.keeps === r.id ? (
              <StateChip tone="reef" icon="check">
                {say('scenes.holds')}
              </StateChip>
            ) : null}
          </li>
        ))}
      </ul>
      {c.settled ? (
        <Quiet>
          {c.settled.by}: {c.settled.words}
        </Quiet>
      ) : (
        <ActRow>
          <Act
            operation="scenes.settle-conflict"
            actions={scene.actions}
            icon="check"
            onAct={() => setOpen(true)}
          />
        </ActRow>
      )}
      {open ? (
        <Dialog title={say('op.scenes.settle-conflict')} onClose={() => setOpen(false)}>
          <Form
            name={`scenes.settle.${scene.id}.${c.key}`}
            draft={false}
            fields={[
              {
                key: 'keeps',
                label: say('scenes.field-keeps'),
                kind: 'choice',
                required: true,
                options: c.rows.map((r) => ({
                  value: r.id,
                  label: `${c.kind === 'left' ? showInstant(r.at) : r.text} (${r.by})`,
                })),
              },
              {
                key: 'words',
                label: say('scenes.field-conflict-why'),
                kind: 'text',
                required: true,
              },
            ]}
            problem={tell.problem}
            onSend={async (v) => void (await tell.tell({ attendance: scene.id, conflict: c.key, ...v }))}
            sendLabel={say('op.scenes.settle-conflict')}
          />
        </Dialog>
      ) : null}
    </div>
  )
}
