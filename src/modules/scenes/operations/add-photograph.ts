/** Adds a photograph: the bytes as the camera wrote them, held against the hash counted at capture; what the file says stands beside it. */
import { instantAt } from '#kernel/calendar.ts'
import { Refusal, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { AddPhotograph, PhotographAdded } from '../contract.ts'
import { cameraOf, factsOf, makeSmall, readPicture } from '../picturing.ts'
import { attending } from '../roles.ts'
import { mayDerive, sameAsCaptured } from '../rules.ts'
import { nextSeq, sameBytes, seePhotograph } from '../store/pictures.ts'
import { markHere, ofScene, openToWrite, write } from '../writing.ts'

export const addPhotograph = command({
  name: 'scenes.add-photograph',
  summary: 'Adds a photograph byte for byte as the camera wrote it, or a copy with the steps that made it.',
  who: attending,
  input: AddPhotograph,
  output: PhotographAdded,
  async run(cx, input) {
    const a = await openToWrite(cx, input.attendance)
    await markHere(cx, a, input.mark)
    refuseUnless(mayDerive(input.source, input.steps))
    if (input.source) {
      const source = await seePhotograph(cx, input.source)
      if (source.root !== a.root)
        throw new Refusal('conflict', 'scenes.no-such-entry', { next: 'scenes.next-look-again' })
    }
    const file = await uploadedFile(cx, input.file)
    refuseUnless(sameAsCaptured(input.capturedSha256, file.sha256))
    const name = input.name ?? file.name
    const read = await readPicture(cx, file.sha256, name)
    const { photo } = read
    const same = await sameBytes(cx, a.root, file.sha256)
    const seq = await nextSeq(cx, a.id)
    const id = input.id ?? cx.newId()
    const local = photo?.takenAt
    const position = photo?.position ?? input.position ?? null
    await write(
      cx,
      a,
      'scenes.photograph',
      {
        id,
        ...ofScene(cx, a),
        seq,
        file: file.sha256,
        name,
        folder: input.folder ?? null,
        media_type: photo?.mime ?? file.media_type,
        size: String(file.size),
        shows: input.shows,
        caption: input.caption ?? null,
        spot: input.spot ?? null,
        mark: input.mark ?? null,
        captured_sha256: input.capturedSha256 ?? null,
        camera: cameraOf(photo),
        taken_at: takenAt(local, input.takenAt),
        taken_text: local ? `${local.local}${local.offset ?? ''}` : null,
        latitude: position?.latitude ?? null,
        longitude: position?.longitude ?? null,
        width: photo?.shownWidth ?? null,
        height: photo?.shownHeight ?? null,
        facts: factsOf(read),
        source: input.source ?? null,
        steps: input.steps ?? null,
      },
      { seq, file: file.sha256 },
    )
    await makeSmall(cx, file.sha256, read)
    return { id, seq, sha256: file.sha256, same }
  },
})

/** A camera's clock has no zone: it is read as the service's own, and what it said stands beside it as it was written. */
function takenAt(
  local: { readonly local: string; readonly offset?: string } | undefined,
  said: string | null | undefined,
): string | null {
  if (said) return said
  if (!local) return null
  if (local.offset) {
    const at = Date.parse(`${local.local.slice(0, 19)}${local.offset}`)
    if (!Number.isNaN(at)) return new Date(at).toISOString() // tidy: clock-free, the instant is given
  }
  return instantAt(local.local.slice(0, 10), local.local.slice(11, 19))
}
