/** A code read by the camera of this device, or typed by a scanner. */
import { type ReactNode, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { CameraScan } from '#ui/CameraScan.tsx'
import { ScanBox } from '#ui/ScanBox.tsx'
import { useSay } from '#ui/say.ts'

export function ScanCode(props: {
  label: string
  codes?: 'labels' | 'cards'
  onScan: (text: string) => void
}): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <div className="scene-scan">
      <ScanBox label={props.label} onScan={props.onScan} />
      {open ? (
        <CameraScan
          codes={props.codes ?? 'labels'}
          onClose={() => setOpen(false)}
          onScan={(text) => {
            setOpen(false)
            props.onScan(text)
          }}
        />
      ) : (
        <Button icon="camera" onClick={() => setOpen(true)}>
          {say('scenes.scan-camera')}
        </Button>
      )}
    </div>
  )
}
