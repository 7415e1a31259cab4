/** The files of a report to a donor, in both languages: as paper that says it is not approved while it waits, as it leaves when it is. */
import { letterhead } from '#modules/catalogue/public.ts'
import { Refusal, refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { keepMade } from '#platform/uploads.ts'
import { type Making, reportPdf, reportXlsx } from './reporting-grants.ts'
import { mayDecideReport } from './rules/grants.ts'
import { type ReportRow, grantRef, reportById } from './store/grants.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export async function keptFiles(cx: Cx, made: Omit<Making, 'demo'>): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  const all = { ...made, demo: cx.ground.house.demo }
  for (const lang of ['en', 'es'] as const) {
    const say = cx.ground.say(lang)
    const pdf = reportPdf(all, lang, say, await letterhead(cx, lang))
    files[`pdf-${lang}`] = (await keepMade(cx, pdf, 'application/pdf')).sha256
    if (made.approved) files[`xlsx-${lang}`] = (await keepMade(cx, reportXlsx(all, lang, say), XLSX)).sha256
  }
  return files
}
/** The file that is given out of it. */
export function fileOf(row: ReportRow, as: 'pdf' | 'xlsx', language: 'en' | 'es'): string {
  const file = (row.approved_files ?? row.files)[`${as}-${language}`]
  if (!file || (row.state !== 'approved' && as === 'xlsx'))
    throw new Refusal('conflict', 'observatory.grant-not-approved', {
      next: 'observatory.next-have-report-approved',
    })
  return file
}

/** A second person decides: locked, judged, recorded. */
export async function decideReport(
  cx: Cx,
  report: string,
  kind: 'approved' | 'returned',
  words: string | null,
): Promise<{ id: string }> {
  await cx.lock([grantRef((await reportById(cx, report)).award)])
  const row = await reportById(cx, report)
  refuseUnless(mayDecideReport(row, cx.actor.id))
  const { answer, seq, from_on: from, until_on: until, as_of: asOf, sha256, by_name: by } = row
  const made = { answer, seq, from, until, asOf, words: row.words, by, sha256, at: cx.now }
  const files =
    kind === 'approved' ? await keptFiles(cx, { ...made, approved: { by: cx.actor.name, at: cx.now } }) : {}
  const id = cx.newId()
  await cx.record({
    subject: grantRef(row.award),
    facts: { report: seq, sha256, kind },
    rows: {
      'observatory.award_report_step': [
        { id, report, seq: row.decisions + 1, kind, words, files, by_name: cx.actor.name },
      ],
    },
  })
  return { id }
}
