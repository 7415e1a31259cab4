/** A family: what is packed in what (full dot), what was taken from what (hollow). */
import type { ReactNode } from 'react'
import { Linked } from './Linked.tsx'
import { useSay } from './say.ts'

export interface TreeNode {
  readonly id: string
  readonly number: string
  readonly label: string
  readonly note?: string | undefined
  readonly parent: string | null
  readonly kind?: 'packed' | 'derived'
  readonly to?: string | undefined
}
export function Tree(props: { nodes: readonly TreeNode[]; here?: string }): ReactNode {
  return <Branch {...props} parent={null} seen={new Set()} />
}
function Branch(props: {
  nodes: readonly TreeNode[]
  here?: string
  parent: string | null
  seen: ReadonlySet<string>
}): ReactNode {
  const say = useSay()
  // Data that runs in a circle must not: each node is drawn once.
  const own = props.nodes.filter((node) => node.parent === props.parent && !props.seen.has(node.id))
  if (own.length === 0) return null
  return (
    <ul className="tree">
      {own.map((node) => (
        <li key={node.id}>
          <div className={node.id === props.here ? 'tree-node here' : 'tree-node'}>
            <span className={node.kind === 'derived' ? 'tree-dot derived' : 'tree-dot'} />
            {node.to && node.id !== props.here ? (
              <Linked to={node.to} mono className="link tree-number">
                {node.number}
              </Linked>
            ) : (
              <span className="mono tree-number">{node.number}</span>
            )}
            <span>{node.label}</span>
            <small>
              {node.id === props.here
                ? say('kit.this-one')
                : (node.note ??
                  (node.parent === null
                    ? ''
                    : say(node.kind === 'derived' ? 'kit.taken-from' : 'kit.packed-in')))}
            </small>
          </div>
          <Branch {...props} parent={node.id} seen={new Set([...props.seen, node.id])} />
        </li>
      ))}
    </ul>
  )
}
