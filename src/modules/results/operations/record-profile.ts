/** Records the STR profile of a sample whose result was reviewed, from the file that the genotyping program wrote; on one side of the wall for ever. */
import { isMinor, partiesOf } from '#modules/cases/public.ts'
import { nextNumber } from '#modules/catalogue/public.ts'
import { itemRef } from '#modules/evidence/public.ts'
import { readProfileFile } from '#formats/str/profile-file.ts'
import { ref } from '#kernel/shapes.ts'
import { Refusal, allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { keepPersonal } from '#ledger/vault.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { ProfileMade, RecordProfile } from '../contract/profiles.ts'
import { indexNamed, kitNamed, lociOf } from '../indexes-of-law.ts'
import { mustBeOnRequest } from '../items.ts'
import { countedLoci, typedOf } from '../rules/profiles.ts'
import { getSheet } from '../store.ts'
import { fileIsARun, sideOfSample, takenFrom } from '../store/profiles.ts'

export const recordProfile = command({
  name: 'results.record-profile',
  summary: 'Records the STR profile of a sample whose result was reviewed, from its file.',
  who: ['analyst', 'section-head'],
  input: RecordProfile,
  output: ProfileMade,
  async run(cx, input) {
    await cx.lock([itemRef(input.item)])
    const sheet = await getSheet(cx, input.worksheet)
    cx.allow(sheet)
    refuseUnless(
      unless(sheet.state === 'reviewed', no('results.profile-unreviewed', {}, 'results.next-review-first')),
    )
    await mustBeOnRequest(cx, sheet, input.item)
    const index = await indexNamed(cx, input.index)
    const stands = await sideOfSample(cx, input.item)
    refuseUnless(
      unless(
        stands === undefined || stands === index.side,
        no('results.sample-other-side', { side: stands ?? '', other: index.side }, 'results.next-wall'),
      ),
    )
    const read = await oneSpecimen(cx, input)
    const sample = await takenFrom(cx, input.item)
    refuseUnless(
      unless(
        index.holds !== 'person' || sample !== undefined,
        no('results.no-reference-sample', { index: index.name }, 'results.next-take-sample'),
      ),
    )
    const id = input.id ?? cx.newId()
    const number = await nextNumber(cx, 'profile')
    const kept = await keepPersonal(cx, sheet.root, { typed: read.typed.map((t) => ({ ...t })) } as never)
    await cx.record({
      subject: ref('results.profile', id),
      root: sheet.root,
      facts: { number, item: input.item, side: index.side, loci: read.loci, sha256: read.file.sha256 },
      rows: {
        ...(stands === undefined
          ? {
              'results.profiled_sample': [
                { id: cx.newId(), root: sheet.root, item: input.item, side: index.side },
              ],
            }
          : {}),
        'results.profile': [
          {
            id,
            root: sheet.root,
            number,
            worksheet: sheet.id,
            request: sheet.request,
            item: input.item,
            side: index.side,
            holds: index.holds,
            made_for: index.code,
            kit: input.kit,
            contributors: input.contributors,
            loci: read.loci,
            party: sample?.party ?? null,
            minor: sample ? await isOfMinor(cx, sheet.root, sample.party) : false,
            taken_under: sample?.ground ?? null,
            file: read.file.sha256,
            file_name: read.file.name,
            size: read.file.size,
            format: read.format,
            vault: kept.vault,
            commitment: kept.commitment,
          },
        ],
      },
    })
    return { id, number }
  },
})

/** The file is of this sample alone, and of nothing else in the house: it goes with the profile when that is destroyed. */
async function oneSpecimen(cx: Cx, input: { file: string; kit: string; contributors: number }) {
  const file = await uploadedFile(cx, input.file)
  const read = readProfileFile(await cx.ground.files.read(file.sha256), file.name)
  if (!read.ok) throw new Refusal('conflict', read.code, { values: read.values })
  const loci = await lociOf(cx)
  const { verdict, typed } = typedOf(
    read.specimens[0]?.loci ?? [],
    loci,
    await kitNamed(cx, input.kit),
    input.contributors,
  )
  refuseUnless(
    allOf(
      unless(
        read.specimens.length === 1,
        no('results.one-specimen', { n: read.specimens.length }, 'results.next-export-again'),
      ),
      unless(
        !(await fileIsARun(cx, file.sha256)),
        no('results.profile-file-used', {}, 'results.next-export-again'),
      ),
      verdict,
    ),
  )
  return { file, format: read.format, typed, loci: countedLoci(typed, loci) }
}

async function isOfMinor(cx: Cx, root: string, party: string): Promise<boolean> {
  const who = (await partiesOf(cx, root, false, { names: 'all' })).find((p) => p.id === party)
  return who ? who.minor || isMinor(who, cx.now.slice(0, 10)) : false
}
