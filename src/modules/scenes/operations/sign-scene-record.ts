/** Signs the record of an attendance in one's own name: photo sheets, sketch, measurements and exhibits as one paper. */
import { signWith, signingFor } from '#identity/paper-signing.ts'
import { noteProgress } from '#modules/cases/public.ts'
import { letterhead } from '#modules/catalogue/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { keepMade } from '#platform/uploads.ts'
import { RecordSigned, SignSceneRecord } from '../contract.ts'
import { changesOf, recordPaper } from '../record-paper.ts'
import { attending } from '../roles.ts'
import { maySign } from '../rules.ts'
import { openConflicts } from '../seen.ts'
import { attendanceRef, seeAttendance, stepNow, stepRow, type Step } from '../store/attendances.ts'

export const signSceneRecord = command({
  name: 'scenes.sign-scene-record',
  summary: 'Signs the record of an attendance: photo sheets, sketch, measurements and exhibits as one paper.',
  who: attending,
  stepUp: true,
  input: SignSceneRecord,
  output: RecordSigned,
  async run(cx, input) {
    const a = await seeAttendance(cx, input.attendance, { lock: true })
    cx.allow(a)
    refuseUnless(maySign(a, { conflicts: await openConflicts(cx, a) }))
    const language = input.language ?? cx.actor.language
    const version = a.version + 1
    const head = await letterhead(cx, language)
    const amended = await changesOf(cx, a)
    const paper = await recordPaper(cx, a, { language, version, head, amended })
    const signing = await signingFor(cx, { id: cx.actor.id, name: cx.actor.name }, head)
    const say = cx.ground.say(language)
    const signed = await signWith(cx, signing, paper, say('scenes.sr-reason', { number: a.number, version }))
    const file = await keepMade(cx, signed, 'application/pdf')
    const id = cx.newId()
    const step: Step = { kind: 'signed', state: 'signed', version }
    await cx.record({
      subject: attendanceRef(a.id),
      root: a.root,
      facts: {
        number: a.number,
        version,
        pdfSha256: file.sha256,
        signerSha256: signing.sha256,
      },
      rows: {
        'scenes.attendance_step': [stepRow(cx, a, step)],
        'scenes.record': [
          {
            id,
            root: a.root,
            attendance: a.id,
            version,
            file: file.sha256,
            size: String(file.size),
            signer: signing.own.id,
            why: amended?.why ?? null,
            changes: amended?.changes ?? [],
            by_name: cx.actor.name,
            at: cx.occurredAt,
          },
        ],
      },
    })
    await stepNow(cx, a, step)
    await noteProgress(cx, a.root, {
      subject: attendanceRef(a.id),
      kind: 'scene',
      state: 'done',
      text: 'scenes.progress-signed',
      values: { number: a.number },
    })
    return { id, version, sha256: file.sha256 }
  },
})
