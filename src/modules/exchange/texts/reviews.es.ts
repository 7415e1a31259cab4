/** Revisar casos de registros anteriores, en español. */
import type { reviewsEn } from './reviews.en.ts'

export const reviewsEs: Record<keyof typeof reviewsEn, string> = {
  'op.exchange.seed-reviews': 'Poner fechas de revisión',
  'op.exchange.reviews-due': 'Casos anteriores por revisar',
  'op.exchange.review-case': 'Revisar un caso anterior',
  'exchange.review-not-imported': 'Este caso no llegó con una importación: no tiene fecha de revisión.',
  'exchange.review-in-past': 'La próxima fecha de revisión ya pasó.',
  'exchange.next-review-day': 'Elija un día posterior, o ninguno.',
  'exchange.review-show-due': 'Por revisar',
  'exchange.review-show-all': 'Todos',
  'exchange.review-show-none': 'Sin fecha',
  'exchange.review-none': 'Ningún caso anterior por revisar',
  'exchange.review-case': 'Caso',
  'exchange.review-title': 'Título',
  'exchange.review-due': 'Se revisa el',
  'exchange.review-rule': 'Regla',
  'exchange.review-words': 'Qué se encontró',
  'exchange.review-next': 'Cuándo se revisa de nuevo',
  'exchange.review-next-help': 'Nada aquí: nadie necesita revisarlo de nuevo.',
  'exchange.review-seeded':
    '{seeded, plural, one {# caso tiene} other {# casos tienen}} ya una fecha; {left, plural, =0 {ninguno queda} one {# queda} other {# quedan}} sin ella.',
}
