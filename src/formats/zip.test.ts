/** An archive is read by other people's programs, byte for byte, with names of any alphabet. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { program } from '../../test/needs.ts'
import { zipOf } from './zip.ts'

const files = [
  { name: '26-0001.pdf', bytes: Buffer.from('%PDF-1.7 …') },
  { name: 'léame/Ñandú.txt', bytes: Buffer.alloc(70_000, 0x41) },
  { name: 'empty.json', bytes: Buffer.alloc(0) },
]
const at = '2026-03-05T15:04:05.678Z'

test('the same files and instant give the same bytes', () => {
  expect(zipOf(files, at).equals(zipOf(files, at))).toBe(true)
  expect(zipOf(files, at).equals(zipOf(files, '2026-03-06T15:04:05.678Z'))).toBe(false)
})

test('no name twice, and none that leaves the archive', () => {
  const bytes = Buffer.from('x')
  expect(() =>
    zipOf(
      [
        { name: 'a', bytes },
        { name: 'a', bytes },
      ],
      at,
    ),
  ).toThrow('twice')
  for (const name of ['../a', '/a', 'a/../b', 'a\\b'])
    expect(() => zipOf([{ name, bytes }], at)).toThrow('leaves')
})

const python = program('python3', '--version')
test('another program reads every file as it was, and finds the checksums right', ({ skip }) => {
  skip(!python.there, python.absent)
  const folder = mkdtempSync(join(tmpdir(), 'zip-'))
  try {
    writeFileSync(join(folder, 'a.zip'), zipOf(files, at))
    const read = spawnSync(
      'python3',
      [
        '-c',
        'import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.infolist()[0].date_time); z.extractall(sys.argv[2])',
        join(folder, 'a.zip'),
        folder,
      ],
      { encoding: 'utf8' },
    )
    expect(read.stdout).toBe('None (2026, 3, 5, 15, 4, 4)\n')
    for (const { name, bytes } of files) expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
