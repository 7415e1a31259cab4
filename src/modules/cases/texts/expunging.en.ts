/** What is said when a person's data are destroyed by order, in English. */
export const expunging = {
  'op.cases.expunge-party': 'Destroy a person’s data by order',
  'cases.paper-destroyed':
    'This paper was destroyed by order of law. Its line stays, with who ordered it in the history.',
  'cases.paper-elsewhere':
    '{name} also hangs on another case: its bytes are not this case’s alone to destroy.',
  'cases.expunge': 'Destroy by order',
  'cases.expunge-for-good': 'What goes here goes for good',
  'cases.expunge-values':
    'The person leaves the case, with {n, plural, =0 {nothing else that says the name} one {the one note, question or row of an import that says the name} other {# notes, questions and rows of imports that say the name}}. The order itself stays in the ledger, without the name.',
  'cases.expunge-places': 'Where else the name stands: strike it out',
  'cases.expunge-no-places': 'No other record of this case says the name.',
  'cases.expunge-part': 'one word of the name: look whether it is this person',
  'cases.expunge-papers': 'Papers of the case: destroy their bytes',
  'cases.expunge-paper-whole': 'says the name',
  'cases.expunge-paper-part': 'says a word of the name',
  'cases.expunge-paper-no': 'does not say the name',
  'cases.expunge-paper-unread': 'a picture or a paper that is not plain text: open it and look',
  'cases.expunge-issued': 'Certificates that were issued are not altered: amend or withdraw them.',
  'cases.expunge-authority': 'Court or statute, and its number',
  'cases.expunge-send': 'Destroy by order',
  'cases.expunge-held': 'A legal hold or an appeal stands on this case: nothing may be destroyed.',
  'cases.paper-letter': 'Letter',
  'cases.paper-order': 'Court order',
  'cases.paper-warrant': 'Warrant',
  'cases.paper-statement': 'Statement',
  'cases.paper-scan': 'Scan',
  'cases.paper-photograph': 'Photograph',
  'cases.paper-other': 'Other',
} as const
