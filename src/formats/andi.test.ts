import { NetCDFReader } from 'netcdfjs'
import { describe, expect, test } from 'vitest'
import { needs, REAL_FILES, realFile, realFolder } from '../../test/needs.ts'
import { readAndi } from './andi.ts'
import { madeUpChromatogram, madeUpRun, netcdfBytes, type NetcdfPlan } from './fixtures/netcdf-bytes.ts'
import { openNetcdf } from './netcdf.ts'
import { FormatFault, startReading } from './reading.ts'
import { apexOf, basePeakOf, type ParsedFile } from './spectrum.ts'

const read = (bytes: Uint8Array): ParsedFile => readAndi(bytes, startReading())
const codes = (file: ParsedFile): string[] => file.warnings.map((w) => w.code)
const changed = (variables: object): NetcdfPlan => ({
  ...madeUpRun,
  variables: { ...madeUpRun.variables, ...variables } as NetcdfPlan['variables'],
})
const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (fault) {
    return fault instanceof FormatFault ? fault.code : `defect ${String(fault)}`
  }
  return 'none'
}

describe('made-up runs', () => {
  for (const version of [1, 2, 5] as const) {
    test(`CDF-${version}: scans, an empty scan, a scale factor, a total that was not recorded`, () => {
      const got = read(netcdfBytes({ ...madeUpRun, version }))
      expect(got.run).toMatchObject({
        scanCount: 3,
        times: [1.5, 2.5, 3.5],
        tic: { y: [120, 0, 357], xUnit: 'seconds' },
      })
      expect(got.run?.scans(0).peaks).toEqual([
        { mz: 58, intensity: 100 },
        { mz: 91, intensity: 20 },
      ])
      expect(got.run?.scans(1).peaks).toEqual([])
      expect(got.run?.scans(2).peaks).toEqual([
        { mz: 58, intensity: 50 },
        { mz: 91, intensity: 300 },
        { mz: 115, intensity: 7 },
      ])
      for (const outside of [-1, 3, 1.5, Number.NaN]) expect(got.run?.scans(outside).peaks).toEqual([])
      expect(got.summary).toMatchObject({
        title: 'made up',
        operator: 'R. Cal',
        instrument: 'Made-up MS',
        scans: 3,
        points: 5,
        apexScan: 2,
      })
      expect(codes(got)).toEqual(['formats.andi.total-missing'])
    })
  }
  test('a detector trace with the peaks that the instrument found', () => {
    const got = read(netcdfBytes(madeUpChromatogram))
    expect(got.traces[0]).toMatchObject({
      title: 'blank',
      x: [0.5, 0.75, 1, 1.25],
      y: [0, 3, 9, 1],
      xUnit: 'seconds',
      yUnit: 'mAU',
    })
    expect(got.detectedPeaks).toEqual([{ retention: 1, area: 4.5 }])
  })
  test('what is damaged is noted or refused', () => {
    expect(
      codes(
        read(
          netcdfBytes(
            changed({
              total_intensity: { kind: 'double', values: [120, 0, 999], dimensions: ['scan_number'] },
            }),
          ),
        ),
      ),
    ).toEqual(['formats.andi.total-differs'])
    expect(
      codes(
        read(
          netcdfBytes(
            changed({ point_count: { kind: 'int', values: [2, 0, 9], dimensions: ['scan_number'] } }),
          ),
        ),
      ),
    ).toContain('formats.andi.scan-outside')
    expect(
      codeOf(() =>
        read(
          netcdfBytes(
            changed({
              scan_index: { kind: 'int', values: [0, 0, 0], dimensions: ['scan_number'] },
              point_count: { kind: 'int', values: [5, 5, 5], dimensions: ['scan_number'] },
            }),
          ),
        ),
      ),
    ).toBe('formats.andi.scans-overlap')
    expect(
      codeOf(() =>
        read(
          netcdfBytes({
            dimensions: { x: 1 },
            variables: { y: { kind: 'int', values: [1], dimensions: ['x'] } },
          }),
        ),
      ),
    ).toBe('formats.netcdf.not-andi')
    const whole = netcdfBytes(madeUpRun)
    for (let n = 4; n < whole.length; n += 1)
      expect(['formats.netcdf.cut-short', 'formats.netcdf.header', 'none']).toContain(
        codeOf(() => read(whole.subarray(0, n))),
      )
  })
  test('records: two variables interleaved, and one alone without padding', () => {
    const bytes = (variables: NetcdfPlan['variables'], body: number[]): Uint8Array => {
      const plan = netcdfBytes({ dimensions: { t: 0 }, records: 3, variables })
      return Uint8Array.from([...plan, ...body])
    }
    const one = openNetcdf(
      bytes({ a: { kind: 'short', values: [], dimensions: ['t'] } }, [0, 1, 0, 2, 0, 3]),
      startReading(),
    )
    expect([...(one.numbers('a') ?? [])]).toEqual([1, 2, 3])
  })
  test('a header that promises a billion dimensions costs nothing', () => {
    const bytes = new Uint8Array(64)
    bytes.set([0x43, 0x44, 0x46, 1])
    new DataView(bytes.buffer).setUint32(8, 10)
    new DataView(bytes.buffer).setUint32(12, 1_000_000_000)
    const before = process.memoryUsage().rss
    expect(codeOf(() => read(bytes))).toBe('formats.netcdf.header')
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
  })
})

describe('real runs', () => {
  needs(realFolder, REAL_FILES)
  test('a GC-MS run of 6,401 scans', () => {
    const got = read(realFile('spectra/andi/agilent-gcms.cdf'))
    expect(got.summary).toMatchObject({
      scans: 6_401,
      points: 157_201,
      apexScan: 191,
      apexTime: 117.895,
      apexTotal: 5_207_687,
      operator: 'SC',
    })
    const apex = got.run?.scans(191)
    expect(apex?.peaks).toHaveLength(76)
    expect(basePeakOf(apex ?? { peaks: [] })).toEqual({ mz: 84, intensity: 1_356_800 })
    expect([got.run?.times[0], got.run?.times.at(-1)]).toEqual([5.25, 3779.754])
    expect(codes(got)).toEqual([])
  })
  test('an HPLC trace of 4,651 points and a total ion current with uneven times', () => {
    const [hplc] = read(realFile('spectra/andi/agilent-hplc.cdf')).traces
    expect([hplc?.y.length, apexOf(hplc ?? { y: [] })]).toEqual([4_651, 2_944])
    expect(hplc?.y[2_944]).toBeCloseTo(119.024, 3)
    const tic = read(realFile('spectra/andi/agilent-gcms-tic.cdf'))
    expect([tic.traces[0]?.y.length, apexOf(tic.traces[0] ?? { y: [] }), tic.traces[0]?.y[1_200]]).toEqual([
      1_645, 1_200, 649_746,
    ])
    expect(tic.detectedPeaks).toHaveLength(43)
  })
  test('every number of every variable is what an independent library reads', () => {
    for (const name of ['agilent-gcms.cdf', 'agilent-gcms-tic.cdf', 'agilent-hplc.cdf']) {
      const bytes = realFile(`spectra/andi/${name}`)
      const ours = openNetcdf(bytes, startReading())
      const theirs = new NetCDFReader(bytes)
      let compared = 0
      for (const variable of theirs.variables) {
        const numbers = ours.numbers(variable.name)
        if (!numbers) continue
        // It reads the padding of variables of two bytes as one value more.
        expect([...numbers]).toEqual(theirs.getDataVariable(variable).slice(0, numbers.length))
        compared += numbers.length
      }
      expect(compared).toBeGreaterThan(1_000)
    }
  })
})
