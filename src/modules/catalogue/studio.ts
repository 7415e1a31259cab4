/** Every rule of the laboratory as the studio lists and opens it, whatever table it stands in. */
import { notFound } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { contentIn } from './changing.ts'
import type { DefinitionKind, FoundRules, RuleSeen, StatutoryLimit } from './contract.ts'
import { sentencesOf, valuesOf } from './own-words.ts'
import { familyOf } from './rules/own-words.ts'
import { waitingChanges } from './store/changes.ts'
import { newestCodes, newestLists, versionsOfCode } from './store/codes.ts'
import { newestDefinitions, versionsOf } from './store/definitions.ts'
import { listLimits, newestLimitSeqs, versionsOfLimit } from './store/limits.ts'

type Facts = RuleSeen['stands']
export type Rule = Omit<RuleSeen, 'section' | 'waiting' | 'versions'> & { readonly detail: string }
const bare = {
  version: 0,
  from: null,
  until: null,
  unverified: false,
  source: null,
  stands: {},
  sample: {},
  list: null,
  product: null,
  values: [],
  fixed: false,
  detail: '',
}

/** All rules of a section, in the order in which somebody looks for them. */
export async function rulesOf(cx: Cx, section: string): Promise<Rule[]> {
  if (section.startsWith('list.')) return codesIn(cx, section.slice('list.'.length))
  if (section === 'limit') return limits(cx)
  if (section === 'store') return places(cx)
  if (familyOf(exampleOf(section)) !== undefined) return sentences(cx, section)
  return (await newestDefinitions(cx.tx))
    .filter((d) => d.kind === section)
    .map((d) => ({
      ...bare,
      key: d.key,
      en: d.en,
      es: d.es,
      version: d.version,
      from: d.from_on,
      unverified: d.unverified,
      source: d.source,
      stands: d.body as unknown as Facts,
      detail: detailOf(d.body as unknown as Facts),
    }))
}
const exampleOf = (section: string): string =>
  section === 'notice'
    ? 'x.notice-a-subject'
    : section === 'paper'
      ? 'reports.paper-a'
      : section === 'custody'
        ? 'evidence.form-a'
        : section === 'statement'
          ? 'results.statement-a'
          : section

function detailOf(body: Facts): string {
  if (typeof body.pattern === 'string') return body.pattern
  if (Array.isArray(body.questions)) return String(body.use ?? 'item-type')
  if (typeof body.widthMm === 'number') return `${body.widthMm} × ${Number(body.heightMm)} mm`
  return Array.isArray(body.items) ? String(body.items.length) : ''
}

async function codesIn(cx: Cx, name: string): Promise<Rule[]> {
  const list = (await newestLists(cx.tx)).find((l) => l.list === name)
  if (!list) throw notFound()
  const codes = (await newestCodes(cx.tx))
    .filter((c) => c.list === name)
    .sort((a, b) => a.place - b.place || a.code.localeCompare(b.code))
  const sample = Object.assign({}, ...codes.map((c) => c.data)) as unknown as Facts
  return codes.map((c) => ({
    ...bare,
    key: c.code,
    en: c.en,
    es: c.es,
    version: c.seq,
    from: c.valid_from,
    until: c.valid_until,
    unverified: c.unverified && c.confirmed_at === null,
    source: c.source,
    stands: (c.data ?? {}) as unknown as Facts,
    sample,
    list: { en: list.en, es: list.es, note: list.note },
    detail: codeDetail(c.data as unknown as Facts | null),
  }))
}
const codeDetail = (data: Facts | null): string => String(data?.form ?? data?.iccs ?? data?.cas ?? '')

async function limits(cx: Cx): Promise<Rule[]> {
  const seqs = await newestLimitSeqs(cx.tx)
  return (await listLimits(cx.tx, {})).map((l) => ({
    ...bare,
    key: l.key,
    en: l.en,
    es: l.es,
    version: seqs.get(l.key) ?? 0,
    from: l.validFrom,
    until: l.validUntil,
    unverified: l.unverified && l.confirmedBy === null,
    source: l.source,
    stands: saidByLaw(l),
    detail: cx.say(`catalogue.${l.comparison}`, { value: l.value, unit: l.unit }),
  }))
}
const saidByLaw = ({ substance, value, unit, comparison, law, clause, rule }: StatutoryLimit): Facts =>
  ({ substance, value, unit, comparison, law, clause, rule }) as unknown as Facts

async function places(cx: Cx): Promise<Rule[]> {
  const standing = (await cx.ground.ruleParts.get('stores')?.standing(cx)) ?? []
  return standing.map(({ code, ...stands }) => ({
    ...bare,
    key: String(code),
    en: String(stands.name),
    es: String(stands.name),
    version: 1,
    stands: stands as unknown as Facts,
    fixed: true,
    detail: String(stands.parent ?? ''),
  }))
}

/** A sentence is there whether the laboratory has words of its own for it or not. */
async function sentences(cx: Cx, family: string): Promise<Rule[]> {
  const own = new Map(
    (await newestDefinitions(cx.tx)).filter((d) => d.kind === 'template').map((d) => [d.key, d]),
  )
  const { texts } = cx.ground
  return sentencesOf(texts.en)
    .filter((key) => familyOf(key) === family)
    .map((key) => {
      const mine = own.get(key)
      const product = { en: texts.en[key] ?? '', es: texts.es[key] ?? '' }
      return {
        ...bare,
        key,
        en: mine?.en ?? key,
        es: mine?.es ?? key,
        version: mine?.version ?? 0,
        from: mine?.from_on ?? null,
        unverified: mine?.unverified ?? false,
        source: mine?.source ?? null,
        stands: (mine?.body ?? product) as unknown as Facts,
        product,
        values: valuesOf(texts, key) ?? [],
        detail: ((mine?.body ?? product) as { en: string; es: string })[cx.language],
      }
    })
}

/** Which rules a change that waits would touch: by what they are and their key. */
export async function waitingFor(cx: Cx): Promise<Map<string, NonNullable<RuleSeen['waiting']>>> {
  const out = new Map<string, NonNullable<RuleSeen['waiting']>>()
  for (const row of await waitingChanges(cx.tx)) {
    const told = { change: row.id, why: row.why, by: row.by_name ?? '' }
    const content = contentIn(row)
    const named = [
      ...content.lists.flatMap((l) => l.codes.map((c) => `list.${l.list} ${c.code}`)),
      ...content.limits.map((l) => `limit ${l.key}`),
      ...content.definitions.map((d) => `${sectionOf(d.kind, d.key)} ${d.key}`),
      ...content.stores.map((s) => `store ${String(s.code)}`),
    ]
    for (const name of named) if (!out.has(name)) out.set(name, told)
  }
  return out
}
const sectionOf = (kind: string, key: string): string =>
  kind === 'template' ? (familyOf(key) ?? 'template') : kind

export const lineOf = (rule: Rule, waiting: RuleSeen['waiting']): FoundRules['items'][number] => ({
  key: rule.key,
  en: rule.en,
  es: rule.es,
  detail: rule.detail,
  from: rule.from,
  until: rule.until,
  version: rule.version,
  unverified: rule.unverified,
  waiting,
})
export const newRule = (list: RuleSeen['list'], sample: Facts): Rule => ({
  ...bare,
  key: '',
  en: '',
  es: '',
  sample,
  list,
})

/** Every version of a rule with the day from which it holds, the newest first. */
export async function historyOf(cx: Cx, section: string, key: string): Promise<RuleSeen['versions']> {
  if (section === 'store' || key === '') return []
  if (section.startsWith('list.'))
    return (await versionsOfCode(cx.tx, section.slice('list.'.length), key)).map((c) => ({
      version: c.seq,
      from: c.valid_from,
      detail: c[cx.language],
      en: c.en,
      es: c.es,
      stands: (c.data ?? {}) as unknown as Facts,
    }))
  if (section === 'limit')
    return (await versionsOfLimit(cx.tx, key)).map((l) => ({
      version: l.seq,
      from: l.validFrom,
      detail: cx.say(`catalogue.${l.comparison}`, { value: l.value, unit: l.unit }),
      en: l.en,
      es: l.es,
      stands: saidByLaw(l),
    }))
  const kind = familyOf(key) === undefined ? section : 'template'
  return (await versionsOf(cx.tx, kind as DefinitionKind, key)).map((d) => ({
    version: d.version,
    from: d.from_on,
    detail: detailOf(d.body as unknown as Facts) || d[cx.language],
    en: d.en,
    es: d.es,
    stands: d.body as unknown as Facts,
  }))
}
