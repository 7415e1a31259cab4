/** A link to our door never leads to somebody else's house. */
import { expect, test } from 'vitest'
import { wayIn } from './way-in.ts'

test('only a path of this house is gone to after signing in', () => {
  const go = (to: string): string => wayIn(`?to=${encodeURIComponent(to)}`, 'https://lab.example')
  expect(wayIn('', 'https://lab.example')).toBe('/')
  expect(go('/cases/1?tab=a#b')).toBe('/cases/1?tab=a#b')
  expect(go('https://lab.example/me')).toBe('/me')
  for (const away of [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'https://evil.example/',
    'https://lab.example@evil.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://lab.example/',
    'https://',
  ])
    expect(go(away), away).toBe('/')
})
