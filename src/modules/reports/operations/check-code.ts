/** Anybody who holds a paper may ask whether it still stands: number, day, state and the hash of the file, nothing personal. */
import { letterhead } from '#modules/catalogue/public.ts'
import { Refusal } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { CheckCode, CodeChecked } from '../contract.ts'
import { dayOf } from '../paper-dates.ts'
import { grouped, paperNumber, readCode } from '../rules.ts'
import { byCode } from '../store/versions.ts'

export const checkCode = query({
  name: 'reports.check-code',
  summary: 'Tells anybody whether the certificate with this code still stands.',
  who: 'anyone',
  input: CheckCode,
  output: CodeChecked,
  async run(cx, input) {
    cx.allow(null)
    const code = readCode(input.code)
    if (code === undefined)
      throw new Refusal('invalid', 'reports.not-a-code', { next: 'reports.next-type-code' })
    const row = await byCode(cx, code)
    if (!row) throw new Refusal('not-found', 'reports.no-such-code', { next: 'reports.next-type-code' })
    const state =
      row.state === 'issued'
        ? ('live' as const)
        : row.state === 'superseded'
          ? ('superseded' as const)
          : ('withdrawn' as const)
    const { serviceName } = await letterhead(cx, cx.language)
    return {
      state,
      says: cx.say(`reports.check-${state}`, { number: paperNumber(row), on: dayOf(row.since) }),
      number: paperNumber(row),
      version: row.version,
      issued: row.issued,
      pdfSha256: row.pdf,
      dataSha256: row.data,
      supersededBy:
        state === 'superseded' && row.next_code !== null && row.next_version !== null
          ? { version: row.next_version, code: grouped(row.next_code) }
          : null,
      withdrawn: state === 'withdrawn' ? row.since : null,
      service: serviceName,
      demo: cx.ground.house.demo,
    }
  },
})
