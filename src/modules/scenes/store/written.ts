/** The SQL of everything that is written at a scene, as it stands on one attendance. */
import type { Json } from '#kernel/canonical.ts'
import type { Answers } from '#modules/catalogue/contract.ts'
import { visible } from '#identity/sight.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { Drawing } from '../contract/media.ts'
import type { Written } from './attendances.ts'

type Reader = Pick<Cx, 'tx'>
const written = sql`id, at, recorded_at, by_name`

export const logOf = (cx: Reader, attendance: string) =>
  cx.tx.many<
    Written & {
      kind: 'entered' | 'left' | 'note'
      name: string | null
      organisation: string | null
      why: string | null
    }
  >(sql`
    select l.id, l.at, l.recorded_at, coalesce(b.name, '') as by_name, l.kind, coalesce(p.name, v.value->>'name') as name, l.organisation, l.why
      from scenes.log_entry l left join identity.person p on p.id = l.person left join ledger.vault v on v.id = l.vault left join identity.person b on b.id = l.recorded_by
     where l.attendance = ${attendance} order by l.at, l.id`)
export const marksOf = (cx: Reader, attendance: string) =>
  cx.tx.many<
    Written & {
      label: string
      words: string
      spot: string | null
      latitude: string | null
      longitude: string | null
      photographs: number
    }
  >(
    sql`select ${written}, label, words, spot, latitude::text as latitude, longitude::text as longitude, (select count(*)::int from scenes.photograph h where h.mark = m.id) as photographs from scenes.evidence_mark m where attendance = ${attendance} order by at, id`,
  )
export const collectedOf = (cx: Reader, attendance: string) =>
  cx.tx.many<
    Written & {
      thing: string
      mark: string | null
      how: string | null
      surface: string | null
      method: string | null
      photograph: string | null
    }
  >(
    sql`select ${written}, thing, mark, how, surface, method, photograph from scenes.collected where attendance = ${attendance} order by at, id`,
  )
export const measurementsOf = (cx: Reader, attendance: string) =>
  cx.tx.many<
    Written & {
      from_words: string
      to_words: string
      value: string
      unit: string
      method: string | null
      mark: string | null
      words: string | null
    }
  >(
    sql`select ${written}, from_words, to_words, value::text as value, unit, method, mark, words from scenes.measurement where attendance = ${attendance} order by at, id`,
  )
/** The newest version of each sketch. */
export const sketchesOf = (cx: Reader, attendance: string) =>
  cx.tx.many<Written & { sketch: string; seq: number; title: string; drawing: Drawing; svg: string }>(sql`
    select * from (select distinct on (sketch) ${written}, sketch, seq, title, drawing, svg from scenes.sketch where attendance = ${attendance} order by sketch, seq desc) s order by at, id`)
export const sketchVersion = (cx: Reader, id: string) =>
  cx.tx.maybe<{ sketch: string; seq: number }>(sql`select sketch, seq from scenes.sketch where id = ${id}`)
export const sketchHead = (cx: Reader, sketch: string) =>
  cx.tx.maybe<{ attendance: string; seq: number }>(
    sql`select attendance, seq from scenes.sketch where sketch = ${sketch} order by seq desc limit 1`,
  )
export const statementsOf = (cx: Reader, attendance: string) =>
  cx.tx.many<
    Written & {
      party: string | null
      value: { name?: string | null; words?: string | null } | null
      language: string | null
      file: string | null
    }
  >(sql`
    select s.id, s.at, s.recorded_at, s.by_name, s.party, v.value, s.language, s.file from scenes.statement s left join ledger.vault v on v.id = s.vault
     where s.attendance = ${attendance} order by s.at, s.id`)
export const identitiesOf = (cx: Reader, attendance: string) =>
  cx.tx.many<
    Written & {
      party: string
      raw: string | null
      format: string | null
      failed: ('document' | 'born' | 'expires' | 'all')[]
      differs: string[]
    }
  >(sql`
    select s.id, s.at, s.recorded_at, s.by_name, s.party, v.value->>'raw' as raw, s.format, s.failed, s.differs from scenes.identity s left join ledger.vault v on v.id = s.vault
     where s.attendance = ${attendance} order by s.at, s.id`)
export const checklistsOf = (cx: Reader, attendance: string) =>
  cx.tx.many<Written & { form: string; answers: Answers }>(
    sql`select ${written}, form, answers from scenes.checklist where attendance = ${attendance} order by at, id`,
  )
export interface CorrectionRow extends Written {
  readonly of_kind: string
  readonly corrects: string
  readonly was: Record<string, Json>
  readonly becomes: Record<string, Json>
  readonly why: string
}
export const correctionsOf = (cx: Reader, attendance: string) =>
  cx.tx.many<CorrectionRow>(
    sql`select ${written}, of_kind, corrects, was, becomes, why from scenes.correction where attendance = ${attendance} order by recorded_at, id`,
  )
/** Who wrote what can contradict, by the id of the row. */
export const writersOf = async (cx: Reader, attendance: string): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (
      await cx.tx.many<{ id: string; person: string }>(sql`
        select id, recorded_by as person from scenes.evidence_mark where attendance = ${attendance} union all select id, recorded_by from scenes.collected where attendance = ${attendance}
        union all select id, recorded_by from scenes.checklist where attendance = ${attendance} union all select id, person from scenes.attendance_step where attendance = ${attendance}`)
    ).map((r) => [r.id, r.person]),
  )
export const settlementsOf = (cx: Reader, attendance: string) =>
  cx.tx.many<Written & { conflict: string; keeps: string; words: string; person: string }>(
    sql`select ${written}, recorded_by as person, conflict, keeps, words from scenes.settlement where attendance = ${attendance} order by recorded_at, id`,
  )
/** How many rows came after a signed version, by kind and by the order of the log: what an amendment changed. */
export const addedSince = (cx: Reader, attendance: string, record: string) =>
  cx.tx.many<{ kind: string; n: number }>(sql`
    select t.kind, count(*)::int as n from (
      select 'photograph' as kind, entry from scenes.photograph where attendance = ${attendance}
      union all select 'sketch' as kind, entry from scenes.sketch where attendance = ${attendance}
      union all select 'measurement' as kind, entry from scenes.measurement where attendance = ${attendance}
      union all select 'mark' as kind, entry from scenes.evidence_mark where attendance = ${attendance}
      union all select 'collected' as kind, entry from scenes.collected where attendance = ${attendance}
      union all select 'log' as kind, entry from scenes.log_entry where attendance = ${attendance}
      union all select 'statement' as kind, entry from scenes.statement where attendance = ${attendance}
      union all select 'identity' as kind, entry from scenes.identity where attendance = ${attendance}
      union all select 'checklist' as kind, entry from scenes.checklist where attendance = ${attendance}
      union all select 'correction' as kind, entry from scenes.correction where attendance = ${attendance}
      union all select 'settlement' as kind, entry from scenes.settlement where attendance = ${attendance}) t join ledger.entry e on e.id = t.entry
     where e.no > (select s.no from scenes.record r join ledger.entry s on s.id = r.entry where r.id = ${record}) group by t.kind order by t.kind`)
export const markById = (cx: Reader, id: string) =>
  cx.tx.maybe<{ id: string; attendance: string; label: string }>(
    sql`select id, attendance, label from scenes.evidence_mark where id = ${id}`,
  )
export const labelKnown = async (cx: Reader, code: string): Promise<boolean> =>
  (await cx.tx.maybe(sql`select 1 from scenes.label where code = ${code}`)) !== undefined
export const labelsOfRoll = (cx: Reader, roll: string) =>
  cx.tx.many<{ code: string; unit: string | null; used: boolean }>(
    sql`select l.code, l.unit, exists (select 1 from evidence.public_item i where i.barcode = l.code) as used from scenes.label l where l.roll = ${roll} order by l.id`,
  )
export const thingOfBarcode = (cx: Reader, code: string) =>
  cx.tx.maybe<{ thing: string; number: string }>(
    sql`select thing, number from evidence.public_item where barcode = ${code}`,
  )
export const statementFile = (cx: Cx, id: string) =>
  cx.tx.maybe<Protected & { file: string; name: string; media_type: string; root: string }>(
    sql`select s.file, s.name, s.media_type, s.root, ${visible(cx, 's.root')} as may_see from scenes.statement s where s.id = ${id} and s.file is not null`,
  )
export const sketchDrawn = (cx: Cx, sketch: string, seq: number | undefined) =>
  cx.tx.maybe<Protected & { svg: string; name: string; root: string }>(
    sql`select s.svg, a.number || '-' || s.title || '-' || s.seq as name, s.root, ${visible(cx, 's.root')} as may_see from scenes.sketch s join scenes.attendance a on a.id = s.attendance where s.sketch = ${sketch} and (${seq ?? null}::int is null or s.seq = ${seq ?? null}) order by s.seq desc limit 1`,
  )
