/** The case in one answer, with what may be done with it now and why not; looks at what is protected are logged. */
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { yes } from '#kernel/verdict.ts'
import { OfCase } from '../contract.ts'
import { CaseSeen } from '../contract/case-seen.ts'
import { readers } from '../roles.ts'
import {
  mayClose,
  mayMarkDuplicate,
  mayReopen,
  mayRestrict,
  maySeal,
  mayUnseal,
  mustBeOpen,
} from '../rules.ts'
import { completenessOf } from '../store/completeness.ts'
import { caseCard, type CaseRow, seeCase } from '../store/case-file.ts'
import { hazardsOf } from '../store/hazards.ts'
import { holdsOfRoot } from '../store/holds.ts'
import {
  hangingsOf,
  hazardsInWords,
  holdsInWords,
  inWords,
  relatedInWords,
  relatedTo,
} from '../store/view.ts'

export const getCase = query({
  name: 'cases.get-case',
  summary: 'The case in one answer, with what may be done with it now.',
  who: readers,
  input: OfCase,
  output: CaseSeen,
  async run(cx, input) {
    const file = await seeCase(cx, input.case)
    cx.allow(file)
    const words = await inWords(cx, await caseCard(cx, file.id))
    const holds = await holdsOfRoot(cx, file.root)
    const hanging = await hangingsOf(cx, file)
    const related = await relatedTo(cx, file.root)
    const completeness = await completenessOf(cx, file.root)
    const first = completeness.open[0]
    return {
      id: file.id,
      number: file.number,
      title: file.title,
      summary: file.summary,
      state: file.state,
      restricted: file.restricted,
      sealed: file.sealed,
      guarded: file.guarded,
      priority: file.priority,
      openedAt: file.opened_at,
      closedAt: file.closed_at,
      closed: hanging.closed,
      duplicateOf:
        file.duplicate_of && hanging.duplicateNumber !== null
          ? { id: file.duplicate_of, number: hanging.duplicateNumber }
          : null,
      unit: file.receiving_unit ? { id: file.receiving_unit, name: hanging.unitName ?? '' } : null,
      ...words,
      hazards: await hazardsInWords(cx, await hazardsOf(cx, file.root)),
      holds: holdsInWords(cx, holds),
      completeness,
      tasks: hanging.tasks,
      notes: hanging.notes,
      documents: hanging.documents,
      court: hanging.court,
      related: await relatedInWords(cx, related),
      historyCount: hanging.historyCount,
      next: first ? { text: first.text, since: first.since } : null,
      actions: actionsOf(cx, file, verdictsOf(file, completeness.open)),
    }
  },
})

function verdictsOf(file: CaseRow, open: Parameters<typeof mayClose>[1]) {
  const may = mustBeOpen(file)
  return {
    'cases.add-party': may,
    'cases.add-alias': yes,
    'cases.add-offence': yes,
    'cases.set-incident': yes,
    'cases.correct-case': yes,
    'cases.relate-cases': yes,
    'cases.add-note': yes,
    'cases.record-communication': yes,
    'cases.add-document': yes,
    'cases.assign-task': yes,
    'cases.set-priority': may,
    'cases.change-investigator': yes,
    'cases.give-access': yes,
    'cases.flag-hazard': yes,
    'cases.place-hold': yes,
    'cases.record-charge': yes,
    'cases.record-hearing': yes,
    'cases.record-court-outcome': yes,
    'cases.record-appeal': yes,
    'cases.restrict-case': mayRestrict(file),
    ...(file.sealed ? { 'cases.unseal-case': mayUnseal(file) } : { 'cases.seal-case': maySeal(file) }),
    'cases.mark-duplicate': mayMarkDuplicate(file, null, file.id),
    ...(file.state === 'open'
      ? { 'cases.close-case': mayClose(file, open) }
      : { 'cases.reopen-case': mayReopen(file) }),
  }
}
