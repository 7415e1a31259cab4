/** Well-formed inputs for operations of catalogue, and the Belizean laboratory for stories. */
import { join } from 'node:path'
import { readLaboratory } from './laboratory.ts'

export const belizeFolder = join(import.meta.dirname, '../../../labs/belize')

/** The part of the story harness that examples use. */
interface Ground {
  arrange(operation: string, input: unknown): Promise<{ id: string }>
  readonly ground: { newId(): string }
}
type Example = (lab: Ground) => unknown

/** Gives a story the lists, limits, numberings and texts of Belize; units, methods and stores are the story's own. */
export async function applyBelize(lab: Ground): Promise<void> {
  await lab.arrange('catalogue.apply-laboratory', await readLaboratory(belizeFolder))
}

let count = 0
/** Examples may be asked for many times in one story: words must not repeat. */
const word = (stem: string): string => `${stem}-${(count += 1)}`
async function list(lab: Ground): Promise<string> {
  const name = word('list')
  await lab.arrange('catalogue.define-list', { list: name, en: 'A list', es: 'Una lista' })
  return name
}
const names = { en: 'Thing', es: 'Cosa' }
const limit = (key: string) => ({
  key,
  substance: 'cannabis',
  value: '10',
  unit: 'g',
  comparison: 'more-than',
  law: 'An Act',
  ...names,
})

const aChange = () => ({
  why: 'The Act was amended',
  from: '2027-01-01',
  content: { lists: [], definitions: [], stores: [], limits: [limit(word('limit'))] },
})

export const examples: Record<string, Example> = {
  'catalogue.define-list': () => ({ list: word('list'), ...names }),
  'catalogue.define-code': async (lab) => ({ list: await list(lab), code: 'one', ...names }),
  'catalogue.retire-code': async (lab) => {
    const name = await list(lab)
    await lab.arrange('catalogue.define-code', { list: name, code: 'one', ...names })
    return { list: name, code: 'one', on: '2026-12-31' }
  },
  'catalogue.define-item-type': async (lab) => {
    await lab.arrange('catalogue.define-list', { list: 'item-type', ...names })
    return {
      code: word('type'),
      ...names,
    }
  },
  'catalogue.define-form': () => ({
    key: word('form'),
    ...names,
    questions: [{ key: 'calibre', kind: 'text', en: 'Calibre', es: 'Calibre' }],
  }),
  'catalogue.define-template': () => ({
    key: word('template'),
    ...names,
    text: { en: 'Item {item}.', es: 'Indicio {item}.' },
  }),
  'catalogue.define-kit': () => ({
    key: word('kit'),
    ...names,
    kit: { items: [{ code: 'swab', ...names, count: 2 }] },
  }),
  'catalogue.define-label': () => ({
    key: word('label'),
    ...names,
    label: { widthMm: 62, heightMm: 29, symbol: 'qr', lines: ['{number}'] },
  }),
  'catalogue.define-numbering': () => ({
    key: 'batch',
    ...names,
    numbering: { pattern: 'B-{yyyy}-{000}', reset: 'year', zone: 'America/Belize' },
  }),
  'catalogue.define-letterhead': () => ({
    key: 'service',
    ...names,
    letterhead: { serviceName: 'Laboratory', address: ['Ladyville'] },
  }),
  'catalogue.define-limit': () => limit(word('limit')),
  'catalogue.publish-version': async (lab) => {
    const { id } = await lab.arrange('catalogue.define-template', {
      key: word('template'),
      ...names,
      text: { en: 'Yes.', es: 'Sí.' },
      publish: false,
    })
    return { definition: id, from: '2026-12-01' }
  },
  'catalogue.confirm-value': async (lab) => {
    const { id } = await lab.arrange('catalogue.define-limit', {
      ...limit(word('limit')),
      // Of what no other example examines: a certificate would wait for its confirmation.
      substance: 'never-examined',
      unverified: true,
      source: 'A newspaper',
    })
    return { value: id, gazette: 'Gazette of 2 November 2026, page 4' }
  },
  'catalogue.apply-laboratory': () => ({
    name: 'example',
    lists: [{ list: word('list'), ...names, codes: [{ code: 'one', ...names }] }],
  }),
  'catalogue.compare-laboratory': () => ({ name: 'example', lists: [] }),
  'catalogue.propose-change': () => aChange(),
  'catalogue.keep-draft': () => ({ section: 'limit', key: '~', version: 0, words: { en: 'A limit' } }),
  'catalogue.drop-draft': () => ({ section: 'limit', key: '~' }),
  'catalogue.my-drafts': () => ({}),
  'catalogue.approve-change': async (lab) => ({
    change: (await lab.arrange('catalogue.propose-change', aChange())).id,
  }),
  'catalogue.decline-change': async (lab) => ({
    change: (await lab.arrange('catalogue.propose-change', aChange())).id,
    words: 'Not now',
  }),
  'catalogue.get-change': async (lab) => ({
    change: (await lab.arrange('catalogue.propose-change', aChange())).id,
  }),
  'catalogue.compare-change': () => ({ content: JSON.stringify(aChange().content) }),
  'catalogue.find-changes': () => ({}),
  'catalogue.suggest-code': async (lab) => ({ list: await list(lab), name: 'Machete' }),
  'catalogue.find-suggestions': () => ({}),
  'catalogue.answer-suggestion': async (lab) => ({
    suggestion: (await lab.arrange('catalogue.suggest-code', { list: await list(lab), name: 'Machete' })).id,
    outcome: 'declined',
    words: 'It is a knife',
  }),
  'catalogue.find-rules': () => ({ section: 'limit' }),
  'catalogue.get-rule': () => ({ section: 'kit' }),
  'catalogue.preview-label': () => ({
    key: 'item',
    label: JSON.stringify({ widthMm: 62, heightMm: 29, symbol: 'qr', lines: ['{number}', '{case}'] }),
  }),
  'catalogue.get-choices': () => ({ lists: 'drug,x.form' }),
  'catalogue.find-texts': () => ({ family: 'notice' }),
  'catalogue.find-code': async (lab) => ({ list: await list(lab), q: 'a' }),
  'catalogue.get-code-list': async (lab) => ({ list: await list(lab) }),
  'catalogue.list-code-lists': () => ({}),
  'catalogue.get-limits': () => ({ on: '2026-11-02' }),
  'catalogue.get-form': () => ({ type: 'plant-material' }),
  'catalogue.get-definition': async (lab) => {
    const key = word('kit')
    await lab.arrange('catalogue.define-kit', {
      key,
      ...names,
      kit: { items: [{ code: 'swab', ...names, count: 2 }] },
    })
    return { kind: 'kit', key, version: 1 }
  },
  'catalogue.list-definitions': () => ({}),
  'catalogue.preview-template': async (lab) => {
    const key = word('template')
    await lab.arrange('catalogue.define-template', {
      key,
      ...names,
      text: { en: 'Item {item}.', es: 'Indicio {item}.' },
    })
    return { key, values: '{"item":"1"}' }
  },
  'catalogue.list-unconfirmed': () => ({}),
  'catalogue.export-laboratory': () => ({}),
}
