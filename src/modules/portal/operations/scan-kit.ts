/** A kit is scanned by the office that has it now: it has reached the next stage, and who has it next sees it. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { KitTold, ScanKit } from '../contract/kits.ts'
import { kitRef, showKit, stagesOf, stepRow, whereIAm } from '../kit-steps.ts'
import { followsKits } from '../roles.ts'
import { mayReach, nextAfter } from '../rules/kits.ts'
import { kitBySerial } from '../store/kits.ts'

export const scanKit = command({
  name: 'portal.scan-kit',
  summary: 'Says by scanning it that a kit reached its next stage; each agency says so for its own stages.',
  who: followsKits,
  input: ScanKit,
  output: KitTold,
  async run(cx, input) {
    const before = await kitBySerial(cx, input.serial)
    await cx.lock([kitRef(before.id)])
    const kit = await kitBySerial(cx, input.serial)
    cx.allow(kit)
    const stages = await stagesOf(cx)
    const here = await whereIAm(cx)
    const next = nextAfter(stages.list, kit.stage)
    const wanted = input.stage ? stages.list.find((s) => s.code === input.stage) : next
    const to = input.to ?? null
    refuseUnless(mayReach(stages.list, kit.stage, wanted, { agency: here.agency, to: to !== null }))
    if (!wanted) return { id: kit.id, serial: kit.serial, stage: stages.name(kit.stage), next: null }
    await cx.record({
      subject: kitRef(kit.id),
      root: kit.root,
      facts: { stage: wanted.code, to },
      rows: {
        'portal.kit_stage': [
          await stepRow(cx, kit.id, kit.seq + 1, wanted, here, { to, words: input.words ?? null }),
        ],
      },
    })
    await showKit(cx, kit.id, here, to)
    const after = nextAfter(stages.list, wanted.code)
    return {
      id: kit.id,
      serial: kit.serial,
      stage: stages.name(wanted.code),
      next: after ? stages.name(after.code) : null,
    }
  },
})
