/** The door of the case file: what higher modules may ask of a case, and hang on it. */
export { caseCard, partiesOf, seeCase, vaultValues } from './store/case-file.ts'
export type { CardParty, CaseCard, CaseRow } from './store/case-file.ts'
export { casesOfPeople } from './store/people.ts'
export { addHandles, dropHandles, subjectsWithNumbers } from './store/handles.ts'
export type { Handle } from './store/handles.ts'
export {
  holdKinds,
  holdRows,
  holdsOfRoot,
  type HeldColumn,
  holdsColumn,
  holdsOn,
  holdsRead,
  liftHold,
  noteProgress,
  placeHold,
} from './store/holds.ts'

export type { Hold, HoldKind, NewHold, Progress, ProgressKind } from './store/holds.ts'
export { giveSight } from './store/sight.ts'
export { complainantRoles, isMinor, isSexual, masked, maskOf } from './rules.ts'
export type { Mask } from './rules.ts'
export { normaliseName, normaliseNumber } from './rules/plain-text.ts'
export { importCases } from './store/importing.ts'
export type { CaseImport, CaseImportVerdict } from './store/importing.ts'
export { OpenCase as OpenCaseShape } from './contract.ts'
export { checkedCase } from './store/open-step.ts'
export type { NewCase } from './store/open-step.ts'
export { follow as followCase } from './store/changes.ts'
export { duplicateRow, mayBeDuplicate } from './store/duplicates.ts'
export { addToCase } from './store/adding.ts'
export { casesAlike } from './store/alike.ts'
export type { AlikeCase } from './store/alike.ts'
export { alone, builtOn, withdrawCases } from './store/withdrawing.ts'
export type { BuiltOn } from './store/withdrawing.ts'
export { soundsOf } from './normalise.ts'
