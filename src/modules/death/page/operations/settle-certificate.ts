/** Decides of a certificate that waited: of which death it is, that it becomes a call, or that it is set aside; with words why. */
import { readDeathFile } from '#formats/fhir/mdi/read-death-document.ts'
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { investigators } from '../../roles.ts'
import { deathRef, seeDeath } from '../../call/store/deaths.ts'
import { callRows, settleCall } from '../certificates.ts'
import { SettleCertificate } from '../contract.ts'
import { numberOf } from '../certificate-course.ts'
import { certificateRef, seeCertificate } from '../store/certificates.ts'

export const settleCertificate = command({
  name: 'death.settle-certificate',
  summary:
    'Decides of a certificate that waited: of which death it is, that it becomes a call, or that it is set aside.',
  who: investigators,
  input: SettleCertificate,
  output: Done,
  async run(cx, input) {
    const c = await seeCertificate(cx, input.certificate, { lock: true })
    cx.allow(c)
    refuseUnless(
      allOf(
        unless(c.state === 'waits' && c.decision === null, no('death.certificate-decided')),
        unless(
          (input.decision === 'laid') === Boolean(input.death),
          no('death.certificate-which-death', {}, 'death.next-certificate-death'),
        ),
        unless(
          input.decision !== 'called' || c.content !== null,
          no('death.certificate-unreadable', {}, 'death.next-certificate-unreadable'),
        ),
      ),
    )
    const settled = {
      id: cx.newId(),
      root: c.root,
      certificate: c.id,
      decision: input.decision,
      words: input.words,
    }
    if (input.decision === 'laid' && input.death) {
      const death = await seeDeath(cx, input.death, { lock: true })
      cx.allow(death)
      await cx.record({
        subject: deathRef(death.id),
        root: death.root,
        facts: { certificate: c.id, decision: 'laid' },
        rows: { 'death.certificate_settled': [{ ...settled, death: death.id }] },
      })
      return { id: death.id }
    }
    const read =
      input.decision === 'called' ? readDeathFile(await cx.ground.files.read(c.file), c.file_name) : null
    if (read?.ok) {
      const death = cx.newId()
      const { number, rows, facts } = await callRows(cx, death, read.facts)
      await cx.record({
        subject: deathRef(death),
        root: death,
        facts: { certificate: c.id, decision: 'called', ...facts },
        rows: { ...rows, 'death.certificate_settled': [{ ...settled, death }] },
      })
      await settleCall(cx, death, { call: number, registrar: numberOf(read) }, 'death.settle-certificate')
      return { id: death }
    }
    await cx.record({
      subject: certificateRef(c.id),
      root: c.root,
      facts: { decision: 'dismissed' },
      rows: { 'death.certificate_settled': [{ ...settled, death: null }] },
    })
    return { id: c.id }
  },
})
