/** Partners who get results and papers, each in the form that it asked for. */
import { dataAgreements } from '#identity/store/agreements.ts'
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
    const rows = await recipientsOf(cx)
    const agreementOf = await dataAgreements(
      cx,
      rows.map((r) => r.agreement),
    )
    return {
      items: rows.map((row) => {
        const { title, holds } = agreementOf(row.agreement, row.agency)
        return { ...row, agreement: title, holds }
      }),
    }
  },
})
