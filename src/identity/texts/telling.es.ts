/** Lo que identity dice de los navegadores que reciben avisos, y de las invitaciones. */
import type { telling as en } from './telling.en.ts'

export const telling: Record<keyof typeof en, string> = {
  'identity.push-address':
    'Esa no es la dirección de un servicio de avisos: debe empezar con https y ser pública.',
  'identity.push-many': 'Usted ya tiene avisos en {most} navegadores. Apáguelos en uno que ya no use.',
  'identity.push-some-browser': 'un navegador',
  'identity.push-title': 'En este navegador, mientras está cerrado',
  'identity.push-note':
    'Un aviso dice que algo espera y en qué página, nada del caso. Va cifrado para este navegador; el servicio de avisos de su fabricante solo se entera de que hubo uno.',
  'identity.push-on': 'Encender',
  'identity.push-off': 'Apagar',
  'identity.push-is-on': 'Los avisos están encendidos en este navegador.',
  'identity.push-denied':
    'A este navegador se le dijo que no mostrara avisos de Custodia. Permítalos en la configuración del navegador e intente de nuevo.',
  'identity.push-not-here':
    'Este navegador no recibe avisos mientras está cerrado. En un iPhone o iPad, ponga primero Custodia en la pantalla de inicio y ábrala desde ahí.',
  'identity.push-no-service':
    'No se pudo llegar al servicio de avisos de este navegador. Los avisos en el producto y por correo siguen.',
  'identity.push-others': 'Otros navegadores',
  'identity.push-told': 'último aviso {at}',
  'identity.push-never': 'todavía sin avisos',
}
