/** A file that left the online store by intent says where it lies and with whom, to whoever reads it, whatever for. */
import { isBroken } from './checked-bytes.ts'
import type { Files } from './files.ts'
import { Refusal } from '#kernel/verdict.ts'

export interface ColdCopy {
  readonly label: string
  readonly kind: 'folder' | 'medium'
  readonly whereabouts: string
  readonly keeper: string
  /** It lies there alone; else it came back, and this copy was left. */
  readonly away: boolean
}
export const fileAway = ({ label, whereabouts, keeper }: Omit<ColdCopy, 'kind' | 'away'>): Refusal =>
  new Refusal('conflict', 'file-away', { values: { label, whereabouts, keeper }, next: 'file-away-next' })

export function tellingAway(
  files: Files,
  coldCopies: (sha256: string) => Promise<readonly ColdCopy[]>,
): Files {
  const told = async (sha256: string, fault: unknown): Promise<never> => {
    const [at] = isBroken(fault) && fault.code === 'file-gone' ? await coldCopies(sha256) : []
    throw at?.away ? fileAway(at) : fault
  }
  return {
    ...files,
    coldCopies,
    read: (sha256) => files.read(sha256).catch((fault: unknown) => told(sha256, fault)),
    stream: (sha256) => files.stream(sha256).catch((fault: unknown) => told(sha256, fault)),
  }
}
/** Whether it is missed by nobody: it lies in a cold store. */
export const awayAt = async (files: Files, sha256: string): Promise<ColdCopy | undefined> =>
  (await files.coldCopies?.(sha256))?.find((copy) => copy.away)
