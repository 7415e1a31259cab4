/** The operations of catalogue. */
import type { Module } from '#platform/cx.ts'
import { plain } from '#platform/define.ts'
import { applyLaboratory } from './operations/apply-laboratory.ts'
import { compareLaboratory } from './operations/compare-laboratory.ts'
import { confirmValue } from './operations/confirm-value.ts'
import { defineCode } from './operations/define-code.ts'
import { defineForm } from './operations/define-form.ts'
import { defineItemType } from './operations/define-item-type.ts'
import { defineKit } from './operations/define-kit.ts'
import { defineLabel } from './operations/define-label.ts'
import { defineLetterhead } from './operations/define-letterhead.ts'
import { defineLimit } from './operations/define-limit.ts'
import { defineList } from './operations/define-list.ts'
import { defineNumbering } from './operations/define-numbering.ts'
import { defineTemplate } from './operations/define-template.ts'
import { exportLaboratory } from './operations/export-laboratory.ts'
import { findCode } from './operations/find-code.ts'
import { getCodeList } from './operations/get-code-list.ts'
import { getDefinition } from './operations/get-definition.ts'
import { approveChange } from './operations/approve-change.ts'
import { compareChange } from './operations/compare-change.ts'
import { declineChange } from './operations/decline-change.ts'
import { findChanges } from './operations/find-changes.ts'
import { findRules } from './operations/find-rules.ts'
import { getChoices } from './operations/get-choices.ts'
import { getRule } from './operations/get-rule.ts'
import { findTexts } from './operations/find-texts.ts'
import { getChange } from './operations/get-change.ts'
import { proposeChange } from './operations/propose-change.ts'
import { getForm } from './operations/get-form.ts'
import { getLimits } from './operations/get-limits.ts'
import { listCodeLists } from './operations/list-code-lists.ts'
import { listDefinitions } from './operations/list-definitions.ts'
import { listUnconfirmed } from './operations/list-unconfirmed.ts'
import { previewLabel } from './operations/preview-label.ts'
import { previewTemplate } from './operations/preview-template.ts'
import { publishVersion } from './operations/publish-version.ts'
import { answerSuggestion } from './operations/answer-suggestion.ts'
import { findSuggestions } from './operations/find-suggestions.ts'
import { suggestCode } from './operations/suggest-code.ts'
import { dropDraft } from './operations/drop-draft.ts'
import { keepDraft } from './operations/keep-draft.ts'
import { myDrafts } from './operations/my-drafts.ts'
import { retireCode } from './operations/retire-code.ts'
import { usesOfRules } from './store/uses.ts'

export const catalogue: Module = {
  name: 'catalogue',
  uses: usesOfRules,
  operations: [
    plain(defineList),
    plain(defineCode),
    plain(retireCode),
    plain(defineItemType),
    plain(defineForm),
    plain(defineTemplate),
    plain(defineKit),
    plain(defineLabel),
    plain(defineNumbering),
    plain(defineLetterhead),
    plain(defineLimit),
    plain(publishVersion),
    plain(confirmValue),
    plain(applyLaboratory),
    plain(findCode),
    plain(getCodeList),
    plain(listCodeLists),
    plain(proposeChange),
    plain(approveChange),
    plain(declineChange),
    plain(getChange),
    plain(compareChange),
    plain(findChanges),
    plain(keepDraft),
    plain(dropDraft),
    plain(myDrafts),
    plain(suggestCode),
    plain(findSuggestions),
    plain(answerSuggestion),
    plain(findTexts),
    plain(findRules),
    plain(getRule),
    plain(getChoices),
    plain(previewLabel),
    plain(getForm),
    plain(getLimits),
    plain(getDefinition),
    plain(listDefinitions),
    plain(previewTemplate),
    plain(listUnconfirmed),
    plain(exportLaboratory),
    plain(compareLaboratory),
  ],
  constraints: {
    catalogue_code_list_seq: 'somebody-was-faster',
    catalogue_code_seq: 'somebody-was-faster',
    catalogue_limit_seq: 'somebody-was-faster',
    catalogue_definition_version: 'somebody-was-faster',
    catalogue_published_once: 'catalogue.published-meanwhile',
    catalogue_suggestion_answered_once: 'catalogue.suggestion-answered',
    catalogue_change_decided_once: 'catalogue.change-decided',
    catalogue_confirmed_once: 'catalogue.already-confirmed',
  },
}
