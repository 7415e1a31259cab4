/** The row from which a case came, as it was written, beside what was not understood of it; only where it came from a file. */
import { Card } from '#ui/Page.tsx'
import { Note } from '#ui/Note.tsx'
import { Plain } from '#ui/Plain.tsx'
import { useAsk } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'

interface Written {
  source: string
  fileName: string
  line: number
  raw: Record<string, string> | null
  doubts: { field: string; written: string; why: string }[]
  hidden: boolean
}

export function WrittenCard({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const may = useMay('exchange.written-row')
  const row = useAsk<{ written: Written | null }>('exchange.written-row', { case: caseId }, { enabled: may })
  const data = row.data?.written
  if (!may || !data) return null
  return (
    <Card
      title={say('cases.as-written')}
      aside={say('cases.as-written-from', { file: data.fileName, line: data.line })}
    >
      {data.hidden ? <p>{say('cases.as-written-hidden')}</p> : null}
      {data.doubts.length > 0 ? (
        <Note tone="maize" title={say('cases.as-written-doubts', { n: data.doubts.length })}>
          {data.doubts.map((d) => (
            <div key={d.field + d.why}>{say(d.why, { field: d.field, written: d.written })}</div>
          ))}
        </Note>
      ) : null}
      {data.raw ? (
        <Plain
          head={[say('cases.as-written-column'), say('cases.as-written-cell')]}
          rows={Object.entries(data.raw)
            .filter(([, cell]) => cell.trim() !== '')
            .map(([column, cell]) => [column, cell])}
        />
      ) : null}
    </Card>
  )
}
