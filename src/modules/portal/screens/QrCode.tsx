/** A code drawn for a scanner, black on white in dark too; the drawing is fetched only where one is shown. */
import { type ReactNode, useEffect, useState } from 'react'
import './portal.css'

export default function QrCode(props: { text: string; label: string }): ReactNode {
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    void import('bwip-js/browser').then(({ qrcode, drawingSVG }) => {
      const options = {
        bcid: 'qrcode',
        text: props.text,
        eclevel: 'M',
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
  }, [props.text])
  return (
    <div className="portal-code">{picture ? <img src={picture} alt={props.label} width="100%" /> : null}</div>
  )
}
