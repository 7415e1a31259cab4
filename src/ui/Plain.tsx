/** A small fixed table: hairlines, numbers to the right, sum under an edge line. */
import type { ReactNode } from 'react'
import { useScrolls } from './scrolls.ts'
import { useSay } from './say.ts'

export function Plain(props: {
  head: readonly ReactNode[]
  rows: readonly (readonly ReactNode[])[]
  align?: readonly ('left' | 'right')[]
  foot?: readonly ReactNode[]
  caption?: string
}): ReactNode {
  const say = useSay()
  const [frame, scrolls] = useScrolls()
  // On a telephone a row of many cells is read from top to bottom; a sum keeps its columns.
  const stacks = props.head.length > 2 && !props.foot
  const side = (i: number): string => (props.align?.[i] === 'right' ? 'number' : '')
  return (
    <div
      className="table-scroll"
      ref={frame}
      {...(scrolls ? { role: 'group', tabIndex: 0, 'aria-label': props.caption ?? say('kit.data') } : {})}
    >
      <table className={stacks ? 'plain stacks' : 'plain'}>
        {props.caption ? <caption className="for-readers">{props.caption}</caption> : null}
        <thead>
          <tr>
            {props.head.map((cell, i) => (
              <th key={i} scope="col" className={side(i)}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, i) => (
                <td key={i} className={side(i)} data-label={labelOf(props.head[i])}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {props.foot ? (
          <tfoot>
            <tr>
              {props.foot.map((cell, i) => (
                <td key={i} className={side(i)}>
                  {cell}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}

const labelOf = (head: ReactNode): string | undefined => (typeof head === 'string' ? head : undefined)
