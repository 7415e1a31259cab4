/** A person's word that a file and a case are one matter, or are not, or that nobody can say yet; with the score of that moment. */
import { addHandles, dropHandles, seeCase } from '#modules/cases/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { LinkToCase, Linked } from '../contract.ts'
import { candidatesFor, handlesOf } from '../linking.ts'
import { keepers } from '../../roles.ts'
import { mayLink, mayTouch } from '../rules.ts'
import { fileRef, seeFile, takeFileStep } from '../../shelves/store/files.ts'
import { namesOnCover } from '../../shelves/store/inventory.ts'

export const linkToCase = command({
  name: 'archive.link-to-case',
  summary: 'Says that a paper file and a case are one matter, or are not, or no longer.',
  who: keepers,
  input: LinkToCase,
  output: Linked,
  async run(cx, input) {
    const f = await seeFile(cx, input.file, { lock: true })
    cx.allow(f)
    const c = await seeCase(cx, input.case)
    cx.allow({ ...c, sensitive: false })
    refuseUnless(mayTouch(f))
    refuseUnless(mayLink(f.linked, input))
    const names = await namesOnCover(cx, f.vault)
    const found = await candidatesFor(cx, {
      id: f.id,
      numbers: f.said_numbers,
      names,
      on: f.said_on,
      type: f.case_type,
    })
    const { score = 0, reasons = [] } = found.find((one) => one.case === c.id) ?? {}
    const id = cx.newId()
    const root = input.verdict === 'linked' ? c.id : f.id
    const changes = input.verdict === 'linked' || input.verdict === 'unlinked'
    await takeFileStep(
      cx,
      f,
      input.verdict,
      changes ? { linked: input.verdict === 'linked' ? c.id : null, root } : {},
      {
        facts: { case: c.number, score },
        rows: {
          'archive.link': [
            {
              id,
              root: changes ? root : f.root,
              file: f.id,
              case: c.id,
              verdict: input.verdict,
              score,
              reasons: reasons.map(({ key, value }) => ({ key, value })),
              by_name: cx.actor.name,
            },
          ],
        },
      },
    )
    if (changes) {
      // Found by whoever sees the case from now on; names of a guarded case are not told by its paper either.
      await dropHandles(cx, fileRef(f.id))
      const shown = (input.verdict === 'linked' && c.guarded) || f.sensitive_for.length > 0 ? [] : names
      await addHandles(cx, handlesOf({ ...f, root }, shown))
    }
    return { id, score }
  },
})
