/** What quality says. */
export const en = {
} as const
