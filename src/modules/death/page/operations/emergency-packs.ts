/** Lists the packs for when the power is gone: how old the newest is, where each is kept, which of its sheets came back. */
import { codesOf } from '#modules/catalogue/public.ts'
import { query } from '#platform/define.ts'
import { packers } from '../../roles.ts'
import { EmergencyPacks, PackList } from '../contract.ts'
import { listPacks } from '../store/packs.ts'

export const emergencyPacks = query({
  name: 'death.emergency-packs',
  summary:
    'Lists the packs for when the power is gone: how old the newest is, where each is kept, what came back.',
  who: packers,
  input: EmergencyPacks,
  output: PackList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listPacks(cx, input.limit)
    const newest = rows[0]
    return {
      items: rows.map(({ file, ...r }) => ({ ...r, sha256: file })),
      age: newest ? Math.floor((Date.parse(cx.now) - Date.parse(newest.at)) / 86_400_000) : null,
      morgues: (await codesOf(cx, 'morgue')).map((m) => ({ code: m.code, name: m[cx.language] })),
    }
  },
})
