/** Registers a reference library by name and version, from its own file. */
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { Done, RegisterLibrary } from '../contract.ts'
import { readableFile } from '../libraries.ts'

export const registerLibrary = command({
  name: 'results.register-library',
  summary: 'Registers a reference library by name and version, from its own file.',
  who: ['section-head', 'quality-manager'],
  input: RegisterLibrary,
  output: Done,
  async run(cx, input) {
    cx.allow(null)
    const file = await uploadedFile(cx, input.file)
    const read = await readableFile(cx, file.sha256, file.name)
    refuseUnless(unless(read.spectra.length > 0, no('results.library-empty')))

    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('results.library', id),
      facts: { sha256: file.sha256, spectra: read.spectra.length },
      rows: {
        'results.library': [
          {
            id,
            name: input.name,
            version: input.version,
            file: file.sha256,
            spectra: read.spectra.length,
            licence: input.licence ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
