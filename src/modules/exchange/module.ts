/** The operations of exchange, and the job that goes on with an import after its command has answered. */
import { z } from 'zod'
import { actorOfPerson } from '#identity/authority.ts'
import type { Module } from '#platform/cx.ts'
import { plain } from '#platform/define.ts'
import { readFile, runRows } from './importing.ts'
import { dropTask, lookIntoDrop } from './dropping.ts'
import { agreeForm } from './operations/agree-form.ts'
import { alikeDecided } from './operations/alike-decided.ts'
import { approvePlatform } from './operations/approve-platform.ts'
import { bringCopy } from './operations/bring-copy.ts'
import { changeSecret } from './operations/change-secret.ts'
import { copyFile } from './operations/copy-file.ts'
import { correctRecording } from './operations/correct-recording.ts'
import { endFormerSecret } from './operations/end-former-secret.ts'
import { endPlatform } from './operations/end-platform.ts'
import { getRecording } from './operations/get-recording.ts'
import { linkRecording } from './operations/link-recording.ts'
import { platforms } from './operations/platforms.ts'
import { receiveRecording } from './operations/receive-recording.ts'
import { recordingAddress } from './operations/recording-address.ts'
import { recordings } from './operations/recordings.ts'
import { registerPlatform } from './operations/register-platform.ts'
import { withdrawRecording } from './operations/withdraw-recording.ts'
import { arrivals } from './operations/arrivals.ts'
import { beginImport } from './operations/begin-import.ts'
import { decideAlike } from './operations/decide-alike.ts'
import { decideArrival } from './operations/decide-arrival.ts'
import { approveSubscription } from './operations/approve-subscription.ts'
import { endSubscription } from './operations/end-subscription.ts'
import { eventsTold } from './operations/events-told.ts'
import { exportCustody } from './operations/export-custody.ts'
import { exportDeaths } from './operations/export-deaths.ts'
import { finishImport } from './operations/finish-import.ts'
import { importBatch } from './operations/import-batch.ts'
import { importRecords } from './operations/import-records.ts'
import { getArrival } from './operations/get-arrival.ts'
import { getMessage } from './operations/get-message.ts'
import { mapDeaths } from './operations/map-deaths.ts'
import { mapOfImport } from './operations/map-of-import.ts'
import { messageFile } from './operations/message-file.ts'
import { messages } from './operations/messages.ts'
import { nextAlike } from './operations/next-alike.ts'
import { readTable } from './operations/read-table.ts'
import { receiveCase } from './operations/receive-case.ts'
import { receiveMessage } from './operations/receive-message.ts'
import { receipts } from './operations/receipts.ts'
import { rejectsFile } from './operations/rejects-file.ts'
import { recipients } from './operations/recipients.ts'
import { replayEvent } from './operations/replay-event.ts'
import { reviewCase } from './operations/review-case.ts'
import { reviewsDue } from './operations/reviews-due.ts'
import { seedReviews } from './operations/seed-reviews.ts'
import { sendMessage } from './operations/send-message.ts'
import { sendPaper } from './operations/send-paper.ts'
import { sendToxicology } from './operations/send-toxicology.ts'
import { subscribe } from './operations/subscribe.ts'
import { subscriptions } from './operations/subscriptions.ts'
import { undoImport } from './operations/undo-import.ts'
import { tryBatch } from './operations/try-batch.ts'
import { writtenRow } from './operations/written-row.ts'
import { getImport } from './store.ts'
import { tellPartners, tellPartnersTask } from './telling-partners.ts'

const Payload = z.object({ import: z.uuid(), actor: z.uuid(), language: z.enum(['en', 'es']) })

export const exchange: Module = {
  name: 'exchange',
  operations: [
    plain(agreeForm),
    plain(alikeDecided),
    plain(arrivals),
    plain(approvePlatform),
    plain(bringCopy),
    plain(changeSecret),
    plain(copyFile),
    plain(correctRecording),
    plain(endFormerSecret),
    plain(endPlatform),
    plain(getRecording),
    plain(linkRecording),
    plain(platforms),
    plain(receiveRecording),
    plain(recordingAddress),
    plain(recordings),
    plain(registerPlatform),
    plain(withdrawRecording),
    plain(beginImport),
    plain(decideAlike),
    plain(decideArrival),
    plain(approveSubscription),
    plain(endSubscription),
    plain(eventsTold),
    plain(exportCustody),
    plain(exportDeaths),
    plain(finishImport),
    plain(importBatch),
    plain(importRecords),
    plain(getArrival),
    plain(getMessage),
    plain(mapDeaths),
    plain(mapOfImport),
    plain(messageFile),
    plain(messages),
    plain(nextAlike),
    plain(readTable),
    plain(receipts),
    plain(receiveCase),
    plain(receiveMessage),
    plain(recipients),
    plain(rejectsFile),
    plain(replayEvent),
    plain(reviewCase),
    plain(reviewsDue),
    plain(seedReviews),
    plain(sendMessage),
    plain(sendPaper),
    plain(sendToxicology),
    plain(subscribe),
    plain(subscriptions),
    plain(tryBatch),
    plain(undoImport),
    plain(writtenRow),
  ],
  constraints: {
    exchange_arrival_once: 'somebody-was-faster',
    exchange_arrival_decided_once: 'exchange.arrival-decided',
    exchange_message_once: 'exchange.message-came-before',
    exchange_subscription_number: 'exchange.subscription-number-taken',
    exchange_subscription_order: 'exchange.subscription-moved',
    exchange_secret_change_order: 'exchange.subscription-moved',
    exchange_platform_code: 'exchange.platform-code-taken',
    exchange_platform_order: 'exchange.subscription-moved',
    exchange_platform_step_order: 'exchange.subscription-moved',
    exchange_recording_order: 'somebody-was-faster',
    exchange_recording_once: 'exchange.recording-known-now',
    exchange_row_once: 'exchange.row-came-before',
    exchange_undone_once: 'exchange.import-undone',
    exchange_receipt_once: 'exchange.import-done',
    exchange_receipt_adds_up: 'exchange.receipt-does-not-add-up',
  },
  tasks: {
    [dropTask]: async (ground) => void (await lookIntoDrop(ground)),
    [tellPartnersTask]: tellPartners,
    // A job that was cut off begins anew: what it had created is then matched by its keys.
    'exchange.run-import': async (ground, payload) => {
      const { import: id, actor: person, language } = Payload.parse(payload)
      const actor = await actorOfPerson(ground.db.direct, person, ground.now())
      const header = await getImport({ tx: ground.db.direct }, id)
      if (!actor || header.done) return
      const read = await readFile(
        ground,
        await ground.files.read(header.file),
        header.map,
        ground.say(language),
      )
      await runRows(ground, actor, { id, map: header.map, ...read, dryRun: false, language })
    },
  },
}
