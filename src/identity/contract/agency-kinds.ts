/** What an agency is to the service; the list that the contract asks and the form offers. */
export const agencyKinds = [
  'service',
  'police',
  'prosecution',
  'court',
  'health',
  'prison',
  'observatory',
  'laboratory',
  'other',
] as const
