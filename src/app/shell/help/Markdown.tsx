/** The little Markdown in which the guide is written: headings, paragraphs, lists, pictures, emphasis. What it does not know it shows as text. */
import type { ReactNode } from 'react'

function inline(text: string): ReactNode[] {
  return text.split(/(\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`)/).map((part, n) => {
    if (part.startsWith('**')) return <strong key={n}>{part.slice(2, -2)}</strong>
    if (part.startsWith('`')) return <code key={n}>{part.slice(1, -1)}</code>
    if (part.startsWith('*') && part.length > 2) return <em key={n}>{part.slice(1, -1)}</em>
    return part
  })
}
const list = (lines: readonly string[], sign: RegExp): ReactNode[] =>
  lines.map((line) => <li key={line}>{inline(line.replace(sign, ''))}</li>)

export function Markdown(props: { text: string; picture: (name: string) => string | undefined }): ReactNode {
  return props.text
    .split(/\n{2,}|\n(?=#)|(?<=^#.*)\n/m)
    .map((block) => block.trim())
    .filter(Boolean)
    .map((block) => {
      const picture = /^!\[(.*)\]\((.*)\)$/.exec(block)
      if (picture) {
        const source = props.picture(picture[2]?.split('/').at(-1) ?? '')
        return source ? <img key={block} src={source} alt={picture[1]} loading="lazy" /> : null
      }
      if (block.startsWith('# ')) return <h1 key={block}>{block.slice(2)}</h1>
      if (block.startsWith('## ')) return <h2 key={block}>{block.slice(3)}</h2>
      const lines = block.split('\n')
      if (lines.every((line) => line.startsWith('- '))) return <ul key={block}>{list(lines, /^- /)}</ul>
      if (lines.every((line) => /^\d+\. /.test(line))) return <ol key={block}>{list(lines, /^\d+\. /)}</ol>
      return <p key={block}>{inline(lines.join(' '))}</p>
    })
}
