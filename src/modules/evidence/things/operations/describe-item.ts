/** Answers the form of a thing's kind, or answers it better; what was said before stays and is shown beside it. */
import { addHandles, dropHandles } from '#modules/cases/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { DescribeItem, Done } from '../contract.ts'
import { particularHandles, particularsRow } from '../particulars.ts'
import { handlers } from '../../roles.ts'
import { stillHere } from '../rules.ts'
import { itemRef, seeItem } from '../store/items.ts'
import { newestParticulars } from '../store/offers.ts'

export const describeItem = command({
  name: 'evidence.describe-item',
  summary: 'Answers the form of a thing’s kind; a correction says why and leaves what was said before.',
  who: handlers,
  input: DescribeItem,
  output: Done,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    refuseUnless(stillHere(item))
    const before = await newestParticulars(cx, item.id)
    refuseUnless(unless(!before || cx.reason !== null, no('evidence.say-why-corrected')))
    const row = await particularsRow(cx, item, input.answers, before)
    refuseUnless(unless(row !== null, no('evidence.no-form-for-kind', {}, 'evidence.next-correct-kind')))
    if (!row) return { id: item.id }
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      facts: { form: row.form as string, corrects: before?.id ?? null },
      rows: { 'evidence.particulars': [row] },
    })
    await dropHandles(cx, itemRef(item.id), 'particular')
    await addHandles(cx, await particularHandles(cx, item, input.answers))
    return { id: row.id }
  },
})
