/** One word on who somebody is: kept with its method and its sayer, the name in the vault, the search following. */
import { addHandles, dropHandles } from '#modules/cases/public.ts'
import { keepPersonal } from '#ledger/vault.ts'
import { codeOf } from '#modules/catalogue/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { z } from 'zod'
import type { IdentifyDecedent } from './contract.ts'
import { isChild } from '../call/rules.ts'
import { mayIdentify } from './rules.ts'
import { type DeathRow, deathRef } from '../call/store/deaths.ts'
import { identitiesOf } from './store/identities.ts'
import { refreshDeaths } from '../call/store/standing.ts'

type Said = Omit<z.output<typeof IdentifyDecedent>, 'death'> & { readonly missing?: string | null }

export async function identify(cx: Cx, death: DeathRow, s: Said): Promise<string> {
  const method = await codeOf(cx, 'identity-method', s.method)
  refuseUnless(
    mayIdentify({
      state: s.state,
      name: s.name ?? null,
      saidBy: Boolean(s.saidBy),
      words: s.words ?? null,
      confirms: (method.data as { confirms?: unknown } | null)?.confirms === true,
      method: method[cx.language],
    }),
  )
  const before = await identitiesOf(cx, death.root)
  const kept = s.name
    ? await keepPersonal(cx, death.root, { name: s.name, born: s.born ?? null, document: s.document ?? null })
    : null
  const said = s.saidBy
    ? await keepPersonal(cx, death.root, {
        name: s.saidBy.name,
        relation: s.saidBy.relation ?? null,
        phone: s.saidBy.phone ?? null,
      })
    : null
  const age = s.age && 'value' in s.age ? s.age : null
  const id = s.id ?? cx.newId()
  await cx.record({
    subject: deathRef(death.id),
    root: death.root,
    facts: { identity: s.state, method: s.method },
    rows: {
      'death.identity': [
        {
          id,
          root: death.root,
          seq: (before.at(-1)?.seq ?? 0) + 1,
          state: s.state,
          method: s.method,
          vault: kept?.vault ?? null,
          commitment: kept?.commitment ?? null,
          said_by: said?.vault ?? null,
          said_by_commitment: said?.commitment ?? null,
          sex: s.sex ?? null,
          age: age ? String(age.value) : null,
          age_unit: age?.unit ?? null,
          words: s.words ?? null,
          missing: s.missing ?? null,
          at: cx.occurredAt,
        },
      ],
    },
  })
  await refreshDeaths(cx, [death.root])
  // A child is not found by its name, nor by one that was told while they were taken for grown up.
  if (isChild(age)) await dropHandles(cx, deathRef(death.id), 'name')
  if (s.name && !death.minor && !isChild(age))
    await addHandles(cx, [
      {
        text: s.name,
        kind: 'name',
        subject: deathRef(death.id),
        root: death.root,
        label: death.number ?? death.call_number,
      },
    ])
  return id
}
