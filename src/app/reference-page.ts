/** `/docs/api`: the reference for people, made from the same description as /api/openapi.json; no script, no outside host. */
type Described = {
  summary?: string
  description?: string
  tags?: string[]
  'x-who'?: unknown
  parameters?: { name: string; in: string; required: boolean; description?: string }[]
  requestBody?: { content: Record<string, { schema: unknown }> }
  responses?: Record<string, { content?: Record<string, { schema: unknown }> }>
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export function referencePage(openapi: Record<string, unknown>): string {
  const entries = Object.entries(openapi.paths as Record<string, Record<string, Described>>).flatMap(
    ([path, methods]) => Object.entries(methods).map(([method, op]) => ({ path, method, op })),
  )
  const tags = [...new Set(entries.flatMap((e) => e.op.tags ?? []))]
  const sections = tags.map(
    (tag) =>
      `<section id="${escape(tag)}"><h2>${escape(tag)}</h2>${entries
        .filter((e) => e.op.tags?.includes(tag))
        .map(operationHtml)
        .join('')}</section>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Custodia API</title><style>
:root{color-scheme:light dark}body{font:14px/1.45 "IBM Plex Sans",system-ui,sans-serif;max-width:960px;margin:24px auto;padding:0 16px;color:CanvasText;background:Canvas}
nav a{margin-right:12px}a{color:LinkText}details{border:1px solid GrayText;border-radius:6px;margin:8px 0;padding:8px 12px}
summary{cursor:pointer}code,pre{font-family:"IBM Plex Mono",monospace;font-size:13px}pre{overflow:auto;border-left:3px solid GrayText;padding:8px}table{border-collapse:collapse}td,th{text-align:left;padding:4px 12px 4px 0;border-bottom:1px solid GrayText}
</style></head><body><h1>Custodia API</h1><p>The same description for programs: <a href="/api/openapi.json">/api/openapi.json</a>. Sign in with a token (<code>Authorization: Bearer …</code>).</p><nav>${tags.map((t) => `<a href="#${escape(t)}">${escape(t)}</a>`).join('')}</nav>${sections.join('')}</body></html>`
}

function operationHtml({ path, method, op }: { path: string; method: string; op: Described }): string {
  const parameters = (op.parameters ?? [])
    .map(
      (p) =>
        `<tr><td><code>${escape(p.name)}</code></td><td>${p.in}</td><td>${p.required ? 'required' : ''}</td><td>${escape(p.description ?? '')}</td></tr>`,
    )
    .join('')
  const body = op.requestBody ? Object.values(op.requestBody.content)[0]?.schema : undefined
  const answer = Object.values(op.responses?.['200']?.content ?? {})[0]?.schema
  return `<details><summary><code>${method.toUpperCase()} ${escape(path)}</code> ${escape(op.summary ?? '')}</summary><p>${escape(op.description ?? '')}</p><p>Who: ${escape([op['x-who']].flat().join(', '))}</p>${parameters ? `<table>${parameters}</table>` : ''}${body ? `<h4>Body</h4><pre>${escape(JSON.stringify(body, null, 2))}</pre>` : ''}${answer ? `<h4>Answer</h4><pre>${escape(JSON.stringify(answer, null, 2))}</pre>` : ''}</details>`
}
