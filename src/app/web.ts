/** The built web application: hashed files for ever, index.html always fresh, every page of the app answers index.html. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '#kernel/verdict.ts'
import type { Ground } from '#platform/cx.ts'
import { languageOf, takeZone } from './zone.ts'

export const webFolder = join(import.meta.dirname, '../../dist/web')

export async function serveWeb(app: FastifyInstance, ground: Ground): Promise<void> {
  if (!existsSync(join(webFolder, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: webFolder,
    index: false,
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  const index = await readFile(join(webFolder, 'index.html'), 'utf8')
  app.setNotFoundHandler(async (request, reply) => {
    if (/^\/(api|assets)\//.test(request.url) || request.method !== 'GET')
      throw new Refusal('not-found', 'no-such-operation')
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(
        index.replace(
          '<html',
          `<html data-zone="${await takeZone(ground)}" data-language="${await languageOf(ground)}"`,
        ),
      )
  })
}
