/** How the states of a worksheet look wherever they are named. */
export const sheetLooks = {
  open: { tone: 'maya', icon: 'microscope' },
  concluded: { tone: 'maize', icon: 'hand-stop' },
  returned: { tone: 'maize', icon: 'back' },
  reviewed: { tone: 'reef', icon: 'circle-check' },
} as const
/** And those of a DNA profile. */
export const profileLooks = {
  recorded: { tone: 'maize', icon: 'hand-stop' },
  checked: { tone: 'maya', icon: 'check' },
  differs: { tone: 'achiote', icon: 'warning' },
  indexed: { tone: 'reef', icon: 'dna' },
  removed: { tone: 'slate', icon: 'archive' },
} as const
