/** How a case stands, by property: what waits is said first, and nothing is said of a case that is not so. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOpen, standingOf } from './rules.ts'

const request = fc.record({
  section: fc.constant('Chemistry'),
  state: fc.constantFrom('asked', 'accepted', 'assigned', 'started', 'completed', 'declined', 'withdrawn'),
  waiting: fc.boolean(),
  assignee: fc.option(fc.constant('T. Cus')),
  due_on: fc.option(fc.constantFrom('2026-11-20', '2026-11-25')),
})
const issued = fc.array(fc.constant({ number: '26-0001', at: '2026-11-19T00:00:00.000Z' }), { maxLength: 2 })

test('what waits is said before what goes on, what goes on before what is ready; a closed case says nothing else', () => {
  fc.assert(
    fc.property(fc.array(request, { maxLength: 5 }), issued, fc.nat(3), (requests, papers, items) => {
      const said = standingOf({ state: 'open', items, requests, issued: papers })
      const open = requests.filter(isOpen)
      if (open.some((r) => r.waiting)) expect(said.stage).toBe('waits')
      else if (open.some((r) => r.state === 'assigned' || r.state === 'started'))
        expect(said.stage).toBe('in-examination')
      else if (open.length > 0) expect(said.stage).toBe('asked')
      else expect(said.stage).toBe(papers.length > 0 ? 'ready' : items > 0 ? 'received' : 'opened')
      if (said.dueOn !== null) expect(open.map((r) => r.due_on)).toContain(said.dueOn)
      expect(standingOf({ state: 'closed', items, requests, issued: papers }).stage).toBe('closed')
    }),
  )
})
