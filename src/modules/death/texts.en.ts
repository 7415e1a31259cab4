/** What is said about deaths, in English. */
import { call } from './texts/call.en.ts'

export const en = { ...call } as const
