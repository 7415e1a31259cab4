/** Everything that the form of an announcement offers, in one answer, so that it is filled in where there is no connection. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { PrelogForm } from '../contract.ts'
import { formOffers } from '../announcement-form.ts'
import { announcers } from '../../roles.ts'

export const prelogForm = query({
  name: 'evidence.prelog-form',
  summary: 'Gives everything that the form of an announcement offers, to fill it in without a connection.',
  who: announcers,
  input: z.strictObject({}),
  output: PrelogForm,
  async run(cx) {
    cx.allow(null)
    return formOffers(cx)
  },
})
