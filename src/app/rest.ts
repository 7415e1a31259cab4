/**
 * A server at rest is small: what the start left behind, and later what a busy hour did, is given back to the machine once
 * nobody asks for anything. By itself the engine keeps such memory for the next busy hour, which in an office may be tomorrow.
 */
import type { FastifyInstance } from 'fastify'

const LOOK_MS = 10_000
const AFTER_START_MS = 500

export function giveBackAtRest(app: FastifyInstance): void {
  let asked = 0
  let asking = 0
  let seen = 0
  let given = 0
  app.addHook('onRequest', (_request, _reply, done) => {
    asked += 1
    asking += 1
    done()
  })
  app.addHook('onResponse', (_request, _reply, done) => {
    asking -= 1
    done()
  })
  const look = (): void => {
    const quiet = asked === seen && asking === 0
    seen = asked
    if (!quiet || given === asked) return
    given = asked
    giveBack()
  }
  const start = setTimeout(giveBack, AFTER_START_MS).unref()
  const timer = setInterval(look, LOOK_MS).unref()
  app.addHook('onClose', (_app, done) => {
    clearTimeout(start)
    clearInterval(timer)
    done()
  })
}

/** Started without `--expose-gc` (in tests), the engine is left to itself. Stops the world for some 60 ms. */
function giveBack(): void {
  void globalThis.gc?.({ type: 'major', execution: 'async', flavor: 'last-resort' })
}
