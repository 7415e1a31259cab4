/** Puts a file into another tier, with why. */
import { codeOf } from '#modules/catalogue/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ChangeTier, Stepped } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { mayTouch } from '../rules.ts'
import { seeFile, takeFileStep } from '../store/files.ts'

export const changeTier = command({
  name: 'archive.change-tier',
  summary: 'Puts a paper file into another tier, and says why.',
  who: keepers,
  input: ChangeTier,
  output: Stepped,
  async run(cx, input) {
    const f = await seeFile(cx, input.file, { lock: true })
    cx.allow(f)
    refuseUnless(mayTouch(f))
    const { code } = await codeOf(cx, 'archive-tier', input.tier)
    await takeFileStep(cx, f, 'tier', { tier: code }, { words: input.words, facts: { tier: code } })
    return { file: f.id, state: f.state, box: f.box_number }
  },
})
