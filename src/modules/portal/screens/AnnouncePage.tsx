/** A delivery written down on a telephone in four steps; every word is kept on the device, and it sends itself when there is a network. */
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Form, type Values } from '#ui/Form.tsx'
import { Skeleton, ErrorState } from '#ui/Asked.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { Problem } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { Unlock } from '#ui/offline/Unlock.tsx'
import { useAskOrKept } from '#ui/offline/ask-kept.ts'
import { useWaiting } from '#ui/offline/use-kept.ts'
import { useSay } from '#ui/say.ts'
import { showTime } from '#ui/show.ts'
import type { PrelogForm } from '#modules/evidence/contract.ts'
import { caseFields, itemFields, seizureFields, sendFields } from './fields.ts'
import {
  type Draft,
  announce,
  announceNow,
  draftKeeper,
  dropDraft,
  keepPhoto,
  newDraft,
  shrunk,
  useDrafts,
  useSent,
} from './outbox.ts'
import { announcementOf } from './said.ts'

export default function AnnouncePage(): ReactNode {
  const me = useMe()
  // The lists of the last time, where there is no network.
  const form = useAskOrKept<PrelogForm>(
    'evidence.prelog-form',
    {},
    { kind: 'form', id: 'prelog', always: true },
  )
  const drafts = useDrafts(me?.person.id ?? '')
  if (me && drafts.shut === 'locked')
    return (
      <Page narrow>
        <Unlock person={me.person.id} />
      </Page>
    )
  if (!me || !form.data || (drafts.all === null && drafts.shut === null))
    return <Page narrow>{form.error ? <ErrorState problem={form.error} /> : <Skeleton lines={4} />}</Page>
  const wanted = new URLSearchParams(location.search).get('draft')
  const found = (drafts.all ?? []).find((d) => !d.waits && (wanted === null || d.draft.id === wanted))
  return (
    <Announcing
      me={me.person}
      form={form.data}
      start={found?.draft ?? null}
      refused={found?.refused ?? null}
      sealed={drafts.shut === null}
    />
  )
}

const words = ['case', 'seizure', 'items', 'send'] as const

function Announcing(props: {
  me: { id: string; name: string }
  form: PrelogForm
  start: Draft | null
  refused: string | null
  sealed: boolean
}): ReactNode {
  const say = useSay()
  const go = useNavigate()
  const { me, form } = props
  // As it was when the page opened: what is written down meanwhile is what stands here.
  const [draft, setDraft] = useState<Draft>(() => props.start ?? newDraft())
  const [refused, setRefused] = useState(props.refused)
  const [keptAt, setKeptAt] = useState<string | null>(null)
  const [lost, setLost] = useState(!props.sealed)
  /** The act that waits for the network. */
  const [waits, setWaits] = useState<string | null>(null)
  const latest = useRef(draft)
  const [write] = useState(() =>
    draftKeeper(
      me.id,
      (at) => {
        setKeptAt(at)
        setLost(false)
      },
      () => setLost(true),
    ),
  )
  useSent(me.id, () => undefined)
  // Whichever page of this browser sends it, this one hears how it ended.
  const waiting = useWaiting(me.id).rows?.find((act) => act.id === waits)
  const ended = waiting?.state
  useEffect(() => {
    if (ended === 'sent') void go({ to: `/portal/announced/${draft.id}` })
  }, [ended, draft.id, go])
  const objection = refused ?? (ended === 'refused' ? (waiting?.why ?? null) : null)
  const change = (more: Partial<Draft>): void => {
    const next = { ...latest.current, ...more, at: new Date().toISOString() }
    latest.current = next
    setDraft(next)
    if (props.sealed) write(next)
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
    setRefused(null)
    setWaits(null)
    if (draft.step < 4) {
      change({ step: draft.step + 1 })
      return window.scrollTo(0, 0)
    }
    const body = announcementOf(latest.current, me)
    try {
      const act = props.sealed ? await announce(me.id, latest.current, body) : null
      if (!act) await announceNow(latest.current, body)
      if (act?.state === 'waits') return setWaits(act.id)
      if (act?.state === 'refused') setRefused(act.why)
      else await go({ to: `/portal/announced/${draft.id}` })
    } catch (problem) {
      setRefused(
        problem instanceof Problem
          ? [problem.detail, problem.next].filter(Boolean).join(' ')
          : String(problem),
      )
    }
  }
  // No other page is fetched while there is no network: what waits is told here.
  if (waits && ended !== 'refused')
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
      {objection ? <Note tone="achiote">{objection}</Note> : null}
      {lost ? <Note tone="achiote">{say('device.no-seal')}</Note> : null}
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
                  void dropDraft(me.id, latest.current)
                    .catch(() => undefined)
                    .then(() => go({ to: '/portal' }))
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
      {step === 'items' ? (
        <Photos me={me.id} draft={draft} onChange={(photos) => change({ photos })} />
      ) : null}
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

function Photos(props: { me: string; draft: Draft; onChange: (photos: Draft['photos']) => void }): ReactNode {
  const say = useSay()
  const items = Array.isArray(props.draft.values.items) ? (props.draft.values.items as Values[]) : []
  const { photos } = props.draft
  const take = async (item: number, files: FileList | null): Promise<void> => {
    const more = await Promise.all(
      [...(files ?? [])].map(async (file) => keepPhoto(props.me, await shrunk(file))),
    )
    props.onChange([...photos, ...more.map((sha256) => ({ sha256, item }))])
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
