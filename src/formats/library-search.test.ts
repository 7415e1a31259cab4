import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answers, needs, REAL_FILES, realFile, realFolder } from '../../test/needs.ts'
import { readCsvTrace } from './csv-trace.ts'
import { discriminationOf, type Discrimination } from './discrimination.ts'
import { searchLibrary, weightings } from './library-search.ts'
import { readMsp } from './msp.ts'
import { startReading } from './reading.ts'
import type { MassSpectrum } from './spectrum.ts'
import { decodeText } from './text-encoding.ts'

const spectrum = (
  name: string,
  peaks: readonly (readonly [number, number])[],
  ids: MassSpectrum['ids'] = {},
): MassSpectrum => ({ name, ids, meta: {}, peaks: peaks.map(([mz, intensity]) => ({ mz, intensity })) })
const tolerance = { toleranceDa: 0.01 } as const
const search = (query: MassSpectrum, library: readonly MassSpectrum[], more: object = {}) => {
  const got = searchLibrary(query, library, { ...tolerance, top: 10, weighting: 'soft', ...more })
  if (!got.ok) throw new Error(got.code)
  return got.hits
}
const judge = (query: MassSpectrum, library: readonly MassSpectrum[]): Discrimination => {
  const d = discriminationOf(search(query, library), query, tolerance)
  if (!d.ok) throw new Error(d.code)
  return d
}

/** Made up after the fentanyls: one mass, one base peak, two ions that differ. */
const alpha = spectrum('Alpha', [
  [105.07, 90],
  [146.1, 60],
  [188.14, 800],
  [202.12, 70],
  [323.21, 1000],
  [324.21, 200],
])
const beta = spectrum('Beta', [
  [91.05, 170],
  [146.1, 60],
  [174.13, 740],
  [202.12, 70],
  [323.21, 1000],
  [324.21, 200],
])
const other = spectrum('Other', [
  [58.06, 1000],
  [91.05, 300],
  [119.08, 100],
])
const library = [other, alpha, beta]

describe('the score', () => {
  test('worked by hand: cosine of √intensities', () => {
    // query (100: 4, 200: 9), reference (100: 9, 300: 16): dot 2·3 = 6, norms √13 and √25, 6/√325 = 0.33282
    const [hit] = search(
      spectrum('q', [
        [100, 4],
        [200, 9],
      ]),
      [
        spectrum('r', [
          [100, 9],
          [300, 16],
        ]),
      ],
    )
    expect(hit).toMatchObject({ score: 332, reverseScore: 599, index: 0 })
    expect(hit?.matched).toHaveLength(1)
    expect(hit?.unmatchedQuery.map((p) => p.mz)).toEqual([200])
    expect(hit?.missingReference.map((p) => p.mz)).toEqual([300])
    // with m/z squared: W = 10⁴·(2, …): query (2e4, 12e4), reference (3e4, 36e4): 6e8/(√(4e8+144e8)·√(9e8+1296e8)) = 0.01365
    expect(weightings['electron-ionisation']).toEqual({ mass: 2, intensity: 0.5 })
    expect(
      search(
        spectrum('q', [
          [100, 4],
          [200, 9],
        ]),
        [
          spectrum('r', [
            [100, 9],
            [300, 16],
          ]),
        ],
        { weighting: 'electron-ionisation' },
      )[0]?.score,
    ).toBe(14)
  })
  test('a spectrum is 999 with itself at any scale, symmetric, and never above', () => {
    const peaks = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 40, max: 400 }), fc.integer({ min: 1, max: 1_000 })),
      { minLength: 1, maxLength: 20, selector: ([mz]) => mz },
    )
    fc.assert(
      fc.property(peaks, peaks, fc.double({ min: 0.001, max: 1_000, noNaN: true }), (a, b, scale) => {
        const [x, y] = [spectrum('a', a), spectrum('b', b)]
        const scaled = spectrum(
          'a',
          a.map(([mz, i]) => [mz, i * scale] as const),
        )
        expect(search(scaled, [x])[0]?.score).toBe(999)
        const [there, back] = [search(x, [y])[0]?.score ?? 0, search(y, [x])[0]?.score ?? 0]
        expect(there).toBe(back)
        expect(there).toBeGreaterThanOrEqual(0)
        expect(there).toBeLessThanOrEqual(999)
      }),
    )
  })
  test('tolerance in Da or in ppm, one of them; each peak used once', () => {
    const near = spectrum('r', [
      [200.001, 100],
      [300.5, 50],
    ])
    expect(
      search(
        spectrum('q', [
          [200, 100],
          [300.5, 50],
        ]),
        [near],
      )[0]?.matched,
    ).toHaveLength(2)
    const ppm = (tolerancePpm: number) =>
      searchLibrary(
        spectrum('q', [
          [200, 100],
          [300.5, 50],
        ]),
        [near],
        { tolerancePpm, top: 1 },
      )
    expect(ppm(6)).toMatchObject({ hits: [{ matched: [{}, {}] }] })
    expect(ppm(4)).toMatchObject({ hits: [{ matched: [{ query: { mz: 300.5 } }] }] })
    for (const bad of [
      {},
      { toleranceDa: 0 },
      { toleranceDa: 1 },
      { toleranceDa: 0.1, tolerancePpm: 5 },
      { tolerancePpm: Number.NaN },
    ]) {
      expect(searchLibrary(alpha, library, { top: 1, ...bad } as never)).toMatchObject({
        ok: false,
        code: 'formats.search.tolerance',
      })
    }
    // The large peak gets its partner, although the small one stands nearer.
    const doubled = search(
      spectrum('q', [
        [100.004, 1],
        [100.006, 9],
      ]),
      [spectrum('r', [[100.004, 5]])],
    )[0]
    expect(doubled?.matched).toEqual([
      { query: { mz: 100.006, intensity: 9 }, reference: { mz: 100.004, intensity: 5 } },
    ])
  })
})

describe('what the score does not say', () => {
  test('a base peak alone is insufficient, with its isotope and side lobe too, though its score may be high', () => {
    for (const query of [
      spectrum('q', [[323.21, 1000]]),
      spectrum('q', [
        [323.21, 1000],
        [324.2134, 210],
        [323.4, 30],
      ]),
      spectrum('q', [
        [323.21, 1000],
        [105.07, 90],
      ]),
    ]) {
      const d = judge(query, library)
      expect(d).toMatchObject({
        status: 'insufficient',
        verdict: { ok: false, code: 'formats.search.insufficient' },
      })
    }
    expect(judge(spectrum('q', []), library)).toMatchObject({ status: 'insufficient', independentIons: 0 })
    expect(search(spectrum('q', [[323.21, 1]]), [spectrum('r', [[323.21, 5]])])[0]?.score).toBe(999)
  })
  test('isomers with only their shared ions in the query: ambiguous, and the ions to look for are named', () => {
    const d = judge(
      spectrum('q', [
        [146.1, 60],
        [202.12, 70],
        [323.21, 1000],
        [324.21, 200],
      ]),
      library,
    )
    expect(d).toMatchObject({ status: 'ambiguous', verdict: { ok: false }, independentIons: 3 })
    expect(d.tellingIons.map((i) => [i.mz, i.belongsTo, i.lackedBy, i.presentInQuery])).toEqual([
      [188.14, 'Alpha', 'Beta', false],
      [174.13, 'Beta', 'Alpha', false],
      [91.05, 'Beta', 'Alpha', false],
      [105.07, 'Alpha', 'Beta', false],
    ])
  })
  test('told apart, mixed, alone, unknown', () => {
    expect(judge(alpha, library)).toMatchObject({
      status: 'distinguished',
      verdict: { ok: true },
      candidate: { reference: { name: 'Alpha' } },
      rivals: [{ reference: { name: 'Beta' } }],
    })
    expect(
      judge(
        spectrum(
          'q',
          [...alpha.peaks, ...beta.peaks].map((p) => [p.mz, p.intensity / 2] as const),
        ),
        library,
      ).status,
    ).toBe('mixture')
    expect(judge(other, library)).toMatchObject({ status: 'single', verdict: { ok: true } })
    expect(
      judge(
        spectrum('q', [
          [77, 10],
          [88, 10],
          [99, 10],
        ]),
        library,
      ),
    ).toMatchObject({ status: 'no-match', verdict: { ok: false } })
  })
  test('a weak ion of the rival that comes from elsewhere does not make a mixture while its strong one is missing', () => {
    const withAmine = spectrum('q', [...alpha.peaks.map((p) => [p.mz, p.intensity] as const), [91.05, 370]])
    expect(judge(withAmine, library).status).toBe('distinguished')
  })
  test('the same compound at another energy is no rival of itself; near-identical entries are', () => {
    const key = { inchiKey: 'AAAAAAAAAAAAAA-BBBBBBBBSA-N' }
    expect(
      judge(alpha, [
        { ...alpha, ids: key },
        { ...alpha, name: 'alpha again', ids: { inchiKey: 'AAAAAAAAAAAAAA-CCCCCCCCSA-N' } },
      ]).status,
    ).toBe('single')
    expect(judge(alpha, [alpha, { ...alpha, name: 'Alpha twin' }])).toMatchObject({
      status: 'ambiguous',
      tellingIons: [],
    })
  })
  test('a compound whose ions all lie among those of the candidate may hide beside it, and that is said', () => {
    const part = spectrum('Part', [
      [188.14, 1000],
      [105.07, 300],
    ])
    const d = judge(alpha, [alpha, part])
    expect(d).toMatchObject({ status: 'distinguished', hiddenBeside: [{ reference: { name: 'Part' } }] })
  })
})

describe('seized drugs by DART', () => {
  needs(realFolder, REAL_FILES)
  const dart = (file: string, name = file): MassSpectrum => ({
    ...(readCsvTrace(decodeText(realFile(`spectra/dart-ms/${file}.txt`)).text, startReading())
      .spectra[0] as MassSpectrum),
    name,
  })
  const at = (volts: string) =>
    ['AcetylFentanyl', 'BenzylFentanyl', 'Amphetamine', 'Methamphetamine'].map((n) =>
      dart(`${n}_${volts}`, n),
    )
  const ionsOf = (d: Discrimination) =>
    d.tellingIons.filter((i) => i.presentInQuery).map((i) => `${i.mz.toFixed(1)} ${i.belongsTo}`)

  test('acetyl and benzyl fentanyl at 60 V: one base peak, told apart by 188.145 against 174.130', () => {
    const acetyl = judge(dart('AcetylFentanyl_60V'), at('60V'))
    expect(acetyl).toMatchObject({
      status: 'distinguished',
      candidate: { reference: { name: 'AcetylFentanyl' } },
    })
    expect(ionsOf(acetyl)[0]).toBe('188.1 AcetylFentanyl')
    const benzyl = judge(dart('BenzylFentanyl_60V'), at('60V'))
    expect(benzyl).toMatchObject({
      status: 'distinguished',
      candidate: { reference: { name: 'BenzylFentanyl' } },
    })
    expect(ionsOf(benzyl)[0]).toBe('174.1 BenzylFentanyl')
  })
  test('mixture 1 shows both; the shares are those known', () => {
    const d = judge(dart('Mixture1_60V'), at('60V'))
    expect(d.status).toBe('mixture')
    const share = (mz: number) => d.tellingIons.find((i) => Math.abs(i.mz - mz) < 0.01)?.shareInQuery
    const known = answers()['spectra/dart-ms/Mixture1_60V.txt']?.relative as Record<string, number>
    expect(share(188.144)).toBeCloseTo(known['188.144 acetyl fentanyl fragment'] as number, 3)
    expect(share(174.13)).toBeCloseTo(known['174.128 benzyl fentanyl fragment'] as number, 3)
    expect(judge(dart('Mixture1_90V'), at('90V')).status).toBe('mixture')
  })
  test('mixtures 2 and 3 hold acetyl only, 4 and 5 benzyl only', () => {
    for (const [n, name] of [
      [2, 'Acetyl'],
      [3, 'Acetyl'],
      [4, 'Benzyl'],
      [5, 'Benzyl'],
    ] as const) {
      expect(judge(dart(`Mixture${n}_60V`), at('60V'))).toMatchObject({
        status: 'distinguished',
        candidate: { reference: { name: `${name}Fentanyl` } },
      })
    }
  })
  test('at 30 V hardly anything breaks: the two cannot be told apart, although the score is 999', () => {
    const query = dart('AcetylFentanyl_30V')
    expect(search(query, at('30V'))[0]?.score).toBe(999)
    expect(judge(query, at('30V')).status).toBe('ambiguous')
  })
  test('the bare base peak of acetyl fentanyl is insufficient', () => {
    const query = dart('AcetylFentanyl_60V')
    expect(
      judge({ ...query, peaks: query.peaks.filter((p) => p.mz > 323 && p.mz < 323.5) }, at('60V')).status,
    ).toBe('insufficient')
  })
})

test('each of 92 reference spectra finds itself first', ({ skip }) => {
  skip(!realFolder, REAL_FILES)
  const { spectra } = readMsp(decodeText(realFile('spectra/massbank-subset.msp')).text, startReading())
  for (const s of spectra) expect(search(s, spectra)[0]?.score).toBe(999)
  const cocaine = spectra.find((s) => s.ids.accession === 'MSBNK-Athens_Univ-AU161905') as MassSpectrum
  const [first] = search(cocaine, spectra)
  expect(first?.reference.ids.inchiKey).toBe(cocaine.ids.inchiKey)
})
