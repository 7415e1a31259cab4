/** What is taken from a body becomes a thing of its case at once, in the hand of whoever took it: nothing is typed again for the bench. */
import { barcodeOf, makeThings } from '#modules/evidence/public.ts'
import { caseNumberOf, seeDeath } from '../call/store/deaths.ts'
import { nextNumber } from '#modules/catalogue/public.ts'
import { invariant } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { type ExaminationRow, examinationRef } from './store/examinations.ts'

export interface Taken {
  readonly id?: string | undefined
  readonly kind: string
  readonly type: string | null
  readonly description: string
  readonly site: string | null
  readonly container?: string | null
  readonly additive?: string | null
  readonly condition?: string | null
  readonly seal: string | null
  readonly recovered: boolean
}
export async function take(
  cx: Cx,
  e: ExaminationRow,
  t: Taken,
): Promise<{ id: string; number: string; barcode: string }> {
  const death = await seeDeath(cx, e.root)
  invariant(death.case_root, 'an examined death has no case')
  const parent = (await caseNumberOf(cx, death.case_root)) ?? death.number ?? ''
  const id = t.id ?? cx.newId()
  const number = await nextNumber(cx, 'item', { parent })
  await makeThings(
    cx,
    [
      {
        id,
        number,
        root: death.case_root,
        kind: 'item',
        parent: death.body,
        input: {
          description: t.description,
          type: t.type,
          takenPlace: t.site,
          takenAt: cx.occurredAt,
          seals: t.seal
            ? [{ number: t.seal, state: 'intact', appliedBy: cx.actor.name, appliedAt: cx.occurredAt }]
            : [],
        },
        from: null,
        first: {
          kind: 'taken',
          state: 'held',
          to: { kind: 'person', id: cx.actor.id, name: cx.actor.name, where: null },
          tookBy: cx.actor.id,
        },
      },
    ],
    [
      {
        subject: examinationRef(e.id),
        root: e.root,
        facts: { taken: id, kind: t.kind, recovered: t.recovered },
        rows: {
          'death.specimen': [
            {
              id: cx.newId(),
              root: e.root,
              examination: e.id,
              thing: id,
              kind: t.kind,
              site: t.site,
              container: t.container ?? null,
              additive: t.additive ?? null,
              condition: t.condition ?? null,
              recovered: t.recovered,
            },
          ],
        },
      },
    ],
  )
  return { id, number, barcode: barcodeOf(id) }
}
