/** The signed certificate of destruction or return, as a PDF with its machine-readable twin. */
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { CertificateFile } from '../contract.ts'
import { disposers } from '../../roles.ts'
import { certificateFile } from '../store/disposals.ts'

export const disposalCertificate = stream({
  name: 'evidence.disposal-certificate',
  summary: 'The signed certificate of destruction or return, as a PDF with its machine-readable twin.',
  who: disposers,
  input: CertificateFile,
  async run(cx, input) {
    const found = await certificateFile(cx, input.certificate)
    if (!found) throw notFound()
    cx.allow(found)
    return { name: found.name, mediaType: found.media_type, file: found.file }
  },
})
