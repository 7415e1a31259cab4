/** How words of pages and words that are asked for are compared: as names and numbers of cases are. */
import { normaliseName, normaliseNumber, soundsOf } from '#modules/cases/public.ts'
import type { Ear } from '#formats/recognition/terms.ts'

export const ear: Ear = { plain: normaliseName, number: normaliseNumber, sounds: soundsOf }
