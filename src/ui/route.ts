/** What a module's screens/routes.ts lists: where each screen lives, and whether it stands in the navigation. */
import type { ComponentType } from 'react'
import type { IconName } from './Icon.tsx'

/** A question whose answer a screen needs without a network, and where the device keeps it. */
export interface KeptQuestion {
  readonly name: string
  readonly params: Readonly<Record<string, string>>
  readonly kind: string
  readonly id: string
}

export interface Route {
  /** `/evidence/items/$id`: the module's word first, parameters with a dollar sign. */
  readonly path: string
  readonly screen: () => Promise<{ default: ComponentType }>
  /** `operation`: who may not do it does not see the word. */
  readonly nav?: {
    readonly key: string
    readonly icon: IconName
    readonly order: number
    /** Where it stands for somebody of the laboratory, if elsewhere. */
    readonly inside?: number
    /** On a telephone it stands below for those who have it, or who may do the act named here, before what is not handy. */
    readonly handy?: true | string
    readonly operation?: string
  }
  /** The path of the word in the navigation under which it lies, where its own path does not say so. */
  readonly within?: string
  /** Needed where there is no network: the screens of its module are kept on the device of whoever has this place. */
  readonly offline?: true
  /** Asked and kept with them at the sign-in, so that the place works where its page was never opened. */
  readonly keeps?: readonly KeptQuestion[]
  /** Without sign-in and without the shell: the window to the outside, sign-in, the check of a certificate. */
  readonly public?: true
}
