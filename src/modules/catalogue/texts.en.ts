/** What catalogue says. */
export const en = {
} as const
