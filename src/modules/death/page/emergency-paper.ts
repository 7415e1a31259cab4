/** The pack for when the power is gone, as it is printed: bodies by place, open deaths, whom to reach, and blank sheets that come back in by their code. Pure. */
import type { FormVersion, Letterhead } from '#modules/catalogue/public.ts'
import type { Say } from '#kernel/say.ts'
import { barcodeSvg } from '#platform/documents/barcode.ts'
import { type Block, type Paper, paperPdf, type Section, openFrame } from '#platform/documents/papers.ts'

export interface PackBody {
  readonly place: string
  readonly number: string
  readonly wristband: string
  readonly who: string
  readonly since: string
  /** What tells this person apart, in words. */
  readonly marks: readonly string[]
  /** Holds, homicide, what is next. */
  readonly stands: readonly string[]
}
export interface PackDeath {
  readonly number: string
  readonly who: string
  readonly told: string
  readonly where: string
  readonly stands: string
}
export interface PackContact {
  readonly group: 'office' | 'told' | 'relative'
  readonly name: string
  readonly what: string
  readonly reach: string
}
export const sheetKinds = ['call', 'bodies', 'effects', 'temperatures'] as const
export type SheetKind = (typeof sheetKinds)[number]
export interface PackSheet {
  readonly id: string
  readonly kind: SheetKind
  readonly code: string
}
export interface Pack {
  readonly morgue: string
  readonly at: string
  readonly by: string
  readonly medium: string
  readonly bodies: readonly PackBody[]
  readonly deaths: readonly PackDeath[]
  readonly contacts: readonly PackContact[]
  readonly sheets: readonly PackSheet[]
}
interface Making {
  readonly lang: 'en' | 'es'
  readonly say: Say
  readonly head: Letterhead
  readonly demo: boolean
  readonly at: string
  readonly script: FormVersion | null
  /** The same as data, to be read back by a machine. */
  readonly twin: Uint8Array
}

type Columns = Extract<Block, { kind: 'table' }>['columns']
type Rows = Extract<Block, { kind: 'table' }>['rows']
const BLANK = ' '
const LINE = '\u2026'.repeat(24)
/** As long as a narrow column is wide. */
const SHORT_LINE = '\u2026'.repeat(15)
const filled = (rows: Rows): Rows =>
  rows.map((r) => Object.fromEntries(Object.entries(r).map(([k, v]) => [k, v.length === 0 ? '–' : v])))

export function packPdf(pack: Pack, making: Making): Buffer {
  const { lang, say, head } = making
  const paper: Paper = {
    lang,
    title: say('death.pack-title'),
    number: pack.at,
    subtitle: pack.morgue,
    ...openFrame(say, head, making.demo),
    sections: [
      {
        blocks: [
          {
            kind: 'facts',
            rows: [
              { label: say('death.pack-made'), value: `${pack.at}, ${pack.by}` },
              { label: say('death.pack-medium'), value: pack.medium },
              {
                label: say('death.pack-holds'),
                value: say('death.pack-sums', {
                  bodies: pack.bodies.length,
                  deaths: pack.deaths.length,
                  people: pack.contacts.length,
                  sheets: pack.sheets.length,
                }),
              },
            ],
          },
          { kind: 'paragraphs', lines: [say('death.pack-how')] },
        ],
      },
      bodiesOf(pack, say),
      deathsOf(pack, say),
      contactsOf(pack, say),
      ...pack.sheets.map((s) => sheetOf(s, making)),
    ],
  }
  const pictures = Object.fromEntries(
    pack.sheets.map((s) => [s.code, Buffer.from(barcodeSvg('qr', s.code), 'utf8')] as const),
  )
  return paperPdf(paper, {
    at: making.at,
    pictures,
    attachments: [
      {
        name: 'custodia-emergency-pack.json',
        bytes: making.twin,
        description: say('death.pack-twin'),
        mime: 'application/json',
        relation: 'data',
      },
    ],
  })
}

function listed(title: string, columns: Columns, rows: Rows, none: string): Section {
  return {
    title,
    newPage: true,
    blocks:
      rows.length > 0
        ? [{ kind: 'table', columns, rows: filled(rows) }]
        : [{ kind: 'paragraphs', lines: [none] }],
  }
}
const bodiesOf = (pack: Pack, say: Say): Section =>
  listed(
    say('death.pack-bodies'),
    [
      { key: 'place', head: say('death.pack-place'), mono: true },
      { key: 'number', head: say('death.column-number'), mono: true },
      { key: 'who', head: say('death.column-who'), width: 3 },
      { key: 'marks', head: say('death.field-features'), width: 3 },
      { key: 'stands', head: say('death.pack-stands'), width: 2 },
    ],
    pack.bodies.map((b) => ({
      place: b.place,
      number: [b.number, b.wristband],
      who: [b.who, b.since],
      marks: b.marks,
      stands: b.stands,
    })),
    say('death.pack-no-bodies'),
  )
const deathsOf = (pack: Pack, say: Say): Section =>
  listed(
    say('death.pack-deaths'),
    [
      { key: 'number', head: say('death.column-number'), mono: true },
      { key: 'who', head: say('death.column-who'), width: 2 },
      { key: 'told', head: say('death.column-called') },
      { key: 'where', head: say('death.column-setting'), width: 2 },
      { key: 'stands', head: say('death.pack-stands'), width: 2 },
    ],
    pack.deaths.map((d) => ({ ...d })),
    say('death.pack-no-deaths'),
  )
function contactsOf(pack: Pack, say: Say): Section {
  return {
    title: say('death.pack-contacts'),
    newPage: true,
    blocks: (['office', 'told', 'relative'] as const).flatMap((group): Block[] => {
      const rows = pack.contacts.filter((c) => c.group === group)
      if (rows.length === 0) return []
      return [
        { kind: 'heading', text: say(`death.pack-group-${group}`) },
        {
          kind: 'table',
          columns: [
            { key: 'name', head: say('death.pack-name'), width: 2 },
            { key: 'what', head: say('death.pack-what'), width: 2 },
            { key: 'reach', head: say('death.pack-reach'), width: 2 },
          ],
          // Whom nobody has a number of gets a line to write it on.
          rows: rows.map((c) => ({
            name: c.name || SHORT_LINE,
            what: c.what || '–',
            reach: c.reach || SHORT_LINE,
          })),
        },
      ]
    }),
  }
}

const CALL = [
  'caller',
  'phone',
  'name',
  'sex-age',
  'where',
  'found',
  'setting',
  'told-whom',
  'words',
] as const
const LOGS = {
  bodies: { keys: ['at', 'number', 'from', 'to', 'by', 'sign'], lines: 20 },
  effects: { keys: ['number', 'thing', 'count', 'seal', 'first', 'second'], lines: 18 },
  temperatures: { keys: ['at', 'unit', 'celsius', 'sign'], lines: 22 },
} as const

/** A sheet of its own page: its code, and room to write by hand. */
function sheetOf(sheet: PackSheet, { say, lang, script }: Making): Section {
  const code: Block[] = [
    { kind: 'picture', name: sheet.code, alt: sheet.code, widthMm: 24 },
    { kind: 'facts', rows: [{ label: say('death.sheet-code'), value: sheet.code, mono: true }] },
  ]
  return {
    title: say(`death.sheet-${sheet.kind}`),
    newPage: true,
    blocks: [...code, sheet.kind === 'call' ? callBlock(say, lang, script) : logBlock(sheet.kind, say)],
  }
}
function callBlock(say: Say, lang: 'en' | 'es', script: FormVersion | null): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'question', head: say('death.sheet-question'), width: 2 },
      { key: 'answer', head: say('death.sheet-answer'), width: 3 },
    ],
    rows: [
      { question: say('death.sheet-when'), answer: LINE },
      ...CALL.map((key) => ({
        question: say(`death.sheet-call-${key}`),
        answer: key === 'words' ? [LINE, LINE, LINE] : LINE,
      })),
      ...(script?.questions ?? []).map((q) => ({
        question: q[lang],
        answer:
          q.kind === 'yes-no'
            ? `[   ] ${say('catalogue.yes')}    [   ] ${say('catalogue.no')}`
            : q.options.length > 0
              ? q.options.map((o) => `[   ] ${o[lang]}`)
              : LINE,
      })),
      { question: say('death.sheet-taken-by'), answer: LINE },
    ],
  }
}
function logBlock(kind: keyof typeof LOGS, say: Say): Block {
  const { keys, lines } = LOGS[kind]
  return {
    kind: 'table',
    columns: keys.map((key) => ({
      key,
      head: say(`death.sheet-${kind}-${key}`),
      ...(['sign', 'by', 'thing', 'unit', 'second'].includes(key) ? { width: 1 } : {}),
    })),
    rows: Array.from({ length: lines }, () =>
      Object.fromEntries(keys.map((key) => [key, key === 'sign' || key === 'second' ? LINE : BLANK])),
    ),
  }
}
