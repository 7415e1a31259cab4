/** Camera facts out of the tags that the kept library reads (JEITA CP-3451, Exif 2.32): checked one by one, because a tag is only what somebody wrote. */
import type { Reading } from '../reading.ts'

type Tags = Readonly<Record<string, unknown>>
export interface ExifBlocks {
  readonly ifd0?: Tags
  readonly exif?: Tags
  readonly gps?: Tags
}

export interface CameraTime {
  /** What the camera's own clock said: `2008-10-22T16:28:39`, with fractions where it had them. No zone: the clock has none. */
  readonly local: string
  /** `-06:00`, only where the camera wrote its offset (Exif 2.31). */
  readonly offset?: string
}
export interface CameraPosition {
  /** Degrees as decimal text, six places: 0.1 m. South and west are negative. */
  readonly latitude: string
  readonly longitude: string
  /** Metres against the sea, as decimal text. */
  readonly altitude?: string
  readonly datum?: string
}
export interface CameraFacts {
  /** 1 to 8 (TIFF tag 274): how the picture must be turned to be seen upright. */
  readonly orientation: number
  readonly takenAt?: CameraTime
  /** UTC of the satellites, RFC 3339, where the camera had it. */
  readonly satelliteAt?: string
  readonly camera: {
    readonly make?: string
    readonly model?: string
    readonly serial?: string
    readonly lens?: string
    readonly lensSerial?: string
    readonly owner?: string
  }
  readonly software?: string
  readonly position?: CameraPosition
  readonly exposure: {
    readonly seconds?: number
    readonly fNumber?: number
    readonly iso?: number
    readonly focalMm?: number
    readonly flash?: boolean
  }
  readonly description?: string
  readonly artist?: string
  /** The name under which the camera wrote the file, where it says so (GoPro does). */
  readonly writtenName?: string
}

/** Programs that change pictures. A camera's own firmware number is not among them. */
const EDITORS =
  /gimp|photoshop|lightroom|snapseed|paint|picasa|pixelmator|affinity|capture one|darktable|canva|facetune|vsco/i

export function cameraFactsOf(blocks: ExifBlocks, reading: Reading): CameraFacts {
  const { ifd0 = {}, exif = {}, gps = {} } = blocks
  if (Object.keys(ifd0).length + Object.keys(exif).length + Object.keys(gps).length === 0)
    reading.note('formats.photo.no-facts')
  const takenAt = takenAtOf(exif, reading)
  const satelliteAt = satelliteAtOf(gps)
  if (takenAt && satelliteAt) compareClocks(takenAt, satelliteAt, reading)
  const software = textOf(ifd0.Software)
  if (software && EDITORS.test(software)) reading.note('formats.photo.edited', { program: software })
  const description = textOf(ifd0.ImageDescription)
  const camera = given({
    make: textOf(ifd0.Make),
    model: textOf(ifd0.Model),
    serial: textOf(exif.SerialNumber ?? exif.BodySerialNumber),
    lens: textOf(exif.LensModel),
    lensSerial: textOf(exif.LensSerialNumber),
    owner: textOf(exif.CameraOwnerName ?? exif.OwnerName),
  })
  return {
    orientation: orientationOf(ifd0.Orientation),
    camera,
    exposure: exposureOf(exif),
    ...given({
      takenAt,
      satelliteAt,
      software,
      position: positionOf(gps, reading),
      description,
      artist: textOf(ifd0.Artist),
      writtenName: description && /^DCIM[/\\][\w/\\]+\.\w{3,4}$/i.test(description) ? description : undefined,
    }),
  }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
function given<T extends object>(facts: T): Given<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, v]) => v !== undefined)) as Given<T>
}

/** Text without control characters and blanks around it; cameras pad with either. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value)
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 2_000)
    .toWellFormed()
  return text === '' ? undefined : text
}
function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}
/** A list comes as an array, as typed bytes, or (cleaned by the library) as an object with the keys 0, 1, 2. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).filter((v): v is number => typeof v === 'number' && Number.isFinite(v))
}

function orientationOf(value: unknown): number {
  const [n] = numbersOf(value)
  return n !== undefined && Number.isInteger(n) && n >= 1 && n <= 8 ? n : 1
}

function exposureOf(exif: Tags): CameraFacts['exposure'] {
  const flash = numberOf(exif.Flash)
  return given({
    seconds: numberOf(exif.ExposureTime),
    fNumber: numberOf(exif.FNumber),
    iso: numbersOf(exif.ISO)[0],
    focalMm: numberOf(exif.FocalLength),
    // Bit 0: the flash fired.
    flash: flash === undefined ? undefined : (flash & 1) === 1,
  })
}

/** “2008:10:22 16:28:39”; only a day that there was. A clock that was never set writes zeros. */
function takenAtOf(exif: Tags, reading: Reading): CameraTime | undefined {
  const written = textOf(exif.DateTimeOriginal) ?? textOf(exif.CreateDate)
  if (written === undefined) return undefined
  const local = localOf(written)
  if (local === undefined) {
    reading.note('formats.photo.clock-not-set', { written })
    return undefined
  }
  const part = textOf(exif.SubSecTimeOriginal) ?? textOf(exif.SubSecTimeDigitized)
  const fraction = part && /^\d{1,6}$/.test(part) && Number(part) > 0 ? `.${part}` : ''
  const offset = textOf(exif.OffsetTimeOriginal) ?? textOf(exif.OffsetTime)
  return {
    local: local + fraction,
    ...(offset && /^[+-](0\d|1[0-4]):[0-5]\d$/.test(offset) ? { offset } : {}),
  }
}
function localOf(written: string): string | undefined {
  const found = /^(\d{4})[:/-](\d{2})[:/-](\d{2})[ T](\d{2}):(\d{2}):(\d{2})/.exec(written)
  if (!found) return undefined
  const [, year, month, day, hour, minute, second] = found
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const at = Date.parse(`${text}Z`)
  return Number(year) >= 1970 && Number.isFinite(at) && new Date(at).toISOString().startsWith(text)
    ? text
    : undefined
}

/** GPSDateStamp and GPSTimeStamp; the library gives the time as a list of three or as a text. */
function satelliteAtOf(gps: Tags): string | undefined {
  const day = textOf(gps.GPSDateStamp)
  const time = gps.GPSTimeStamp
  const parts = typeof time === 'string' ? time.split(':').map(Number) : numbersOf(time)
  if (!day || parts.length !== 3 || parts.some((p) => !Number.isFinite(p))) return undefined
  const [hour = 0, minute = 0, second = 0] = parts
  const two = (n: number): string => String(Math.trunc(n)).padStart(2, '0')
  const whole = localOf(`${day} ${two(hour)}:${two(minute)}:${two(second)}`)
  if (whole === undefined) return undefined
  const hundredths = Math.round((second - Math.trunc(second)) * 100)
  return `${whole}${hundredths > 0 && hundredths < 100 ? `.${String(hundredths).padStart(2, '0')}` : ''}Z`
}

const MINUTE = 60_000
/**
 * The camera's clock has no zone, so it may differ from UTC by any whole quarter hour between −12 and +14 hours and still be right; anything
 * else was set wrongly, by so much. Two minutes are allowed for a clock that drifts and a fix that is old.
 */
function compareClocks(takenAt: CameraTime, satelliteAt: string, reading: Reading): void {
  const local = Date.parse(`${takenAt.local.slice(0, 19)}${takenAt.offset ?? 'Z'}`)
  const apart = (local - Date.parse(satelliteAt)) / MINUTE
  const zone = takenAt.offset === undefined ? Math.round(apart / 15) * 15 : 0
  if (Math.abs(apart - zone) <= 2 && zone >= -720 && zone <= 840) return
  reading.note('formats.photo.clock-differs', {
    camera: takenAt.local.slice(0, 19).replace('T', ' '),
    satellite: `${satelliteAt.slice(0, 19).replace('T', ' ')} UTC`,
  })
}

function positionOf(gps: Tags, reading: Reading): CameraPosition | undefined {
  const latitude = degreesOf(gps.GPSLatitude, gps.GPSLatitudeRef, 'S', 'N', 90)
  const longitude = degreesOf(gps.GPSLongitude, gps.GPSLongitudeRef, 'W', 'E', 180)
  if (latitude === undefined || longitude === undefined) {
    if (gps.GPSLatitude !== undefined || gps.GPSLongitude !== undefined)
      reading.note('formats.photo.position-not-understood')
    return undefined
  }
  // Exactly nought and nought, south of Ghana, is what receivers write before they have a fix.
  if (latitude === 0 && longitude === 0) {
    reading.note('formats.photo.position-not-understood')
    return undefined
  }
  const height = numbersOf(gps.GPSAltitude)[0]
  const below = numbersOf(gps.GPSAltitudeRef)[0] === 1
  return {
    latitude: latitude.toFixed(6),
    longitude: longitude.toFixed(6),
    ...given({
      altitude: height === undefined ? undefined : (below ? -height : height).toFixed(1),
      datum: textOf(gps.GPSMapDatum),
    }),
  }
}
/** Degrees, minutes and seconds; without its hemisphere a figure may be on the wrong side of the earth, so it is not taken. */
function degreesOf(
  value: unknown,
  ref: unknown,
  negative: string,
  positive: string,
  limit: number,
): number | undefined {
  const [degrees, minutes = 0, seconds = 0] = numbersOf(value)
  const side = textOf(ref)?.toUpperCase()
  if (degrees === undefined || (side !== negative && side !== positive)) return undefined
  const size = degrees + minutes / 60 + seconds / 3_600
  if (!(size >= 0 && size <= limit) || minutes < 0 || minutes >= 60 || seconds < 0 || seconds >= 60)
    return undefined
  return side === negative ? -size : size
}
