/** The signed certificate that a profile was destroyed, as a PDF. */
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { ProfileAsked } from '../contract/profiles.ts'
import { certificateFile } from '../store/indexes.ts'

export const destructionCertificate = stream({
  name: 'results.destruction-certificate',
  summary: 'The signed certificate that a profile was destroyed, as a PDF without the profile.',
  who: ['dna-custodian', 'dna-overseer', 'director', 'quality-manager', 'analyst', 'section-head'],
  input: ProfileAsked,
  async run(cx, input) {
    const found = await certificateFile(cx, input.profile)
    if (!found) throw notFound()
    cx.allow(found)
    return { name: `${found.number}.pdf`, mediaType: 'application/pdf', file: found.file }
  },
})
