/** Where agencies keep their recordings: the form of an address there, asked for by one person and approved by another. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { AskedList, More } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Facts } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { PlatformSeen } from '../contract/platforms.ts'
import { hole } from '#kernel/address-form.ts'
import { useDataAgreements } from './agreements.ts'

const states = { waiting: 'waits-person', approved: 'holding', ended: 'void' } as const
type Acting =
  | { readonly kind: 'register'; readonly of?: PlatformSeen }
  | { readonly kind: 'end'; readonly of: PlatformSeen }

export function PlatformsCard(): ReactNode {
  const say = useSay()
  const list = useList<PlatformSeen>('exchange.platforms', { limit: 50 })
  const [acting, setActing] = useState<Acting | null>(null)
  return (
    <Card title={say('op.exchange.platforms')}>
      <div style={{ display: 'grid', gap: 12 }}>
        <p className="dim">{say('exchange.platforms-note')}</p>
        <AskedList of={list}>
          {list.rows.length === 0 ? <p className="dim">{say('exchange.no-platforms')}</p> : null}
          {list.rows.map((one) => (
            <Platform key={one.id} of={one} onAct={setActing} />
          ))}
        </AskedList>
        <More of={list} />
        <ActRow>
          <Act
            operation="exchange.register-platform"
            icon="add"
            onAct={() => setActing({ kind: 'register' })}
          />
        </ActRow>
      </div>
      {acting?.kind === 'register' ? (
        <Registering {...(acting.of ? { of: acting.of } : {})} onClose={() => setActing(null)} />
      ) : acting ? (
        <Ending of={acting.of} onClose={() => setActing(null)} />
      ) : null}
    </Card>
  )
}

function Platform({
  of,
  onAct,
}: {
  readonly of: PlatformSeen
  readonly onAct: (act: Acting) => void
}): ReactNode {
  const say = useSay()
  const approve = useTell('exchange.approve-platform')
  const { asked } = of
  return (
    <section style={{ borderTop: '1px solid var(--line)', padding: '8px 0', display: 'grid', gap: 8 }}>
      <div>
        <Mono>{of.code}</Mono> {of.name}{' '}
        <StateChip state={states[of.state]}>{say(`exchange.platform-state-${of.state}`)}</StateChip>
      </div>
      {of.holds || of.state === 'ended' ? null : (
        <Note tone="achiote">{say('exchange.platform-agreement-over')}</Note>
      )}
      <Facts
        rows={[
          [say('exchange.partner-agency'), of.agencyName],
          [say('exchange.partner-agreement'), of.agreement],
          ...(of.form ? [[say('exchange.platform-form'), <Mono key="f">{of.form}</Mono>] as const] : []),
          ...(asked
            ? [
                [
                  say('exchange.platform-state-waiting'),
                  say('exchange.platform-asked', {
                    form: asked.form,
                    by: asked.by ?? '',
                    at: showInstant(asked.at),
                  }),
                ] as const,
              ]
            : []),
          ...(of.words ? [[say('exchange.partner-words'), of.words] as const] : []),
        ]}
      />
      <ProblemNote of={approve.problem} />
      <ActRow>
        {asked ? (
          <Act
            operation="exchange.approve-platform"
            actions={of.actions}
            icon="check"
            onAct={() => void approve.tell({ platform: of.id })}
          />
        ) : null}
        <TextAct operation="exchange.register-platform" onAct={() => onAct({ kind: 'register', of })}>
          {say('exchange.platform-change')}
        </TextAct>
        {of.state === 'ended' ? null : (
          <TextAct
            operation="exchange.end-platform"
            actions={of.actions}
            onAct={() => onAct({ kind: 'end', of })}
          />
        )}
      </ActRow>
    </section>
  )
}

function Registering({
  of,
  onClose,
}: {
  readonly of?: PlatformSeen
  readonly onClose: () => void
}): ReactNode {
  const say = useSay()
  const act = useTell('exchange.register-platform', { onDone: onClose })
  const usable = useDataAgreements().filter((a) => !of || a.agency === of.agency)
  return (
    <Dialog
      wide
      title={say(of ? 'exchange.platform-change' : 'op.exchange.register-platform')}
      onClose={onClose}
    >
      <Form
        name="exchange.register-platform"
        draft={false}
        columns={2}
        initial={of ? { name: of.name, form: of.asked?.form ?? of.form ?? '' } : {}}
        fields={[
          {
            key: 'agreement',
            label: say('exchange.partner-agreement'),
            kind: 'choice',
            required: true,
            span: 2,
            options: usable.map((a) => ({ value: a.id, label: `${a.agencyName}: ${a.title}` })),
          },
          ...(of
            ? []
            : [
                {
                  key: 'code',
                  label: say('exchange.platform-code'),
                  help: say('exchange.platform-code-help'),
                  kind: 'text' as const,
                  required: true,
                },
              ]),
          { key: 'name', label: say('exchange.platform-name'), kind: 'text', required: true },
          {
            key: 'form',
            label: say('exchange.platform-form'),
            help: say('exchange.platform-form-help', { hole }),
            kind: 'text',
            required: true,
            placeholder: 'https://',
            span: 2,
          },
        ]}
        sendLabel={say('op.exchange.register-platform')}
        problem={act.problem}
        onSend={async (values) => {
          const agency = usable.find((a) => a.id === values.agreement)?.agency
          await act.tell({ ...values, agency, ...(of ? { platform: of.id, code: of.code } : {}) })
        }}
      />
    </Dialog>
  )
}

function Ending({ of, onClose }: { readonly of: PlatformSeen; readonly onClose: () => void }): ReactNode {
  const say = useSay()
  const end = useTell('exchange.end-platform', { onDone: onClose })
  return (
    <Dialog title={say('op.exchange.end-platform')} onClose={onClose}>
      <Form
        name="exchange.end-platform"
        draft={false}
        fields={[{ key: 'words', label: say('exchange.partner-words'), kind: 'prose', required: true }]}
        sendLabel={say('op.exchange.end-platform')}
        problem={end.problem}
        onSend={async (values) => void (await end.tell({ platform: of.id, ...values }))}
      />
    </Dialog>
  )
}
