/** What counting again has found, newest first, each file that is wrong by the names under which it stands. */
import { query } from '#platform/define.ts'
import { FixityList, FixityReports } from '../contract.ts'
import { fixityReports as reports } from '../store/keeping.ts'

export const fixityReports = query({
  name: 'scenes.fixity-reports',
  summary: 'What counting photographs again has found, newest first.',
  who: ['quality-manager', 'director', 'administrator', 'section-head'],
  input: FixityReports,
  output: FixityList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await reports(cx, input.limit)
    return {
      items: rows.map((r) => ({
        ...r,
        bytes: Number(r.bytes),
        text:
          r.wrong.length === 0
            ? cx.say('scenes.fixity-good', { n: r.checked })
            : r.wrong
                .map((w) =>
                  cx.say(w.found === null ? 'scenes.fixity-gone' : 'scenes.fixity-changed', {
                    names: w.photographs.map((p) => `${p.attendance}, ${p.seq} (${p.name})`).join('; '),
                    sha: w.sha256.slice(0, 12),
                  }),
                )
                .join(' '),
      })),
    }
  },
})
