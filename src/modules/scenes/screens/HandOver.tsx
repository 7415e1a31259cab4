/**
 * From one device to another with no network. Who takes shows who they are; who gives signs an offer to them; who takes signs the acceptance;
 * each is a code on the screen that the other's camera reads. Either device brings both signatures in.
 */
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import QrCode from '#ui/QrCode.tsx'
import { ScanCode } from './ScanCode.tsx'
import { useMe } from '#ui/me.ts'
import { LockedDevice, changePin, hasPin } from '#ui/offline/sealing.ts'
import { carry, sha256OfText, signAndKeep } from '#ui/offline/signing.ts'
import type { WaitingAct } from '#ui/offline/waiting.ts'
import { useSay } from '#ui/say.ts'
import { useSigningDevice } from './DeviceNote.tsx'
import { inputOf, newId, type Scene } from './scene-kept.ts'

/** What stands in a code: who takes, or an act with its signature. Two letters say which, so that no other code is taken for one. */
const WHO = 'CXW1'
const ACT = 'CXA1'
interface Taker {
  readonly person: string
  readonly name: string
}
interface Signed {
  readonly payload: string
  readonly signature: string
}
const codeOf = (kind: string, value: object): string => `${kind}${JSON.stringify(value)}`
function readCode<T>(kind: string, text: string): T | null {
  if (!text.startsWith(kind)) return null
  try {
    return JSON.parse(text.slice(kind.length)) as T
  } catch {
    return null
  }
}
interface Offered {
  readonly id: string
  readonly things: readonly string[]
  readonly to: string
}
const offerIn = (signed: Signed): Offered | null => {
  try {
    const said = JSON.parse(signed.payload) as { operation: string; input: Offered }
    return said.operation === 'evidence.hand-over' ? said.input : null
  } catch {
    return null
  }
}

type Stage =
  | { readonly at: 'give-scan' }
  | { readonly at: 'give-things'; readonly to: Taker }
  | { readonly at: 'give-code'; readonly code: string }
  | { readonly at: 'take-code'; readonly code: string }
  | { readonly at: 'take-accept'; readonly offer: Signed; readonly input: Offered }
  | { readonly at: 'done'; readonly code: string | null }

export function HandOverCard(props: { scene: Scene; waiting: readonly WaitingAct[] }): ReactNode {
  const say = useSay()
  const me = useMe()?.person
  const device = useSigningDevice(me?.id ?? '')
  const [stage, setStage] = useState<Stage | null>(null)
  if (!me || !device) return null
  const close = (): void => setStage(null)
  return (
    <Card title={say('scenes.hand-over-here')}>
      <p className="scene-quiet">{say('scenes.hand-over-why')}</p>
      <div className="acts">
        <Button icon="hand-over" onClick={() => setStage({ at: 'give-scan' })}>
          {say('scenes.give')}
        </Button>
        <Button
          icon="qr"
          onClick={() => setStage({ at: 'take-code', code: codeOf(WHO, { person: me.id, name: me.name }) })}
        >
          {say('scenes.take')}
        </Button>
      </div>
      {stage ? (
        <Dialog title={say('scenes.hand-over-here')} onClose={close}>
          <StageOf stage={stage} go={setStage} me={me} {...props} />
        </Dialog>
      ) : null}
    </Card>
  )
}

function StageOf(props: {
  stage: Stage
  go: (to: Stage) => void
  me: Taker | { id: string; name: string }
  scene: Scene
  waiting: readonly WaitingAct[]
}): ReactNode {
  const say = useSay()
  const { stage, go } = props
  const person = useMe()?.person.id ?? ''
  const [wrong, setWrong] = useState(false)
  switch (stage.at) {
    case 'give-scan':
      return (
        <>
          <p>{say('scenes.give-scan')}</p>
          {wrong ? <Note tone="achiote">{say('scenes.code-not-read')}</Note> : null}
          <ScanCode
            label={say('scenes.scan-taker')}
            onScan={(text) => {
              const to = readCode<Taker>(WHO, text)
              setWrong(!to)
              if (to) go({ at: 'give-things', to })
            }}
          />
        </>
      )
    case 'give-things':
      return <Give {...props} to={stage.to} />
    case 'give-code':
      return (
        <>
          <p>{say('scenes.give-shown')}</p>
          <QrCode dense text={stage.code} label={say('scenes.give')} />
          <ScanCode
            label={say('scenes.scan-acceptance')}
            onScan={(text) => {
              const signed = readCode<Signed>(ACT, text)
              setWrong(!signed)
              if (signed)
                void carry(person, signed, say('op.evidence.accept-hand-over')).then(() =>
                  go({ at: 'done', code: null }),
                )
            }}
          />
          {wrong ? <Note tone="achiote">{say('scenes.code-not-read')}</Note> : null}
        </>
      )
    case 'take-code':
      return (
        <>
          <p>{say('scenes.take-shown')}</p>
          <QrCode text={stage.code} label={say('scenes.take')} />
          <ScanCode
            label={say('scenes.scan-offer')}
            onScan={(text) => {
              const offer = readCode<Signed>(ACT, text)
              const input = offer && offerIn(offer)
              setWrong(!input)
              if (offer && input) go({ at: 'take-accept', offer, input })
            }}
          />
          {wrong ? <Note tone="achiote">{say('scenes.code-not-read')}</Note> : null}
        </>
      )
    case 'take-accept':
      return <Take {...props} offer={stage.offer} input={stage.input} />
    case 'done':
      return (
        <>
          <Note tone="reef" icon="check">
            {say('scenes.hand-over-kept')}
          </Note>
          {stage.code ? (
            <>
              <p>{say('scenes.acceptance-shown')}</p>
              <QrCode dense text={stage.code} label={say('op.evidence.accept-hand-over')} />
            </>
          ) : null}
        </>
      )
  }
}

/** Things of this scene in the giver's hands: those on the server and those that only this device knows. */
function thingsOf(scene: Scene, waiting: readonly WaitingAct[]): { value: string; label: string }[] {
  const here = waiting.flatMap((a) => {
    const { operation, input } = inputOf(a)
    return operation === 'scenes.collect-item' || operation === 'scenes.lift-print'
      ? [{ value: String(input['id']), label: String(input['description']) }]
      : []
  })
  return [...scene.collected.map((c) => ({ value: c.thing, label: `${c.number} ${c.description}` })), ...here]
}

class PinNotSet extends Error {
  readonly code: 'device.pin-short' | 'device.pin-differs'
  constructor(code: PinNotSet['code']) {
    super(code)
    this.code = code
  }
}
const whyNot = (cause: unknown): string =>
  cause instanceof PinNotSet
    ? cause.code
    : cause instanceof LockedDevice
      ? 'device.wrong-pin'
      : 'scenes.not-kept'

/** Both sign with the PIN of their device; whoever has none yet chooses one now, as no code says it is them otherwise. */
function useOwnPin(person: string) {
  const say = useSay()
  const [there, setThere] = useState<boolean | null>(null)
  useEffect(() => {
    hasPin(person).then(setThere, () => setThere(false))
  }, [person])
  const field = (key: string, label: string) => ({
    key,
    label: say(label),
    kind: 'text' as const,
    secret: true,
    required: true,
    autoComplete: 'off',
  })
  if (there === null) return null
  return {
    fields: there
      ? [field('pin', 'scenes.own-pin')]
      : [
          { key: 'why', label: say('scenes.pin-first'), kind: 'note' as const },
          field('next', 'device.pin-new'),
          field('again', 'device.pin-again'),
        ],
    of: async (values: Readonly<Record<string, unknown>>): Promise<string> => {
      if (there) return String(values['pin'] ?? '')
      const next = String(values['next'] ?? '')
      if (next.length < 6) throw new PinNotSet('device.pin-short')
      if (next !== values['again']) throw new PinNotSet('device.pin-differs')
      await changePin(person, null, next)
      setThere(true)
      return next
    },
  }
}

function Give(props: {
  to: Taker
  go: (to: Stage) => void
  scene: Scene
  waiting: readonly WaitingAct[]
}): ReactNode {
  const say = useSay()
  const person = useMe()?.person.id ?? ''
  const [wrong, setWrong] = useState<string | null>(null)
  const pin = useOwnPin(person)
  if (!pin) return null
  return (
    <>
      {wrong ? <Note tone="achiote">{wrong}</Note> : null}
      <Form
        name="scenes.give"
        draft={false}
        fields={[
          { key: 'note', label: say('scenes.give-to', { name: props.to.name }), kind: 'note' },
          {
            key: 'things',
            label: say('scenes.exhibits'),
            kind: 'choices',
            required: true,
            options: thingsOf(props.scene, props.waiting),
          },
          ...pin.fields,
        ]}
        onSend={async (v) => {
          try {
            const signed = await signAndKeep(person, {
              operation: 'evidence.hand-over',
              input: { id: newId(), things: v['things'], to: props.to.person },
              label: say('scenes.give-to', { name: props.to.name }),
              chain: 'device',
              to: `/scenes/${props.scene.id}`,
              pin: await pin.of(v),
            })
            const { payload, signature } = signed
            props.go({ at: 'give-code', code: codeOf(ACT, { payload, signature }) })
          } catch (cause) {
            setWrong(say(whyNot(cause)))
          }
        }}
        sendLabel={say('scenes.sign-offer')}
      />
    </>
  )
}
function Take(props: { offer: Signed; input: Offered; go: (to: Stage) => void; scene: Scene }): ReactNode {
  const say = useSay()
  const me = useMe()?.person
  const [wrong, setWrong] = useState<string | null>(null)
  const pin = useOwnPin(me?.id ?? '')
  if (!pin) return null
  if (!me || props.input.to !== me.id) return <Note tone="achiote">{say('scenes.offer-not-yours')}</Note>
  return (
    <>
      {wrong ? <Note tone="achiote">{wrong}</Note> : null}
      <p>{say('scenes.take-things', { n: props.input.things.length })}</p>
      <Form
        name="scenes.take"
        draft={false}
        fields={pin.fields}
        onSend={async (v) => {
          try {
            await carry(me.id, props.offer, say('op.evidence.hand-over'))
            const signed = await signAndKeep(me.id, {
              operation: 'evidence.accept-hand-over',
              input: { handOver: props.input.id },
              label: say('op.evidence.accept-hand-over'),
              chain: 'device',
              to: `/scenes/${props.scene.id}`,
              after: [await sha256OfText(props.offer.payload)],
              pin: await pin.of(v),
            })
            const { payload, signature } = signed
            props.go({ at: 'done', code: codeOf(ACT, { payload, signature }) })
          } catch (cause) {
            setWrong(say(whyNot(cause)))
          }
        }}
        sendLabel={say('scenes.sign-acceptance')}
      />
    </>
  )
}
