/** Puts a file into another box. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { MoveFile, Stepped } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { mayMove } from '../rules.ts'
import { seeBox } from '../store/boxes.ts'
import { seeFile, takeFileStep } from '../store/files.ts'

export const moveFile = command({
  name: 'archive.move-file',
  summary: 'Puts a paper file into another box.',
  who: keepers,
  input: MoveFile,
  output: Stepped,
  async run(cx, input) {
    const f = await seeFile(cx, input.file, { lock: true })
    cx.allow(f)
    const box = await seeBox(cx, { code: input.to })
    refuseUnless(mayMove(f, box.id))
    await takeFileStep(cx, f, 'moved', { box: box.id }, { facts: { box: box.number } })
    return { file: f.id, state: f.state, box: box.number }
  },
})
