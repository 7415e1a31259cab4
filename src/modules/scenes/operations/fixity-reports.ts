/** What counting again has found, newest first, each file that is wrong by the names under which it stands. */
import { query } from '#platform/define.ts'
import { FixityList, FixityReports } from '../contract.ts'
import { fixityReports as reports, visiblePhotographs, type Wrong } from '../store/keeping.ts'
import type { Cx } from '#platform/cx.ts'

export const fixityReports = query({
  name: 'scenes.fixity-reports',
  summary: 'What counting photographs again has found, newest first.',
  who: ['quality-manager', 'director', 'administrator', 'section-head'],
  input: FixityReports,
  output: FixityList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await reports(cx, input.limit)
    const seen = await visiblePhotographs(
      cx,
      rows.flatMap((r) => r.wrong.flatMap((w) => w.photographs.map((p) => p.id))),
    )
    const told = rows.map((r) => ({ ...r, wrong: r.wrong.map((w) => ({ ...w, ...namesFor(cx, w, seen) })) }))
    return {
      items: told.map(({ wrong, ...r }) => ({
        ...r,
        wrong: wrong.map(({ names: _names, ...w }) => w),
        bytes: Number(r.bytes),
        text:
          wrong.length === 0
            ? cx.say('scenes.fixity-good', { n: r.checked })
            : wrong
                .map((w) =>
                  cx.say(w.found === null ? 'scenes.fixity-gone' : 'scenes.fixity-changed', {
                    names: w.names,
                    sha: w.sha256.slice(0, 12),
                  }),
                )
                .join(' '),
      })),
    }
  },
})

/** That a file is wrong is told to whoever answers for the store; of which scene it is, to whoever may see that scene. */
function namesFor(
  cx: Cx,
  w: Wrong,
  seen: ReadonlySet<string>,
): { photographs: Wrong['photographs']; names: string } {
  const photographs = w.photographs.filter((p) => seen.has(p.id))
  const hidden = w.photographs.length - photographs.length
  const names = photographs.map((p) => `${p.attendance}, ${p.seq} (${p.name})`)
  return {
    photographs,
    names: [...names, ...(hidden > 0 ? [cx.say('scenes.fixity-hidden', { n: hidden })] : [])].join('; '),
  }
}
