/** Lo que se dice de los dispositivos que actúan sin red y de lo que firman. */
import type { claims as en } from './claims.en.ts'

export const claims: Record<keyof typeof en, string> = {
  'op.identity.register-device-key': 'Dar de alta este dispositivo',
  'op.identity.withdraw-device-key': 'Dar de baja un dispositivo',
  'op.identity.recover-device': 'Abrir otra vez un dispositivo',
  'op.identity.list-device-keys': 'Dispositivos',
  'op.identity.present-claim': 'Entregar lo hecho sin red',
  'op.identity.settle-claim': 'Resolver lo entregado',
  'op.identity.answer-claim': 'Responder lo rechazado',
  'op.identity.my-claims': 'Hecho sin red',
  'identity.not-a-device-key': 'Esta no es la clave de un dispositivo.',
  'identity.next-register-device': 'Dé de alta el dispositivo otra vez, con conexión.',
  'identity.not-a-claim': 'Estos no son los bytes de un acto tal como lo firma un dispositivo.',
  'identity.next-claim-again': 'Envíelo otra vez desde el dispositivo que lo firmó.',
  'identity.claim-not-signed': 'La firma no es la de un dispositivo conocido aquí.',
  'identity.claim-other': 'Este dispositivo entregó otro acto con su número {sequence}.',
  'identity.not-claimable': 'Esto no se puede hacer sin conexión.',
  'identity.no-right-then': 'La cuenta está cerrada, o lo estaba a esa hora.',
  'identity.key-withdrawn': 'El dispositivo se dio de baja antes de que esto llegara.',
  'identity.next-answer-claim': 'Mírelo junto con quien lo firmó y respóndalo en palabras.',
  'identity.claim-settled': 'Esto ya está resuelto.',
  'identity.claim-not-refused': 'Solo se responde lo rechazado; esto está {state}.',
  'identity.claim-reason': 'Hecho sin conexión en {device}',
  'identity.device-known': 'Este dispositivo ya está dado de alta.',
  'identity.device-ended': 'Este dispositivo ya se dio de baja.',
  'identity.notice-claim-refused-subject': 'Se rechazó algo hecho sin conexión',
  'identity.notice-claim-refused-body':
    '{name}: se rechazó algo que usted hizo sin conexión y espera su respuesta: {link}',
}
