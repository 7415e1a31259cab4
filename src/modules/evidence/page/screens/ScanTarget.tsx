/** The other half of a scanned act: where it goes, who takes it, who stands beside, for what, until when. */
import { FieldFrame } from '#ui/FieldFrame.tsx'
import { InstantField } from '#ui/DateFields.tsx'
import { Card } from '#ui/Page.tsx'
import { Note } from '#ui/Note.tsx'
import { RefPicker } from '#ui/RefPicker.tsx'
import { useSay } from '#ui/say.ts'
import type { Desk, Mode } from './desk.ts'
import { SigningFields } from '../../counter/screens/Signing.tsx'
import { askCodes, askPeople, askPlaces, askUnits } from '../../things/screens/state.ts'

interface Of {
  readonly mode: Mode
  readonly desk: Desk
  readonly onChange: (desk: Desk) => void
  /** The door asked for a second person. */
  readonly witness: boolean
}

export function ScanTarget(props: Of) {
  const say = useSay()
  const { mode, desk, onChange } = props
  const asksWitness =
    props.witness || desk.witness !== null || (mode === 'put-away' && desk.place?.witness === true)
  return (
    <Card title={say(`evidence.sc-${mode}-target`)}>
      <div className="fields">
        {mode === 'put-away' ? <Place {...props} /> : null}
        {mode === 'hand-over' || mode === 'court' ? <Taker {...props} /> : null}
        {mode === 'send' ? <Carrier {...props} /> : null}
        {mode === 'court' ? <Court {...props} /> : null}
        {mode === 'take-in' ? <p className="dim">{say('evidence.sc-take-in-help')}</p> : null}
        {mode !== 'put-away' && mode !== 'take-in' ? <Purpose {...props} /> : null}
        {asksWitness ? <Witness desk={desk} onChange={onChange} /> : null}
      </div>
    </Card>
  )
}

function Text(props: {
  label: string
  value: string
  onChange: (v: string) => void
  help?: string
  secret?: true
}) {
  return (
    <FieldFrame label={props.label} {...(props.help ? { help: props.help } : {})}>
      {(f) => (
        <input
          {...f}
          className="input"
          autoComplete="off"
          {...(props.secret ? { type: 'password', inputMode: 'numeric' as const } : {})}
          value={props.value}
          onChange={(e) => props.onChange(e.target.value)}
        />
      )}
    </FieldFrame>
  )
}

interface FoundPlace {
  id: string
  code: string
  name: string
  path: string
  witness: boolean
  free: number | null
}
function Place({ desk, onChange }: Of) {
  const say = useSay()
  return (
    <>
      <RefPicker<FoundPlace>
        label={say('evidence.d-place')}
        help={say('evidence.sc-place-help')}
        ask={askPlaces as never}
        value={desk.place?.id ?? null}
        shown={desk.place?.path}
        key={desk.place?.id ?? 'none'}
        onChange={(_id, row) => onChange({ ...desk, place: row ?? null })}
      />
      {desk.place && desk.place.free !== null ? (
        <p className="dim">{say('evidence.sc-free', { n: desk.place.free })}</p>
      ) : null}
    </>
  )
}

interface Named {
  id: string
  name: string
}
function Taker({ desk, onChange, mode }: Of) {
  const say = useSay()
  return (
    <>
      <RefPicker<Named>
        label={say('evidence.h-to')}
        help={say('evidence.sc-badge-help')}
        ask={askPeople as never}
        value={desk.person?.id ?? null}
        shown={desk.person?.name}
        key={desk.person?.id ?? 'none'}
        onChange={(_id, row) =>
          onChange({
            ...desk,
            person: row ? { id: row.id, name: row.name } : null,
            outsider: null,
            signing: { way: row ? 'pin' : 'device' },
          })
        }
      />
      {desk.person ? null : (
        <div className="fields two">
          <Text
            label={say('evidence.sc-outside-name')}
            help={say('evidence.sc-outside-help')}
            value={desk.outsider?.name ?? ''}
            onChange={(name) =>
              onChange({
                ...desk,
                outsider: name ? { ...desk.outsider, name } : null,
                signing: { ...desk.signing, way: 'device' },
              })
            }
          />
          <Text
            label={say('evidence.r-where')}
            value={desk.outsider?.where ?? ''}
            onChange={(where) => onChange({ ...desk, outsider: { name: desk.outsider?.name ?? '', where } })}
          />
        </div>
      )}
      {desk.person || desk.outsider ? (
        <SigningFields
          known={desk.person !== null}
          without={say(desk.person && mode === 'hand-over' ? 'evidence.sc-offers' : 'evidence.sc-one-party')}
          value={desk.signing}
          onChange={(signing) => onChange({ ...desk, signing })}
        />
      ) : null}
    </>
  )
}

function Carrier({ desk, onChange }: Of) {
  const say = useSay()
  return (
    <>
      <RefPicker<Named>
        label={say('evidence.d-to-unit')}
        ask={askUnits as never}
        value={desk.toUnit}
        onChange={(toUnit) => onChange({ ...desk, toUnit })}
      />
      <div className="fields two">
        <Text
          label={say('evidence.d-carrier')}
          value={desk.carrier}
          onChange={(carrier) => onChange({ ...desk, carrier })}
        />
        <Text
          label={say('evidence.d-waybill')}
          value={desk.waybill}
          onChange={(waybill) => onChange({ ...desk, waybill })}
        />
      </div>
      <Note tone="slate" icon="clock">
        {say('evidence.sc-clock')}
      </Note>
    </>
  )
}

function Court({ desk, onChange }: Of) {
  const say = useSay()
  return (
    <div className="fields two">
      <Text
        label={say('evidence.d-court')}
        value={desk.court}
        onChange={(court) => onChange({ ...desk, court })}
      />
      <InstantField
        label={say('evidence.d-back')}
        value={desk.dueBack}
        onChange={(dueBack) => onChange({ ...desk, dueBack })}
      />
    </div>
  )
}

function Purpose({ desk, onChange }: Of) {
  const say = useSay()
  return (
    <RefPicker<{ code: string; name: string }>
      label={say('evidence.h-purpose')}
      ask={askCodes('purpose-of-transfer') as never}
      value={desk.purpose || null}
      shown={desk.purpose}
      key={desk.purpose}
      onChange={(_code, row) => onChange({ ...desk, purpose: row?.name ?? '' })}
    />
  )
}

function Witness({ desk, onChange }: { desk: Desk; onChange: (desk: Desk) => void }) {
  const say = useSay()
  return (
    <fieldset className="field-group">
      <legend>{say('evidence.sc-second')}</legend>
      <RefPicker<Named>
        label={say('evidence.d-witness')}
        help={say('evidence.sc-badge-help')}
        ask={askPeople as never}
        value={desk.witness?.id ?? null}
        shown={desk.witness?.name}
        key={desk.witness?.id ?? 'none'}
        onChange={(_id, row) => onChange({ ...desk, witness: row ? { id: row.id, name: row.name } : null })}
      />
      <Text
        secret
        label={say('evidence.h-pin')}
        value={desk.witnessPin}
        onChange={(witnessPin) => onChange({ ...desk, witnessPin })}
      />
    </fieldset>
  )
}
