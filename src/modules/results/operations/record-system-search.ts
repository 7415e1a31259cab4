/** Writes down a search in a system that stands alone: what of the exhibit, in which databases, and what the system put forward, with its list as it gave it. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { codeOf } from '#modules/catalogue/public.ts'
import { seeItem } from '#modules/evidence/public.ts'
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { RecordSystemSearch, SystemRule, SystemSearchRecorded } from '../contract/searches.ts'
import { areItsDatabases } from '../rules/searches.ts'

export const recordSystemSearch = command({
  name: 'results.record-system-search',
  summary: 'Writes down a search in IBIS, AFIS or another system that stands alone, and what it put forward.',
  who: ['analyst', 'section-head'],
  input: RecordSystemSearch,
  output: SystemSearchRecorded,
  async run(cx, input) {
    const id = input.id ?? cx.newId()
    const subject = ref('results.system-search', id)
    await cx.lock([subject])
    const item = await seeItem(cx, input.item)
    cx.allow(item)
    const rule = SystemRule.parse((await codeOf(cx, 'search-system', input.system)).data ?? {})
    refuseUnless(areItsDatabases(rule.databases, input.databases))
    const file = input.file ? await uploadedFile(cx, input.file) : null
    const { root } = item
    const candidates = input.candidates.map((c) => ({
      id: cx.newId(),
      root,
      search: id,
      rank: c.rank,
      label: c.label,
      score: c.score ?? null,
    }))
    await cx.record({
      subject,
      root,
      facts: {
        item: item.id,
        system: input.system,
        databases: [...input.databases],
        candidates: candidates.length,
        sha256: file?.sha256 ?? null,
      },
      rows: {
        'results.system_search': [
          {
            id,
            root,
            item: item.id,
            system: input.system,
            databases: input.databases,
            searched: input.searched,
            reference: input.reference ?? null,
            searched_at: input.searchedAt,
            file: file?.sha256 ?? null,
            file_name: file?.name ?? null,
            file_size: file ? String(file.size) : null,
          },
        ],
        ...(candidates.length > 0 ? { 'results.system_candidate': candidates } : {}),
      },
    })
    return { id, candidates: candidates.map((c) => c.id) }
  },
})
