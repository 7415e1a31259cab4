/** The verifier as one page, for anybody: it works with no network and without us, and is what a court keeps. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { stream } from '#platform/define.ts'
import { verifierPage as file } from '../standing.ts'

export const verifierPage = stream({
  name: 'reports.verifier-page',
  summary: 'Gives anybody the page that verifies certificates with no network and without us.',
  who: 'anyone',
  input: z.strictObject({}),
  async run(cx) {
    cx.allow(null)
    return { name: 'verify.html', mediaType: 'text/html; charset=utf-8', bytes: await readFile(file) }
  },
})
