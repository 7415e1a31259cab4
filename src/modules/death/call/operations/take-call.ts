/** Takes the call of a death by the laboratory’s own script: who tells, where the body is, what is known of the person. */
import { keepPersonal } from '#ledger/vault.ts'
import { openNewSight, oversight } from '#identity/sight.ts'
import { addHandles } from '#modules/cases/public.ts'
import { checkForm, codeOf, formsFor, nextNumber } from '#modules/catalogue/public.ts'
import type { Json } from '#kernel/canonical.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created, TakeCall } from '../contract.ts'
import { checkPlace, placeRow } from '../places.ts'
import { callTakers } from '../../roles.ts'
import { deathRef } from '../store/deaths.ts'
import { mayEnterSheet, sheetOf } from '../store/sheets.ts'
import { refreshDeaths } from '../store/standing.ts'

export const takeCall = command({
  name: 'death.take-call',
  summary: 'Takes the call of a death: who tells, where the body is, what is known of the person.',
  who: callTakers,
  input: TakeCall,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await codeOf(cx, 'death-setting', input.setting)
    for (const code of input.circumstances) await codeOf(cx, 'death-circumstance', code)
    if (input.caller.kind) await codeOf(cx, 'death-caller', input.caller.kind)
    if (input.sex) await codeOf(cx, 'sex', input.sex)
    await checkPlace(cx, input.found)
    const [script] = await formsFor(cx, 'call-script', { of: 'death' })
    const answered = script ? await checkForm(cx, script, input.answers) : null
    const sheet = input.sheet ? await sheetOf(cx, input.sheet) : undefined
    if (input.sheet) refuseUnless(mayEnterSheet(sheet, input.sheet))
    const id = input.id ?? cx.newId()
    const { name, phone, where } = input.caller
    const caller = await keepPersonal(cx, id, { name, phone: phone ?? null, where: where ?? null })
    const told =
      input.name || input.words
        ? await keepPersonal(cx, id, { name: input.name ?? null, words: input.words ?? null })
        : null
    const age = input.age && 'value' in input.age ? input.age : null
    const number = await nextNumber(cx, 'call')
    await cx.record({
      subject: deathRef(id),
      root: id,
      facts: { number, setting: input.setting, circumstances: input.circumstances },
      rows: {
        'death.call': [
          {
            id,
            root: id,
            number,
            unit: cx.actor.unit,
            way: input.way,
            caller_kind: input.caller.kind ?? null,
            caller: caller.vault,
            caller_commitment: caller.commitment,
            setting: input.setting,
            circumstances: [...input.circumstances],
            sex: input.sex ?? null,
            age: age ? String(age.value) : null,
            age_unit: age?.unit ?? null,
            age_absent: input.age && 'absent' in input.age ? input.age.absent : null,
            told: told?.vault ?? null,
            told_commitment: told?.commitment ?? null,
            form: answered?.form ?? null,
            answers: (answered?.answers ?? null) as Json,
            began_at: input.began ?? null,
            ended_at: cx.occurredAt,
          },
        ],
        'death.place': [placeRow(cx, id, 'found', 1, input.found)],
        ...(sheet ? { 'death.sheet_entered': [{ id: cx.newId(), root: id, sheet: sheet.id }] } : {}),
      },
    })
    await refreshDeaths(cx, [id])
    await openNewSight(
      cx,
      'death.id-in-use',
      [cx.actor.unit, oversight]
        .filter((p): p is string => Boolean(p))
        .map((principal) => ({ root: id, principal, why: 'death.take-call' })),
    )
    await addHandles(cx, [
      { text: number, kind: 'call-number', subject: deathRef(id), root: id, label: number },
    ])
    return { id, number }
  },
})
