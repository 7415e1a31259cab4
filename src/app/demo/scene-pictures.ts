/** Photographs of scenes of the demonstration: drawn, not taken. A place with its markers, a bag or a scale, as JPEG with what a camera writes. */
import sharp from 'sharp'

export type Ground = 'yard' | 'road' | 'room' | 'shore'
export interface Shot {
  readonly ground: Ground
  readonly night: boolean
  readonly markers: readonly { readonly label: string; readonly x: number; readonly y: number }[]
  /** A close-up has one marker, large, with a scale. */
  readonly close: boolean
  readonly takenAt: number
  readonly latitude: number
  readonly longitude: number
}
const [WIDTH, HEIGHT] = [1280, 960]
/** A pigment of these drawings, by its red, green and blue. */
const p = (...rgb: readonly [number, number, number]): string =>
  `#${rgb.map((v) => v.toString(16).padStart(2, '0')).join('')}`

const grounds: Readonly<Record<Ground, (dark: boolean) => string>> = {
  yard: (dark) =>
    `<rect width="1280" height="330" fill="${dark ? p(28, 36, 48) : p(168, 198, 214)}"/><rect y="330" width="1280" height="630" fill="${dark ? p(54, 52, 44) : p(160, 142, 104)}"/><rect x="90" y="130" width="430" height="300" fill="${dark ? p(74, 70, 66) : p(206, 190, 160)}"/><path d="M70 130L305 40L540 130Z" fill="${p(122, 70, 56)}"/><rect x="170" y="220" width="90" height="80" fill="${p(60, 74, 86)}"/><rect x="370" y="250" width="90" height="180" fill="${p(94, 70, 52)}"/><path d="M760 340V180M1000 340V150M1180 340V200" stroke="${p(82, 64, 44)}" stroke-width="16"/><circle cx="760" cy="160" r="70" fill="${p(70, 98, 60)}"/><circle cx="1000" cy="130" r="84" fill="${p(62, 92, 56)}"/><circle cx="1180" cy="176" r="64" fill="${p(76, 104, 62)}"/>`,
  road: (dark) =>
    `<rect width="1280" height="300" fill="${dark ? p(22, 28, 40) : p(178, 204, 216)}"/><rect y="300" width="1280" height="660" fill="${p(104, 118, 78)}"/><path d="M520 300H760L1240 960H40Z" fill="${dark ? p(52, 54, 58) : p(96, 98, 102)}"/><path d="M640 320V380M640 430V520M640 590V720M640 800V960" stroke="${p(230, 214, 120)}" stroke-width="12"/><rect x="700" y="470" width="220" height="90" rx="26" fill="${p(150, 52, 48)}"/><rect x="740" y="440" width="130" height="50" rx="16" fill="${p(64, 74, 84)}"/><circle cx="750" cy="562" r="26" fill="${p(26, 26, 28)}"/><circle cx="872" cy="562" r="26" fill="${p(26, 26, 28)}"/>`,
  room: (dark) =>
    `<rect width="1280" height="560" fill="${dark ? p(70, 68, 66) : p(222, 214, 198)}"/><rect y="560" width="1280" height="400" fill="${p(146, 112, 80)}"/><rect x="140" y="120" width="220" height="200" fill="${p(128, 164, 188)}"/><path d="M250 120V320M140 220H360" stroke="${p(240, 240, 236)}" stroke-width="10"/><rect x="760" y="330" width="420" height="260" rx="12" fill="${p(98, 112, 138)}"/><rect x="760" y="330" width="110" height="120" rx="10" fill="${p(236, 236, 230)}"/><rect x="470" y="430" width="170" height="160" fill="${p(116, 80, 56)}"/>`,
  shore: (dark) =>
    `<rect width="1280" height="260" fill="${dark ? p(26, 34, 50) : p(186, 212, 222)}"/><rect y="260" width="1280" height="240" fill="${p(70, 134, 150)}"/><rect y="500" width="1280" height="460" fill="${p(214, 196, 150)}"/><path d="M0 500Q320 470 640 504T1280 500" stroke="${p(240, 244, 244)}" stroke-width="12" fill="none"/><path d="M880 520L1160 560L1120 620L860 590Z" fill="${p(132, 88, 58)}"/>`,
}
const marker = (m: Shot['markers'][number], size: number): string =>
  `<g transform="translate(${m.x} ${m.y})"><path d="M${-size} ${size}L0 ${-size}L${size} ${size}Z" fill="${p(246, 204, 60)}" stroke="${p(40, 36, 20)}" stroke-width="3"/><text y="${size * 0.72}" font-family="sans-serif" font-weight="700" font-size="${size}" text-anchor="middle" fill="${p(24, 24, 20)}">${m.label}</text></g>`
const scale = `<g transform="translate(240 860)">${Array.from({ length: 16 }, (_, n) => `<rect x="${n * 50}" width="50" height="26" fill="${n % 2 === 0 ? p(20, 22, 24) : p(246, 246, 244)}"/>`).join('')}</g>`

export async function drawScene(shot: Shot): Promise<Buffer> {
  const size = shot.close ? 130 : 34
  const body = shot.close
    ? `<rect width="1280" height="960" fill="${p(150, 136, 108)}"/><ellipse cx="760" cy="520" rx="130" ry="44" fill="${p(196, 160, 72)}" stroke="${p(110, 86, 30)}" stroke-width="6" transform="rotate(-18 760 520)"/>${marker({ label: shot.markers[0]?.label ?? '', x: 400, y: 460 }, size)}${scale}`
    : `${grounds[shot.ground](shot.night)}${shot.markers.map((m) => marker(m, size)).join('')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${body}</svg>`
  const at = new Date(shot.takenAt - 6 * 3_600_000).toISOString()
  const clock = `${at.slice(0, 10).replaceAll('-', ':')} ${at.slice(11, 19)}`
  const degrees = (v: number): string => {
    const a = Math.abs(v)
    const minutes = (a % 1) * 60
    return `${Math.floor(a)}/1 ${Math.floor(minutes)}/1 ${Math.round((minutes % 1) * 6000)}/100`
  }
  return sharp(Buffer.from(svg))
    .jpeg({ quality: 74 })
    .withExif({
      IFD0: { Make: 'Demonstration', Model: 'Drawn 1' },
      IFD2: { DateTimeOriginal: clock },
      IFD3: {
        GPSLatitudeRef: shot.latitude < 0 ? 'S' : 'N',
        GPSLatitude: degrees(shot.latitude),
        GPSLongitudeRef: shot.longitude < 0 ? 'W' : 'E',
        GPSLongitude: degrees(shot.longitude),
      },
    })
    .toBuffer()
}
