/**
 * What of a death goes out as HL7 2.5.1, for whoever does not read FHIR: a toxicology report (ORU^R01, chapter 7) and a signed paper (MDM^T02, chapter 9).
 * The facts are those of the FHIR guide (`fhir/mdi/facts.ts`), so that both forms say the same. One group of observations for each specimen (OBR, its OBX,
 * its SPM), because a specimen stands for the OBR before it; then one with the conclusion and the signed paper as it is (OBX of type ED, base64).
 */
import type {
  Decedent,
  Identifier,
  ToxicologyFacts,
  ToxicologyResult,
  ToxicologySpecimen,
} from '../fhir/mdi/facts.ts'
import { type Field, type Segment, stampOf, writeMessage } from './er7.ts'

/** Between whom, and under which number. */
export interface Envelope {
  readonly at: string
  /** At most 20 characters (MSH-10). */
  readonly control: string
  readonly sender: string
  readonly receiver: string
  /** A training message is no news of anybody. */
  readonly training: boolean
}
export interface SignedPaper {
  readonly number: string
  readonly pdf: Uint8Array
  /** Title in the reader’s words, and the code of LOINC where there is one. */
  readonly title: string
  readonly loinc?: string
}

const one = (...components: (string | readonly string[])[]): Field => [components]
/** An assigning authority: the address of who gives the number. */
const authority = (n: Identifier): readonly string[] => (n.system ? ['', n.system, 'URI'] : [])
const accession = (n: Identifier | undefined): readonly string[] => (n ? [n.value, ...authority(n)] : [])
const numberOf = (n: Identifier): Field => (n.system ? one(n.value, '', n.system, 'URI') : one(n.value))
const named = (text: string, code?: string, system?: string): Field =>
  one(code ?? '', text, code ? (system ?? 'L') : '')

function head(kind: readonly [string, string, string], e: Envelope): Segment {
  if (e.control.length > 20) throw new Error('Defect: MSH-10 has at most 20 characters')
  return [
    'MSH',
    'Custodia',
    e.sender,
    '',
    e.receiver,
    stampOf(e.at),
    '',
    one(...kind),
    e.control,
    e.training ? 'T' : 'P',
    '2.5.1',
    '',
    '',
    '',
    '',
    '',
    'UNICODE UTF-8',
  ]
}

const sexes = { male: 'M', female: 'F', other: 'O', unknown: 'U' } as const
function patient(d: Decedent, numbers: readonly Identifier[]): Segment {
  const { name } = d
  const shown: Field = name
    ? one(
        name.family ?? name.text ?? '',
        name.given?.[0] ?? '',
        (name.given ?? []).slice(1).join(' '),
        '',
        name.prefix ?? '',
        '',
        'L',
      )
    : one('', '', '', '', '', '', 'U')
  const birth = stampOf(d.birthDate)
  return [
    'PID',
    '1',
    '',
    [...d.identifiers, ...numbers].map((n) => [n.value, '', '', authority(n), 'PI']),
    '',
    shown,
    '',
    birth,
    sexes[d.sex],
    ...Array.from({ length: 21 }, () => ''),
    'Y',
  ]
}

const states = { draft: 'P', final: 'F', amended: 'C', corrected: 'C', withdrawn: 'X' } as const
const SCT = 'SCT'
const words = {
  detected: one('260373001', 'Detected', SCT),
  'not-detected': one('260415000', 'Not detected', SCT),
} as const

/** Type, value, unit. */
function valueOf(r: ToxicologyResult): readonly [type: string, value: Field, unit: Field] {
  const v = r.value
  if (v.kind === 'word') return ['CWE', words[v.word], '']
  if (v.kind === 'amount') {
    const unit = named(v.unit, v.unit, 'UCUM')
    return v.comparator ? ['SN', one(v.comparator, v.value), unit] : ['NM', v.value, unit]
  }
  if (v.kind === 'text') return [v.text.includes('\n') ? 'FT' : 'ST', v.text, '']
  return ['', '', '']
}
/** Of what was not found out, the result is X; an amount keeps its decimal text, never rounded. */
function observation(n: number, r: ToxicologyResult, facts: ToxicologyFacts): Segment[] {
  const [type, value, unit] = valueOf(r)
  const { analyte, limit } = r
  return [
    [
      'OBX',
      String(n),
      type,
      named(analyte.text, analyte.code, analyte.system?.includes('loinc') ? 'LN' : undefined),
      '',
      value,
      unit,
      limit ? `0-${limit.value}` : '',
      limit?.decision ? { above: 'H', below: 'N' }[limit.decision] : '',
      '',
      '',
      r.value.kind === 'absent' ? 'X' : states[facts.state],
      '',
      '',
      stampOf(r.at ?? facts.collectedAt),
    ],
    ...notes(r.value.kind === 'absent' ? [r.value.why, ...r.notes] : r.notes),
  ]
}
const notes = (lines: readonly string[]): Segment[] =>
  lines.map((line, i) => ['NTE', String(i + 1), 'L', line])

function order(n: number, facts: ToxicologyFacts, more: { name: string; code?: string }): Segment {
  const when = stampOf(facts.collectedAt ?? facts.issuedAt)
  return [
    'OBR',
    String(n),
    '',
    numberOf(facts.caseNumber),
    named(more.name, more.code, 'LN'),
    '',
    '',
    when,
    ...Array.from({ length: 14 }, () => ''),
    stampOf(facts.issuedAt),
    '',
    'TX',
    states[facts.state],
  ]
}

const paperOf = (n: number, paper: SignedPaper, state: string): Segment => [
  'OBX',
  String(n),
  'ED',
  named(paper.title, paper.loinc, 'LN'),
  '',
  one('', 'application', 'pdf', 'Base64', Buffer.from(paper.pdf).toString('base64')),
  '',
  '',
  '',
  '',
  '',
  state,
]

const specimenOf = (s: ToxicologySpecimen): Segment => [
  'SPM',
  '1',
  one('', accession(s.accession)),
  '',
  named(s.type.text, s.type.code),
  '',
  one(
    '',
    s.containers
      .map((c) => c.additive)
      .filter(Boolean)
      .join(', '),
  ),
  '',
  named(s.bodySite?.text ?? ''),
  ...Array.from({ length: 5 }, () => ''),
  [...s.containers.map((c) => c.description), ...s.notes].map((text) => [text]),
  '',
  '',
  stampOf(s.collectedAt),
  stampOf(s.receivedAt),
  ...Array.from({ length: 5 }, () => ''),
  named(s.condition ?? ''),
]

/** ORU^R01: the results of an order, each with unit, reference and status; the signed paper where there is one. */
export function writeToxicologyReport(
  facts: ToxicologyFacts,
  envelope: Envelope,
  says: { readonly report: string; readonly conclusion: string },
  paper?: SignedPaper,
): Buffer {
  const segments: Segment[] = [
    patient(
      facts.decedent,
      facts.trackingNumbers.filter((n) => !same(n, facts)),
    ),
  ]
  let obr = 0
  const open = (name: string, code?: string): void => {
    obr += 1
    if (obr === 1) segments.push(['ORC', 'RE', '', numberOf(facts.caseNumber)])
    segments.push(order(obr, facts, { name, ...(code ? { code } : {}) }))
  }
  for (const specimen of [...facts.specimens, undefined]) {
    const found = facts.results.filter((r) => r.specimen === specimen?.id)
    if (!specimen && found.length === 0) continue
    open(facts.panel.text, facts.panel.code)
    segments.push(...found.flatMap((r, i) => observation(i + 1, r, facts)))
    if (specimen) segments.push(specimenOf(specimen))
  }
  if (facts.conclusion || paper) {
    open(says.report, '11502-2')
    if (facts.conclusion)
      segments.push([
        'OBX',
        '1',
        'FT',
        named(says.conclusion),
        '',
        facts.conclusion,
        '',
        '',
        '',
        '',
        '',
        states[facts.state],
      ])
    if (paper) segments.push(paperOf(facts.conclusion ? 2 : 1, paper, states[facts.state]))
  }
  return writeMessage([head(['ORU', 'R01', 'ORU_R01'], envelope), ...segments])
}
const same = (n: Identifier, facts: ToxicologyFacts): boolean =>
  facts.decedent.identifiers.some((i) => i.value === n.value && i.system === n.system)

/** MDM^T02: a signed paper about a death, whole, as it was signed. `type`: of the user’s own table 0270. */
export function writeDocumentMessage(
  of: {
    readonly decedent: Decedent
    readonly type: string
    readonly signedAt: string
    readonly signer: string
  },
  envelope: Envelope,
  paper: SignedPaper,
): Buffer {
  return writeMessage([
    head(['MDM', 'T02', 'MDM_T02'], envelope),
    ['EVN', '', stampOf(envelope.at)],
    patient(of.decedent, []),
    ['PV1', '1', 'N'],
    [
      'TXA',
      '1',
      of.type,
      'AP',
      stampOf(of.signedAt),
      one('', of.signer),
      stampOf(of.signedAt),
      ...Array.from({ length: 5 }, () => ''),
      one(paper.number),
      ...Array.from({ length: 4 }, () => ''),
      'LA',
      '',
      'AV',
    ],
    paperOf(1, paper, 'F'),
  ])
}
