/** An act that writes on a worksheet: only its analyst ever writes on it, so for others it is not drawn at all; the page says so once. */
import type { ReactNode } from 'react'
import { type ActProps, TextAct } from '#ui/Act.tsx'
import { useMe } from '#ui/me.ts'
import type { Sheet } from './bench.ts'

export function WriteAct(props: Omit<ActProps, 'actions'> & { sheet: Sheet }): ReactNode {
  const { sheet, ...act } = props
  const me = useMe()
  return sheet.analyst.id === me?.person.id ? <TextAct {...act} actions={sheet.actions} /> : null
}
