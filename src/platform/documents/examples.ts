/** Papers filled with made-up matters, in English and Spanish, for the tests of this folder and for looking at a form. */
import type { Labels } from './labels.ts'
import type { Certificate, CustodyForm, Letterhead, Receipt } from './papers.ts'

const crest = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="18" fill="none" stroke="#000" stroke-width="2"/><path d="M20 6L31 32L9 32Z" fill="none" stroke="#000" stroke-width="2"/></svg>',
)
export const letterhead: Letterhead = {
  service: 'National Forensic Science Service',
  address: ['12 Mahogany Street', 'Belmopan', 'Belize'],
  crest: { bytes: crest, alt: 'Crest of the service: a triangle in a circle' },
}
export const exampleAt = '2026-03-05T15:04:05.678Z'

const checkpoint =
  'lab.example/ledger/1\n41822\nm5cVh0p1aQdXo0m3zQ6c4B0uV8cYl5h2mXr9oB1sT1E=\n\n— lab.example/ledger/1 Yk0rZ7w2mQ1oVd3hTq8pXn5cB6aJ0sL4uE9gF2iR7tK1yHvWzNxMbPqDjSfGlAcO0mU='
const key = 'lab.example/ledger/1+5f1c3a9e+AeK7Yw1tq0oV3b5n8mZx2cL4dH6jR9sT0uQpFgEaWkBi'

export const certificate: Certificate = {
  lang: 'en',
  title: 'Certificate of analysis',
  number: 'CERT-2026-00417-A2',
  subtitle: 'Issued 05/03/2026',
  letterhead,
  pageOf: 'Page {page} of {pages}',
  check: {
    text: 'https://lab.example/verify/7F3K-9QXM-2VHB',
    alt: 'QR code of https://lab.example/verify/7F3K-9QXM-2VHB',
    lines: ['Check this paper: https://lab.example/verify/7F3K-9QXM-2VHB', 'Code 7F3K-9QXM-2VHB'],
  },
  amendment: {
    title: 'Amended certificate',
    blocks: [
      {
        kind: 'paragraphs',
        lines: [
          'This certificate supersedes CERT-2026-00417-A1 of 01/03/2026, which is withdrawn.',
          'Reason: the colour of the packaging of exhibit BZ-2026-00417-002 was copied wrongly.',
        ],
      },
      {
        kind: 'table',
        columns: [
          { key: 'what', head: 'What changed', width: 1.4 },
          { key: 'was', head: 'Was', width: 1 },
          { key: 'now', head: 'Is now', width: 1 },
        ],
        rows: [{ what: 'Packaging of BZ-2026-00417-002', was: 'white envelope', now: 'brown envelope' }],
      },
    ],
  },
  to: { title: 'To', lines: ['Inspector R. Castillo', 'Major Crimes Unit, Belize City'] },
  asked: { rows: [{ label: 'Question asked', value: 'Which drug is it, and how much?' }] },
  plain: { title: 'In plain words', lines: ['Cannabis was found in the exhibit.'] },
  references: {
    rows: [
      { label: 'Case', value: 'BZ-2026-00417', mono: true },
      { label: 'Received', value: '12/02/2026 09:40, by M. Peña Ñúñez' },
      { label: 'Examined', value: '16/02/2026 to 24/02/2026' },
      { label: 'Place of examination', value: 'Chemistry, 12 Mahogany Street, Belmopan', wide: true },
    ],
  },
  conclusions: {
    title: 'Conclusions',
    rows: [
      { item: '001', lines: ['Cocaine was identified. Net weight 107.3 ± 0.4 g, k = 2.'] },
      { item: '002', lines: ['Cannabis was identified. Net weight 12.84 ± 0.05 g, k = 2.'] },
      {
        item: '003',
        lines: ['Ethanol 93 ± 6 mg/100 mL, k = 2.58: above the limit of 80 mg/100 mL.'],
      },
    ],
  },
  sections: [
    {
      title: 'Question asked',
      blocks: [
        {
          kind: 'paragraphs',
          lines: [
            'Do exhibits 001 and 002 contain a controlled drug, which one, and how much? What is the concentration of ethanol in exhibit 003?',
          ],
        },
      ],
    },
    {
      title: 'Exhibits received',
      blocks: [
        {
          kind: 'table',
          columns: [
            { key: 'number', head: 'Exhibit', mono: true },
            { key: 'description', head: 'Description', width: 1.3 },
            { key: 'packaging', head: 'Packaging as received', width: 1.2 },
            { key: 'seals', head: 'Seals', mono: true },
            { key: 'received', head: 'Received' },
          ],
          rows: [
            {
              number: 'BZ-2026-00417-001',
              description: 'Whitish powder, one knotted plastic bag',
              packaging: 'Clear plastic evidence bag, intact',
              seals: ['S-009182', 'S-009183'],
              received: '12/02/2026',
            },
            {
              number: 'BZ-2026-00417-002',
              description: 'Dried plant matter with stalks and seeds',
              packaging: 'Brown envelope, one corner torn on receipt',
              seals: ['S-009184'],
              received: '12/02/2026',
            },
            {
              number: 'BZ-2026-00417-003',
              description: 'Blood, two 5 mL tubes, grey stopper (NaF/K oxalate)',
              packaging: 'Kit box, sealed',
              seals: ['K-55120'],
              received: '13/02/2026',
            },
          ],
        },
      ],
    },
    {
      title: 'Results',
      blocks: [
        {
          kind: 'results',
          columns: {
            item: 'Exhibit',
            determination: 'Determination',
            result: 'Result',
            k: 'k',
            note: 'Remark',
          },
          rows: [
            {
              item: '001',
              determination: 'Net weight',
              value: '107.3',
              uncertainty: '0.4',
              unit: 'g',
              k: '2',
              note: 'As received, moist',
            },
            { item: '001', determination: 'Identity', value: 'Cocaine (Δ RT 0.01 min)' },
            {
              item: '002',
              determination: 'Net weight',
              value: '12.84',
              uncertainty: '0.05',
              unit: 'g',
              k: '2',
            },
            { item: '002', determination: 'Identity', value: 'Cannabis, by macroscopy, microscopy and TLC' },
            {
              item: '003',
              determination: 'Ethanol in blood',
              value: '93',
              uncertainty: '6',
              unit: 'mg/100 mL',
              k: '2.58',
              note: 'Mean of four',
            },
          ],
        },
        {
          kind: 'notes',
          lines: [
            'U is the expanded uncertainty; k is the coverage factor, 95 % where k = 2 and 99 % where k = 2.58.',
          ],
        },
      ],
    },
    {
      title: 'Decision against limits',
      blocks: [
        {
          kind: 'decisions',
          rows: [
            {
              mark: 'over',
              outcome: 'Exhibit 003: the ethanol concentration is above the limit.',
              facts: [
                { label: 'Limit', value: '80 mg/100 mL' },
                { label: 'Rule', value: 'Value less U (99 %, one-sided) against the limit: 87 > 80' },
                { label: 'Law', value: 'Example Road Traffic Act, s. 74, as in force on 11/02/2026' },
              ],
            },
            {
              mark: 'open',
              outcome: 'Exhibit 002: no statement is made.',
              facts: [
                {
                  label: 'Why',
                  value: 'The limit in force on the day of the offence lies within the uncertainty.',
                },
              ],
            },
          ],
        },
      ],
    },
    {
      title: 'Methods',
      blocks: [
        {
          kind: 'table',
          columns: [
            { key: 'code', head: 'Method', mono: true },
            { key: 'name', head: 'Name', width: 2 },
            { key: 'version', head: 'Version' },
            { key: 'standing', head: 'Standing', width: 1 },
          ],
          rows: [
            {
              code: 'CH-012',
              name: 'Identification by GC-MS with retention time',
              version: '4 of 10/01/2025',
              standing: 'Accredited',
            },
            {
              code: 'CH-015',
              name: 'Weighing of seized drugs',
              version: '2 of 03/06/2024',
              standing: 'Accredited',
            },
            {
              code: 'TX-003',
              name: 'Ethanol in blood by headspace GC-FID, two columns',
              version: '7 of 01/12/2025',
              standing: 'Not accredited',
            },
          ],
        },
      ],
    },
    {
      title: 'Not examined',
      blocks: [
        {
          kind: 'table',
          columns: [
            { key: 'item', head: 'Exhibit or question', width: 1 },
            { key: 'why', head: 'Why', width: 2 },
          ],
          rows: [
            {
              item: 'Bag of exhibit 001 for finger marks',
              why: 'Not asked for by 24/02/2026; kept apart for it.',
            },
          ],
        },
      ],
    },
    {
      title: 'Deviations and unusual circumstances',
      blocks: [
        {
          kind: 'points',
          lines: ['CH-015: balance B-07 was used in place of B-03 (out of service); verified the same day.'],
        },
      ],
    },
    {
      title: 'Values not confirmed',
      blocks: [
        { kind: 'paragraphs', lines: ['The following were told to us and not measured or seen by us.'] },
        {
          kind: 'table',
          columns: [
            { key: 'what', head: 'What', width: 1 },
            { key: 'value', head: 'As told', width: 1 },
            { key: 'by', head: 'By', width: 1 },
          ],
          rows: [
            { what: 'Time blood was taken, exhibit 003', value: '11/02/2026 23:55', by: 'PC 1482 J. Pook' },
          ],
        },
      ],
    },
    {
      title: 'Custody',
      blocks: [
        { kind: 'heading', text: 'Exhibits 001 and 002' },
        { kind: 'gap', sentence: 'Gap of 50 minutes between PC 1482 J. Pook and the counter.' },
      ],
    },
    {
      title: 'Statements',
      blocks: [
        {
          kind: 'paragraphs',
          lines: [
            'The results relate only to the exhibits as received. This certificate may be reproduced only in full.',
            'In my opinion the powder of exhibit 001 was cut with a sugar; this is an opinion and outside the scope of accreditation.',
          ],
        },
      ],
    },
  ],
  signatories: {
    title: 'Signed by',
    rows: [
      {
        name: 'Dr Amelia Chan',
        role: 'Senior forensic analyst',
        lines: ['Authorised for CH-012, CH-015', 'Signed 05/03/2026 09:02'],
      },
      { name: 'José Ignacio Peña', role: 'Technical reviewer', lines: ['Reviewed 04/03/2026 16:30'] },
    ],
  },
  ledger: {
    title: 'Record of this certificate',
    lines: [
      'The newest checkpoint of the ledger when this certificate was made, and the key that verifies it:',
    ],
    checkpoint,
    keyLabel: 'Log verification key',
    key,
  },
  verify: {
    title: 'How to check this certificate',
    lines: [
      'Open the address or scan the code on any page. The page shows the number, the day of issue and whether this version stands.',
    ],
  },
  end: 'End of certificate',
}

export const receipt: Receipt = {
  lang: 'es',
  title: 'Constancia de recepción',
  number: 'SUB-2026-00093',
  subtitle: 'Recibido el 12/02/2026 a las 09:40',
  letterhead,
  demo: 'DEMOSTRACIÓN',
  pageOf: 'Página {page} de {pages}',
  check: {
    text: 'https://lab.example/r/SUB-2026-00093',
    alt: 'Código QR de SUB-2026-00093',
    lines: ['https://lab.example/r/SUB-2026-00093'],
  },
  facts: [
    { label: 'Entregado por', value: 'PC 1482 J. Pook, Comisaría de Orange Walk' },
    { label: 'Recibido por', value: 'M. Peña Ñúñez, recepción' },
    { label: 'Caso', value: 'BZ-2026-00417', mono: true },
  ],
  received: {
    title: 'Indicios recibidos',
    columns: [
      { key: 'number', head: 'Indicio', mono: true },
      { key: 'description', head: 'Descripción', width: 2 },
      { key: 'packaging', head: 'Embalaje y estado', width: 1.5 },
      { key: 'seals', head: 'Sellos', mono: true },
    ],
    rows: [
      {
        number: 'BZ-2026-00417-001',
        description: 'Polvo blanquecino',
        packaging: 'Bolsa transparente, íntegra',
        seals: ['S-009182'],
      },
    ],
  },
  refused: {
    title: 'No aceptado',
    columns: [
      { key: 'what', head: 'Qué', width: 1 },
      { key: 'why', head: 'Por qué', width: 2 },
    ],
    rows: [
      { what: 'Frasco sin sello', why: 'No tiene sello ni número; selle el frasco y vuelva a traerlo.' },
    ],
  },
  statements: {
    title: 'Constancia',
    lines: ['Las dos personas abajo firmantes contaron juntas lo recibido.'],
  },
  signatories: {
    title: 'Firmas',
    rows: [
      { name: 'PC 1482 J. Pook', role: 'Entrega', ink: true },
      { name: 'M. Peña Ñúñez', role: 'Recibe', ink: true },
    ],
  },
  end: 'Fin de la constancia',
}

export const custodyForm: CustodyForm = {
  lang: 'en',
  title: 'Chain of custody',
  number: 'BZ-2026-00417-001',
  subtitle: 'As known on 05/03/2026 15:04',
  letterhead,
  pageOf: 'Page {page} of {pages}',
  check: {
    text: 'https://lab.example/i/BZ-2026-00417-001',
    alt: 'QR code of exhibit BZ-2026-00417-001',
    lines: ['https://lab.example/i/BZ-2026-00417-001'],
  },
  code: { text: 'BZ-2026-00417-001', alt: 'Data Matrix of exhibit BZ-2026-00417-001' },
  facts: [
    { label: 'Exhibit', value: 'BZ-2026-00417-001', mono: true },
    { label: 'What', value: 'Whitish powder, one knotted plastic bag' },
    { label: 'Held now by', value: 'Evidence store, shelf A-04-2' },
    { label: 'Gaps', value: '1, of 50 minutes' },
  ],
  chain: {
    title: 'Every hand, in order',
    columns: {
      at: 'When',
      act: 'Act',
      from: 'Gave',
      to: 'Accepted',
      place: 'Place',
      seals: 'Seals',
      note: 'Remark',
    },
    rows: [
      {
        kind: 'event',
        at: ['11/02/2026', '22:10'],
        act: 'Collected',
        to: 'PC 1482 J. Pook',
        place: 'Mile 14, Northern Highway',
        seals: ['S-009182'],
      },
      {
        kind: 'gap',
        sentence: 'Gap of 50 minutes, 11/02/2026 23:05 to 23:55: nobody is recorded as holder.',
      },
      {
        kind: 'event',
        at: ['12/02/2026', '09:40'],
        act: 'Received',
        from: 'PC 1482 J. Pook',
        to: 'M. Peña Ñúñez',
        place: 'Counter',
        seals: ['S-009182'],
        note: 'Intact',
      },
      {
        kind: 'event',
        at: ['16/02/2026', '08:15'],
        act: 'Handed over',
        from: 'M. Peña Ñúñez',
        to: 'Dr Amelia Chan',
        place: 'Chemistry, bench 3',
        seals: ['S-009182', 'S-009183'],
        note: 'Opened along the edge, seal kept',
      },
      {
        kind: 'event',
        at: ['24/02/2026', '17:20'],
        act: 'Stored',
        from: 'Dr Amelia Chan',
        to: 'Evidence store',
        place: 'A-04-2',
        seals: ['S-009183'],
      },
    ],
    notes: [
      'Times are those told by the persons; what was entered later than an hour is said in the remark.',
    ],
    blankRows: 2,
  },
  end: 'End of chain',
}

export const labels: Labels = {
  lang: 'en',
  title: 'Labels of submission SUB-2026-00093',
  service: letterhead.service,
  sheet: 'a4-70x37',
  skip: 4,
  labels: Array.from({ length: 26 }, (_, at) => {
    const number = `BZ-2026-00417-${String(at + 1).padStart(3, '0')}`
    return {
      code: number,
      alt: `Data Matrix ${number}`,
      number: at === 2 ? `${number}-SUBSAMPLE-LONG-A1` : number,
      lines: [
        'Whitish powder, knotted bag with a long description',
        'Case BZ-2026-00417',
        'Seal S-009182',
        '12/02/2026',
      ],
      ...(at % 3 === 0 ? { hazards: 'BIOHAZARD · SHARP' } : {}),
      ...(at % 5 === 0 ? { demo: 'DEMO' } : {}),
    }
  }),
}
