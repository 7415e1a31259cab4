/** OpenAPI 3.1 out of the operations themselves: nothing is described twice. */
import type { AnyOperation } from '#platform/cx.ts'
import type { Say } from '#kernel/say.ts'
import { type JsonObject, type Shapes, gatherShapes } from './shapes.ts'
import { cookiesOf } from './session-cookies.ts'

const problem = {
  description: 'Refused: a sentence for a person, a stable code, the next step where there is one',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const inHeader = (name: string) => ({ name, in: 'header', required: true, schema: { type: 'string' } })
const files = {
  post: {
    operationId: 'files',
    tags: ['files'],
    summary: 'Sends a file; its name is then used in a command.',
    parameters: [{ name: 'name', in: 'query', schema: { type: 'string' } }],
    requestBody: {
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
    responses: {
      '201': {
        description: 'Kept',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: {
                sha256: { type: 'string' },
                size: { type: 'integer' },
                type: { type: 'string' },
              },
              required: ['sha256', 'size', 'type'],
            },
          },
        },
      },
      default: problem,
    },
  },
}

const inParts = {
  post: {
    operationId: 'begin-file-in-parts',
    tags: ['files'],
    summary:
      'Begins a file that comes in parts (tus 1.0): its length, its name and its SHA-256 are said first.',
    parameters: ['Tus-Resumable', 'Upload-Length', 'Upload-Metadata'].map(inHeader),
    responses: {
      '201': { description: 'Begun; whole already where all of it came along' },
      default: problem,
    },
  },
}
const onePart = {
  parameters: [{ name: 'sha256', in: 'path', required: true, schema: { type: 'string' } }],
  head: {
    operationId: 'file-in-parts-so-far',
    tags: ['files'],
    summary: 'How much of a file that you began is there (Upload-Offset).',
    responses: { '200': { description: 'So much is there' }, default: problem },
  },
  patch: {
    operationId: 'go-on-with-file-in-parts',
    tags: ['files'],
    summary: 'Goes on with a file from where it stands; with its last byte it is held against its SHA-256.',
    parameters: ['Tus-Resumable', 'Upload-Offset'].map(inHeader),
    requestBody: {
      required: true,
      content: { 'application/offset+octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
    responses: {
      '200': { description: 'Whole, and kept' },
      '204': { description: 'So far' },
      default: problem,
    },
  },
}

const sessionScheme = (url: string) => ({
  type: 'apiKey',
  in: 'cookie',
  name: cookiesOf({ house: { url } }).session,
})
const components = {
  securitySchemes: {
    token: { type: 'http', scheme: 'bearer' },
  },
  schemas: {
    Problem: {
      type: 'object',
      required: ['type', 'title', 'status', 'code', 'detail'],
      properties: {
        type: { type: 'string' },
        title: { type: 'string' },
        status: { type: 'integer' },
        code: { type: 'string' },
        detail: { type: 'string' },
        next: { type: 'string' },
        fields: {
          type: 'array',
          items: {
            type: 'object',
            properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
          },
        },
      },
    },
  },
}

const commandHeaders = [
  ['Idempotency-Key', 'The same key and body give the same answer and happen once'],
  ['Custodia-Occurred-At', 'When it happened, RFC 3339; now unless said otherwise'],
  ['Custodia-Reason', 'Why; required by some acts; percent-encoded UTF-8'],
  ['Custodia-Step-Up', 'Proof from identity.step-up; required by acts that sign'],
].map(([name, description]) => ({
  name,
  description,
  in: 'header',
  required: false,
  schema: { type: 'string' },
}))

export function openapiOf(operations: Iterable<AnyOperation>, say: Say, url: string): JsonObject {
  const paths: JsonObject = {}
  const shapes = gatherShapes()
  for (const op of [...operations].sort((a, b) => a.name.localeCompare(b.name))) {
    const [module, verb] = op.name.split('.')
    paths[`/api/${module}/${verb}`] = {
      [op.kind === 'command' ? 'post' : 'get']: describe(op, say, module as string, shapes),
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Custodia',
      version: '0.1.0',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url }],
    security: [{ token: [] }, { session: [] }],
    paths: {
      ...paths,
      '/api/files': files,
      '/api/files/parts': inParts,
      '/api/files/parts/{sha256}': onePart,
    },
    components: {
      ...components,
      securitySchemes: { ...components.securitySchemes, session: sessionScheme(url) },
      schemas: { ...components.schemas, ...shapes.components },
    },
  }
}

function describe(op: AnyOperation, say: Say, module: string, shapes: Shapes): JsonObject {
  const input = shapes.of(op.input, 'input', op.name)
  const shared = {
    operationId: op.name,
    tags: [module],
    summary: say(`op.${op.name}`),
    description: op.summary,
    'x-who': op.who,
    ...(op.stepUp ? { 'x-step-up': true } : {}),
    ...(op.reason ? { 'x-reason': op.reason } : {}),
    ...(op.who === 'anyone' ? { security: [] } : {}),
    responses: {
      '200':
        op.kind === 'stream'
          ? { description: 'The file', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } }
          : {
              description: 'Done',
              content: { 'application/json': { schema: shapes.of(op.output, 'output', op.name) } },
            },
      default: problem,
    },
  }
  if (op.kind === 'command')
    return {
      ...shared,
      parameters: commandHeaders,
      requestBody: { required: true, content: { 'application/json': { schema: input } } },
    }
  const properties = (input.properties ?? {}) as Record<string, JsonObject>
  const required = (input.required ?? []) as string[]
  return {
    ...shared,
    parameters: Object.entries(properties).map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema,
    })),
  }
}
