/** A field that a scanner types into: Enter ends the code; the scan icon, mono writing. */
import { type ReactNode, useState } from 'react'
import { FieldFrame, type FrameProps } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import { useSay } from './say.ts'

export function ScanBox(
  props: FrameProps & {
    onScan: (text: string) => void
    value?: string
    onChange?: (text: string) => void
    expect?: string
    big?: boolean
    autoFocus?: boolean
  },
): ReactNode {
  const say = useSay()
  const [own, setOwn] = useState('')
  const text = props.value ?? own
  const become = (next: string): void => (props.onChange ? props.onChange(next) : setOwn(next))
  return (
    <FieldFrame {...props}>
      {(field) => (
        <span className="combo">
          <input
            {...field}
            className={props.big ? 'input mono big' : 'input mono'}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            autoFocus={props.autoFocus}
            placeholder={props.expect ?? say('kit.scan')}
            value={text}
            onChange={(e) => become(e.target.value)}
            onKeyDown={(e) => {
              if (e.key !== 'Enter' || text.trim() === '') return
              e.preventDefault()
              props.onScan(text.trim())
              if (props.value === undefined) setOwn('')
            }}
          />
          <Icon name="scan" size={18} className="input-icon" />
        </span>
      )}
    </FieldFrame>
  )
}
