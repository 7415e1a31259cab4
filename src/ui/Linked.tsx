/** A link to another page of ours, in maya. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

export function Linked(props: {
  to: string
  params?: Record<string, string>
  children: ReactNode
  icon?: IconName
  mono?: boolean
  className?: string
  title?: string
}): ReactNode {
  const to = Object.entries(props.params ?? {}).reduce(
    (path, [key, value]) => path.replace(`$${key}`, encodeURIComponent(value)),
    props.to,
  )
  const className = [props.className ?? 'link', props.mono ? 'mono' : ''].join(' ').trim()
  const inner = (
    <>
      {props.icon ? <Icon name={props.icon} size={15} /> : null}
      {props.children}
    </>
  )
  // Files and addresses of the server are not pages of the router.
  if (/^(https?:|\/api\/|\/verify\/|blob:|#)/.test(to))
    return (
      <a href={to} className={className} title={props.title}>
        {inner}
      </a>
    )
  return (
    <Link to={to} className={className} title={props.title}>
      {inner}
    </Link>
  )
}
