/** `custodia export fhir-mdi`: one file for each death that the person may see, made by the same act as on screen, which keeps it and writes down that it left. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '#kernel/verdict.ts'
import type { Actor, Ground } from '#platform/cx.ts'
import { consoleLanguage } from '#platform/config.ts'
import { act, actorNamed } from './people.ts'

interface Line {
  readonly id: string
  readonly number: string | null
  readonly call: string
  readonly case: string | null
}
export interface MdiReceipt {
  readonly written: number
  readonly rejected: number
  /** Which were not written, and why, in words. */
  readonly reasons: readonly { readonly death: string; readonly why: string }[]
}

export async function exportMdi(
  ground: Ground,
  how: { out: string; case: string | undefined; as: string | undefined; url: string | undefined },
): Promise<MdiReceipt> {
  const actor = await actorNamed(ground, how.as)
  const wanted = await deathsOf(ground, actor, how.case)
  if (how.case !== undefined && wanted.length === 0)
    throw new Refusal('not-found', 'exchange.no-such-death', { values: { number: how.case } })
  await mkdir(how.out, { recursive: true })
  const reasons: { death: string; why: string }[] = []
  const say = ground.say(consoleLanguage(process.env))
  for (const death of wanted) {
    try {
      const base = how.url === undefined ? {} : { base: `${how.url}/fhir` }
      const sent = (await act(ground, actor, 'exchange.send-message', { death: death.id, ...base })) as {
        fileName: string
        sha256: string
      }
      await writeFile(join(how.out, sent.fileName), await ground.files.read(sent.sha256))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      reasons.push({ death: death.number ?? death.call, why: say(error.code, error.values) })
    }
  }
  return { written: wanted.length - reasons.length, rejected: reasons.length, reasons }
}

/** All that the person may see and the office took on; with a number, those that bear it as their own or as their case's. */
async function deathsOf(ground: Ground, actor: Actor, number: string | undefined): Promise<Line[]> {
  const found: Line[] = []
  let cursor: string | null = null
  do {
    const page = (await act(ground, actor, 'death.calls', {
      limit: 100,
      state: 'accepted',
      ...(cursor === null ? {} : { cursor }),
    })) as { items: Line[]; nextCursor: string | null }
    found.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  if (number === undefined) return found
  const own = found.filter((d) => d.number === number || d.call === number)
  if (own.length > 0) return own
  const { items } = (await act(ground, actor, 'cases.find-anything', { q: number })) as {
    items: { root: string | null }[]
  }
  const cases = new Set(items.map((h) => h.root))
  return found.filter((d) => d.case !== null && cases.has(d.case))
}
