/** What is said about deaths, in English. */
import { body } from './texts/body.en.ts'
import { call } from './texts/call.en.ts'

export const en = { ...call, ...body } as const
