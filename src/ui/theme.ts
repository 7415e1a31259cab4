/** The palette, type and space of Custodia, and their Mantine mapping: the only place where a colour is written as a number. */
import { type CSSVariablesResolver, type MantineColorsTuple, createTheme } from '@mantine/core'

/** Each token: light, dark. Names are those of the CSS variables. */
export const tokens = {
  page: ['#FAF8F4', '#10181E'],
  surface: ['#FFFFFF', '#172129'],
  sunk: ['#F3EFE7', '#0B1217'],
  line: ['#E3DCCF', '#2C3944'],
  edge: ['#8A8272', '#74838E'],
  ink: ['#16232C', '#ECE7DD'],
  ink2: ['#3F4E59', '#C3C8C9'],
  ink3: ['#5A6872', '#98A4AB'],
  maya: ['#0E6583', '#6FBDD6'],
  mayaBg: ['#E1F0F5', '#12384A'],
  mayaOn: ['#FFFFFF', '#0B1A22'],
  mayaMid: ['#3D98B4', '#4A9CB8'],
  mahogany: ['#7B3425', '#E0A08E'],
  mahoganyBg: ['#F6E8E3', '#40231C'],
  reef: ['#1B6B57', '#74CBB0'],
  reefBg: ['#E0F1EB', '#123A31'],
  maize: ['#7D5700', '#E6BD5C'],
  maizeBg: ['#FAEFD2', '#3C2F10'],
  achiote: ['#B0261C', '#FF9A8D'],
  achioteBg: ['#FBE7E4', '#4A1B17'],
  achioteOn: ['#FFFFFF', '#2A0906'],
  orchid: ['#653C91', '#C9A8EC'],
  orchidBg: ['#F0E8F7', '#33234A'],
  slate: ['#46545F', '#B4BEC4'],
  slateBg: ['#ECEAE5', '#25313A'],
} as const satisfies Record<string, readonly [string, string]>
export type Token = keyof typeof tokens

export const tones = ['maya', 'reef', 'maize', 'achiote', 'mahogany', 'orchid', 'slate'] as const
export type Tone = (typeof tones)[number]

/** Maps and heat: one hue by lightness, safe for the colour-blind, the same in both schemes; diverging beside it. */
export const sequence = ['#E4F1EE', '#B5DAD8', '#7DBCC4', '#3F93A9', '#16647F'] as const
export const diverging = ['#7B3425', '#C98B76', '#EFE9DF', '#7DBCC4', '#16647F'] as const
/** What is written on the five classes: dark ink up to the fourth, white on the fifth. */
export const onSequence = ['#16232C', '#16232C', '#16232C', '#16232C', '#FFFFFF'] as const

export type Scheme = 'light' | 'dark'
export const valueOf = (token: Token, scheme: Scheme): string => tokens[token][scheme === 'light' ? 0 : 1]

const mix = (a: string, b: string, part: number): string => {
  const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16)
  return `#${[1, 3, 5]
    .map((at) =>
      Math.round(channel(a, at) + (channel(b, at) - channel(a, at)) * part)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** Ten steps for Mantine: 0 light ground, 4 dark text, 7 light text, 9 dark ground; the rest lie between. */
function tuple(tone: Tone): MantineColorsTuple {
  const [text, textDark] = tokens[tone]
  const [ground, groundDark] = tokens[`${tone}Bg`]
  return [
    ground,
    mix(ground, textDark, 0.3),
    mix(ground, textDark, 0.6),
    mix(textDark, text, 0.1),
    textDark,
    mix(textDark, text, 0.4),
    mix(textDark, text, 0.7),
    text,
    mix(text, groundDark, 0.4),
    groundDark,
  ]
}

/** Greys as Mantine's own parts expect them, from sand to ink, so that nothing of theirs looks foreign. */
const sand: MantineColorsTuple = [
  '#FAF8F4',
  '#F3EFE7',
  '#ECEAE5',
  '#E3DCCF',
  '#C9C0AE',
  '#8A8272',
  '#5A6872',
  '#3F4E59',
  '#25313A',
  '#16232C',
]
const night: MantineColorsTuple = [
  '#ECE7DD',
  '#C3C8C9',
  '#98A4AB',
  '#74838E',
  '#4A5963',
  '#2C3944',
  '#172129',
  '#10181E',
  '#0B1217',
  '#060B0E',
]

export const theme = createTheme({
  primaryColor: 'maya',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  white: tokens.surface[0],
  black: tokens.ink[0],
  colors: {
    maya: tuple('maya'),
    reef: tuple('reef'),
    maize: tuple('maize'),
    achiote: tuple('achiote'),
    mahogany: tuple('mahogany'),
    orchid: tuple('orchid'),
    slate: tuple('slate'),
    gray: sand,
    dark: night,
    red: tuple('achiote'),
    green: tuple('reef'),
    yellow: tuple('maize'),
    blue: tuple('maya'),
  },
  fontFamily: "'IBM Plex Sans', system-ui, sans-serif",
  fontFamilyMonospace: "'IBM Plex Mono', ui-monospace, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '15px', xl: '22px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '20px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '6px', xl: '6px' },
  defaultRadius: 'sm',
  shadows: { xs: 'none', sm: 'none', md: 'var(--floating)', lg: 'var(--floating)', xl: 'var(--floating)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '28px' },
      h2: { fontSize: '15px', lineHeight: '20px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  components: {
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    Button: { defaultProps: { size: 'md' } },
    Modal: {
      defaultProps: {
        overlayProps: { color: 'var(--veil-color)', backgroundOpacity: 0.4 },
        transitionProps: { duration: 120, transition: 'fade' },
      },
    },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 120, transition: 'fade' } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 120, transition: 'fade' } } },
  },
})

const ours = (scheme: Scheme): Record<string, string> => ({
  ...Object.fromEntries(Object.keys(tokens).map((name) => [`--${name}`, valueOf(name as Token, scheme)])),
  '--floating': `0 2px 8px color-mix(in srgb, ${scheme === 'light' ? tokens.ink[0] : '#000000'} ${scheme === 'light' ? '16%' : '50%'}, transparent)`,
  '--veil-color': scheme === 'light' ? tokens.ink[0] : '#000000',
})

const mantineWords = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink3)',
  '--mantine-color-placeholder': 'var(--ink3)',
  '--mantine-color-error': 'var(--achiote)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunk)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-anchor': 'var(--maya)',
  '--mantine-color-disabled': 'var(--sunk)',
  '--mantine-color-disabled-color': 'var(--ink3)',
  '--mantine-color-disabled-border': 'var(--line)',
}

export const cssVariables: CSSVariablesResolver = () => ({
  variables: Object.fromEntries([
    ...sequence.map((c, i) => [`--seq${i + 1}`, c]),
    ...onSequence.map((c, i) => [`--onSeq${i + 1}`, c]),
    ...diverging.map((c, i) => [`--div${i + 1}`, c]),
  ]),
  light: { ...ours('light'), ...mantineWords },
  dark: { ...ours('dark'), ...mantineWords },
})

/** Paper is always light: black on white, whatever the screen shows. */
export const printVariables = (): string =>
  `@media print{:root,:root[data-mantine-color-scheme]{${Object.entries({
    ...ours('light'),
    '--page': '#FFFFFF',
    '--ink': '#000000',
    '--ink2': '#000000',
  })
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}}`
