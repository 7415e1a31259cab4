/** Lo que se dice de las muertes, en español. */
import { body } from './morgue/texts/body.es.ts'
import { call } from './call/texts/call.es.ts'
import { examination } from './examination/texts/examination.es.ts'
import { inquiry } from './inquiry/texts/inquiry.es.ts'
import { page } from './page/texts/page.es.ts'
import { pictures } from './examination/texts/pictures.es.ts'
import type { en } from './texts.en.ts'

export const es: Record<keyof typeof en, string> = {
  ...call,
  ...body,
  ...examination,
  ...inquiry,
  ...pictures,
  ...page,
  'death.home-deaths-to-decide': 'Muertes por decidir',
  'death.home-deaths-none': 'Ningún aviso espera decisión.',
  'death.home-morgue': 'En la morgue',
  'death.home-morgue-calm': 'Nada apremia en la morgue.',
  'death.home-pending-causes': 'Causas pendientes',
  'death.home-pending-none': 'Ninguna causa está pendiente.',
}
