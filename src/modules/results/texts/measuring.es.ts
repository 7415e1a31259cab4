/** What is said about amounts measured in portions, in Spanish. */
import type { measuringEn } from './measuring.en.ts'

export const measuringEs: Record<keyof typeof measuringEn, string> = {
  'op.results.record-portions': 'Anotar porciones medidas',
  'results.portions': 'Porciones medidas',
  'results.portions-none': 'Todavía no se midió nada por porciones.',
  'results.portion-no': 'Porción',
  'results.portion-value': 'Lectura',
  'results.measured': 'Medido',
  'results.portion-read': 'La porción {portion} ya se leyó.',
  'results.next-correct-portion': 'Corrija la lectura por su nombre.',
  'results.portions-mixed': 'Las porciones se leyeron con dos técnicas o en dos unidades.',
  'results.not-measured-so': 'Esta versión del método no lo mide por {technique}.',
  'results.next-other-method': 'Elija una técnica del método, o haga emitir una versión que lo mida.',
  'results.unit-of-method': 'El método mide en {unit}.',
  'results.statement-below-least': '{substance}: menos de {least} {unit}, lo menos que el método mide.',
  'results.statement-measured':
    '{substance}: {value} ± {uncertainty} {unit}, k = {k}, de {portions, plural, one {una porción} other {# porciones}}.',
  'results.statement-measured-above':
    '{substance}: {value} ± {uncertainty} {unit}, k = {k}, de {portions, plural, one {una porción} other {# porciones}}: por encima de {limit} {limitUnit}.',
  'results.statement-measured-not-shown-above':
    '{substance}: {value} ± {uncertainty} {unit}, k = {k}, de {portions, plural, one {una porción} other {# porciones}}: no se demuestra que esté por encima de {limit} {limitUnit}.',
  'results.statement-measured-below':
    '{substance}: {value} ± {uncertainty} {unit}, k = {k}, de {portions, plural, one {una porción} other {# porciones}}: por debajo de {limit} {limitUnit}.',
}
