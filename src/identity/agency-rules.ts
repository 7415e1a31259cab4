/** The door for modules: whether the agency of somebody is held to a rule. */
export { heldAgency } from './store/customers.ts'
