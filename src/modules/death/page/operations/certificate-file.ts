/** A registrar's certificate as it came, byte for byte. */
import { stream } from '#platform/define.ts'
import { investigators } from '../../roles.ts'
import { OfCertificate } from '../contract.ts'
import { seeCertificate } from '../store/certificates.ts'

export const certificateFile = stream({
  name: 'death.certificate-file',
  summary: 'A registrar’s certificate as it came, byte for byte.',
  who: investigators,
  reads: 'sensitive',
  input: OfCertificate,
  async run(cx, input) {
    const row = await seeCertificate(cx, input.certificate)
    cx.allow(row)
    return { name: row.file_name, mediaType: 'application/octet-stream', file: row.file }
  },
})
