/** What the ledger says. */
export const en = {
  'ledger.no-checkpoint-yet': 'No tree head has been signed yet. Try again in a minute.',
} as const
