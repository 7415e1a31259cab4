/** What the ledger says. */
export const en = {
  'op.ledger.read-proof': 'Proof of an entry',
  'ledger.no-checkpoint-yet': 'No tree head has been signed yet. Try again in a minute.',
  'ledger.head-not-ours': 'This signed head is not of this log. Give the file that this installation signed.',
  'ledger.key-not-here':
    'The key of the log is not in the key folder. Bring it back from a copy, then try again.',
  'ledger.nothing-lost': 'Nothing is missing: every signed head that is known stands in this database.',
  'ledger.mail-head-subject': 'Signed head of the ledger: {count, number} entries',
  'ledger.mail-head-body':
    '{service} sends this each day to those who keep the newest signed head of its ledger.\n\nKeep this message and its file. As long as somebody outside holds it, nobody can cut off or rewrite anything among the first {count, number} entries without being found out: custodia verify --checkpoint checkpoint.txt shows it, and so does the stand-alone verifier on an export.\n\nThe head of this moment: {link}',
} as const
