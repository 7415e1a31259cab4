/** Gives a partner a new secret, shown once; the former one signs too until the day that both sides agreed. */
import { newWebhookSecret } from '#formats/standard-webhooks.ts'
import { instantOf, ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { seal } from '#platform/sealing.ts'
import { ChangeSecret, SecretChanged } from '../contract/partners.ts'
import { partnerKeepers } from '../roles.ts'
import { mayChangeSecret } from '../rules/partners.ts'
import { changeSecret as change, secretChanges, subscriptionById } from '../store/partners.ts'
import { secretNamed } from '../telling-partners.ts'

const DAY = 86_400_000

export const changeSecret = command({
  name: 'exchange.change-secret',
  summary: 'Gives a partner a new secret, shown once; the former one signs beside it for so many days.',
  who: partnerKeepers,
  input: ChangeSecret,
  output: SecretChanged,
  stepUp: true,
  answers: 'once',
  async run(cx, input) {
    cx.allow(null)
    const { subscription } = input
    const subject = ref('exchange.subscription', subscription)
    await cx.lock([subject])
    refuseUnless(mayChangeSecret(await subscriptionById(cx, subscription)))
    const secret = newWebhookSecret(cx.ground.randomBytes(32))
    const until = input.days === 0 ? null : instantOf(Date.parse(cx.now) + input.days * DAY)
    const id = cx.newId()
    const seq = (await secretChanges(cx, subscription)) + 1
    await cx.record({
      subject,
      facts: { secret: 'changed', days: input.days },
      rows: {
        'exchange.secret_change': [
          { id, subscription, seq, kind: 'begun', until_at: until, words: input.words ?? null },
        ],
      },
    })
    await change(cx, subscription, await seal(cx.ground, secretNamed(subscription), secret), until)
    return { id, secret, until }
  },
})
