/** How the states of a worksheet look wherever they are named. */
export const sheetLooks = {
  open: { tone: 'maya', icon: 'microscope' },
  concluded: { tone: 'maize', icon: 'hand-stop' },
  returned: { tone: 'maize', icon: 'back' },
  reviewed: { tone: 'reef', icon: 'circle-check' },
} as const
