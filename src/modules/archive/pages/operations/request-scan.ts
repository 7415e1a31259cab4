/** Asks for a file to be scanned; the clock of its purpose begins. */
import { seeCase } from '#modules/cases/public.ts'
import { codeOf, nextNumber } from '#modules/catalogue/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { RequestScan, ScanRequested } from '../contract.ts'
import { readers } from '../../roles.ts'
import { dueAfter, mayTouch } from '../rules.ts'
import { seeFile } from '../../shelves/store/files.ts'
import { insertRequestNow, requestRef } from '../store/requests.ts'

const DAYS = 5
export const requestScan = command({
  name: 'archive.request-scan',
  summary: 'Asks for a paper file to be scanned and copied, for a purpose that says until when.',
  who: readers,
  input: RequestScan,
  output: ScanRequested,
  async run(cx, input) {
    const id = input.id ?? cx.newId()
    const f = input.file ? await seeFile(cx, input.file) : null
    const c = input.case ? await seeCase(cx, input.case) : null
    for (const row of [f, c]) if (row) cx.allow({ ...row, sensitive: false })
    if (f) refuseUnless(mayTouch(f))
    await cx.lock([requestRef(id)])
    const purpose = await codeOf(cx, 'scan-purpose', input.purpose)
    const days = (purpose.data as { days?: unknown } | null)?.days
    const due = dueAfter(cx.now, typeof days === 'number' ? days : DAYS)
    const number = await nextNumber(cx, 'scan-request')
    const root = f?.root ?? c?.root ?? id
    const file = f?.id ?? null
    await cx.record({
      subject: requestRef(id),
      root,
      facts: { number, file: f?.number ?? null, purpose: purpose.code, due },
      rows: {
        'archive.request': [
          {
            id,
            root,
            number,
            file,
            case: c?.id ?? f?.linked ?? null,
            said: input.said ?? null,
            purpose: purpose.code,
            due_at: due,
            words: input.words ?? null,
            person: cx.actor.kind === 'person' ? cx.actor.id : null,
            by_name: cx.actor.name,
          },
        ],
        'archive.request_step': [
          {
            id: cx.newId(),
            root,
            request: id,
            seq: 1,
            kind: 'asked',
            file,
            words: null,
            by_name: cx.actor.name,
            at: cx.occurredAt,
          },
        ],
      },
    })
    await insertRequestNow(cx, { id, root, number, file, due })
    return { id, number, due }
  },
})
