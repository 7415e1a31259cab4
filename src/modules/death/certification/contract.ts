/** What crosses the wire about what is certified: cause, manner, doubts, inquest, relatives; by subject in `contract/`. */
export * from './contract/certification.ts'
