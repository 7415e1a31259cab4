/** Lo que identity dice de oficinas, derechos y lugares, y en el equipo de la recepción, en español. */
import type { working as english } from './working.en.ts'

export const working: Record<keyof typeof english, string> = {
  'op.identity.work-at': 'Trabajar desde esta oficina',
  'op.identity.explain-right': '¿Por qué puedo o no puedo?',
  'identity.no-session': 'Solo quien entró en una pantalla trabaja desde una oficina.',
  'identity.not-your-office': 'Usted no tiene ninguna función en esta oficina.',
  'identity.others-rights': 'Por los derechos de otra persona pregunta quien lleva las cuentas.',
  'identity.next-ask-your-administrator': 'Pregunte al administrador de su oficina.',
  'identity.right-of-all': '«{act}» está abierto a todos.',
  'identity.right-held': '{name} puede hacer «{act}»: {role}, {at}.',
  'identity.right-not-held': '{name} no puede hacer «{act}». Corresponde a: {roles}.',
  'identity.right-over': 'Tuvo la función {role} ({at}) y terminó.',
  'identity.right-from-whom':
    'Una función la da el administrador de la oficina y otra persona la revisa antes de dos semanas.',
  'identity.no-office': 'Usted no pertenece a ninguna oficina con la que compartir una vista.',
  'identity.next-share-service': 'Compártala con todo el servicio o guárdela para usted.',
  'identity.place-needed':
    'Las personas de {agency} dicen desde dónde entran: un lugar donde nadie más ve la pantalla.',
  'identity.next-place': 'Diga dónde está y que nadie más ve la pantalla.',
  'identity.field-place': '¿Dónde está?',
  'identity.place-office': 'En nuestra oficina',
  'identity.place-vehicle': 'En un vehículo del servicio',
  'identity.place-field': 'Trabajando afuera',
  'identity.place-help':
    'Al entrar usted dice que nadie más ve esta pantalla aquí. Queda guardado con la entrada.',
  'identity.kiosk-title': 'Traer algo',
  'identity.kiosk-words':
    'Anote aquí lo que trae, en cuatro pasos; en recepción solo comparan. Nada queda en este equipo, y lo cierra tras tres minutos sin usted.',
  'identity.kiosk-begin': 'Empezar',
  'identity.kiosk-without': '¿No tiene nombre para entrar? En recepción lo reciben con usted.',
  'op.identity.find-acts': 'Buscar un acto',
  'identity.field-act': 'Lo que quiere hacer',
}
