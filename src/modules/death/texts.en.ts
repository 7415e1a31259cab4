/** What is said about deaths, in English. */
import { body } from './texts/body.en.ts'
import { call } from './texts/call.en.ts'
import { examination } from './texts/examination.en.ts'
import { pictures } from './texts/pictures.en.ts'

export const en = { ...call, ...body, ...examination, ...pictures } as const
