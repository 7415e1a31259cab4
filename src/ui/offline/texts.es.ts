/** Lo que se dice de este dispositivo y de lo que guarda, en español. */
import type { en } from './texts.en.ts'

export const es: Record<keyof typeof en, string> = {
  'device.title': 'Este dispositivo',
  'device.waits':
    '{n, plural, =0 {Nada espera ser enviado.} one {# acto espera ser enviado.} other {# actos esperan ser enviados.}}',
  'device.waiting': 'Espera ser enviado',
  'device.waiting-since': 'desde {at}',
  'device.sent': 'Enviado {at}',
  'device.refused': 'Rechazado',
  'device.give-up': 'Dejarlo',
  'device.give-up-will': 'Se quita de este dispositivo y no se envía. Lo que fue rechazado no ocurrió.',
  'device.send-now': 'Enviar ahora',
  'device.drafts': '{n, plural, =0 {Ningún borrador} one {# borrador} other {# borradores}}',
  'device.cases': '{n, plural, =0 {Ningún caso guardado} one {# caso guardado} other {# casos guardados}}',
  'device.files':
    '{n, plural, =0 {Ninguna fotografía ni archivo} one {# fotografía o archivo} other {# fotografías o archivos}}',
  'device.keeps': 'Lo que guarda',
  'device.room': '{used} en uso, {left} libres.',
  'device.room-used': '{used} en uso.',
  'device.short':
    'Este dispositivo está casi lleno. Envíe lo que espera, o haga lugar, antes de tomar más fotografías.',
  'device.lasting': 'El navegador no lo borra por sí mismo.',
  'device.not-lasting':
    'El navegador puede borrarlo cuando el dispositivo esté lleno. Pídale que lo guarde, o instale Custodia en la pantalla de inicio.',
  'device.ask-lasting': 'Pedir al navegador que lo guarde',
  'device.seal': 'Cómo está cifrado',
  'device.seal-note':
    'Lo que se guarda aquí está cifrado (AES-256) con una clave que el navegador no entrega. Otro usuario de este navegador no lo ve. Quien desarme la memoria del dispositivo podría encontrar esa clave.',
  'device.pin-note':
    'Con un PIN, nada se abre sin él. Seis cifras demoran a quien tenga la memoria del dispositivo; no lo detienen. Elija más cifras para más.',
  'device.no-pin': 'Sin PIN',
  'device.with-pin': 'Tiene un PIN',
  'device.set-pin': 'Poner un PIN',
  'device.change-pin': 'Cambiar el PIN',
  'device.drop-pin': 'Quitar el PIN',
  'device.pin': 'PIN de este dispositivo',
  'device.pin-now': 'PIN actual',
  'device.pin-new': 'PIN nuevo, seis cifras o más',
  'device.pin-again': 'PIN nuevo otra vez',
  'device.pin-short': 'Un PIN tiene seis cifras o más.',
  'device.pin-differs': 'Los dos no son iguales.',
  'device.pin-forgotten':
    'Sin el PIN nadie lo abre; solo de un dispositivo admitido para el trabajo en escenas guarda el servicio un código. Si no lo hay y el PIN se olvida, deje todo y empiece de nuevo: lo que no se envió se pierde.',
  'device.locked': 'Este dispositivo está bloqueado',
  'device.locked-next':
    'Dé su PIN para ver lo que guarda. Usted lo puso en este dispositivo; no es el PIN con que firma.',
  'device.wrong-pin': 'Ese no es el PIN de este dispositivo.',
  'device.wait':
    'Demasiados intentos equivocados. Intente de nuevo en {minutes, plural, one {# minuto} other {# minutos}}.',
  'device.forgotten': 'Olvidé el PIN',
  'device.forgotten-how':
    'Pregunte a quien lo supervisa: abre “Dispositivos” y le lee el código de este dispositivo.',
  'device.wrong-code': 'Ese no es el código de este dispositivo.',
  'device.recovery-code': 'Código de quien lo supervisa',
  'device.open-with-code': 'Abrir con el código',
  'device.open': 'Abrir',
  'device.let-go': 'Dejar todo',
  'device.let-go-will':
    'Borradores, actos en espera, fotografías y casos guardados se destruyen en este dispositivo. Lo que no se envió se pierde.',
  'device.no-seal':
    'Este navegador no puede cifrar lo que guarda, porque la dirección no es de confianza (https). Nada se guarda aquí: quédese en esta página hasta que se envíe.',
  'device.not-kept': 'Esta página nunca se abrió en este dispositivo.',
  'device.not-kept-next': 'Se abre cuando haya conexión. Las páginas que usted ya abrió se abren sin ella.',
  'device.no-who': 'No hay conexión, y nadie es conocido en este dispositivo.',
  'device.no-who-next':
    'Entre una vez con conexión. Durante tres días después, Custodia se abre aquí sin ella.',
  'device.as-of': 'Sin conexión. Usted ve lo que se guardó aquí el {at}.',
  'device.newer': 'Una versión más nueva de Custodia está lista.',
  'device.newer-open': 'Abrirla',
  'device.newer-note': 'Lo que usted escribió está guardado.',
  'device.leave-waiting':
    '{n, plural, one {# acto espera} other {# actos esperan}} en este dispositivo para ser enviado. Queda cifrado aquí y sale cuando usted entre de nuevo en este dispositivo.',
  'device.again': 'Intentar de nuevo',
}
