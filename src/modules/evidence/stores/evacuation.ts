/** What must be carried out of a store, as it is told on the screen and on paper. */
import { notFound } from '#kernel/verdict.ts'
import { type Paper, houseFrame } from '#platform/documents/papers.ts'
import type { Say } from '#kernel/say.ts'
import type { Cx } from '#platform/cx.ts'
import type { z } from 'zod'
import type { EvacuationList } from './contract.ts'
import { when } from '../things/form.ts'
import { carriedFirst } from './rules.ts'
import { shortWay } from '../things/rules.ts'
import { namesFor } from '../things/store/chain.ts'
import { carriedOut } from './store/stores.ts'
import { placeById } from '../things/store/hands.ts'
import { temperatureWords } from './temperature.ts'

type List = z.output<typeof EvacuationList>

export async function evacuationOf(
  cx: Cx,
  place: string | undefined,
  lang: 'en' | 'es',
  say: Say,
): Promise<List> {
  const rows = await carriedOut(cx, place)
  const named = place ? await placeById(cx, place) : null
  // A place of another office is told as one that is not there.
  if (named && !cx.may('evidence.evacuation-list', { may_see: true, unit: named.unit })) throw notFound()
  const names = await namesFor(
    cx,
    [...new Set(rows.flatMap((r) => r.hazards))].map((h) => ['hazard', h] as const),
    [],
    lang,
  )
  return {
    title: named?.name ?? say('evidence.st-title'),
    at: cx.now,
    containers: rows.reduce((n, r) => n + r.containers, 0),
    things: rows.reduce((n, r) => n + r.things, 0),
    items: rows.map((r) => ({
      id: r.id,
      code: r.code,
      name: r.name,
      path: r.path,
      witness: r.witness,
      keeps: temperatureWords(say, r.keeps),
      containers: r.containers,
      things: r.things,
      dangers: r.hazards.map((h) => names.code('hazard', h)),
      first: carriedFirst(r),
    })),
  }
}

export function evacuationPaper(
  list: List,
  head: { serviceName: string; address: readonly string[] },
  { lang, say }: { lang: 'en' | 'es'; say: Say },
  demo: boolean,
): Paper {
  const rows = list.items.map((i) => ({
    first: say(`evidence.v-first-${i.first}`),
    code: i.code,
    place: [shortWay(i.path), ...(i.witness ? [say('evidence.st-witness')] : [])],
    keeps: i.keeps.join(', '),
    n: String(i.containers),
    danger: i.dangers.length > 0 ? i.dangers.join(', ') : '–',
    done: '____',
  }))
  return {
    lang,
    title: say('evidence.v-title'),
    number: when(list.at, lang),
    subtitle: list.title,
    ...houseFrame(say, head, demo),
    sections: [
      {
        blocks: [
          {
            kind: 'facts',
            rows: [
              { label: say('evidence.v-places'), value: String(list.items.length) },
              { label: say('evidence.v-containers'), value: String(list.containers) },
              { label: say('evidence.v-things'), value: String(list.things) },
            ],
          },
          { kind: 'paragraphs', lines: [say('evidence.v-how')] },
          {
            kind: 'table',
            columns: [
              { key: 'first', head: say('evidence.v-first') },
              { key: 'code', head: say('evidence.st-code-short'), mono: true },
              { key: 'place', head: say('evidence.c-place'), width: 2 },
              { key: 'keeps', head: say('evidence.st-keeps') },
              { key: 'n', head: say('evidence.v-containers'), align: 'right' },
              { key: 'danger', head: say('evidence.p-danger'), width: 1 },
              { key: 'done', head: say('evidence.v-out') },
            ],
            rows,
          },
        ],
      },
    ],
  }
}
