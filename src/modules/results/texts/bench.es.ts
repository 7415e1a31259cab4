/** Lo que se lee en la hoja de trabajo. */
import type { bench as en } from './bench.en.ts'

export const bench: Record<keyof typeof en, string> = {
  'results.which-balance': 'Elija la balanza.',
  'results.nothing-read': 'Escriba al menos una lectura.',
  'results.cell-of': '{what}, paquete {parcel}',
  'results.readings-found': 'Se hallaron en este equipo lecturas que usted había empezado.',
  'results.weigh-by-keys':
    'Enter avanza y abre la fila siguiente; Ctrl + Enter registra. Puede pegar dos columnas. Un paquete pesado otra vez corrige su lectura; la anterior queda.',
  'results.as-planned': 'Parte de la secuencia de este indicio; no se omitió nada.',
  'results.all-used': 'Se usan todas estas corridas',
  'results.help-all-used': 'Así queda cuenta de todas a la vez. Si no, diga de cada una qué fue de ella.',
  'results.then-searched': 'La biblioteca se consulta enseguida; lo que proponga la espera a usted.',
  'results.attach-files': '{n, plural, one {Adjuntar el archivo} other {Adjuntar # archivos}}',
  'results.portion-that-ran': 'Porción analizada',
  'results.portion': '{n, select, 1 {Primera porción} 2 {Segunda porción} other {Tercera porción}}',
  'results.then-written-as-test':
    'Al confirmar, esta corrida queda también escrita como prueba, con su porción.',
  'results.add-finding': 'Agregar un hallazgo',
  'results.whole-worksheet': 'La hoja en su conjunto',
  'results.finding-place': 'Hallazgo {n}: dónde',
  'results.finding-words': 'Hallazgo {n}: qué',
  'results.drop-finding': 'Quitar el hallazgo {n}',
  'results.since-review': 'Escrito desde la última revisión',
  'results.nothing-since':
    'Nada se escribió desde entonces; las respuestas a los hallazgos están con la revisión.',
  'results.concluded-before-change': 'Después de concluir se cambió algo en que se apoya: {conclusions}.',
  'results.next-conclude-again':
    'Su analista escribe otra vez la conclusión; entonces dice lo que ahora consta.',
  'results.weighed-since':
    'Se pesó otra vez desde entonces: escriba de nuevo la conclusión o no pasará la revisión.',
  'results.no-limit-of-it': 'El catálogo no tiene límite de peso para la sustancia que señalan las pruebas.',
}
