/** One case as who waits for it wants to know it: no telephone call is needed. */
import { caseCard, seeCase } from '#modules/cases/public.ts'
import { judgeOf } from '#modules/reports/public.ts'
import { type Verdict, yes } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { CaseStatus, CaseStatusSeen } from '../contract.ts'
import { speakers } from '../roles.ts'
import { caseLine, paperNumber, questionSeen, requestSeen, sideOf } from '../seeing.ts'
import { followersOf } from '../store/followers.ts'
import { itemsSeen, questionsOf, underWay } from '../store/cases.ts'

export const caseStatus = query({
  name: 'portal.case-status',
  summary: 'Shows one case as who waits for it wants to know it.',
  who: speakers,
  input: CaseStatus,
  output: CaseStatusSeen,
  async run(cx, input) {
    const file = await seeCase(cx, input.case)
    cx.allow(file)
    const card = await caseCard(cx, file.id)
    const takes = await judgeOf(cx, file.id)
    const under = await underWay(cx, [file.id], sideOf(cx))
    return {
      ...caseLine(cx, { ...file, opened_at: file.opened_at }, under),
      numbers: card.aliases.map((a) => a.text),
      investigator: card.investigator?.name ?? card.investigator?.unitName ?? null,
      work: under.requests.map((r) => requestSeen(cx, r)),
      papers: under.papers.map((p) => ({
        ...keptFrom(cx, takes({ id: p.version, request: p.request })),
        report: p.report,
        number: paperNumber(p),
        issuedAt: p.at,
        withdrawn: p.state === 'withdrawn',
      })),
      items: (await itemsSeen(cx, file.id)).map((i) => ({
        id: i.id,
        number: i.number,
        description: i.description,
        says: cx.say(`portal.item-${i.state}`, { name: i.holder ?? '' }),
      })),
      followers: await followersOf(cx, file.id),
      questionsAsked: (await questionsOf(cx, file.id)).map((q) => questionSeen(cx, q)),
      actions: actionsOf(cx, file, {
        'portal.ask-question': yes,
        'portal.name-follower': yes,
        'portal.end-follower': yes,
      }),
    }
  },
})

const keptFrom = (cx: Cx, verdict: Verdict): { kept: string | null } => ({
  kept: verdict.ok ? null : cx.say(verdict.code, verdict.values),
})
