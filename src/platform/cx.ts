/** The shapes an operation works with: who acts, what it may reach, and what it leaves behind. Types only. */
import type { z } from 'zod'
import type { Json } from '#kernel/canonical.ts'
import type { Say, Texts } from '#kernel/say.ts'
import type { Ref } from '#kernel/shapes.ts'
import type { Db, Tx } from './db.ts'
import type { ColdStores, Files } from './files.ts'
import type { Sql } from './sql.ts'

export interface Actor {
  readonly kind: 'person' | 'system' | 'migration' | 'support'
  readonly id: string
  readonly name: string
  /** Session or token that speaks for the person; step-up is bound to it. */
  readonly via: string | null
  /** The person, the units of their grants with all units beneath, and `everywhere` for grants without a unit. */
  readonly principals: readonly string[]
  readonly grants: readonly { readonly role: string; readonly units: readonly string[] | 'everywhere' }[]
  readonly unit: string | null
  readonly agency: string | null
  readonly language: 'en' | 'es'
  /** Only for API tokens: `*`, `module.*` or `module.operation`. */
  readonly scopes: readonly string[] | null
  readonly csrf: string | null
  /** At the machine of a counter: `scopes` says what it is for. */
  readonly kiosk?: boolean
  /** Roots that this person sees only for a while and by exception: each look at them is logged. */
  readonly watched?: readonly string[]
  /** For an act that was done then and comes in now: rights are those of that instant, and sight that ended since still holds. */
  readonly asOf?: string
}

/** Where a request came from, for limits and for the list of one's sessions; nulls where nobody asked over the network. */
export interface Caller {
  readonly address: string | null
  readonly agent: string | null
}

/** How people call what hangs on a root; the modules that keep roots answer it, identity asks. */
export interface Roots {
  /** By number or other name, whoever asks: only for acts that are recorded before anything is shown. */
  find(tx: Tx, said: string): Promise<string | undefined>
  names(tx: Tx, roots: readonly string[]): Promise<ReadonlyMap<string, string>>
}

/** A row that was loaded together with the answer to “may this person see it?” (`visible` in identity/sight.ts). */
export interface Protected {
  readonly may_see: boolean
  readonly root?: string | null
  readonly unit?: string | null
  /** True where each look is logged whatever the operation says (minors, sexual offences, sealed). */
  readonly sensitive?: boolean
}

/** A covered row: every column as it will be stored; `entry`, `recorded_at` and `recorded_by` are added by `record`. */
export interface CoveredRow {
  readonly id: string
  readonly [column: string]: Json | Buffer | undefined
}
export interface NewEntry {
  readonly subject: Ref
  readonly root?: string | null
  readonly facts?: { readonly [key: string]: Json | undefined }
  /** Covered rows by table; each goes in with the entry's id, and the entry keeps its digest. */
  readonly rows?: { readonly [table: string]: readonly CoveredRow[] }
  /** When one command is several acts in the ledger; else the operation's own name. */
  readonly action?: string
}

export interface Cx {
  readonly tx: Tx
  readonly actor: Actor
  /** The house's clock, one instant for the whole act. */
  readonly now: string
  /** When it happened, as the person says; `now` unless they said otherwise. */
  readonly occurredAt: string
  readonly reason: string | null
  readonly act: string
  readonly operation: string
  readonly caller: Caller
  readonly ground: Ground
  readonly say: Say
  /** Of the page that asks; where it does not say, of the person. What comes from data is told in it as well. */
  readonly language: 'en' | 'es'
  newId(): string
  /** Asks whether the actor holds this operation's right on the row; `null` where no row is in question. */
  allow(row: Protected | null): void
  /** Locks the heads of these subjects in sorted order; always before deciding. */
  lock(refs: readonly Ref[]): Promise<void>
  /** Writes covered rows now and the entries at the end of the act; answers the entries' ids. */
  record(...entries: readonly NewEntry[]): Promise<string[]>
  /** A covered row of a step beneath the operation: goes in at the end of the act, with the last entry of that root (or of the act). */
  along(root: string | null, table: string, row: CoveredRow | Promise<CoveredRow | undefined>): void
  /** Whether the actor holds another operation's right (for `actions` and for fields shown only to some). */
  may(operation: string, row?: Protected | null): boolean
  /** Writes that must outlive a refusal (sign-in counters); own connection, own commit. */
  aside<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** The heads that an act has locked, and of what it brings into the world that there is none: they stay so until it ends. */
export type Heads = Map<string, { seq: number; hash: string | null }>

export interface PendingEntry extends NewEntry {
  readonly id: string
  readonly digests: { readonly table: string; readonly id: string; readonly digest: string }[]
}

/** What the app gives to every act at start: the world, behind a few doors. */
export interface Ground {
  readonly db: Db
  readonly files: Files
  /** Where masters may be kept that are seldom asked for; null where the installation names no such place. */
  readonly cold: ColdStores | null
  now(): string
  newId(): string
  randomBytes(count: number): Buffer
  say(language: string): Say
  readonly authorise: (actor: Actor, operation: AnyOperation, row: Protected | null) => boolean
  /** The predicate of sight of a root, or of any part of it, for a statement of the ground itself. */
  readonly sees: (actor: Actor, now: string, root: string) => Sql
  readonly append: (
    cx: Pick<Cx, 'tx' | 'actor' | 'now' | 'occurredAt' | 'reason' | 'act' | 'operation' | 'newId' | 'ground'>,
    entries: readonly PendingEntry[],
    heads: Heads,
  ) => Promise<void>
  readonly lockHeads: (tx: Tx, refs: readonly Ref[], heads: Heads) => Promise<void>
  readonly operations: ReadonlyMap<string, AnyOperation>
  readonly constraints: Readonly<Record<string, string>>
  readonly roots: Roots
  /** What stands on a thing of the laboratory's rules, counted by every module that uses it. */
  readonly uses: (tx: Tx, of: RuleNamed) => Promise<readonly RuleUse[]>
  /** Rules that are kept by the module they belong to: the stores. */
  readonly ruleParts: ReadonlyMap<string, RulePart>
  /** Every sentence as the product writes it. */
  readonly texts: Readonly<Record<'en' | 'es', Texts>>
  /** The sentences, in the laboratory's own words where it has some for them today: for notices and papers. */
  readonly words: (tx: Tx, language: 'en' | 'es', now: string) => Promise<Say>
  /** Queues a job in the act's own transaction. */
  readonly queue: (
    tx: Tx,
    task: string,
    payload: Json,
    options?: { runAt?: string; key?: string },
  ) => Promise<void>
  readonly log: {
    info(facts: object, text: string): void
    warn(facts: object, text: string): void
    error(facts: object, text: string): void
  }
  /** Settings of this installation that never change while it runs. */
  readonly house: {
    readonly url: string
    readonly keysFolder: string
    readonly demo: boolean
    readonly keyPassphrase: string | null
    /** Whether a mail server is named; else messages stay in the outbox. */
    readonly mail?: boolean
    /** Networks of the house's own in which partners' machines may be called. */
    readonly partnerNetworks?: readonly string[]
    /** The house whose accounts people may sign on with (OpenID Connect). */
    readonly signOn?: {
      readonly issuer: string
      readonly clientId: string
      readonly name: string
      readonly secretFile?: string
    } | null
  }
}

export type Who = 'anyone' | 'signed-in' | readonly string[]

export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'command' | 'query' | 'stream'
  readonly name: string
  /** One sentence: the operation's documentation in every generated list. */
  readonly summary: string
  /** Roles that hold the right by default (identity/roles.ts), or anyone, or whoever is signed in. */
  readonly who: Who
  readonly input: I
  readonly output: O
  readonly reason?: 'required'
  readonly stepUp?: boolean
  /** The answer holds a secret or an unmasked value: shown once and not kept, and the same key again is refused. */
  readonly answers?: 'once'
  /** Each answer is written to the read log before it leaves. */
  readonly reads?: 'sensitive'
  readonly run: (cx: Cx, input: z.output<I>) => Promise<z.input<O>>
}
export type AnyOperation = Operation<z.ZodType, z.ZodType>

/** What a stream answers: a stored file or bytes, always sent as an attachment with a fixed type. */
export interface Download {
  readonly name: string
  readonly mediaType: string
  readonly file?: string
  readonly bytes?: Uint8Array
}

/** A thing of the laboratory's rules: `form item.firearm`, `code offence/murder`, `template …`. */
export interface RuleNamed {
  readonly what: string
  readonly key: string
}
export interface RuleUse {
  /** Key of the sentence; its `n` is the count. */
  readonly text: string
  readonly n: number
}

/** One thing of a part of a laboratory's files, and how it stands here. */
export interface PartDifference {
  readonly key: string
  readonly name: string
  readonly before: Json
  readonly after: Json
}
export interface RulePart {
  /** As its entries stand, in the words of the files. */
  readonly standing: (cx: Cx) => Promise<readonly Readonly<Record<string, Json>>[]>
  /** What these entries bring that is not there; refused where one cannot be. */
  readonly compare: (
    cx: Cx,
    entries: readonly Readonly<Record<string, Json>>[],
  ) => Promise<readonly PartDifference[]>
  /** Enters what compare found, within the act that approved it. */
  readonly enter: (cx: Cx, differences: readonly PartDifference[]) => Promise<void>
}

export interface Module {
  readonly name: string
  readonly operations: readonly AnyOperation[]
  readonly reactions?: readonly Reaction[]
  readonly followers?: readonly Follower[]
  /** Database constraint → code of the refusal it means. */
  readonly constraints?: Readonly<Record<string, string>>
  /** Queries answering what the derived tables must hold, for `custodia verify`: table → SQL with the same columns. */
  readonly derived?: Readonly<Record<string, string>>
  /** Background tasks by name (job queue). */
  readonly tasks?: Readonly<Record<string, (ground: Ground, payload: Json) => Promise<void>>>
  /** How much of this module stands on a thing of the laboratory's rules; nothing where it does not use it. */
  readonly uses?: (tx: Tx, of: RuleNamed) => Promise<readonly RuleUse[]>
  /** Parts of the laboratory's rules that this module keeps, by their name in the files: proposed and approved as every other rule. */
  readonly rules?: Readonly<Record<string, RulePart>>
  /** The module's parts of the laboratory's definition as they stand, in the words of its files. */
  readonly laboratory?: (
    tx: Tx,
  ) => Promise<Readonly<Record<string, readonly Readonly<Record<string, Json>>[]>>>
  /** For a module whose records are roots of what others keep. */
  readonly roots?: Roots
}

/** Keeps what is added up beside the record: told, in order, which roots were written to; it records nothing. */
export interface Follower {
  readonly name: string
  readonly run: (cx: Pick<Cx, 'tx' | 'now'>, roots: readonly string[]) => Promise<void>
}

export interface Reaction {
  /** `work.on-report-issued`: the module's word, then what happened. */
  readonly name: string
  readonly on: readonly string[]
  readonly run: (
    cx: Cx,
    entry: {
      id: string
      action: string
      subject: Ref
      root: string | null
      facts: Record<string, Json>
      recordedAt: string
    },
  ) => Promise<void>
}
