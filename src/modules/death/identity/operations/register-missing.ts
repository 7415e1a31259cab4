/** Registers a person who is missed: who misses them, since when, and what tells them apart. */
import { keepPersonal } from '#ledger/vault.ts'
import { openNewSight, oversight } from '#identity/sight.ts'
import { addHandles } from '#modules/cases/public.ts'
import { nextNumber } from '#modules/catalogue/public.ts'
import { command } from '#platform/define.ts'
import { Created } from '../../call/contract.ts'
import { RegisterMissing } from '../contract.ts'
import { featureRows } from '../features.ts'
import { investigators } from '../../roles.ts'
import { missingRef } from '../store/identities.ts'

export const registerMissing = command({
  name: 'death.register-missing',
  summary: 'Registers a person who is missed: who misses them, since when, and what tells them apart.',
  who: investigators,
  input: RegisterMissing,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    const id = input.id ?? cx.newId()
    const { name, relation, phone } = input.reportedBy
    const kept = await keepPersonal(cx, id, {
      name: input.name,
      otherNames: input.otherNames,
      born: input.born ?? null,
      reportedBy: { name, relation: relation ?? null, phone: phone ?? null },
    })
    const number = await nextNumber(cx, 'missing')
    await cx.record({
      subject: missingRef(id),
      root: id,
      facts: { number, features: input.features.map((f) => f.kind) },
      rows: {
        'death.missing': [
          {
            id,
            root: id,
            number,
            ...kept,
            sex: input.sex ?? null,
            age_from: input.ageFrom ?? input.ageTo ?? null,
            age_to: input.ageTo ?? input.ageFrom ?? null,
            seen_on: input.seenOn ?? null,
            district: input.district ?? null,
            seen_text: input.seenAt ?? null,
            unit: cx.actor.unit,
          },
        ],
        ...(input.features.length > 0 ? { 'death.feature': featureRows(cx, id, input.features) } : {}),
      },
    })
    await openNewSight(
      cx,
      'death.id-in-use',
      [cx.actor.unit, oversight]
        .filter((p): p is string => Boolean(p))
        .map((principal) => ({ root: id, principal, why: 'death.register-missing' })),
    )
    await addHandles(cx, [
      { text: number, kind: 'missing-number', subject: missingRef(id), root: id, label: number },
      ...[input.name, ...input.otherNames].map((text) => ({
        text,
        kind: 'name',
        subject: missingRef(id),
        root: id,
        label: number,
      })),
    ])
    return { id, number }
  },
})
