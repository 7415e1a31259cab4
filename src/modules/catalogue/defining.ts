/** The steps that every define-… operation shares: build the next version of a code, limit or definition as one ledger entry. */
import type { Json } from '#kernel/canonical.ts'
import { ref } from '#kernel/shapes.ts'
import { Refusal, allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx, NewEntry } from '#platform/cx.ts'
import {
  type DefineCode,
  type DefineLimit,
  type DefinitionKind,
  FormBody,
  KitBody,
  LabelBody,
  LetterheadBody,
  Numbering,
  TemplateBody,
} from './contract.ts'
import { mustBeTwo } from './alone.ts'
import { mustBeSayable } from './own-words.ts'
import { dayOf, mayBeDated, mayNumberSo } from './rules.ts'
import { mayAskSo, mayBeFor, mayKeepQuestions, schemaOf, useOf } from './rules/form.ts'
import { type CodeVersion, listCodes } from './store/codes.ts'
import { newestVersion, versionsOf } from './store/definitions.ts'
import { maySay, placeholdersOf } from './template-text.ts'
import { idOfWord } from './word-id.ts'

const listRef = (list: string) => ref('catalogue.code-list', idOfWord(`list ${list}`))
export const limitRef = (key: string) => ref('catalogue.limit', idOfWord(`limit ${key}`))
export const definitionRef = (kind: string, key: string) =>
  ref('catalogue.definition', idOfWord(`${kind} ${key}`))
export { listRef }

type CodeInput = Omit<DefineCode, 'id'>
/** Codes stand in the order of the file, or after what is there. */
export const PLACE_LAST = 50_000

export function codeRow(cx: Cx, input: CodeInput, before: CodeVersion | undefined, id = cx.newId()) {
  refuseUnless(mayBeDated(input.validFrom, input.validUntil))
  return {
    id,
    list: input.list,
    code: input.code,
    seq: (before?.seq ?? 0) + 1,
    en: input.en,
    es: input.es,
    data: input.data as Json,
    place: input.place ?? before?.place ?? PLACE_LAST,
    valid_from: input.validFrom ?? null,
    valid_until: input.validUntil ?? null,
    unverified: input.unverified,
    source: input.source ?? null,
  }
}
export function codeEntry(cx: Cx, input: CodeInput, before: CodeVersion | undefined, id?: string): NewEntry {
  return {
    subject: listRef(input.list),
    facts: { list: input.list, code: input.code },
    rows: { 'catalogue.code': [codeRow(cx, input, before, id)] },
  }
}

export function limitEntry(cx: Cx, l: Omit<DefineLimit, 'id'>, seqBefore: number, id = cx.newId()): NewEntry {
  refuseUnless(mayBeDated(l.validFrom, l.validUntil))
  return {
    subject: limitRef(l.key),
    facts: { key: l.key },
    rows: {
      'catalogue.statutory_limit': [
        {
          id,
          key: l.key,
          seq: seqBefore + 1,
          substance: l.substance,
          value: l.value,
          unit: l.unit,
          comparison: l.comparison,
          law: l.law,
          clause: l.clause ?? null,
          en: l.en,
          es: l.es,
          rule: l.rule,
          valid_from: l.validFrom ?? null,
          valid_until: l.validUntil ?? null,
          unverified: l.unverified,
          source: l.source ?? null,
        },
      ],
    },
  }
}

export interface NewDefinition {
  readonly kind: DefinitionKind
  readonly key: string
  readonly en: string
  readonly es: string
  readonly unverified: boolean
  readonly source?: string | null | undefined
  readonly body: Json
}

const shapes = {
  form: FormBody,
  template: TemplateBody,
  kit: KitBody,
  label: LabelBody,
  numbering: Numbering,
  letterhead: LetterheadBody,
}

/** The body as it is kept: checked, defaults put in; refused with the place that does not fit. */
export function checkedBody(kind: DefinitionKind, key: string, body: Json): Json {
  const read = shapes[kind].safeParse(body)
  if (!read.success)
    throw new Refusal('invalid', 'catalogue.body-does-not-fit', {
      values: {
        kind,
        key,
        where: read.error.issues[0]?.path.join('.') ?? '',
        message: read.error.issues[0]?.message ?? '',
      },
    })
  if (kind === 'template') {
    const texts = read.data as unknown as { en: string; es: string }
    refuseUnless(maySay(texts))
    return { ...texts, placeholders: placeholdersOf(texts.en) ?? [] }
  }
  if (kind === 'form') {
    const { use, for: kinds = [], questions } = read.data as unknown as FormBody
    refuseUnless(mayAskSo(questions))
    return {
      // What describes things says nothing of its use, as before forms had one: what stands stays the same.
      ...(use === undefined || use === 'item-type' ? {} : { use }),
      ...(kinds.length === 0 ? {} : { for: kinds }),
      questions: questions as unknown as Json,
      schema: schemaOf(questions) as Json,
    }
  }
  if (kind === 'numbering') refuseUnless(mayNumberSo(read.data as unknown as Numbering))
  return read.data as unknown as Json
}

/** The entry of the next version; published from a day unless it stays a draft. */
export function definitionEntry(
  cx: Cx,
  d: NewDefinition,
  versionBefore: number,
  how: { id?: string | undefined; from: string | null },
): NewEntry {
  const id = how.id ?? cx.newId()
  const version = versionBefore + 1
  return {
    subject: definitionRef(d.kind, d.key),
    facts: { kind: d.kind, key: d.key, version },
    rows: {
      'catalogue.definition': [
        {
          id,
          kind: d.kind,
          key: d.key,
          version,
          en: d.en,
          es: d.es,
          body: d.body,
          unverified: d.unverified,
          source: d.source ?? null,
        },
      ],
      ...(how.from === null
        ? {}
        : { 'catalogue.publication': [{ id: cx.newId(), definition: id, from_on: how.from }] }),
    },
  }
}

interface VersionedInput {
  id?: string | undefined
  key: string
  en: string
  es: string
  unverified: boolean
  source?: string | null | undefined
  publish: boolean
  from?: string | null | undefined
}

/** What can only be judged beside what stands: a form keeps its meanings, a sentence names only what is there. */
export async function mustStand(cx: Cx, kind: DefinitionKind, key: string, body: Json): Promise<void> {
  if (kind === 'form') await keepMeanings(cx, key, body)
  if (kind === 'template') mustBeSayable(cx, key, body as unknown as { en: string; es: string })
}

/** No version of a form, old or drafted, may give one of its keys another kind of answer. */
async function keepMeanings(cx: Cx, key: string, body: Json): Promise<void> {
  const after = body as unknown as FormBody
  for (const row of await versionsOf(cx.tx, 'form', key)) {
    const before = row.body as unknown as FormBody
    refuseUnless(mayKeepQuestions(before.questions, after.questions))
    refuseUnless(mayBeFor(useOf(before), useOf(after)))
  }
  const uses = await listCodes(cx.tx, 'form-use', dayOf(cx.now))
  refuseUnless(
    unless(
      uses.length === 0 || uses.some((u) => u.code === useOf(after)),
      no('catalogue.no-such-use', { use: useOf(after) }, 'catalogue.next-define-use'),
    ),
  )
}

export async function defineVersion(
  cx: Cx,
  kind: DefinitionKind,
  input: VersionedInput,
  raw: Json,
): Promise<{ id: string; version: number }> {
  cx.allow(null)
  if (input.publish) await mustBeTwo(cx, [{ what: kind, key: input.key }])
  await cx.lock([definitionRef(kind, input.key)])
  const body = checkedBody(kind, input.key, raw)
  await mustStand(cx, kind, input.key, body)
  const before = await newestVersion(cx.tx, kind, input.key)
  const id = input.id ?? cx.newId()
  await cx.record(
    definitionEntry(
      cx,
      {
        kind,
        key: input.key,
        en: input.en,
        es: input.es,
        unverified: input.unverified,
        source: input.source,
        body,
      },
      before,
      { id, from: input.publish ? (input.from ?? dayOf(cx.now)) : null },
    ),
  )
  return { id, version: before + 1 }
}

export const mustExist = (found: unknown, list: string): void =>
  refuseUnless(
    allOf(unless(found !== undefined, no('catalogue.no-such-list', { list }, 'catalogue.next-define-list'))),
  )

export async function formMustExist(cx: Cx, form: string): Promise<void> {
  const known = await newestVersion(cx.tx, 'form', form)
  refuseUnless(unless(known > 0, no('catalogue.no-such-form', { form }, 'catalogue.next-define-form')))
}
