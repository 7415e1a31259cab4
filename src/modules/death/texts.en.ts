/** What is said about deaths, in English. */
import { body } from './morgue/texts/body.en.ts'
import { call } from './call/texts/call.en.ts'
import { examination } from './examination/texts/examination.en.ts'
import { inquiry } from './inquiry/texts/inquiry.en.ts'
import { page } from './page/texts/page.en.ts'
import { pictures } from './examination/texts/pictures.en.ts'

export const en = {
  ...call,
  ...body,
  ...examination,
  ...inquiry,
  ...pictures,
  ...page,
  'death.home-deaths-to-decide': 'Deaths to decide',
  'death.home-deaths-none': 'No call waits for a decision.',
  'death.home-morgue': 'In the morgue',
  'death.home-morgue-calm': 'Nothing presses in the morgue.',
  'death.home-pending-causes': 'Causes that are pending',
  'death.home-pending-none': 'No cause of death is pending.',
} as const
