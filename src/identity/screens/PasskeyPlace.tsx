/** Where passkeys work when they cannot here: said with the link, on the door and among one's own ways in. */
import type { ReactNode } from 'react'
import { Note } from '#ui/Note.tsx'
import { passkeyAddress } from '#ui/passkey.ts'
import { useSay } from '#ui/say.ts'

/** `door`: at the door nothing is said where there is nowhere to go. */
export function PasskeyPlace(props: { door?: boolean }): ReactNode {
  const say = useSay()
  const address = passkeyAddress()
  if (address === null)
    return props.door ? null : (
      <Note tone="slate" icon="fingerprint">
        {say('identity.passkey-needs-name')}
      </Note>
    )
  return (
    <Note tone="slate" icon="fingerprint">
      {say('identity.passkey-elsewhere')}{' '}
      <a className="link" href={address}>
        {address}
      </a>
    </Note>
  )
}
