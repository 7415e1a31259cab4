/** Lo que se dice de las muertes, en español. */
import { body } from './texts/body.es.ts'
import { call } from './texts/call.es.ts'
import { examination } from './texts/examination.es.ts'
import { pictures } from './texts/pictures.es.ts'
import type { en } from './texts.en.ts'

export const es: Record<keyof typeof en, string> = { ...call, ...body, ...examination, ...pictures }
