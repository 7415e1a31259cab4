/** Reference spectra and instrument files of the demonstration: drawn by us from a handful of well-known ions, and marked so. */
import type { Actor, Ground } from '#platform/cx.ts'
import { perform } from '#platform/operation.ts'
import { receiveUpload } from '#platform/uploads.ts'

/** Strongest electron-ionisation fragments, as any textbook names them; intensities rounded, for demonstration only. */
const compounds = {
  cocaine: {
    name: 'Cocaine',
    cas: '50-36-2',
    peaks: [
      [82, 999],
      [182, 780],
      [83, 340],
      [94, 280],
      [96, 250],
      [105, 230],
      [77, 210],
      [303, 180],
      [42, 160],
      [198, 90],
      [272, 60],
      [122, 50],
    ],
  },
  'delta-9-thc': {
    name: 'Delta-9-tetrahydrocannabinol',
    cas: '1972-08-3',
    peaks: [
      [299, 999],
      [314, 860],
      [231, 760],
      [271, 460],
      [243, 420],
      [258, 330],
      [43, 330],
      [41, 260],
      [81, 200],
      [193, 170],
      [246, 130],
      [295, 110],
    ],
  },
  methamphetamine: {
    name: 'Methamphetamine',
    cas: '537-46-2',
    peaks: [
      [58, 999],
      [91, 190],
      [59, 60],
      [65, 50],
      [134, 45],
      [56, 40],
      [42, 40],
      [115, 25],
      [148, 10],
    ],
  },
  heroin: {
    name: 'Heroin',
    cas: '561-27-3',
    peaks: [
      [327, 999],
      [43, 900],
      [369, 620],
      [310, 520],
      [268, 420],
      [42, 300],
      [215, 210],
      [204, 170],
      [284, 110],
      [162, 90],
    ],
  },
  mdma: {
    name: '3,4-Methylenedioxymethamphetamine',
    cas: '42542-10-9',
    peaks: [
      [58, 999],
      [135, 110],
      [77, 95],
      [136, 60],
      [51, 40],
      [59, 38],
      [79, 25],
      [105, 22],
      [193, 8],
    ],
  },
  fentanyl: {
    name: 'Fentanyl',
    cas: '437-38-7',
    peaks: [
      [245, 999],
      [146, 680],
      [189, 340],
      [105, 170],
      [42, 130],
      [57, 110],
      [91, 90],
      [77, 70],
      [202, 60],
    ],
  },
  caffeine: {
    name: 'Caffeine',
    cas: '58-08-2',
    peaks: [
      [194, 999],
      [109, 560],
      [55, 290],
      [67, 270],
      [82, 210],
      [193, 120],
      [165, 60],
      [137, 50],
    ],
  },
} as const
/** Cannabis is told by microscope, colour and thin layer; everything else by its spectrum. */
export type DemoDrug = 'cannabis' | 'cocaine' | 'methamphetamine' | 'heroin' | 'mdma' | 'caffeine'

export interface References {
  readonly library: string
}

export async function registerReferences(ground: Ground, head: Actor): Promise<References> {
  const msp = Object.values(compounds)
    .map(
      (c) =>
        `Name: ${c.name}\nCASNO: ${c.cas}\nComments: drawn for demonstration, not a reference\nNum Peaks: ${c.peaks.length}\n${c.peaks.map(([mz, i]) => `${mz} ${i}`).join('\n')}\n`,
    )
    .join('\n')
  async function* once(): AsyncIterable<Uint8Array> {
    yield Buffer.from(msp)
  }
  const { sha256 } = await receiveUpload(ground, head.id, 'demonstration-library.msp', once())
  const { id } = (await perform(ground, ground.operations.get('results.register-library') as never, {
    actor: head,
    input: { name: 'Demonstration library', version: '1', file: sha256, licence: 'made for demonstration' },
    steppedUp: true,
  })) as { id: string }
  return { library: id }
}

/** What a blank shows: a little nitrogen, oxygen and carbon dioxide. */
const air = [
  [28, 60],
  [32, 40],
  [44, 30],
] as const

/** What an instrument would write of this substance: the ions with a little noise, as two columns. */
export function instrumentFile(
  drug: Exclude<DemoDrug, 'cannabis'> | 'blank',
  noise: (n: number) => number,
  sample: string,
): string {
  const peaks = drug === 'blank' ? air : compounds[drug].peaks
  const lines = peaks.map(([mz, i]) => `${mz},${Math.max(1, i + noise(40) - 20)}`)
  return `# sample ${sample}\nm/z,intensity\n${lines.join('\n')}\n`
}
