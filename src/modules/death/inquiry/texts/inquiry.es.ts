/** What is said about inquiries beside the body, in Spanish. */
import type { inquiry as english } from './inquiry.en.ts'

export const inquiry: Record<keyof typeof english, string> = {
  'op.death.record-inquiry': 'Anotar lo averiguado',
  'op.death.add-number': 'Agregar un número',
  'death.tab-inquiry': 'Averiguación',
  'death.card-numbers': 'Números de otros',
  'death.card-visits': 'Escenas atendidas',
  'death.numbers-none': 'Ninguna otra oficina ha dado un número todavía.',
  'death.visits-none': 'No consta ninguna escena de este caso.',
  'death.visit-signed': 'Acta firmada',
  'death.visit-unsigned': 'Sin firmar',
  'death.number-there': 'El número {number} ya está aquí.',
  'death.section-has-no-questions': 'Ningún formulario hace las preguntas de «{section}» en esta muerte.',
  'death.next-in-words': 'Escríbalo en palabras.',
  'death.inquiry-blank': 'No hay nada escrito: responda las preguntas o escríbalo en palabras.',
  'death.inquiry-because': 'Se pregunta por: {because}',
  'death.inquiry-own': 'Escribir bajo un título propio',
  'death.field-heading': 'Título',
  'death.field-topics': 'De qué tratan las palabras',
  'death.field-number-kind': 'De qué oficina',
  'death.field-number': 'Número',
  'death.field-giver': 'Dado por',
  'death.mark-age-child': 'Niña o niño',
  'death.mark-age-infant': 'Lactante',
  'death.mark-age-elder': 'Persona mayor',
  'death.mark-unidentified': 'Sin identificar',
}
