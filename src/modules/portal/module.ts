/** The operations of the portal. */
import type { Module } from '#platform/cx.ts'
import { plain } from '#platform/define.ts'
import { adoption } from './operations/adoption.ts'
import { answerHelp } from './operations/answer-help.ts'
import { answerQuestion } from './operations/answer-question.ts'
import { appointments } from './operations/appointments.ts'
import { askForHelp } from './operations/ask-for-help.ts'
import { askForRecords } from './operations/ask-for-records.ts'
import { askQuestion } from './operations/ask-question.ts'
import { banners } from './operations/banners.ts'
import { beginKit } from './operations/begin-kit.ts'
import { bookAppointment } from './operations/book-appointment.ts'
import { casePacket } from './operations/case-packet.ts'
import { caseStatus } from './operations/case-status.ts'
import { charges } from './operations/charges.ts'
import { chooseNotices } from './operations/choose-notices.ts'
import { closeHelp } from './operations/close-help.ts'
import { complain } from './operations/complain.ts'
import { counters } from './operations/counters.ts'
import { decideRecords } from './operations/decide-records.ts'
import { nextOfKin } from './operations/next-of-kin.ts'
import { endFollower } from './operations/end-follower.ts'
import { freeTimes } from './operations/free-times.ts'
import { help } from './operations/help.ts'
import { kits } from './operations/kits.ts'
import { messages } from './operations/messages.ts'
import { myCases } from './operations/my-cases.ts'
import { nameFollower } from './operations/name-follower.ts'
import { noticeChoices } from './operations/notice-choices.ts'
import { putUpBanner } from './operations/put-up-banner.ts'
import { rateService } from './operations/rate-service.ts'
import { ratings } from './operations/ratings.ts'
import { recordPayment } from './operations/record-payment.ts'
import { recordRequests } from './operations/record-requests.ts'
import { releaseRecords } from './operations/release-records.ts'
import { scanKit } from './operations/scan-kit.ts'
import { searchCases } from './operations/search-cases.ts'
import { takeDownBanner } from './operations/take-down-banner.ts'
import { waiveCharge } from './operations/waive-charge.ts'
import { whomToAsk } from './operations/whom-to-ask.ts'
import { withdrawAppointment } from './operations/withdraw-appointment.ts'
import { askAfterKits, askAfterKitsTask } from './late-kits.ts'
import { onAccepted } from './reactions/on-accepted.ts'
import { onLead } from './reactions/on-lead.ts'
import { onMoved } from './reactions/on-moved.ts'

export const portal: Module = {
  name: 'portal',
  operations: [
    plain(adoption),
    plain(answerHelp),
    plain(answerQuestion),
    plain(appointments),
    plain(askForHelp),
    plain(askForRecords),
    plain(askQuestion),
    plain(banners),
    plain(putUpBanner),
    plain(takeDownBanner),
    plain(beginKit),
    plain(bookAppointment),
    plain(casePacket),
    plain(caseStatus),
    plain(charges),
    plain(chooseNotices),
    plain(closeHelp),
    plain(complain),
    plain(counters),
    plain(decideRecords),
    plain(nextOfKin),
    plain(endFollower),
    plain(freeTimes),
    plain(help),
    plain(kits),
    plain(messages),
    plain(myCases),
    plain(nameFollower),
    plain(noticeChoices),
    plain(rateService),
    plain(ratings),
    plain(recordPayment),
    plain(recordRequests),
    plain(releaseRecords),
    plain(scanKit),
    plain(searchCases),
    plain(waiveCharge),
    plain(whomToAsk),
    plain(withdrawAppointment),
  ],
  reactions: [onAccepted, onLead, onMoved],
  tasks: { [askAfterKitsTask]: async (ground) => void (await askAfterKits(ground)) },
  constraints: {
    question_pkey: 'portal.id-in-use',
    answer_pkey: 'portal.id-in-use',
    record_request_pkey: 'portal.id-in-use',
    portal_record_decided_once: 'portal.records-decided',
    portal_record_released_once: 'portal.records-released',
    kit_track_pkey: 'portal.id-in-use',
    portal_kit_serial: 'portal.kit-there-already',
    portal_kit_stage_order: 'somebody-was-faster',
    portal_charge_once: 'somebody-was-faster',
    portal_paid_once: 'portal.charge-settled',
    help_pkey: 'portal.id-in-use',
    help_said_pkey: 'portal.id-in-use',
    rating_pkey: 'portal.id-in-use',
    appointment_pkey: 'portal.id-in-use',
    portal_banner_down_once: 'portal.banner-not-up',
    portal_follower_order: 'somebody-was-faster',
    portal_appointment_withdrawn_once: 'portal.given-back-already',
    portal_help_closed_once: 'portal.help-is-closed',
  },
}
