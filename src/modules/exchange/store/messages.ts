/** Messages as they came and left: listed to whoever may see the death that they are about. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { ToxicologyFacts } from '#formats/fhir/mdi/facts.ts'
import type { Form } from '../contract/forms.ts'
import type { FileNote } from '#formats/spectrum.ts'

export type MessageContent = Omit<ToxicologyFacts, 'decedent' | 'performers' | 'trackingNumbers'>
export interface MessageRow extends Protected {
  readonly id: string
  readonly root: string
  readonly direction: 'in' | 'out'
  readonly kind: 'toxicology' | 'death-document' | 'death-certificate' | 'cremation-clearance'
  readonly form: Form
  readonly recipient: string | null
  readonly about: string
  readonly file: string
  readonly file_name: string
  readonly number: string | null
  readonly state: string | null
  readonly sender: string | null
  readonly found_by: 'number' | 'person'
  readonly content: MessageContent | null
  readonly written: Readonly<Record<string, string>> | null
  readonly not_understood: readonly string[]
  readonly notes: readonly FileNote[]
  readonly at: string
  readonly by: string | null
}
const columns = sql`m.id, m.root, m.direction, m.kind, coalesce(m.form, 'fhir') as form, g.name as recipient, m.about, m.file, m.file_name, m.number, m.state, m.sender, m.found_by, m.content, m.written, m.not_understood, m.notes,
  m.recorded_at as at, p.name as by, null as unit, true as sensitive`
const from = sql`from exchange.message m left join identity.person p on p.id = m.recorded_by left join identity.agency g on g.id = m.recipient`

export function listMessages(cx: Cx, death: string | null, limit: number): Promise<MessageRow[]> {
  return cx.tx.many<MessageRow>(
    sql`select ${columns}, true as may_see ${from} where ${visible(cx, 'm.root')} and (${death}::uuid is null or m.root = ${death}) order by m.recorded_at desc, m.id desc limit ${limit}`,
  )
}
export async function seeMessage(cx: Cx, id: string): Promise<MessageRow> {
  const row = await cx.tx.maybe<MessageRow>(
    sql`select ${columns}, ${visible(cx, 'm.root')} as may_see ${from} where m.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}
