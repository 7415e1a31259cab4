/** The scan desk and the counter without their screens: four scans are a whole act, and what was typed is what is sent. */
import { describe, expect, it } from 'vitest'
import type { Scanned } from '../things/contract.ts'
import { shortWay } from '../things/rules.ts'
import { emptyDesk, heard, inputOf, readyOf } from './screens/desk.ts'
import { itemOf, likeIt, sealsOf, signedBy, submissionOf } from '../counter/screens/intake.ts'

const nothing: Scanned = {
  kind: 'nothing',
  items: [],
  person: null,
  purpose: null,
  place: null,
  consignment: null,
}
const place = { id: 'p1', code: 'D-1', name: 'Shelf 1', path: 'Site › Shelf 1', witness: true, free: 3 }
const person = { id: 'u1', name: 'T. Cus', where: null }

describe('four scans: who, what, where, why', () => {
  it('a shelf and a badge make an act that stores before a second person', () => {
    const onPlace = heard({ ...nothing, kind: 'place', place }, emptyDesk, 'put-away')
    expect(readyOf('put-away', emptyDesk, 1)).toMatchObject({ ok: false })
    const onBadge = heard({ ...nothing, kind: 'person', person }, onPlace?.desk ?? emptyDesk, 'put-away')
    const desk = { ...(onBadge?.desk ?? emptyDesk), witnessPin: '246810' }
    expect(readyOf('put-away', desk, 1)).toEqual({ ok: true })
    expect(inputOf('put-away', ['a', 'b'], desk, new Map(), false)).toEqual([
      {
        operation: 'evidence.store-item',
        things: 2,
        input: { things: ['a', 'b'], place: 'p1', witness: { person: 'u1', pin: '246810' } },
      },
    ])
  })
  it('a badge and a purpose make a hand-over; a PIN makes it at once', () => {
    const who = heard({ ...nothing, kind: 'person', person }, emptyDesk, 'hand-over')
    const why = heard(
      { ...nothing, kind: 'purpose', purpose: { code: 'court', name: 'For court' } },
      who?.desk ?? emptyDesk,
      'hand-over',
    )
    const desk = { ...(why?.desk ?? emptyDesk), signing: { way: 'pin' as const, pin: '1234' } }
    expect(inputOf('hand-over', ['a'], desk, new Map(), true)[0]?.input).toEqual({
      things: ['a'],
      partly: true,
      to: 'u1',
      purpose: 'For court',
      coSigner: { person: 'u1', pin: '1234' },
    })
  })
  it('what comes in is sent by the way it comes: one offer, one consignment, one from court', () => {
    const item = (id: string, more: object): { operation: string; item: Scanned['items'][number] } => ({
      operation: (more as { operation: string }).operation,
      item: { id, holder: { kind: 'carrier', id: 'k1', name: '', where: null }, offer: 'h1' } as never,
    })
    const ways = new Map([
      ['a', item('a', { operation: 'evidence.accept-hand-over' })],
      ['b', item('b', { operation: 'evidence.receive-consignment' })],
      ['c', item('c', { operation: 'evidence.return-from-court' })],
      ['d', item('d', { operation: 'evidence.receive-consignment' })],
    ])
    expect(inputOf('take-in', ['a', 'b', 'c', 'd'], emptyDesk, ways, false).map((g) => g.input)).toEqual([
      { things: ['a'], handOver: 'h1' },
      { things: ['b', 'd'], consignment: 'k1' },
      { things: ['c'] },
    ])
  })
})

describe('the counter', () => {
  it('sends what was typed and leaves out what was left empty', () => {
    expect(
      itemOf({
        description: 'Bag',
        packType: 'plastic-bag',
        colour: '',
        seals: 'A1, A2',
        sealState: 'damaged',
        hazards: ['sharps'],
        photographs: [],
        doubt: '',
      }),
    ).toEqual({
      description: 'Bag',
      packaging: { type: 'plastic-bag' },
      seals: [
        { number: 'A1', state: 'damaged' },
        { number: 'A2', state: 'damaged' },
      ],
      hazards: ['sharps'],
      photographs: [],
      discrepancies: [],
    })
  })
  it('of many alike only the seal is new: photographs and doubts of the last are not carried over', () => {
    const next = likeIt(
      { description: 'Bag', photographs: ['x'], doubt: 'wet', seals: 'A1', theirNumber: 'DG-1' },
      'A2',
    )
    expect(next).toEqual({ description: 'Bag', seals: 'A2', sealState: 'intact' })
    expect(sealsOf(' A1  A2,A2;A3 ')).toEqual(['A1', 'A2', 'A3'])
  })
  it('names what goes back, and nobody signs who did not', () => {
    const sent = submissionOf(
      { which: 'here', case: 'c1', person: 'u1' },
      [{ description: 'Bag' }],
      [{ description: 'Wet bag', why: 'not-sealed', whyName: 'Not sealed' }],
      { way: 'pin', pin: '' },
    )
    expect(sent).toMatchObject({
      case: 'c1',
      submittedBy: { person: 'u1' },
      refused: [{ why: 'not-sealed' }],
    })
    expect(sent).not.toHaveProperty('coSigner')
    expect(signedBy({ way: 'device', document: 'Card 1' }, undefined)).toEqual({
      signed: { document: 'Card 1' },
    })
  })
  it('a way to a place says nothing twice', () => {
    expect(shortWay('Lab › Main store › Main store, rack 2 › Main store, rack 2, shelf 3')).toBe(
      'Main store › rack 2 › shelf 3',
    )
    expect(shortWay('Lab')).toBe('Lab')
  })
})
