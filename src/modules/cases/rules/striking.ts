/** Where a name may be struck out of a record by order of law; pure. */

/**
 * Not out of what was signed and given to others, nor out of what the party's own rows say: an issued paper is withdrawn or amended, never
 * altered in the dark, and the rows of parties are destroyed whole or belong to another party.
 */
export const mayStrike = (table: string): boolean => !table.startsWith('reports.') && table !== 'cases.party'
