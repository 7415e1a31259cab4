/** Lo que se dice cuando los datos de una persona se destruyen por orden. */
import type { expunging as english } from './expunging.en.ts'

export const expunging: Record<keyof typeof english, string> = {
  'op.cases.expunge-party': 'Destruir los datos de una persona por orden',
  'cases.paper-destroyed':
    'Este documento se destruyó por orden de ley. Su línea queda; en el historial está quién lo ordenó.',
  'cases.paper-elsewhere': '{name} también cuelga de otro caso: sus bytes no son solo de este caso.',
  'cases.expunge': 'Destruir por orden',
  'cases.expunge-for-good': 'Lo que se destruye aquí no vuelve',
  'cases.expunge-values':
    'La persona sale del caso, con {n, plural, =0 {nada más que diga el nombre} one {la nota, pregunta o fila de importación que dice el nombre} other {# notas, preguntas y filas de importación que dicen el nombre}}. La orden misma queda en el registro, sin el nombre.',
  'cases.expunge-places': 'Dónde más figura el nombre: táchelo',
  'cases.expunge-no-places': 'Ningún otro asiento de este caso dice el nombre.',
  'cases.expunge-part': 'una palabra del nombre: mire si es esta persona',
  'cases.expunge-papers': 'Documentos del caso: destruir sus bytes',
  'cases.expunge-paper-whole': 'dice el nombre',
  'cases.expunge-paper-part': 'dice una palabra del nombre',
  'cases.expunge-paper-no': 'no dice el nombre',
  'cases.expunge-paper-unread': 'una imagen o un documento que no es texto simple: ábralo y mire',
  'cases.expunge-issued': 'Los certificados emitidos no se alteran: corríjalos con otra versión o retírelos.',
  'cases.expunge-authority': 'Tribunal o ley, y su número',
  'cases.expunge-send': 'Destruir por orden',
  'cases.expunge-held': 'Pesa una retención legal o una apelación sobre este caso: nada se puede destruir.',
  'cases.paper-letter': 'Carta',
  'cases.paper-order': 'Orden judicial',
  'cases.paper-warrant': 'Orden de cateo',
  'cases.paper-statement': 'Declaración',
  'cases.paper-scan': 'Escaneo',
  'cases.paper-photograph': 'Fotografía',
  'cases.paper-other': 'Otro',
}
