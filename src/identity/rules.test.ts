/** The pure rules of identity, by example and by property; what a password and a PIN may not be. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deviceOf } from './devices.ts'
import { isGuessable } from './passwords.ts'
import { mayBePin, mayDeclareFor, mayGrantRole } from './rules.ts'
import { addressKey } from './store/guesses.ts'

const person = (id: string, role: string, units: readonly string[] | 'everywhere' = 'everywhere') => ({
  kind: 'person',
  id,
  grants: [{ role, units }],
})

describe('PINs', () => {
  test.each(['000000', '123456', '987654', '121212', '123123', '901234', '09876543'])('%s is none', (pin) => {
    expect(mayBePin(pin).ok).toBe(false)
  })
  test('one figure over and over, a part repeated and any run is none, whatever its length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 6, max: 12 }), (first, length) => {
        const run = (step: number): string =>
          Array.from({ length }, (_, i) => (((first + i * step) % 10) + 10) % 10).join('')
        for (const step of [0, 1, -1]) expect(mayBePin(run(step)).ok, run(step)).toBe(false)
      }),
    )
  })
  test('nearly every PIN without a pattern may be one', () => {
    const good = fc.sample(fc.stringMatching(/^\d{6}$/), 1_000).filter((pin) => mayBePin(pin).ok)
    expect(good.length).toBeGreaterThan(970)
  })
})

describe('passwords', () => {
  test.each([
    '1qaz2wsx3edc4rfv',
    'qwertyuiop12345',
    '12345678987654321',
    'Password-12345678',
    'P4ssw0rd P4ssw0rd',
    'Liverpool-Liverpool!',
    'iloveyou jessica',
    'purple elephant',
    'correct horse battery staple',
    'Custodia Forensic 2026',
    'jesusislord 2026!!',
    'aaaaaaaaaaaaaaaaaaaa',
    '!!!!!!!!!!!!!!!!!!!!',
    'María López 1984-11-02',
  ])('%s is guessed', (password) => {
    expect(isGuessable(password, ['maria.lopez', 'María López'])).toBe(true)
  })
  test.each([
    'seven quiet toucans',
    'cuatro loros verdes',
    'el perro come melones',
    'tangerine locomotive brass',
    'Ночной поезд до Бреста',
    '夜行列車でモスクワまで行きます',
  ])('%s is not', (password) => {
    expect(isGuessable(password, ['maria.lopez', 'María López'])).toBe(false)
  })
  test('three words at random are practically never refused', () => {
    const words = [
      'granite',
      'mitten',
      'lagoon',
      'hammock',
      'quill',
      'thunder',
      'cassava',
      'ribbon',
      'velvet',
      'anchor',
    ]
    const refused = words
      .flatMap((a) => words.flatMap((b) => words.map((c) => [a, b, c] as const)))
      .filter(([a, b, c]) => a !== b && b !== c && a !== c)
      .filter((three) => isGuessable(three.join(' '), []))
    expect(refused).toEqual([])
  })
})

test('nobody gives themselves a role; who administers a unit gives only its customers theirs', () => {
  const whole = person('a', 'administrator')
  const small = person('b', 'administrator', ['u1', 'u2'])
  const grant = (role: string, unit: string | null, to = 'x') => ({ person: to, role, unit })
  expect(mayGrantRole(whole, grant('director', null)).ok).toBe(true)
  expect(mayGrantRole(whole, grant('director', null, 'a')).ok).toBe(false)
  expect(mayGrantRole(small, grant('officer', 'u2')).ok).toBe(true)
  // For the whole service a customer would see every case, whoever gives the role.
  for (const giver of [whole, { ...whole, kind: 'system' }])
    expect(mayGrantRole(giver, grant('officer', null))).toMatchObject({ code: 'identity.role-needs-unit' })
  for (const [role, unit] of [
    ['officer', 'u3'],
    ['officer', null],
    ['analyst', 'u1'],
    ['administrator', 'u1'],
    ['director', 'u1'],
  ] as const)
    expect(mayGrantRole(small, grant(role, unit)).ok, `${role} at ${unit}`).toBe(false)
  expect(mayGrantRole(person('c', 'director'), grant('officer', null)).ok).toBe(false)
})

test('one declares a conflict for oneself; for others only who answers for them', () => {
  expect(mayDeclareFor(person('a', 'analyst'), 'a').ok).toBe(true)
  expect(mayDeclareFor(person('a', 'analyst'), 'b').ok).toBe(false)
  expect(mayDeclareFor(person('a', 'section-head'), 'b').ok).toBe(true)
})

test('an address of IPv6 stands for its network, one of IPv4 for itself, however it is written', () => {
  expect(addressKey('203.0.113.7')).toBe('203.0.113.7')
  expect(addressKey('::ffff:203.0.113.7')).toBe('203.0.113.7')
  expect(addressKey('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
  expect(addressKey('2001:db8::6')).toBe('2001:db8:0:0')
  expect(addressKey('::1')).toBe('0:0:0:0')
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36',
    'Chrome, Windows',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0 Safari/537.36 Edg/150.0', 'Edge, Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1',
    'Safari, iPhone',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/19.0 Safari/605.1.15', 'Safari, macOS'],
  ['curl/8.5.0', 'curl/8.5.0'],
])('%s is known as %s', (agent, name) => {
  expect(deviceOf(agent)).toBe(name)
})
