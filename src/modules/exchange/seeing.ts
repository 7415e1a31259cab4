/** A message as somebody sees it: each result as it was written beside what was understood of it. */
import type { z } from 'zod'
import type { Say } from '#kernel/say.ts'
import type { ResultValue } from '#formats/fhir/mdi/facts.ts'
import type { MessageList, MessageSeen } from './contract/message.ts'
import type { MessageRow } from './store/messages.ts'

type Head = z.input<typeof MessageList>['items'][number]
export const headOf = (row: MessageRow): Head => ({
  id: row.id,
  death: row.root,
  about: row.about,
  direction: row.direction,
  kind: row.kind,
  form: row.form,
  recipient: row.recipient,
  fileName: row.file_name,
  number: row.number,
  state: row.state,
  sender: row.sender,
  at: row.at,
  by: row.by,
  notUnderstood: [...row.not_understood],
})

export function seenOf(row: MessageRow, say: Say): z.input<typeof MessageSeen> {
  const { content } = row
  const specimens = content?.specimens ?? []
  const nameOf = (id: string | undefined): string | null =>
    specimens.find((s) => s.id === id)?.type.text ?? null
  return {
    ...headOf(row),
    foundBy: row.found_by,
    panel: content?.panel.text || null,
    collectedAt: content?.collectedAt ?? null,
    issuedAt: content?.issuedAt ?? null,
    conclusion: content?.conclusion ?? null,
    specimens: specimens.map((s) => ({
      id: s.id,
      type: s.type.text,
      accession: s.accession?.value ?? null,
      note: [s.condition, ...s.notes].filter(Boolean).join('; ') || null,
    })),
    results: (content?.results ?? []).map((r) => ({
      analyte: r.analyte.text,
      specimen: nameOf(r.specimen),
      written: row.written?.[r.id] ?? null,
      understood: said(r.value, say),
      note: r.notes.join('; ') || null,
    })),
    remarks: row.notes.map((note) => say(note.code, note.values)),
  }
}

function said(value: ResultValue, say: Say): string {
  if (value.kind === 'word') return say(`exchange.result-${value.word}`)
  if (value.kind === 'amount') return [value.comparator, value.value, value.unit].filter(Boolean).join(' ')
  if (value.kind === 'text') return say('exchange.result-words-only')
  return say('exchange.result-absent', { why: value.why })
}
