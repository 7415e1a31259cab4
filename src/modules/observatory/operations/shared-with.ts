/** The register: what was taken when, by whom, for which agency, under which agreement and legal basis. */
import { findAgreement } from '#identity/store/agreements.ts'
import { query } from '#platform/define.ts'
import { SharedList, SharedWith } from '../contract/feed.ts'
import { onlyAgency } from '../feed-seen.ts'
import { releasers } from '../roles.ts'
import { listShares } from '../store/feeds.ts'

export const sharedWith = query({
  name: 'observatory.shared-with',
  summary: 'What was shared with whom, when, under which agreement and legal basis.',
  who: releasers,
  input: SharedWith,
  output: SharedList,
  async run(cx, input) {
    cx.allow(null)
    const only = (await onlyAgency(cx)) ?? input.agency
    const { rows, nextCursor } = await listShares(cx, { ...input, ...(only ? { agency: only } : {}) })
    const titles = new Map<string, string>()
    for (const id of new Set(rows.map((r) => r.agreement)))
      titles.set(id, (await findAgreement(cx, id))?.title ?? '–')
    return {
      items: rows.map((s) => ({
        id: s.id,
        at: s.recorded_at,
        by: s.taken_name,
        agency: s.agency_name,
        agreement: titles.get(s.agreement) ?? '–',
        legalBasis: s.legal_basis,
        purpose: s.purpose,
        what: s.number,
        records: s.records,
        form: s.form,
        way: s.way,
        sealedFor: s.sealed_for,
        sha256: s.file,
      })),
      nextCursor,
    }
  },
})
