/** Which death a message is about: the numbers in it name one, or a person does. */
import { no, type Verdict, yes } from '#kernel/verdict.ts'

export function namesOneDeath(named: readonly string[], numbers: readonly string[]): Verdict {
  if (named.length === 1) return yes
  if (named.length > 1)
    return no('exchange.message-many-deaths', { numbers: numbers.join(', ') }, 'exchange.next-name-death')
  return numbers.length === 0
    ? no('exchange.message-without-number', {}, 'exchange.next-name-death')
    : no('exchange.message-no-death', { numbers: numbers.join(', ') }, 'exchange.next-name-death')
}
