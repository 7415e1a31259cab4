/** Lo que exchange dice de las instituciones a las que se avisa de lo que ocurre. */
import type { partnersEn } from './partners.en.ts'

export const partnersEs: Record<keyof typeof partnersEn, string> = {
  'op.exchange.subscribe': 'Avisar a una institución',
  'op.exchange.approve-subscription': 'Aprobar el aviso a una institución',
  'op.exchange.end-subscription': 'Terminar el aviso a una institución',
  'op.exchange.replay-event': 'Avisar otra vez',
  'op.exchange.subscriptions': 'Instituciones a las que se avisa',
  'op.exchange.events-told': 'De qué se avisó a una institución',
  'op.exchange.export-custody': 'Custodia como CASE/UCO',
  'op.exchange.tell-partner': 'Se avisó a una institución',
  'exchange.partners-nav': 'Conexiones',
  'exchange.partners-note':
    'Lo que ocurre llega a la institución en un minuto: clases de actos, identificadores y números, nunca lo que dice un expediente. Cada aviso va firmado; lo que no se recibe se intenta de nuevo durante unos tres días.',
  'exchange.no-partners': 'No se avisa de nada a ninguna institución.',
  'exchange.no-partners-note':
    'Firme con la institución un convenio de intercambio de datos, elija a una persona de ella que recibe y diga dónde escucha su equipo.',
  'exchange.partner-agency': 'Institución',
  'exchange.partner-receiver': 'Quien recibe',
  'exchange.partner-receiver-help':
    'Una persona de la institución. Se avisa de lo que esta persona puede ver, y de nada más.',
  'exchange.partner-agreement': 'Convenio',
  'exchange.partner-address': 'Dirección de su equipo',
  'exchange.partner-address-help':
    'Empieza con https. A un equipo dentro de la casa solo se llama si la configuración del servidor nombra su red.',
  'exchange.partner-events': 'Se avisa de',
  'exchange.partner-purpose': 'Para qué',
  'exchange.partner-legal-basis': 'Según qué ley',
  'exchange.partner-state-waiting': 'Espera a una segunda persona',
  'exchange.partner-state-approved': 'Se avisa',
  'exchange.partner-state-ended': 'Terminado',
  'exchange.partner-counts':
    '{sent, number} recibidos, {pending, number} en espera, {dead, number} abandonados',
  'exchange.partner-opened': 'Pedido por {by}, {at}',
  'exchange.partner-agreement-over': 'El convenio terminó: lo que ocurre espera y nada sale.',
  'exchange.partner-secret-title': 'El secreto, mostrado una vez',
  'exchange.partner-secret-note':
    'Entréguelo en mano a la institución: con él su equipo comprueba que un aviso viene de aquí (Standard Webhooks). No se muestra otra vez.',
  'exchange.partner-words': 'Por qué',
  'exchange.event-what': 'Qué ocurrió',
  'exchange.event-about': 'Caso',
  'exchange.event-made': 'Cuándo',
  'exchange.event-state': 'Estado',
  'exchange.event-state-waiting': 'Espera',
  'exchange.event-state-sent': 'Recibido',
  'exchange.event-state-dead': 'Abandonado',
  'exchange.event-next': 'Otra vez {at}, {n, plural, one {un intento} other {# intentos}}',
  'exchange.event-fault-refused': 'Su equipo respondió {status, number}.',
  'exchange.event-fault-none': 'Su equipo no respondió.',
  'exchange.event-fault-inside': 'Su dirección lleva a un equipo dentro de una red que no está admitida.',
  'exchange.no-events': 'Todavía no ocurrió nada de lo que se avise a esta institución.',
  'exchange.no-such-case': 'Ningún caso que usted pueda ver lleva el número {number}. Nómbrelo con --case.',
  'exchange.no-agreement':
    'No hay un convenio de intercambio de datos vigente con esta institución ({agreement}).',
  'exchange.next-sign-agreement': 'Firme uno en Instituciones, o elija otro.',
  'exchange.receiver-of-another':
    'Quien recibe debe ser una persona de esa institución que pueda iniciar sesión.',
  'exchange.next-choose-receiver': 'Elija a otra persona, o invite a una de la institución.',
  'exchange.address-not-an-address': 'Esto no es la dirección de un equipo en una red.',
  'exchange.address-not-secure': 'La dirección debe empezar con https, para que nadie lea por el camino.',
  'exchange.address-inside': 'Esta dirección es de un equipo dentro de una red, no de una institución.',
  'exchange.next-address':
    'Pida a la institución una dirección https. Para un equipo de su propia red, la configuración CUSTODIA_PARTNER_NETWORKS del servidor nombra la red.',
  'exchange.subscription-not-waiting': 'Ya se aprobó o se terminó.',
  'exchange.own-subscription': 'Lo pidió usted.',
  'exchange.next-another-approves': 'Otra persona lo mira y lo aprueba.',
  'exchange.subscription-over': 'Ya no se avisa a esta institución.',
  'exchange.next-subscribe': 'Pídalo de nuevo.',
  'exchange.event-waits': 'Este aviso ya espera su turno.',
  'exchange.next-event-waits': 'Se intenta de nuevo a la hora que está a su lado.',
  'exchange.subscription-number-taken': 'Alguien pidió otro en el mismo momento. Intente de nuevo.',
  'exchange.subscription-moved': 'Otra persona lo cambió en el mismo momento. Mírelo otra vez.',
}
