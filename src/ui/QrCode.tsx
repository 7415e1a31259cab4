/** A code drawn for a scanner, black on white in dark too; the drawing is fetched only where one is shown. */
import { type ReactNode, useEffect, useState } from 'react'

/** `dense`: for much text that is read from a screen near by; else it forgives a stained sheet. */
export default function QrCode(props: { text: string; label: string; dense?: boolean }): ReactNode {
  const [picture, setPicture] = useState<string | null>(null)
  const { text, dense } = props
  useEffect(() => {
    let gone = false
    void import('bwip-js/browser').then(({ qrcode, drawingSVG }) => {
      const options = {
        bcid: 'qrcode',
        text,
        eclevel: dense ? 'L' : 'M',
        backgroundcolor: 'FFFFFF',
        paddingwidth: 8,
        paddingheight: 8,
      }
      const svg = qrcode(options, drawingSVG())
      if (!gone) setPicture(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`)
    })
    return () => {
      gone = true
    }
  }, [text, dense])
  return (
    <div className="code-picture">
      {picture ? <img src={picture} alt={props.label} width="100%" /> : null}
    </div>
  )
}
