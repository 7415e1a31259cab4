/** Deshacer una importación, en español. */
import type { undoingEn } from './undoing.en.ts'

export const undoingEs: Record<keyof typeof undoingEn, string> = {
  'op.exchange.undo-import': 'Deshacer la importación',
  'exchange.state-undone': 'Deshecha',
  'exchange.import-undone': 'Esta importación se deshizo.',
  'exchange.next-import-again': 'El mismo archivo se puede importar de nuevo.',
  'exchange.undo-dry-run': 'Un ensayo no cambió nada: no hay nada que deshacer.',
  'exchange.undo-deaths':
    'Una importación de muertes no se deshace en un solo acto: estadísticas y registros pueden apoyarse en cada una.',
  'exchange.next-undo-deaths': 'Corrija las muertes una por una, cada una con su motivo.',
  'exchange.undo-running': 'Esta importación está en marcha, o se cortó hace menos de una hora.',
  'exchange.next-undo-running':
    'Espere a que tenga su recibo; la que se cortó se puede deshacer una hora después de sus últimas filas.',
  'exchange.undo-not-yours': 'Otra persona trajo esta importación.',
  'exchange.next-undo-ask': 'Pídalo a quien la trajo, o a un administrador.',
  'exchange.undo-needs-second': 'Otra persona trajo esta importación: una segunda persona debe consentir.',
  'exchange.next-undo-second': 'Elija a un colega que pueda importar y deje que escriba su PIN.',
  'exchange.undo-second-may-not': 'La segunda persona no puede importar y por eso no puede consentir.',
  'exchange.undo-too-many':
    'Más de {most} casos llegaron con esta importación: no se retiran en un solo acto.',
  'exchange.undo-built-on':
    'Algo se apoya ya en {count, plural, one {# caso} other {# casos}} de esta importación{listed, plural, =0 {} other {: {list}}}{more, plural, =0 {.} one {, y uno más.} other {, y # más.}}',
  'exchange.next-undo-built-on': 'Corrija esos casos uno por uno. Una importación solo se deshace entera.',
  'exchange.undone-told':
    'La deshizo {by} el {at}; {cases, plural, one {se retiró # caso} other {se retiraron # casos}}.',
  'exchange.undone-second': 'Consintió: {second}.',
  'exchange.undo-why': 'Por qué se deshace',
  'exchange.undo-note':
    'Los {cases} casos de esta importación se retiran, si nada se apoya en ninguno. Los asientos y el recibo quedan; el archivo se puede importar de nuevo.',
  'exchange.undo-second': 'Quién consiente',
  'exchange.undo-pin': 'Su PIN',
}
