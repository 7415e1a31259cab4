/** The case as it is shown: the whole page in one answer, and the same as it was known then. */
import { z } from 'zod'
import { Absent, actions } from '#kernel/shapes.ts'

const hidden = z.enum(['minor', 'complainant']).nullable()
export const Party = z.object({
  id: z.string(),
  role: z.string(),
  roleName: z.string().optional(),
  ordinal: z.number().nullable(),
  name: z.string().nullable(),
  otherNames: z.array(z.string()),
  born: z.string().nullable(),
  hidden,
  sex: z.string().nullable(),
  age: z.number().nullable(),
  minor: z.boolean(),
  identified: z.boolean(),
  organisation: z.boolean(),
})
export const Named = z.object({ code: z.string(), name: z.string() })
export const HoldSeen = z.object({
  id: z.string(),
  subject: z.string(),
  kind: z.string(),
  why: z.string(),
  since: z.string(),
})
export const OpenThing = z.object({
  kind: z.string(),
  subject: z.string().nullable(),
  text: z.string(),
  since: z.string().nullable(),
})
export const Completeness = z.object({
  complete: z.boolean(),
  open: z.array(OpenThing),
  counts: z.array(z.object({ kind: z.string(), open: z.number(), done: z.number() })),
})
export const IncidentSeen = z
  .object({
    on: z.string().nullable(),
    absent: Absent.nullable(),
    until: z.string().nullable(),
    time: z.string().nullable(),
    precision: z.string(),
    district: Named.nullable(),
    settlement: Named.nullable(),
    highway: Named.nullable(),
    mile: z.string().nullable(),
    text: z.string().nullable(),
    latitude: z.string().nullable(),
    longitude: z.string().nullable(),
  })
  .nullable()
export const InvestigatorSeen = z
  .object({
    person: z.string().nullable(),
    name: z.string().nullable(),
    unit: z.string().nullable(),
    unitName: z.string().nullable(),
    agency: z.string().nullable(),
    agencyName: z.string().nullable(),
  })
  .nullable()

export const CaseSeen = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  summary: z.string().nullable(),
  type: Named,
  state: z.enum(['open', 'closed']),
  restricted: z.boolean(),
  sealed: z.boolean(),
  guarded: z.boolean(),
  priority: z.number(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  /** What the closing act stated: by whom, and how much of each kind was done; null while the case is open. */
  closed: z
    .object({
      by: z.string().nullable(),
      counts: z.array(z.object({ kind: z.string(), open: z.number(), done: z.number() })),
    })
    .nullable(),
  duplicateOf: z.object({ id: z.string(), number: z.string() }).nullable(),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  aliases: z.array(z.object({ kind: z.string(), kindName: z.string(), text: z.string() })),
  parties: z.array(Party),
  offences: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      iccs: z.string().nullable(),
      counts: z.number().nullable(),
    }),
  ),
  incident: IncidentSeen,
  investigator: InvestigatorSeen,
  hazards: z.array(
    z.object({
      hazard: z.string(),
      name: z.string(),
      words: z.string().nullable(),
      since: z.string(),
      by: z.string().nullable(),
    }),
  ),
  holds: z.array(HoldSeen),
  completeness: Completeness,
  tasks: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      assignee: z.string(),
      assigneeName: z.string(),
      dueOn: z.string().nullable(),
      done: z.boolean(),
    }),
  ),
  notes: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      way: z.string().nullable(),
      with: z.string().nullable(),
      direction: z.string().nullable(),
      text: z.string().nullable(),
      at: z.string(),
      by: z.string().nullable(),
    }),
  ),
  documents: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      mediaType: z.string(),
      size: z.number(),
      file: z.string(),
      note: z.string().nullable(),
      at: z.string(),
      destroyed: z.boolean(),
    }),
  ),
  court: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      on: z.string(),
      time: z.string().nullable(),
      court: z.string().nullable(),
      text: z.string(),
    }),
  ),
  related: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      kind: z.string(),
      kindName: z.string(),
    }),
  ),
  historyCount: z.number(),
  next: z.object({ text: z.string(), since: z.string().nullable() }).nullable(),
  actions,
})

export const CaseAsKnown = CaseSeen.pick({
  id: true,
  number: true,
  title: true,
  summary: true,
  state: true,
  restricted: true,
  sealed: true,
  priority: true,
  aliases: true,
  parties: true,
  offences: true,
  incident: true,
  investigator: true,
  hazards: true,
  holds: true,
  court: true,
  type: true,
}).extend({ asOf: z.string(), later: z.number() })
export const Related = z.object({
  nodes: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), state: z.string() })),
  links: z.array(z.object({ from: z.string(), to: z.string(), kind: z.string(), text: z.string() })),
})
export type CaseSeen = z.output<typeof CaseSeen>
