/** The kinds of questions that a form may ask; plain, so that the screen that draws them brings no schema along. */
export const questionKinds = [
  'text',
  'prose',
  'number',
  'quantity',
  'date',
  'instant',
  'choice',
  'choices',
  'yes-no',
  'code',
  'codes',
  'list',
] as const
