/** Pages are given to the machine once more: those that it could not read, or all, where it reads better than before. */
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ReadAgain, ToRead } from '../contract.ts'
import { readPagesTask } from '../reading-pages.ts'
import { keepers } from '../../roles.ts'
import { batchRef, seeBatch } from '../store/batches.ts'
import { fileRef, seeFile } from '../../shelves/store/files.ts'
import { isAway } from '../rules.ts'
import { coldOfFile, pageIsCold, seeCold } from '../store/cold.ts'
import { waitAgain } from '../store/reading.ts'

export const readAgain = command({
  name: 'archive.read-again',
  summary: 'Gives pages of a file or a batch to the machine once more: those that it could not read, or all.',
  who: keepers,
  input: ReadAgain,
  output: ToRead,
  async run(cx, input) {
    const f = input.file ? await seeFile(cx, input.file, { lock: true }) : null
    const b = input.batch ? await seeBatch(cx, input.batch, { lock: true }) : null
    const of = f ?? b
    if (!of) throw notFound()
    cx.allow({ ...of, sensitive: false })
    const away = f
      ? await coldOfFile(cx, f.id)
      : [await seeCold(cx, { kind: 'batch', id: of.id })].filter((c) => isAway(c.cold))
    const [cold] = away
    if (cold)
      throw pageIsCold({
        label: cold.label ?? '',
        keeper: cold.keeper ?? '',
        whereabouts: cold.whereabouts ?? '',
      })
    const pages = await waitAgain(cx, input)
    refuseUnless(unless(pages > 0, no('archive.nothing-to-read', { number: of.number })))
    await cx.record({
      subject: f ? fileRef(f.id) : batchRef(of.id),
      root: f?.root ?? null,
      facts: { number: of.number, pages },
    })
    await cx.ground.queue(cx.tx, readPagesTask, {}, { key: readPagesTask })
    return { pages }
  },
})
