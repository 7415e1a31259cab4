/** What nobody beside may read; a word chosen anew can be looked at by whoever chose it, before it counts. */
import { type ReactNode, useState } from 'react'
import { FieldFrame, type FrameProps } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import { useSay } from './say.ts'

export function SecretField(props: {
  frame: FrameProps
  autoComplete: string
  value: string
  onChange: (value: string) => void
}): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <FieldFrame {...props.frame}>
      {(f) => (
        <span className="combo">
          <input
            {...f}
            className="input"
            type={open ? 'text' : 'password'}
            autoComplete={props.autoComplete}
            spellCheck={false}
            autoCapitalize="none"
            value={props.value}
            onChange={(e) => props.onChange(e.target.value)}
          />
          <button
            type="button"
            className="quiet secret-eye"
            aria-label={say('kit.show-typed')}
            aria-pressed={open}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'eye-off' : 'eye'} size={18} />
          </button>
        </span>
      )}
    </FieldFrame>
  )
}
