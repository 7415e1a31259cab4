/** How a person shows themselves for a change of their own account: by a passkey where one can answer here, else by the password. */
import type { Field } from '#ui/fields.ts'
import { useMe } from '#ui/me.ts'
import { canPasskey, passkeyAnswer } from '#ui/passkey.ts'
import { useSay } from '#ui/say.ts'

export interface Shown {
  readonly fields: readonly Field[]
  /** What is sent beside the act itself. */
  readonly show: (values: Readonly<Record<string, unknown>>) => Promise<Record<string, unknown>>
}

export function useShown(): Shown {
  const say = useSay()
  const me = useMe()
  if ((me?.passkeys ?? 0) > 0 && canPasskey())
    return { fields: [], show: async () => ({ proof: await passkeyAnswer() }) }
  if (me?.hasPassword === false) return { fields: [], show: async () => ({}) }
  return {
    fields: [
      {
        key: 'password',
        label: say('identity.field-password-now'),
        kind: 'text',
        required: true,
        secret: true,
        autoComplete: 'current-password',
      },
    ],
    show: async (values) => ({ password: values['password'] }),
  }
}
