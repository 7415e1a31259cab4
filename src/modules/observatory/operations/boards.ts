/** The boards of whoever looks: which questions and indicators the laboratory sets before a director, a section, the ministry. */
import { codesOf } from '#modules/catalogue/public.ts'
import { query } from '#platform/define.ts'
import { Board } from '../boards.ts'
import { Boards, BoardsSeen } from '../contract.ts'
import { readers } from '../roles.ts'

export const boards = query({
  name: 'observatory.boards',
  summary: 'Which questions and indicators the laboratory sets before whoever looks.',
  who: readers,
  input: Boards,
  output: BoardsSeen,
  async run(cx) {
    cx.allow(null)
    const mine = new Set(cx.actor.grants.map((g) => g.role))
    return {
      boards: (await codesOf(cx, 'board')).flatMap((code) => {
        const read = Board.safeParse(code.data)
        if (!read.success || !(cx.actor.kind !== 'person' || read.data.who.some((role) => mine.has(role))))
          return []
        const { indicators, tiles } = read.data
        return [
          {
            code: code.code,
            title: code[cx.language],
            indicators,
            tiles: tiles.map((t) => ({ title: t[cx.language], question: t.question, show: t.show })),
          },
        ]
      }),
    }
  },
})
