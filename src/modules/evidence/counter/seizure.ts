/** How something was seized, as a row of the case; names of who stood by, and words about from whom, stand in the vault. */
import { keepPersonal } from '#ledger/vault.ts'
import { codeOf } from '#modules/catalogue/public.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { Seizure } from './contract.ts'
import { peopleOf } from '../things/store/hands.ts'

export async function seizureRows(
  cx: Cx,
  submission: string,
  root: string,
  s: Seizure | undefined,
): Promise<CoveredRow[]> {
  if (!s) return []
  const power = s.power && 'value' in s.power ? s.power.value : null
  if (power) await codeOf(cx, 'seizure-power', power)
  const by = s.byPerson ? (await peopleOf(cx, [s.byPerson])).get(s.byPerson)?.name : undefined
  const personal = { presence: s.presence ?? [], fromWords: s.fromWords ?? null }
  const kept =
    personal.presence.length > 0 || personal.fromWords !== null
      ? await keepPersonal(cx, root, personal)
      : null
  return [
    {
      id: cx.newId(),
      submission,
      root,
      at: s.at ?? null,
      on_text: s.on ?? null,
      place: s.place ?? null,
      by_person: s.byPerson ?? null,
      by_name: by ?? s.byName ?? null,
      from_party: s.from && 'value' in s.from ? s.from.value : null,
      from_absent: s.from && 'absent' in s.from ? s.from.absent : null,
      sealed_by: s.sealedBy ?? null,
      initialled_by: s.initialledBy ?? null,
      power,
      power_absent: s.power && 'absent' in s.power ? s.power.absent : null,
      authority: s.authority ?? null,
      vault: kept?.vault ?? null,
      commitment: kept?.commitment ?? null,
    },
  ]
}
