/** What a file about a body says of itself, and how it is told to whoever looks: radiographs are read, pictures drawn, all else is kept. */
import type { Json } from '#kernel/canonical.ts'
import type { Cx } from '#platform/cx.ts'
import type { PictureSeen } from './contract.ts'
import type { PictureRow } from './store/pictures.ts'

export interface Said {
  readonly form: PictureSeen['form']
  readonly frames: number
  readonly told: { readonly code: string; readonly values: Json }
  /** Never the name or number of a patient: those stay in the file. */
  readonly said: Record<string, string>
}

export async function readBodyFile(cx: Cx, file: string, name: string, mediaType: string): Promise<Said> {
  const bytes = await cx.ground.files.read(file)
  const { readDicom } = await import('#formats/dicom/dicom.ts')
  const radiograph = readDicom(bytes, name)
  if (radiograph.ok) {
    const { pixels, told, facts } = radiograph.file
    const said = {
      modality: facts.modality,
      bodyPart: facts.bodyPart,
      laterality: facts.laterality,
      description: facts.description,
      taken: [facts.studyDate, facts.studyTime].filter(Boolean).join(' ') || undefined,
      equipment: facts.equipment,
      serial: facts.serial,
    }
    return {
      form: 'dicom',
      frames: pixels && !pixels.problem ? pixels.frames : 0,
      told: { code: told.code, values: (told.values ?? {}) as Json },
      said: Object.fromEntries(Object.entries(said).filter((e): e is [string, string] => Boolean(e[1]))),
    }
  }
  const image = ['image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'image/gif', 'image/avif'].includes(
    mediaType,
  )
  // A file that begins like a radiograph and is broken says so; anything else is simply kept.
  const broken = !['formats.dicom.not-dicom', 'formats.empty'].includes(radiograph.code)
  return {
    form: image ? 'image' : 'other',
    frames: image ? 1 : 0,
    told: broken
      ? { code: radiograph.code, values: radiograph.values as Json }
      : { code: image ? 'death.picture-shown' : 'death.picture-kept', values: {} },
    said: {},
  }
}

const spoken = ['modality', 'bodyPart', 'laterality', 'description', 'taken', 'equipment', 'serial'] as const
export const pictureSeen = (cx: Cx, row: PictureRow): PictureSeen => ({
  id: row.id,
  no: row.no,
  kind: row.kind,
  fileName: row.file_name,
  sha256: row.file,
  size: Number(row.size),
  form: row.form,
  frames: row.frames,
  told: cx.say(row.told.code, row.told.values ?? {}),
  said: spoken.flatMap((key) =>
    row.said[key] ? [{ label: cx.say(`death.picture-says-${key}`), text: row.said[key] }] : [],
  ),
  view: row.view,
  wound: row.wound,
  words: row.words,
  at: row.at,
  by: row.by,
})
