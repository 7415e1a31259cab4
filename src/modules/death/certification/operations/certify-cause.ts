/** States the cause of death on the form of the WHO: pending with what it waits for, final, or amended with why. */
import type { Json } from '#kernel/canonical.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { CauseCertified, CertifyCause } from '../contract.ts'
import { answersAbout } from '../../examination/answers.ts'
import { doubtsAbout } from '../standing-words.ts'
import { askOwnOffice } from '../../examination/own-request.ts'
import { pathologists } from '../../roles.ts'
import { mayCertify } from '../rules.ts'
import { mayConcludeAfter } from '../../examination/rules.ts'
import { causesOf } from '../store/certifications.ts'
import { deathRef, seeDeath } from '../../call/store/deaths.ts'
import { examinationsOf } from '../../examination/store/examinations.ts'
import { refreshDeaths } from '../../call/store/standing.ts'

export const certifyCause = command({
  name: 'death.certify-cause',
  summary: 'States the cause of death on the form of the WHO: pending, final, or amended with why.',
  who: pathologists,
  stepUp: true,
  input: CertifyCause,
  output: CauseCertified,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    const before = (await causesOf(cx, death.root)).at(-1)
    refuseUnless(
      mayCertify({ status: before?.status ?? null, accepted: death.state === 'accepted' }, input.status),
    )
    if (input.status === 'final') refuseUnless(mayConcludeAfter(await answersAbout(cx, death)))
    const examined = (await examinationsOf(cx, death.root)).some(
      (e) => ['full', 'limited', 'second', 'exhumation'].includes(e.kind) && e.started_at,
    )
    // The certificate answers a request of its own: it has a number, a reviewer and amendments like every paper.
    const request = before?.request ?? (death.body ? await askOwnOffice(cx, death, 'certificate') : null)
    await cx.record({
      subject: deathRef(death.id),
      root: death.root,
      facts: { cause: input.status, lines: input.lines.length },
      rows: {
        'death.cause': [
          {
            id: cx.newId(),
            root: death.root,
            seq: (before?.seq ?? 0) + 1,
            status: input.status,
            lines: input.lines as unknown as Json,
            other: input.other ?? null,
            tobacco: input.tobacco ?? null,
            pregnancy: input.pregnancy ?? null,
            surgery: (input.surgery ?? null) as Json,
            autopsy: examined ? 'performed' : 'not-performed',
            pending_because: input.status === 'pending' ? (input.pendingBecause ?? null) : null,
            why: input.why ?? null,
            request,
          },
        ],
      },
    })
    await refreshDeaths(cx, [death.root])
    const fresh = await seeDeath(cx, death.id)
    const doubts = await doubtsAbout(cx, fresh)
    return { id: death.id, doubts: doubts.map((d) => ({ key: d.key, text: cx.say(d.code, d.values) })) }
  },
})
