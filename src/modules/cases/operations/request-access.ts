/** Asks to see the case of a number. The answer is the same whether such a case is there or not. */
import { keepPersonal } from '#ledger/vault.ts'
import { seesRoot } from '#identity/sight.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../contract.ts'
import { RequestAccess } from '../contract/asking.ts'
import { writers } from '../roles.ts'
import { roots } from '../store/roots.ts'

export const requestAccess = command({
  name: 'cases.request-access',
  summary: 'Asks to see the case of a number; the answer is the same whether such a case is there or not.',
  who: writers,
  input: RequestAccess,
  output: Done,
  async run(cx, input) {
    cx.allow(null)
    const id = input.id ?? cx.newId()
    const subject = ref('cases.access-asked', id)
    await cx.lock([subject])
    const root = (await roots.find(cx.tx, input.number)) ?? id
    // Only a person sees or does not: the system may ask for somebody.
    const seen = (await seesRoot(cx, root)) && cx.actor.kind === 'person'
    refuseUnless(unless(!seen, no('cases.seen-already', {}, 'cases.next-find-it')))
    const kept = await keepPersonal(cx, root, { why: input.why })
    await cx.record({
      subject,
      root,
      rows: {
        'cases.access_asked': [
          { id, root, person: cx.actor.id, by_name: cx.actor.name, number: input.number, ...kept },
        ],
      },
    })
    return { id }
  },
})
