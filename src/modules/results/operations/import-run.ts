/** Attaches the instrument's own file: kept byte for byte, read if it can be, kept with a true sentence if not. */
import { methodVersion } from '#modules/quality/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { Done, ImportRun } from '../contract.ts'
import { mayWrite } from '../rules.ts'
import { parsedFile } from '../libraries.ts'
import { stepsOfRun } from '../method-steps.ts'
import { relyOnForSteps } from '../naming.ts'
import { mustBeOnRequest } from '../items.ts'
import { getSheet, runCount } from '../store.ts'

export const importRun = command({
  name: 'results.import-run',
  summary: "Attaches the instrument's own file, kept byte for byte.",
  who: ['analyst', 'section-head'],
  input: ImportRun,
  output: Done,
  async run(cx, input) {
    const subject = ref('results.worksheet', input.worksheet)
    await cx.lock([subject])
    const sheet = await getSheet(cx, input.worksheet)
    cx.allow(sheet)
    refuseUnless(mayWrite(sheet, cx.actor.id))
    if (input.item) await mustBeOnRequest(cx, sheet, input.item)
    const file = await uploadedFile(cx, input.file)
    const read = await parsedFile(cx, file.sha256, file.name)
    const method = await methodVersion(cx, sheet.method_version)
    refuseUnless(
      unless(
        method.techniques.some((t) => t.key === input.technique),
        no('results.no-such-technique', { technique: input.technique }),
      ),
    )
    refuseUnless(
      unless(input.sampleKind !== 'item' || input.item !== undefined, no('results.run-of-which-exhibit')),
    )
    await relyOnForSteps(
      cx,
      sheet,
      stepsOfRun(method.worksheet, input),
      { equipment: input.equipment ? [input.equipment] : [], lots: input.lots },
      input.technique,
    )

    const id = input.id ?? cx.newId()
    const number = `${sheet.number}/${String((await runCount(cx, sheet.id)) + 1).padStart(2, '0')}`
    await cx.record({
      subject,
      root: sheet.root,
      facts: {
        run: id,
        number,
        sha256: file.sha256,
        format: read.ok ? read.file.format : 'unread',
        sampleKind: input.sampleKind,
      },
      rows: {
        'results.run': [
          {
            id,
            root: sheet.root,
            worksheet: sheet.id,
            item: input.item ?? null,
            number,
            file: file.sha256,
            file_name: file.name,
            size: file.size,
            format: read.ok ? read.file.format : file.media_type,
            sample_kind: input.sampleKind,
            equipment: input.equipment ?? null,
            technique: input.technique,
            summary: read.ok ? { ...read.file.summary } : {},
            readable: read.ok,
            unreadable_because: read.ok ? null : cx.say(read.code, read.values),
          },
        ],
      },
    })
    return { id, number }
  },
})
