/** What is known of a photograph, beside its file, so that it is understood without this program. */
import { canonical, type Json } from '#kernel/canonical.ts'
import { stream } from '#platform/define.ts'
import { SideCar } from '../contract.ts'
import { readers } from '../roles.ts'
import { annotationsOf, seePhotograph } from '../store/pictures.ts'

export const sideCar = stream({
  name: 'scenes.side-car',
  summary: 'What is known of a photograph, beside its file: hash, camera, time, place, what was pointed out.',
  who: readers,
  reads: 'sensitive',
  input: SideCar,
  async run(cx, input) {
    const row = await seePhotograph(cx, input.photograph)
    cx.allow(row)
    const pointed = await annotationsOf(cx, [row.id])
    const told = {
      schema: 'custodia/photograph/1',
      name: row.name,
      folder: row.folder,
      sha256: row.file,
      sha256AtCapture: row.captured_sha256,
      size: Number(row.size),
      mediaType: row.media_type,
      attendance: row.attendance_number,
      number: row.seq,
      shows: row.shows,
      caption: row.caption,
      spot: row.spot,
      takenAt: row.taken_at,
      cameraClock: row.taken_text,
      camera: row.camera,
      latitude: row.latitude,
      longitude: row.longitude,
      by: row.by_name,
      addedAt: row.at,
      recordedAt: row.recorded_at,
      copyOf: row.source,
      steps: row.steps,
      file: row.facts,
      annotations: pointed.map((p) => ({ shapes: p.shapes, words: p.words, by: p.by_name, at: p.at })),
    }
    return {
      name: `${row.name}.json`,
      mediaType: 'application/json',
      bytes: Buffer.from(`${canonical(told as unknown as Json)}\n`, 'utf8'),
    }
  },
})
