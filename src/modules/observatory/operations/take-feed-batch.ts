/** Takes a batch in a form, or sealed for a medium: the taking is on the register, with agreement and legal basis, before a byte leaves. */
import { isAgeRecipient, sealFor } from '#platform/age.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { keepMade } from '#platform/uploads.ts'
import { BatchTaken, TakeBatch } from '../contract/feed.ts'
import { formOf } from '../feed-forms.ts'
import { onlyAgency } from '../feed-seen.ts'
import { type Told, mustHold } from '../feeding.ts'
import { middlesOf } from '../outlines.ts'
import { releasers } from '../roles.ts'
import { batchById, feedById } from '../store/feeds.ts'

export const takeFeedBatch = command({
  name: 'observatory.take-feed-batch',
  summary: 'Takes a batch in a form, or sealed for a medium; the taking goes on the register.',
  who: releasers,
  input: TakeBatch,
  output: BatchTaken,
  async run(cx, input) {
    cx.allow(null)
    refuseUnless(
      unless(
        !input.sealFor || isAgeRecipient(input.sealFor),
        no('no-such-recipient', {}, 'no-such-recipient-next'),
      ),
    )
    const batch = await batchById(cx, input.batch, await onlyAgency(cx))
    const feed = await feedById(cx, batch.feed)
    refuseUnless(
      unless(feed.state === 'approved', no('observatory.feed-over', {}, 'observatory.next-open-feed')),
    )
    await mustHold(cx, feed.agreement, feed.agency)
    const bytes = await cx.ground.files.read(batch.file)
    const form = formOf(input.as, JSON.parse(bytes.toString('utf8')) as Told, bytes, await middlesOf(cx))
    const given = input.sealFor ? sealFor(input.sealFor, form.bytes) : form.bytes
    const kept = await keepMade(cx, given, input.sealFor ? 'application/octet-stream' : form.mediaType)
    const name = input.sealFor ? `${form.name}.age` : form.name
    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('observatory.feed', feed.id),
      facts: { share: id, batch: batch.no, form: input.as, file: kept.sha256 },
      rows: {
        'observatory.share': [
          {
            id,
            batch: batch.id,
            agency: feed.agency,
            agreement: feed.agreement,
            legal_basis: feed.legal_basis,
            form: name,
            file: kept.sha256,
            sealed_for: input.sealFor ?? null,
            way: input.sealFor ? 'medium' : 'pull',
            taken_name: cx.actor.name,
          },
        ],
      },
    })
    return { id, name, sha256: kept.sha256, size: given.length }
  },
})
