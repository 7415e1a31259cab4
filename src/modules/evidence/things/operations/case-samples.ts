/** By person of a case: which samples were taken on what ground, what was refused, what was offered back. */
import { caseCard, seeCase } from '#modules/cases/public.ts'
import { nameOfCode } from '#modules/catalogue/public.ts'
import { query } from '#platform/define.ts'
import { CaseSamples, CaseSamplesSeen } from '../contract.ts'
import { readers } from '../../roles.ts'
import { samplesOfCase } from '../store/taking.ts'

export const caseSamples = query({
  name: 'evidence.case-samples',
  summary:
    'By person of a case: which samples were taken on what ground, what was refused, what was offered back.',
  who: readers,
  input: CaseSamples,
  output: CaseSamplesSeen,
  async run(cx, input) {
    const file = await seeCase(cx, input.case)
    cx.allow(file)
    const [card, rows] = await Promise.all([caseCard(cx, file.id), samplesOfCase(cx, file.id)])
    const told = await Promise.all(
      rows.map(async (r) => ({
        party: r.party,
        kind: r.kind,
        at: r.at,
        by: r.by,
        item: r.item ? { id: r.item, number: r.number ?? '' } : null,
        text: cx
          .say(`evidence.sm-${r.kind}-${r.how}`, {
            what: r.what ? await nameOfCode(cx, 'item-type', r.what, cx.language) : (r.description ?? ''),
            words: r.words ?? '',
            witness: r.witness ? cx.say('evidence.witness-was', { name: r.witness }) : '',
          })
          .trim(),
      })),
    )
    return {
      case: { id: file.id, number: file.number, title: file.title },
      people: await Promise.all(
        card.parties.map(async (p) => ({
          party: p.id,
          name: p.name,
          role: await nameOfCode(cx, 'party-role', p.role, cx.language),
          lines: told.filter((t) => t.party === p.id).map(({ party: _party, ...line }) => line),
        })),
      ),
    }
  },
})
