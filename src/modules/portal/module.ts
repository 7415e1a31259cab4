/** The operations of the portal. */
import type { Module } from '#platform/cx.ts'
import { plain } from '#platform/define.ts'
import { answerQuestion } from './operations/answer-question.ts'
import { askQuestion } from './operations/ask-question.ts'
import { caseStatus } from './operations/case-status.ts'
import { messages } from './operations/messages.ts'
import { myCases } from './operations/my-cases.ts'

export const portal: Module = {
  name: 'portal',
  operations: [plain(askQuestion), plain(answerQuestion), plain(myCases), plain(caseStatus), plain(messages)],
  constraints: { question_pkey: 'portal.id-in-use', answer_pkey: 'portal.id-in-use' },
}
