/** Who stands near a thing: of the house, of the office whose store or consignment it is. */
import type { Cx } from '#platform/cx.ts'
import type { ItemRow } from './store/items.ts'

/** Whether the store in which it stands is one of the actor's offices. */
export const inMyStore = (cx: Cx, item: Pick<ItemRow, 'place_unit'>): boolean =>
  cx.may('evidence.retrieve-item', { may_see: true, unit: item.place_unit })
/** Whether it is sent to one of the actor's offices; one that goes to nobody of ours comes back to where it was sent from. */
export const atMyOffice = (cx: Cx, c: { to_unit: string | null; from_unit: string | null }): boolean =>
  cx.may('evidence.receive-consignment', { may_see: true, unit: c.to_unit ?? c.from_unit })
/** The counter takes in for everybody. */
export const isKeeper = (cx: Cx): boolean => cx.may('evidence.receive-submission')
/** Of the house, or of the office in whose store it stands. */
export const isNear = (cx: Cx, item: Pick<ItemRow, 'place_unit'>): boolean =>
  cx.may('evidence.correct-description') || (item.place_unit !== null && inMyStore(cx, item))
