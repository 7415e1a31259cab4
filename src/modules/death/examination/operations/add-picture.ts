/** Adds a photograph, radiograph, fingerprint or document of a body to its examination; the bytes are kept as they came. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { AddPicture, PictureAdded } from '../contract.ts'
import { write } from '../examination-steps.ts'
import { readBodyFile } from '../picture-seen.ts'
import { investigators } from '../../roles.ts'
import { seeExamination, woundsOf } from '../store/examinations.ts'
import { nextPictureNo, sameFile } from '../store/pictures.ts'

export const addPicture = command({
  name: 'death.add-picture',
  summary: 'Adds a photograph, radiograph, fingerprint or document of a body to its examination.',
  who: investigators,
  input: AddPicture,
  output: PictureAdded,
  async run(cx, input) {
    const e = await seeExamination(cx, input.examination, { lock: true })
    cx.allow(e)
    const sent = await uploadedFile(cx, input.file)
    const before = await sameFile(cx, e.id, sent.sha256)
    refuseUnless(unless(!before, no('death.picture-there', { no: before?.no ?? 0 })))
    if (input.wound)
      refuseUnless(
        unless(
          (await woundsOf(cx, e.id)).some((w) => w.no === input.wound && !w.removed),
          no('death.no-such-wound', { no: input.wound }),
        ),
      )
    const read = await readBodyFile(cx, sent.sha256, sent.name, sent.media_type)
    const number = await nextPictureNo(cx, e.id)
    const row = {
      id: input.id ?? cx.newId(),
      root: e.root,
      examination: e.id,
      no: number,
      kind: input.kind,
      file: sent.sha256,
      file_name: sent.name,
      size: sent.size,
      form: read.form,
      frames: read.frames,
      told: read.told,
      said: read.said,
      view: input.view ?? null,
      wound: input.wound ?? null,
      words: input.words ?? null,
    }
    const id = await write(cx, e, 'death.picture', row, {
      picture: number,
      kind: input.kind,
      file: sent.sha256,
    })
    return { id, no: number, told: cx.say(read.told.code, read.told.values as never) }
  },
})
