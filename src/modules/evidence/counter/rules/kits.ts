/** Rules of collection kits: what is issued is fit until its day, used once, and collects no more than it held; pure. */
import { allOf, no, unless, type Verdict } from '#kernel/verdict.ts'

export interface KitStanding {
  readonly number: string
  readonly kit: string
  readonly state: 'out' | 'used' | 'stock' | 'scrapped'
  readonly expires_on: string | null
  readonly unit_name: string | null
  readonly contents: readonly { readonly code: string; readonly count: number }[]
}

/** The day itself is still good. */
export const kitExpired = (kit: Pick<KitStanding, 'expires_on'>, today: string): boolean =>
  kit.expires_on !== null && kit.expires_on < today

/** A serial is one kit for ever: given back unused it goes out again as the same kind. */
export function mayIssueKit(
  serial: string,
  known: (KitStanding & { readonly may_see: boolean }) | undefined,
  wanted: { readonly kit: string; readonly expiresOn: string | null; readonly today: string },
): Verdict {
  const expires = known?.expires_on ?? wanted.expiresOn
  return allOf(
    // Where another office has it is that office's own.
    unless(
      known?.may_see ?? true,
      no('evidence.kit-of-another-office', { number: serial }, 'evidence.next-other-kit'),
    ),
    unless(
      known === undefined || known.state === 'stock',
      no(`evidence.kit-is-${known?.state ?? 'out'}`, { number: serial, where: known?.unit_name ?? '' }),
    ),
    unless(
      known === undefined || known.kit === wanted.kit,
      no('evidence.kit-of-another-kind', { number: serial, kit: known?.kit ?? '' }),
    ),
    unless(
      !kitExpired({ expires_on: expires }, wanted.today),
      no('evidence.kit-expired', { number: serial, on: expires ?? '' }, 'evidence.next-kit-return-expired'),
    ),
  )
}

/** Past its day only with a reason, which stays with what was collected. */
export function mayUseKit(kit: KitStanding, today: string, reason: string | null): Verdict {
  return allOf(
    unless(
      kit.state === 'out',
      no(`evidence.kit-is-${kit.state}`, { number: kit.number, where: kit.unit_name ?? '' }),
    ),
    unless(
      !kitExpired(kit, today) || reason !== null,
      no(
        'evidence.kit-expired',
        { number: kit.number, on: kit.expires_on ?? '' },
        'evidence.next-kit-reason',
      ),
    ),
  )
}

export function collectedFits(
  kit: KitStanding,
  collected: readonly { readonly code: string; readonly count: number }[],
): Verdict {
  const held = new Map(kit.contents.map((c) => [c.code, c.count]))
  const sums = new Map<string, number>()
  for (const c of collected) sums.set(c.code, (sums.get(c.code) ?? 0) + c.count)
  const over = [...sums].find(([code, n]) => n > (held.get(code) ?? 0))
  return unless(
    over === undefined,
    no('evidence.kit-holds-less', {
      number: kit.number,
      code: over?.[0] ?? '',
      n: held.get(over?.[0] ?? '') ?? 0,
    }),
  )
}

export function mayReturnKit(kit: KitStanding, condition: string | null, today: string): Verdict {
  return allOf(
    unless(
      kit.state === 'out',
      no(`evidence.kit-is-${kit.state}`, { number: kit.number, where: kit.unit_name ?? '' }),
    ),
    unless(
      condition !== 'unused' || !kitExpired(kit, today),
      no(
        'evidence.kit-expired',
        { number: kit.number, on: kit.expires_on ?? '' },
        'evidence.next-kit-say-expired',
      ),
    ),
  )
}
