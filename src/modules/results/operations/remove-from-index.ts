/** The second of two people: the profile leaves every index, its alleles and the bytes of its file are destroyed, and a signed certificate says so without it. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { emptyValues } from '#ledger/vault.ts'
import { command } from '#platform/define.ts'
import { Done } from '../contract.ts'
import { RemoveFromIndex } from '../contract/profiles.ts'
import { destructionPaper } from '../destruction-paper.ts'
import { mayRemove } from '../rules/profiles.ts'
import { getProfile, removalOf } from '../store/profiles.ts'

export const removeFromIndex = command({
  name: 'results.remove-from-index',
  summary: 'A second person removes a profile from every index and destroys it, with a certificate.',
  who: ['dna-custodian', 'director'],
  input: RemoveFromIndex,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    const subject = ref('results.profile', input.profile)
    await cx.lock([subject])
    const p = await getProfile(cx, input.profile)
    cx.allow(p)
    const proposal = await removalOf(cx, p.id)
    refuseUnless(mayRemove({ state: p.state, proposedBy: proposal?.proposed_by ?? null }, cx.actor.id))
    if (!proposal) return { id: p.id }
    const paper = await destructionPaper(cx, p, proposal, input.language ?? cx.actor.language)
    const id = cx.newId()
    await cx.record({
      subject,
      root: p.root,
      facts: {
        number: p.number,
        why: proposal.why,
        certificate: paper.number,
        pdfSha256: paper.sha256,
        // The house's one mechanism of expunction (ledger/format.md, 2): what is emptied, and which bytes are gone.
        emptied: [p.vault],
        papers: [p.file],
      },
      rows: {
        'results.profile_destroyed': [
          {
            id,
            root: p.root,
            profile: p.id,
            removal: proposal.id,
            number: paper.number,
            file: paper.sha256,
            size: paper.size,
            signer: paper.signer,
          },
        ],
      },
    })
    await emptyValues(cx, [p.vault])
    await cx.ground.queue(cx.tx, 'results.destroy-profile-file', { file: p.file })
    return { id }
  },
})
