/**
 * Outlines of the body, drawn for this house: whole and from four sides, of an adult and of a child; the head from four sides; both hands, palm and back.
 * A half is drawn once and mirrored, so that left and right are alike. The right side of the person is on the left of a front view. The screen and the
 * report draw from here.
 */
import type { Diagram } from '../contract/examination.ts'

export interface Outline {
  readonly width: number
  readonly height: number
  /** Closed shapes, filled and stroked. */
  readonly shapes: readonly string[]
  /** Thin lines that tell where one is: creases, features. */
  readonly guides: readonly string[]
  /** Drawn once and again mirrored at the middle. */
  readonly mirrored: boolean
  /** Which side of the person is on the left of the picture; none where it is plain. */
  readonly sides: 'right-left' | 'left-right' | null
}

/** Right half of the picture from the crown to between the legs, 400 wide, 1000 high. */
const bodyHalf =
  'M200,16 C228,16 246,38 246,72 C250,71 253,78 250,90 C248,99 245,103 242,102 C239,122 231,138 222,147 L221,168 C224,178 238,186 258,191 C288,197 306,210 312,238 C318,266 320,292 324,318 C328,344 335,362 340,388 C346,418 352,448 357,478 C366,488 376,500 382,514 C386,524 383,532 376,530 C371,527 367,520 363,514 C366,530 368,548 366,566 C365,576 358,577 356,568 C356,578 349,582 345,573 C342,580 335,578 333,569 C327,567 326,560 327,550 C325,530 326,508 329,486 C320,458 312,430 306,402 C300,376 294,350 290,322 C286,300 282,280 279,262 C280,300 276,332 270,364 C266,388 270,412 277,438 C285,472 286,512 282,552 C278,598 273,636 269,668 C274,704 274,744 266,796 C260,838 257,868 256,898 C257,914 265,930 277,946 C284,956 281,966 268,967 C252,969 238,965 231,954 C226,936 225,916 227,894 C223,850 220,806 221,764 C223,730 223,704 220,672 C214,612 208,562 203,508 L200,504'
const childHalf =
  'M200,18 C242,18 268,52 268,104 C273,103 277,113 273,128 C270,140 266,145 262,144 C256,170 240,190 224,200 L222,216 C226,226 240,232 258,237 C284,244 298,260 302,288 C306,318 308,344 312,370 C316,396 322,416 327,440 C332,466 337,488 341,510 C350,520 358,532 361,544 C363,552 358,556 352,552 C351,568 351,582 346,588 C341,591 338,588 336,584 C330,590 324,588 322,580 C316,566 314,546 316,524 C308,498 301,472 296,446 C291,422 286,396 283,370 C280,348 276,330 273,314 C274,350 271,384 266,414 C263,436 267,458 273,482 C280,514 280,552 276,588 C272,628 268,660 265,690 C269,724 268,760 261,806 C256,842 254,866 253,890 C255,906 264,922 276,936 C283,946 279,956 266,957 C250,959 236,955 230,944 C225,926 224,908 226,886 C222,846 219,806 220,768 C222,736 221,712 218,682 C212,630 208,590 203,548 L200,544'
/** From the person's left: facing the left of the picture. */
const sideWhole =
  'M196,16 C232,14 256,38 256,74 C256,98 248,116 240,128 C238,146 242,160 252,172 C280,186 296,212 298,246 C302,286 292,322 286,356 C282,384 290,404 300,430 C310,462 304,496 290,516 C284,560 282,610 276,660 C286,704 286,744 274,796 C264,838 258,874 260,906 C268,922 272,940 268,956 C262,966 232,968 200,966 C172,966 156,962 154,952 C156,942 176,936 200,926 C216,918 220,908 218,892 C214,850 212,808 216,764 C220,728 218,700 212,668 C200,616 186,566 184,520 C172,490 168,462 172,432 C168,400 160,372 158,338 C152,304 152,272 162,244 C164,222 172,200 186,184 C190,172 190,162 186,152 C172,154 158,154 152,148 C146,142 148,134 150,128 C144,124 144,118 148,114 C144,106 140,100 134,96 C130,92 134,86 142,76 C140,44 158,18 196,16 Z'
const armOnSide =
  'M252,212 C268,232 274,262 270,300 C268,336 262,362 256,392 C250,424 242,452 232,482 C228,500 222,520 210,536 C202,546 192,544 194,532 C198,516 204,500 208,484 C212,452 216,424 220,394 C222,360 220,330 220,296 C222,262 232,230 252,212 Z'

/** Right half of a head from the front, 400 wide, 480 high. */
const headFrontHalf =
  'M200,24 C280,24 332,84 334,176 C346,172 354,192 350,218 C346,246 336,262 326,258 C320,306 296,356 264,388 L270,472 L200,472'
const headSide =
  'M214,26 C300,22 360,84 362,176 C362,226 346,262 326,290 C322,330 334,380 352,432 L352,472 L212,472 C214,446 208,424 196,408 C160,414 124,414 108,402 C96,392 102,376 100,362 C92,354 92,344 100,338 C90,330 90,318 98,310 C92,296 76,288 66,276 C58,266 66,254 78,236 C84,220 84,206 82,188 C80,96 130,30 214,26 Z'
/** A left hand with its palm to us: the thumb to the left of the picture; the back of a right hand looks alike. */
const hand =
  'M150,470 C150,430 138,400 128,366 C112,340 86,316 62,288 C44,266 34,240 46,230 C60,220 80,238 98,258 C112,272 124,280 132,278 C136,230 126,160 124,104 C122,78 158,74 164,100 C172,150 176,196 184,232 C188,180 188,112 192,62 C194,36 230,36 232,62 C234,116 232,178 232,232 C240,190 248,130 256,86 C262,62 296,68 294,94 C290,150 282,202 278,246 C288,220 302,184 314,152 C324,130 354,142 348,168 C338,218 326,272 318,318 C312,366 292,404 286,438 C284,452 284,462 284,470 Z'

const faceGuides = [
  'M232,172 C248,160 276,160 292,172 C276,184 248,184 232,172',
  'M228,150 C248,138 278,138 298,150',
  'M200,190 L200,248 C212,262 222,262 226,252',
  'M200,310 C220,300 236,304 246,312 C232,326 216,330 200,330',
]
const frontGuides = [
  'M210,58 C216,54 224,54 230,58',
  'M200,66 L200,86 C205,92 209,92 211,88',
  'M200,112 C208,108 214,110 217,113',
  'M206,192 C226,196 250,194 270,200',
  'M206,282 C232,292 256,286 272,270',
  'M240,262 A4,4 0 1 0 240.1,262',
  'M200,404 A3,4 0 1 0 200.1,404',
  'M206,500 C232,484 258,462 274,440',
  'M230,654 C242,664 258,664 268,656',
  'M300,400 C308,396 326,394 338,392',
  'M330,486 C340,482 350,480 357,480',
]
const backGuides = [
  'M200,176 L200,440',
  'M222,214 C250,230 262,262 256,300 C244,310 232,300 226,282',
  'M206,300 C230,318 254,318 272,306',
  'M200,440 L200,504',
  'M203,508 C230,526 262,522 281,502',
  'M226,664 C240,658 256,658 270,664',
  'M300,400 C308,396 326,394 338,392',
]
const childGuides = [
  'M216,92 C224,87 236,87 244,92',
  'M200,104 L200,128 C206,134 210,134 213,130',
  'M200,160 C212,155 220,158 225,161',
  'M206,236 C226,240 246,240 262,246',
  'M236,310 A4,4 0 1 0 236.1,310',
  'M200,440 A3,4 0 1 0 200.1,440',
  'M206,540 C230,524 254,506 270,486',
  'M228,678 C240,688 254,688 264,680',
]
const childBackGuides = [
  'M200,222 L200,480',
  'M222,262 C246,276 256,304 250,338',
  'M200,480 L200,544',
  'M203,548 C228,566 256,562 276,544',
]
const sideGuides = [
  armOnSide,
  'M236,78 C250,72 256,88 250,104 C244,112 236,106 238,92',
  'M158,70 C164,66 170,66 176,70',
  'M154,132 C162,130 168,132 172,136',
]
const headSideGuides = [
  'M286,176 C316,166 330,196 320,236 C308,256 292,250 290,222 C284,206 282,190 286,176',
  'M104,190 C118,180 134,182 144,192 C132,202 116,202 104,190',
  'M96,166 C114,154 136,156 152,166',
  'M102,338 C122,334 138,338 148,346',
]
const headBackGuides = ['M200,300 C214,330 214,360 210,392', 'M232,404 C236,430 240,452 246,472']
const palmGuides = [
  'M140,300 C170,290 204,300 228,330',
  'M148,344 C196,318 250,322 300,300',
  'M168,268 C208,286 262,280 300,262',
  'M128,104 L166,112 M192,84 L232,84 M258,112 L292,116 M314,174 L344,184',
]
const backHandGuides = [
  'M186,240 L182,330 M232,240 L226,340 M276,256 L262,340',
  'M134,84 C142,78 152,78 158,86',
  'M202,46 C210,40 218,40 224,46',
  'M266,72 C274,68 284,70 288,78',
  'M324,144 C332,142 342,146 344,154',
  'M52,236 C60,232 68,238 72,246',
]

const whole = (half: string, guides: readonly string[], back: boolean): Outline => ({
  width: 400,
  height: 1000,
  shapes: [half],
  guides,
  mirrored: true,
  sides: back ? 'left-right' : 'right-left',
})
const turned = (o: Omit<Outline, 'mirrored' | 'sides'>): Outline => ({ ...o, mirrored: false, sides: null })
/** A picture seen in a mirror: the other side, the other hand. */
const flipped = (path: string, width: number): string => `flip:${width}:${path}`

const handOutline = (left: boolean, palm: boolean): Outline => {
  const flip = left !== palm
  const of = (path: string): string => (flip ? flipped(path, 400) : path)
  return turned({
    width: 400,
    height: 480,
    shapes: [of(hand)],
    guides: (palm ? palmGuides : backHandGuides).map(of),
  })
}
const head = (shape: string, guides: readonly string[], back: boolean): Outline => ({
  width: 400,
  height: 480,
  shapes: [shape],
  guides,
  mirrored: true,
  sides: back ? 'left-right' : 'right-left',
})

export const outlines: Readonly<Record<Diagram, Outline>> = {
  'adult-front': whole(bodyHalf, frontGuides, false),
  'adult-back': whole(bodyHalf, backGuides, true),
  'adult-left': turned({ width: 400, height: 1000, shapes: [sideWhole], guides: sideGuides }),
  'adult-right': turned({
    width: 400,
    height: 1000,
    shapes: [flipped(sideWhole, 400)],
    guides: sideGuides.map((g) => flipped(g, 400)),
  }),
  'child-front': whole(childHalf, childGuides, false),
  'child-back': whole(childHalf, childBackGuides, true),
  'head-front': head(headFrontHalf, faceGuides, false),
  'head-back': head(headFrontHalf, headBackGuides, true),
  'head-left': turned({ width: 400, height: 480, shapes: [headSide], guides: headSideGuides }),
  'head-right': turned({
    width: 400,
    height: 480,
    shapes: [flipped(headSide, 400)],
    guides: headSideGuides.map((g) => flipped(g, 400)),
  }),
  'hand-left-palm': handOutline(true, true),
  'hand-left-back': handOutline(true, false),
  'hand-right-palm': handOutline(false, true),
  'hand-right-back': handOutline(false, false),
}
