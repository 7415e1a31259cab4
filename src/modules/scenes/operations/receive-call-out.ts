/** Takes down a call for somebody to come: where, what kind of scene, who calls; into a case that is there or a new one. */
import { keepPersonal } from '#ledger/vault.ts'
import { giveSight } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { CallOutReceived, ReceiveCallOut } from '../contract.ts'
import { fileOf } from '../files.ts'
import { callers } from '../roles.ts'
import { insertCallNow } from '../store/call-outs.ts'
import { checkWhere, place } from '../writing.ts'

export const receiveCallOut = command({
  name: 'scenes.receive-call-out',
  summary: 'Takes down a call for somebody to come to a scene.',
  who: callers,
  input: ReceiveCallOut,
  output: CallOutReceived,
  async run(cx, input) {
    const file = await fileOf(cx, input)
    await checkWhere(cx, input)
    const id = input.id ?? cx.newId()
    const { caller } = input
    const kept = caller
      ? await keepPersonal(cx, file.id, {
          name: caller.name,
          where: caller.where ?? null,
          phone: caller.phone ?? null,
        })
      : null
    const number = await file.draw()
    await file.open(number)
    await cx.record({
      subject: ref('scenes.call-out', id),
      root: file.id,
      facts: { unit: input.unit, sceneType: input.sceneType },
      rows: {
        'scenes.call_out': [
          {
            id,
            root: file.id,
            unit: input.unit,
            scene_type: input.sceneType,
            place: input.place,
            district: input.district ?? null,
            ...place(input.position),
            vault: kept?.vault ?? null,
            commitment: kept?.commitment ?? null,
            words: input.words ?? null,
            at: cx.occurredAt,
          },
        ],
      },
    })
    await insertCallNow(cx, { id, root: file.id, unit: input.unit })
    await giveSight(cx, file.id, [cx.actor.unit, input.unit], 'scenes.receive-call-out')
    return { id, case: { id: file.id, number } }
  },
})
