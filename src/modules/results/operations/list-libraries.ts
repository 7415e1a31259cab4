/** The reference libraries that this laboratory holds. */
import { query } from '#platform/define.ts'
import { Libraries, LibrariesAnswer } from '../contract.ts'
import { librariesOf } from '../store.ts'

export const listLibraries = query({
  name: 'results.list-libraries',
  summary: 'Lists the reference libraries that this laboratory holds.',
  who: ['analyst', 'section-head', 'director', 'quality-manager', 'outside-reviewer'],
  input: Libraries,
  output: LibrariesAnswer,
  async run(cx) {
    cx.allow(null)
    return {
      items: (await librariesOf(cx)).map((l) => ({
        id: l.id,
        name: l.name,
        version: l.version,
        spectra: l.spectra,
      })),
    }
  },
})
