/** What a call asks with where no network is: its lists and the laboratory's script, kept on the device of whoever may take one as soon as they sign in. */
import type { KeptQuestion } from '#ui/route.ts'

export const KIND = 'death.call'
export const callLists = ['death-caller', 'death-setting', 'death-circumstance', 'sex', 'district'] as const
export const theList = (list: (typeof callLists)[number]): KeptQuestion => ({
  name: 'catalogue.get-code-list',
  params: { list },
  kind: KIND,
  id: list,
})
export const theScript: KeptQuestion = {
  name: 'catalogue.get-form',
  params: { use: 'call-script', of: 'death' },
  kind: KIND,
  id: 'script',
}
