/** Attaching what the instrument wrote: all files of a sequence in one drop, each known by its name as exhibit, blank, reference or control. */
import { type ReactNode, useRef, useState } from 'react'
import { TextAct } from '#ui/Act.tsx'
import { FileDrop } from '#ui/FileDrop.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { Icon } from '#ui/Icon.tsx'
import { type Uploaded, ask, useAsk, useTell } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import { type DefinedStep, type Run, type Sheet, apexOf, definitionOf } from './bench.ts'
import { asField, fieldKey, inWords, observedOf, openFields } from './fields.ts'
import { lastUsed } from './last-used.ts'
import { useMeans } from './means.ts'
import { WriteAct } from './WriteAct.tsx'

const kinds = ['item', 'blank', 'reference', 'control'] as const
type Kind = (typeof kinds)[number]
type Values = Record<string, unknown>

/** Laboratories name the files of a sequence after what ran; whoever attaches them sees the guess and may change it. */
export function kindOfFile(name: string): Kind {
  const word = name.toLowerCase()
  if (/blank|blk|blanco/.test(word)) return 'blank'
  if (/(^|[^a-z])(ref|std|standard|reference|referencia|patron)/.test(word)) return 'reference'
  if (/(^|[^a-z])(ctrl|control|qc|pos|neg)([^a-z]|$)/.test(word)) return 'control'
  return 'item'
}

export function AttachRuns(props: { sheet: Sheet; item: string; onDone: (run: string) => void }): ReactNode {
  const { sheet } = props
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [files, setFiles] = useState<readonly Uploaded[]>([])
  if (!open)
    return <WriteAct sheet={sheet} operation="results.import-run" icon="upload" onAct={() => setOpen(true)} />
  const close = (): void => {
    setFiles([])
    setOpen(false)
  }
  return (
    <div className="bench-import">
      <FileDrop many label={say('results.drop-file')} onFiles={(all) => setFiles(all)} />
      {files.length > 0 ? (
        <Sequence
          key={files.map((f) => f.sha256).join()}
          {...props}
          files={files}
          onDone={(run) => {
            close()
            props.onDone(run)
          }}
        />
      ) : null}
      <TextAct icon="x" onAct={close}>
        {say('results.leave-it')}
      </TextAct>
    </div>
  )
}

/** The runs one after the other; where one is refused, those before it stay and are not sent again. */
function Sequence(props: {
  sheet: Sheet
  item: string
  files: readonly Uploaded[]
  onDone: (run: string) => void
}): ReactNode {
  const { sheet, item, files } = props
  const say = useSay()
  const { language } = useLanguage()
  const means = useMeans(sheet)
  const attach = useTell<{ id: string }>('results.import-run')
  const account = useTell('results.account-for-run')
  const observe = useTell('results.record-observations')
  const search = useSearch()
  const kept = useRef(new Map<number, { id: string; kind: Kind }>())
  const structure = sheet.techniques.find((t) => t.category === 'A') ?? sheet.techniques[0]
  const kindAt = (v: Values, n: number): Kind => (v[`kind${n}`] as Kind | undefined) ?? 'item'
  const stepsFor = (v: Values, kind: Kind): DefinedStep[] =>
    definitionOf(sheet).filter((s) =>
      kind === 'item'
        ? s.kind === 'run' && s.technique === v['technique']
        : s.kind === 'control' && s.runs === kind,
    )
  const asking = (v: Values): DefinedStep[] => files.flatMap((_, n) => stepsFor(v, kindAt(v, n)))
  const controls = definitionOf(sheet).filter((s) => s.kind === 'control')
  const fields: Field[] = [
    ...files.map(
      (file, n): Field => ({
        key: `kind${n}`,
        label: file.name,
        kind: 'choice',
        required: true,
        options: kinds.map((k) => ({ value: k, label: say(`results.kind-${k}`) })),
      }),
    ),
    {
      key: 'technique',
      label: say('results.technique'),
      kind: 'choice',
      required: true,
      options: sheet.techniques.map((t) => ({ value: t.key, label: t.title })),
    },
    ...means.fields(asking),
    ...controls.flatMap((step) =>
      openFields(sheet, item, step).map((f) => ({
        ...asField(f, fieldKey(step.key, f.key), language),
        label: `${inWords(step, language)}: ${inWords(f, language)}`,
        show: (v: Values) => asking(v).includes(step),
      })),
    ),
    { key: 'used', label: say('results.all-used'), help: say('results.help-all-used'), kind: 'yes-no' },
  ]
  const send = async (v: Values): Promise<void> => {
    const { observations, rest } = observedOf(v, controls)
    for (const [n, file] of files.entries()) {
      if (kept.current.has(n)) continue
      const kind = kindAt(v, n)
      const { named } = means.take(rest, stepsFor(v, kind))
      const out = await attach.tell({
        worksheet: sheet.id,
        file: file.sha256,
        sampleKind: kind,
        technique: v['technique'],
        ...(named.equipment ? { equipment: named.equipment[0] } : {}),
        ...(named.lots ? { lots: named.lots } : {}),
        ...(kind === 'item' ? { item } : {}),
      })
      if (!out) return
      kept.current.set(n, { id: out.id, kind })
    }
    const runs = [...kept.current.values()]
    if (observations.length > 0) await observe.tell({ worksheet: sheet.id, item, observations })
    if (v['used'] === true)
      await account.tell({
        run: runs.map((r) => r.id),
        disposition: 'used',
        words: say('results.as-planned'),
      })
    const shown = runs.findLast((r) => r.kind === 'item') ?? runs.at(-1)
    if (shown?.kind === 'item') await search(shown.id)
    if (shown) props.onDone(shown.id)
  }
  return (
    <Form
      name={`results.import.${sheet.id}`}
      draft={false}
      fields={fields}
      key={String(means.ready)}
      initial={{
        ...Object.fromEntries(files.map((f, n) => [`kind${n}`, kindOfFile(f.name)])),
        technique: structure?.key,
        ...means.initial,
        used: true,
      }}
      problem={attach.problem ?? observe.problem ?? account.problem}
      onSend={send}
      aside={
        <span className="notes dim">
          <Icon name="search" size={14} /> {say('results.then-searched')}
        </span>
      }
      sendLabel={say('results.attach-files', { n: files.length })}
    />
  )
}

/** A search proposes and decides nothing, so it need not wait to be asked; a file with many scans is searched where a person points. */
function useSearch(): (run: string) => Promise<void> {
  const person = useMe()?.person.id
  const libraries = useAsk<{ items: { id: string }[] }>('results.list-libraries')
  const search = useTell('results.search-library')
  return async (run) => {
    const all = libraries.data?.items ?? []
    const before = lastUsed(person, 'library')
    const library = all.find((l) => l.id === before) ?? (all.length === 1 ? all[0] : undefined)
    if (!library) return
    const read = await ask<Run>('results.run', { run }).catch(() => null)
    if (read?.readable && read.spectra > 0)
      await search.tell({ run, library: library.id, spectrum: apexOf(read) })
  }
}
