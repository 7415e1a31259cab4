/** One event as CloudEvents 1.0.2 writes it in JSON (structured mode): attributes beside the data, in one document. */
import { type Json, canonical } from '#kernel/canonical.ts'

export const cloudEventType = 'application/cloudevents+json'

export interface CloudEvent {
  /** With `source` it names the event for ever: who receives it twice knows it again. */
  readonly id: string
  readonly source: string
  readonly type: string
  readonly subject: string
  /** RFC 3339. */
  readonly time: string
  /** Extension *sequence*: the greater is the later, of one source; texts of one length compare as they are. */
  readonly sequence: string
  readonly data: Json
}

const attribute = /^[a-z0-9]{1,20}$/

/** Refused as a defect where a required attribute is empty (1.0.2, “Required attributes”). */
export function writeCloudEvent(event: CloudEvent): string {
  const { data, ...attributes } = event
  const whole = { specversion: '1.0', datacontenttype: 'application/json', ...attributes }
  for (const [name, value] of Object.entries(whole))
    if (!attribute.test(name) || value === '') throw new Error(`Defect: attribute ${name} of an event`)
  return canonical({ ...whole, data })
}
