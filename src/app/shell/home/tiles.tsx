/** Numbers across the whole first page, each one click from what it counts. */
import type { ReactNode } from 'react'
import { Linked } from '#ui/Linked.tsx'

export type Tile = readonly [to: string, words: string, value: string | undefined]
export function Tiles({ of }: { readonly of: readonly Tile[] }): ReactNode {
  return (
    <div className="home-figures">
      <ul className="home-tiles">
        {of.map(([to, words, value]) => (
          <li key={words}>
            <Linked to={to}>
              <strong>{value ?? '…'}</strong>
              <span>{words}</span>
            </Linked>
          </li>
        ))}
      </ul>
    </div>
  )
}
