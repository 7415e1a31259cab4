/** What the ledger says. */
export const en = {
  'ledger.no-checkpoint-yet': 'No tree head has been signed yet. Try again in a minute.',
  'ledger.head-not-ours': 'This signed head is not of this log. Give the file that this installation signed.',
  'ledger.key-not-here':
    'The key of the log is not in the key folder. Bring it back from a copy, then try again.',
  'ledger.nothing-lost': 'Nothing is missing: every signed head that is known stands in this database.',
} as const
