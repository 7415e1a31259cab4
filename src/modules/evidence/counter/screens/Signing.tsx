/** How the other party signs: with the PIN, on this device with a document shown and a drawn name, or not now. */
import { FieldFrame } from '#ui/FieldFrame.tsx'
import { Segments } from '#ui/Choices.tsx'
import { SignaturePad } from '#ui/SignaturePad.tsx'
import { useSay } from '#ui/say.ts'
import type { Signing } from './intake.ts'

export function SigningFields(props: {
  /** Whether the other has an account, and so a PIN. */
  known: boolean
  /** What follows where nobody signs. */
  without: string
  value: Signing
  onChange: (value: Signing) => void
}) {
  const say = useSay()
  const { value, onChange } = props
  const ways: readonly Signing['way'][] = props.known ? ['pin', 'device', 'none'] : ['device', 'none']
  return (
    <div className="fields">
      <Segments
        frame={{ label: say('evidence.sg-how') }}
        options={ways.map((w) => ({ value: w, label: say(`evidence.sg-${w}`) }))}
        value={value.way}
        onChange={(way) => onChange({ ...value, way: way as Signing['way'] })}
      />
      {value.way === 'pin' ? (
        <FieldFrame label={say('evidence.h-pin')}>
          {(f) => (
            <input
              {...f}
              className="input figures"
              type="password"
              inputMode="numeric"
              autoComplete="off"
              value={value.pin ?? ''}
              onChange={(e) => onChange({ ...value, pin: e.target.value })}
            />
          )}
        </FieldFrame>
      ) : null}
      {value.way === 'device' ? (
        <>
          <FieldFrame label={say('evidence.sg-document')} help={say('evidence.sg-document-help')}>
            {(f) => (
              <input
                {...f}
                className="input"
                autoComplete="off"
                value={value.document ?? ''}
                onChange={(e) => onChange({ ...value, document: e.target.value })}
              />
            )}
          </FieldFrame>
          <SignaturePad
            label={say('evidence.sg-drawn')}
            onChange={(drawn) => onChange({ ...value, drawn })}
          />
        </>
      ) : null}
      {value.way === 'none' ? <p className="dim">{props.without}</p> : null}
    </div>
  )
}
