/** Partners who get results and papers, each in the form that it asked for. */
import { dataAgreement } from '#identity/store/agreements.ts'
import { query } from '#platform/define.ts'
import { RecipientList, Recipients } from '../contract/forms.ts'
import { correspondents, partnerKeepers } from '../roles.ts'
import { recipientsOf } from '../store/forms.ts'

export const recipients = query({
  name: 'exchange.recipients',
  summary: 'Partners who get results and papers, each in the form that it asked for.',
  who: [...correspondents, ...partnerKeepers],
  input: Recipients,
  output: RecipientList,
  async run(cx) {
    cx.allow(null)
    const items = []
    for (const row of await recipientsOf(cx)) {
      const { title, holds } = await dataAgreement(cx, row.agreement, row.agency)
      items.push({ ...row, agreement: title, holds })
    }
    return { items }
  },
})
