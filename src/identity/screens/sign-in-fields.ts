/** What the door asks: name and password; the code and the place only once the answer said that they are needed. */
import type { Field } from '#ui/fields.ts'
import type { Say } from '#ui/say.ts'
import { placesOfUse } from '../contract/places.ts'

export function signInFields(say: Say, asked: ReadonlySet<string>, fill: 'on' | 'off' = 'on'): Field[] {
  const code = asked.has('identity.code-needed') || asked.has('identity.passkey-needed')
  return [
    {
      key: 'username',
      label: say('identity.field-username'),
      kind: 'text',
      required: true,
      autoComplete: fill === 'on' ? 'username webauthn' : 'off',
    },
    {
      key: 'password',
      label: say('identity.field-password'),
      kind: 'text',
      required: true,
      secret: true,
      autoComplete: fill === 'on' ? 'current-password' : 'off',
    },
    ...(code
      ? [
          {
            key: 'code',
            label: say('identity.field-code'),
            help: say('identity.code-needed'),
            placeholder: '123 456',
            kind: 'text' as const,
            required: true,
            autoComplete: 'one-time-code',
          },
        ]
      : []),
    ...(asked.has('identity.place-needed') ? [placeField(say)] : []),
  ]
}
export const placeField = (say: Say): Field => ({
  key: 'place',
  label: say('identity.field-place'),
  help: say('identity.place-help'),
  kind: 'choice',
  required: true,
  options: placesOfUse.map((value) => ({ value, label: say(`identity.place-${value}`) })),
})
