/** A refusal as the server says it: application/problem+json, with the sentence for the person and the next step. */
export interface FieldFault {
  readonly path: string
  /** Beside a sentence about what was written; absent where the sentence is a rule's own. */
  readonly code?: string
  readonly message: string
}

export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly next: string | undefined
  readonly fields: readonly FieldFault[]

  constructor(of: {
    status: number
    code: string
    title?: string
    detail?: string
    next?: string | undefined
    fields?: readonly FieldFault[]
  }) {
    super(of.detail ?? of.title ?? of.code)
    this.status = of.status
    this.code = of.code
    this.title = of.title ?? of.code
    this.detail = of.detail ?? of.title ?? of.code
    this.next = of.next
    this.fields = of.fields ?? []
  }
}

/** Status 0: the server was not reached; nothing was done. */
export const offline = (detail: string): Problem =>
  new Problem({ status: 0, code: 'offline', title: detail, detail })

export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null)
  const said = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const text = (key: string): string | undefined => (typeof said[key] === 'string' ? said[key] : undefined)
  return new Problem({
    status: response.status,
    code: text('code') ?? `http-${response.status}`,
    title: text('title') ?? response.statusText,
    detail: text('detail') ?? text('title') ?? response.statusText,
    next: text('next'),
    fields: Array.isArray(said['fields']) ? (said['fields'] as FieldFault[]) : [],
  })
}
