/** Counts photographs again, byte for byte, and names each that is no longer what it was; by itself every night. */
import { ref } from '#kernel/shapes.ts'
import type { Json } from '#kernel/canonical.ts'
import { awayAt } from '#platform/away.ts'
import { command } from '#platform/define.ts'
import { CheckFixity, FixityChecked } from '../contract.ts'
import { hashNow } from '../counting.ts'
import { filesBehind, lastCounted, photographsOfFile, type Wrong } from '../store/keeping.ts'

export const checkFixity = command({
  name: 'scenes.check-fixity',
  summary: 'Counts photographs again, byte for byte, and names each that is no longer what it was.',
  who: ['quality-manager', 'director', 'administrator'],
  input: CheckFixity,
  output: FixityChecked,
  async run(cx, input) {
    cx.allow(null)
    const after = await lastCounted(cx)
    const files = await filesBehind(cx, after, input.most)
    const bad = new Map<string, string | null>()
    let bytes = 0
    for (const { file, size } of files) {
      const found = await hashNow(cx, file)
      // What lies in a cold store by intent is counted there.
      if (found === null && (await awayAt(cx.ground.files, file))) continue
      bytes += Number(size)
      if (found !== file) bad.set(file, found)
    }
    const named = await photographsOfFile(cx, [...bad.keys()])
    const wrong: Wrong[] = [...bad].map(([sha256, found]) => ({
      sha256,
      found,
      photographs: named
        .filter((p) => p.file === sha256)
        .map(({ id, attendance, seq, name }) => ({ id, attendance, seq, name })),
    }))
    const id = cx.newId()
    const whole = files.length < input.most
    await cx.record({
      subject: ref('scenes.fixity', id),
      facts: { checked: files.length, wrong: wrong.length },
      rows: {
        'scenes.fixity': [
          {
            id,
            from_file: files[0]?.file ?? after,
            until_file: files.at(-1)?.file ?? after,
            whole,
            checked: files.length,
            bytes: String(bytes),
            wrong: wrong as unknown as Json,
          },
        ],
      },
    })
    return { id, checked: files.length, bytes, whole, wrong }
  },
})
