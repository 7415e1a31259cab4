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
  'identity.signatory-elsewhere': 'Quien firma debe ser persona de la propia institución, con cuenta.',
  'identity.agency-code-taken': 'Otra institución tiene ese código oficial.',
  'identity.agreement-lacking':
    'Ningún convenio entre el servicio y {agency} está vigente, y su gente solo entra con uno.',
  'identity.next-agreement':
    'Pida a quien dirige su institución que firme el que se ofreció, o al servicio que ofrezca uno.',
  'identity.notice-agreement-subject': 'Un convenio espera su firma',
  'identity.notice-agreement-body':
    'Hola {name}:\n\nEl servicio ofreció un convenio a su institución. Espera su firma aquí: {link}\n\n{service}',
  'identity.invite-new': 'Invitar a alguien',
  'identity.invite-new-text':
    'Persona, cuenta y función en un paso. Se le muestra un código una vez: entréguelo en mano o léalo por teléfono. Abre la cuenta durante siete días.',
  'identity.invited': '{name} tiene su invitación',
  'identity.field-email': 'Correo',
  'identity.field-badge': 'Número de placa',
  'identity.field-code': 'Código oficial',
  'identity.field-signatory': 'Quién firma por la institución',
  'identity.field-words': 'El convenio en palabras',
  'identity.tab-agreements': 'Convenios',
  'identity.agreements-mine': 'Lo que su institución firmó con el servicio. Vale también para usted.',
  'identity.agreements-none': 'Su institución todavía no ha firmado nada con el servicio.',
  'identity.offered-to-you': 'Espera su firma',
  'identity.sign-for':
    'Usted firma por su institución, con su PIN o llave de acceso. Su gente queda obligada desde su fecha.',
  'identity.signed-by': 'Firmado por {name} el {day}',
  'identity.rule-agreement-required': 'Entra solo con un convenio',
  'identity.rule-own-cases': 'Tiene casos propios',
  'identity.rule-own-cases-note':
    'Lo que trae va a casos de un tipo para clientes ajenos a la policía, con numeración propia. Nunca entra en un caso de la policía.',
  'identity.rule-pays-fees': 'Paga tarifas',
  'identity.rule-pays-fees-note':
    'Según su convenio: lo que pide se cobra con la lista de tarifas cuando la sección lo acepta.',
  'identity.rule-prelog-required': 'Anuncia lo que trae',
  'identity.rules-held': 'Obligada a',
  'identity.change-rules': 'Cambiar',
  'identity.let-off': 'Liberarla',
  'identity.hold-to-it': 'Obligarla a esto',
  'identity.rule-agreement-required-note':
    'Su gente entra solo mientras un convenio esté vigente; quien puede firmarlo entra para firmar.',
  'identity.rule-prelog-required-note':
    'Lo que su gente trae sin anuncio se recibe con el motivo de que no lo hubo.',
  'identity.rule-place-stated': 'Dice desde dónde entra',
  'identity.rule-place-stated-note':
    'Su gente dice desde dónde entra; esa sesión termina tras veinte minutos sin nadie.',
}
