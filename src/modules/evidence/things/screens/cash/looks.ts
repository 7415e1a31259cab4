/** How the counting of money looks in each of its states: one place for page, card and round. */
export const cashTone = { none: 'slate', waits: 'maize', agreed: 'reef', differs: 'achiote' } as const
export const cashIcon = { none: 'clock', waits: 'hand-stop', agreed: 'check', differs: 'warning' } as const
