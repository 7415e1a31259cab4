/** What cases says. */
export const en = {
  'cases.hold-already-lifted': 'This hold does not stand any more.',
} as const
