/** A delivery written down on a telephone in four steps; every word is kept on the device, and it sends itself when there is a network. */
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Form, type Values } from '#ui/Form.tsx'
import { Skeleton, ErrorState } from '#ui/Asked.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showTime } from '#ui/show.ts'
import type { PrelogForm } from '#modules/evidence/contract.ts'
import { caseFields, itemFields, seizureFields, sendFields } from './fields.ts'
import {
  type Draft,
  draftsOf,
  dropDraft,
  keepDraft,
  newDraft,
  sendWaiting,
  shrunk,
  useSending,
} from './outbox.ts'
import { announcementOf } from './said.ts'

const FORM = 'custodia.announcing-form'
/** The lists of the last time, where there is no network. */
function useForm(): { form: PrelogForm | null; problem: ReturnType<typeof useAsk>['error'] } {
  const asked = useAsk<PrelogForm>('evidence.prelog-form')
  if (asked.data) localStorage.setItem(FORM, JSON.stringify(asked.data))
  const kept = asked.data ? null : localStorage.getItem(FORM)
  return { form: asked.data ?? (kept ? (JSON.parse(kept) as PrelogForm) : null), problem: asked.error }
}

export default function AnnouncePage(): ReactNode {
  const me = useMe()
  const { form, problem } = useForm()
  if (!me || !form)
    return <Page narrow>{problem ? <ErrorState problem={problem} /> : <Skeleton lines={4} />}</Page>
  return <Announcing me={me.person} form={form} />
}

const words = ['case', 'seizure', 'items', 'send'] as const

function Announcing(props: { me: { id: string; name: string }; form: PrelogForm }): ReactNode {
  const say = useSay()
  const go = useNavigate()
  const { me, form } = props
  const wanted = new URLSearchParams(location.search).get('draft')
  const [draft, setDraft] = useState<Draft>(
    () => draftsOf(me.id).find((d) => d.body === null && (wanted === null || d.id === wanted)) ?? newDraft(),
  )
  const [keptAt, setKeptAt] = useState<string | null>(null)
  const [waits, setWaits] = useState(false)
  const latest = useRef(draft)
  useSending(me.id, () => {
    if (waits) void go({ to: `/portal/announced/${draft.id}` })
  })
  const change = (more: Partial<Draft>): void => {
    const next = { ...latest.current, ...more, at: new Date().toISOString() }
    latest.current = next
    setDraft(next)
    keepDraft(me.id, next)
    setKeptAt(next.at)
  }
  const step = words[draft.step - 1] ?? 'case'
  const fields =
    step === 'case'
      ? caseFields(say, form)
      : step === 'seizure'
        ? seizureFields(say, form)
        : step === 'items'
          ? itemFields(say, form)
          : sendFields(say)
  const onward = async (): Promise<void> => {
    if (draft.step < 4) {
      change({ step: draft.step + 1, refused: null })
      return window.scrollTo(0, 0)
    }
    const body = announcementOf(latest.current, me)
    change({ body, refused: null })
    await sendWaiting(me.id)
    const left = draftsOf(me.id).find((d) => d.id === draft.id)
    if (left?.refused) {
      latest.current = left
      setDraft(left)
    } else if (left) setWaits(true)
    else await go({ to: `/portal/announced/${draft.id}` })
  }
  // No other page is fetched while there is no network: what waits is told here.
  if (waits)
    return (
      <Page narrow>
        <RecordHead crumbs={[]} title={String(draft.values.title ?? '')} />
        <Note tone="maize" title={say('portal.waits-network')}>
          {say('portal.waiting-note')}
        </Note>
      </Page>
    )
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('portal.announce'), to: '/portal' }]}
        title={say('portal.step', { n: draft.step, what: say(`portal.step-${step}`) })}
      />
      {draft.refused ? <Note tone="achiote">{draft.refused}</Note> : null}
      <Form
        key={`${draft.id} ${draft.step}`}
        name="evidence.submit-prelog"
        draft={false}
        fields={fields}
        initial={defaults(draft.values, form, step)}
        onChange={(values: Values) => change({ values: { ...latest.current.values, ...values } })}
        onSend={async (values) => {
          change({ values: { ...latest.current.values, ...values } })
          await onward()
        }}
        sendLabel={say(draft.step < 4 ? 'portal.next' : 'portal.announce-send')}
        aside={
          <>
            {keptAt ? (
              <span className="saved dim">{say('portal.kept', { time: showTime(keptAt) })}</span>
            ) : null}
            {draft.step > 1 ? (
              <Button onClick={() => change({ step: draft.step - 1 })}>{say('portal.back')}</Button>
            ) : (
              <Button
                onClick={() => {
                  dropDraft(me.id, draft.id)
                  void go({ to: '/portal' })
                }}
              >
                {say('portal.remove')}
              </Button>
            )}
          </>
        }
      />
      {step === 'case' || step === 'items' ? (
        <Guidance form={form} offence={draft.values.offence} step={step} />
      ) : null}
      {step === 'items' ? <Photos draft={draft} onChange={(photos) => change({ photos })} /> : null}
    </Page>
  )
}

/** One counter, one kind of number, oneself: what is nearly always so stands there already. */
function defaults(values: Draft['values'], form: PrelogForm, step: string): Values {
  const first = form.lists['number-kind']?.[0]?.code ?? ''
  const given: Values =
    step === 'case'
      ? { to: form.desks[0]?.id ?? '', numbers: [{ kind: first, text: '' }] }
      : step === 'seizure'
        ? { who: 'me', sealedBy: form.me.name }
        : step === 'items'
          ? { items: [{}] }
          : {}
  return { ...given, ...values }
}

function Guidance(props: { form: PrelogForm; offence: unknown; step: 'case' | 'items' }): ReactNode {
  const say = useSay()
  return props.form.guidance
    .filter((g) => g.offences.includes(String(props.offence)))
    .map((g) => (
      <Card key={g.code} title={`${say(props.step === 'case' ? 'portal.bring' : 'portal.pack')}: ${g.title}`}>
        <ul>
          {(props.step === 'case' ? g.bring : g.pack).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
    ))
}

function Photos(props: { draft: Draft; onChange: (photos: Draft['photos']) => void }): ReactNode {
  const say = useSay()
  const items = Array.isArray(props.draft.values.items) ? (props.draft.values.items as Values[]) : []
  const { photos } = props.draft
  const take = async (item: number, files: FileList | null): Promise<void> => {
    const more = await Promise.all([...(files ?? [])].map(shrunk))
    props.onChange([...photos, ...more.map((data) => ({ data, sha256: null, item }))])
  }
  return (
    <Card title={say('portal.photo')}>
      <p className="dim">{say('portal.photo-note')}</p>
      {items.map((item, i) => (
        // Items have no name of their own before they are sent.
        <label className="field" key={i}>
          <span className="field-label">
            {say('portal.item', { n: i + 1 })} {String(item.description ?? '')}{' '}
            {photos.some((p) => p.item === i)
              ? say('portal.photos', { n: photos.filter((p) => p.item === i).length })
              : ''}
          </span>
          <input
            className="input"
            type="file"
            accept="image/*"
            capture="environment"
            multiple
            onChange={(e) => void take(i, e.target.files)}
          />
        </label>
      ))}
    </Card>
  )
}
