/** Lists the certificates that registrars sent: what waits for a person first, and what each became. */
import { query } from '#platform/define.ts'
import { investigators } from '../../roles.ts'
import { certificatesSeen } from '../certificates-seen.ts'
import { CertificateList, Certificates } from '../contract.ts'
import { countWaiting, listCertificates } from '../store/certificates.ts'

export const certificates = query({
  name: 'death.certificates',
  summary:
    'Lists the certificates that registrars sent: what waits for a person first, and what each became.',
  who: investigators,
  input: Certificates,
  output: CertificateList,
  reads: 'sensitive',
  async run(cx, input) {
    cx.allow(null)
    return {
      items: await certificatesSeen(cx, await listCertificates(cx, input)),
      waiting: await countWaiting(cx),
    }
  },
})
