/** Who is signed in and what that person may do: the answer of identity.who-am-i, at hand everywhere. */
import { createContext, useContext } from 'react'
import type { Language } from '#kernel/say.ts'

export interface Me {
  readonly person: { readonly id: string; readonly name: string }
  readonly unit: { readonly id: string; readonly name: string } | null
  readonly roles: readonly string[]
  /** Names of the operations this person holds a right for. */
  readonly operations: readonly string[]
  readonly language: Language
  readonly service: { readonly name: string; readonly demo: boolean }
  readonly csrf: string | null
  readonly hasPin?: boolean
  readonly secondFactor?: boolean
  /** Nothing else opens until a second factor stands. */
  readonly secondFactorDue?: boolean
  readonly hasPassword?: boolean
  readonly hasTotp?: boolean
  readonly passkeys?: number
  readonly recoveryCodes?: number
  /** Offices in which a role is held: one works from one of them. */
  readonly offices?: readonly { readonly id: string; readonly name: string }[]
  readonly idleMinutes?: number
  readonly kiosk?: boolean
}

export const MeContext = createContext<Me | null>(null)

/** Null where nobody is signed in (public screens). */
export const useMe = (): Me | null => useContext(MeContext)
export function useMay(operation: string | undefined): boolean {
  const me = useMe()
  return operation === undefined || me === null || me.operations.includes(operation)
}
