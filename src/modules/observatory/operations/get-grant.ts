/** One grant: its lines and what is left of them, its indicators, every entry, and the reports that were made. */
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { GetGrant, GrantSeen } from '../contract/grants.ts'
import { grantLine } from '../grants-seen.ts'
import { indicatorsOf } from '../indicating.ts'
import { releasers } from '../roles.ts'
import { mayDecideReport, spentOf } from '../rules/grants.ts'
import { reportsOf, seeGrant, spendingOf } from '../store/grants.ts'

export const getGrant = query({
  name: 'observatory.get-grant',
  summary: 'Shows a grant: its lines and what is left of them, its indicators and its reports.',
  who: releasers,
  input: GetGrant,
  output: GrantSeen,
  async run(cx, input) {
    cx.allow(null)
    const g = await seeGrant(cx, input.grant)
    const spending = await spendingOf(cx, [g.id])
    const known = new Map((await indicatorsOf(cx)).map((i) => [i.key, i]))
    return {
      ...grantLine(g, spending),
      amendment: g.seq - 1,
      words: g.words,
      per: g.per,
      yearBegins: g.begins,
      lines: spentOf(
        g.lines,
        spending.filter((s) => !s.corrected),
        () => true,
      ),
      indicators: g.indicators.map((i) => ({
        ...i,
        name: known.get(i.indicator)?.[cx.language] ?? i.indicator,
        known: known.has(i.indicator),
      })),
      entries: spending.slice(0, 500).map(({ id, line, amount, spent_on, words, by_name, corrected }) => ({
        id,
        line,
        amount,
        on: spent_on,
        words,
        by: by_name,
        corrected,
      })),
      made: (await reportsOf(cx, g.id)).map((r) => ({
        id: r.id,
        number: r.seq,
        from: r.from_on,
        until: r.until_on,
        asOf: r.as_of,
        words: r.words,
        sha256: r.sha256,
        by: r.by_name,
        at: r.at,
        state: r.state,
        decidedBy: r.decided_by,
        decidedAt: r.decided_at,
        decidedWords: r.decided_words,
        actions: actionsOf(
          cx,
          { may_see: true },
          {
            'observatory.approve-grant-report': mayDecideReport(r, cx.actor.id),
            'observatory.return-grant-report': mayDecideReport(r, cx.actor.id),
          },
        ),
      })),
    }
  },
})
