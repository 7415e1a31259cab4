/**
 * The log: structured, with the number of the request, and without personal data. What people typed can stand in the
 * words of an error (“invalid input syntax for type uuid: "Ana"”, a row in a database's detail), so errors are told by
 * kind, code, place and their words with everything in quotation marks left out.
 */
import { Logger as QueueLogger } from 'graphile-worker'
import { type Logger, pino } from 'pino'
import type pinoPretty from 'pino-pretty'
import type { Config } from '#platform/config.ts'
import { onFirstUse } from '#platform/on-first-use.ts'

const pretty = onFirstUse<{ build: typeof pinoPretty }>('pino-pretty')

const unquoted = (text: string): string => text.replace(/"[^"]*"/g, '"…"').slice(0, 4_000)

/** Frames of the stack without its first line, which repeats the message. */
function framesOf(error: Error): string {
  const stack = error.stack ?? ''
  return stack.slice(Math.max(0, stack.search(/\n\s+at /))).trim()
}

export function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint, schema, table, column, routine } = error as Error & Record<string, unknown>
  const facts = { code, constraint, schema, table, column, routine }
  return {
    type: error.constructor.name,
    message: unquoted(error.message),
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => typeof value === 'string')),
    stack: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: errorForLog(error.cause) }),
  }
}

/** JSON lines on standard error, or readable ones on a terminal; standard output is for what commands answer. */
export function makeLog(config: Pick<Config, 'logLevel'>, quiet = false): Logger {
  const options = {
    level: quiet && config.logLevel !== 'silent' ? 'warn' : config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: errorForLog },
  }
  return process.stderr.isTTY && !process.env.CI
    ? pino(
        options,
        pretty.build({ colorize: true, translateTime: 'SYS:HH:MM:ss', destination: 2, sync: true }),
      )
    : pino(options, pino.destination({ dest: 2, sync: false }))
}

/** The job queue speaks through the same log; its greetings are of use only to whoever looks for a fault. */
export function queueLog(log: Logger): QueueLogger {
  return new QueueLogger((scope) => (level, text, meta) => {
    const facts = {
      ...(scope.taskIdentifier ? { task: scope.taskIdentifier } : {}),
      ...(scope.jobId ? { job: scope.jobId } : {}),
      ...(meta?.error ? { err: meta.error } : {}),
    }
    if (level === 'error') log.error(facts, unquoted(text))
    else if (level === 'warning') log.warn(facts, unquoted(text))
    else log.debug(facts, unquoted(text))
  })
}
