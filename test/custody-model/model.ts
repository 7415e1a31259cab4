/** The reference model of custody: what a thing is and where, in a few lines that anybody can check; the product must agree with it after every act. */

export interface ModelThing {
  /** A person, a place, a consignment, or nobody. */
  holder: string | null
  state: 'received' | 'held' | 'stored' | 'left' | 'in-transit' | 'at-court' | 'missing' | 'returned' | 'void'
  offeredTo: string | null
  offeredBy: string | null
  packedIn: number | null
  sealed: boolean
  /** Opened, so that it cannot be said never to have been touched. */
  worked: boolean
  /** Changes of hands, the first one included. */
  events: number
}
export type Model = ModelThing[]

export type Act =
  | { readonly kind: 'store' | 'leave' | 'court'; readonly thing: number; readonly to: string }
  | { readonly kind: 'offer' | 'sign-over'; readonly thing: number; readonly to: string }
  | { readonly kind: 'pack'; readonly thing: number; readonly into: number }
  | {
      readonly kind:
        | 'retrieve'
        | 'take-in'
        | 'accept'
        | 'decline'
        | 'withdraw'
        | 'unpack'
        | 'send'
        | 'arrive'
        | 'back'
        | 'lose'
        | 'find'
        | 'return'
        | 'void'
        | 'seal'
        | 'open'
      readonly thing: number
    }

export const begun = (by: string): ModelThing => ({
  holder: by,
  state: 'received',
  offeredTo: null,
  offeredBy: null,
  packedIn: null,
  sealed: false,
  worked: false,
  events: 1,
})

const isPlace = (holder: string | null): boolean => holder?.startsWith('place:') ?? false
/** Where things are left after hours: nobody puts anything away there, and what was left comes out by taking in only. */
const isTemporary = (place: string): boolean => place === 'place:CM-NIGHT'
const over = (t: ModelThing): boolean => t.state === 'returned' || t.state === 'void'
/** Everything packed in a thing, at any depth. */
export function inside(model: Model, thing: number): number[] {
  const direct = model.flatMap((t, i) => (t.packedIn === thing ? [i] : []))
  return [...direct, ...direct.flatMap((i) => inside(model, i))]
}

/** The whole of the rules: one holder, in these hands, not on offer, and what is packed moves with what it is packed in. */
export function may(model: Model, act: Act, me: string): boolean {
  const t = model[act.thing] as ModelThing
  const here = !over(t) && t.state !== 'missing'
  const mine = here && t.offeredTo === null && t.holder === me
  const alone = t.packedIn === null
  switch (act.kind) {
    case 'store':
      return mine && alone && !isTemporary(act.to)
    case 'leave':
      return mine && alone && isTemporary(act.to) && t.sealed
    case 'court':
    case 'send':
    case 'return':
      return mine && alone
    case 'offer':
    case 'sign-over':
      return mine && alone && act.to !== me
    case 'retrieve':
      return here && isPlace(t.holder) && t.state !== 'left' && alone
    case 'take-in':
      return here && t.state === 'left' && alone
    case 'accept':
    case 'decline':
      return here && t.offeredTo === me && alone
    case 'withdraw':
      return t.offeredTo !== null && t.offeredBy === me && alone
    case 'arrive':
      return t.state === 'in-transit' && alone
    case 'back':
      return t.state === 'at-court' && alone
    case 'lose':
      return here
    case 'find':
      return t.state === 'missing'
    case 'void':
      return mine && !t.worked && inside(model, act.thing).length === 0
    case 'seal':
      return mine && !t.sealed
    case 'open':
      return mine && t.sealed
    case 'pack': {
      const box = model[act.into] as ModelThing
      const boxMine = !over(box) && box.state !== 'missing' && box.offeredTo === null && box.holder === me
      return (
        mine &&
        boxMine &&
        !box.sealed &&
        alone &&
        act.into !== act.thing &&
        !inside(model, act.thing).includes(act.into)
      )
    }
    case 'unpack':
      return mine && t.packedIn !== null && !(model[t.packedIn] as ModelThing).sealed
  }
}

/** What follows; only asked of an act that may be done. */
export function follow(model: Model, act: Act, me: string): void {
  const going = [act.thing, ...inside(model, act.thing)].map((i) => model[i] as ModelThing)
  const t = going[0] as ModelThing
  const move = (state: ModelThing['state'], holder: string | null): void => {
    for (const g of going) {
      g.state = state
      g.holder = holder
      g.events += 1
    }
  }
  const clear = (): void => {
    for (const g of going) {
      g.offeredTo = null
      g.offeredBy = null
    }
  }
  switch (act.kind) {
    case 'store':
      return move('stored', act.to)
    case 'leave':
      return move('left', act.to)
    case 'court':
      return move('at-court', act.to)
    case 'retrieve':
    case 'take-in':
    case 'arrive':
    case 'back':
      return move('held', me)
    case 'find':
      // Found by itself, it is not in what it was packed in.
      t.packedIn = null
      return move('held', me)
    case 'offer':
      for (const g of going) {
        g.offeredTo = act.to
        g.offeredBy = me
      }
      return
    case 'sign-over':
      return move('held', act.to)
    case 'accept':
      move('held', me)
      return clear()
    case 'decline':
    case 'withdraw':
      return clear()
    case 'send':
      return move('in-transit', 'carrier')
    case 'lose':
      // What is missing by itself is not in its container.
      t.packedIn = null
      clear()
      return move('missing', null)
    case 'return':
      return move('returned', 'outside')
    case 'void':
      return move('void', null)
    case 'pack':
      t.packedIn = act.into
      return
    case 'unpack':
      t.packedIn = null
      return
    case 'seal':
      t.sealed = true
      return
    case 'open':
      t.sealed = false
      t.worked = true
  }
}
