/** The rules of inquiries: which questions a death asks; by subject in `rules/`. */
export * from './rules/inquiry.ts'
