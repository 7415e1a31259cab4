/** What crosses the wire about inquiries: what was found out beside the body, numbers of others, data without names; by subject in `contract/`. */
export * from './contract/inquiry.ts'
