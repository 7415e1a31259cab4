/** One profile: its alleles for those who work with them, its checks, grounds, searches and candidates, and what may be done with it now. */
import { query } from '#platform/define.ts'
import { ProfileAsked, ProfileSeen } from '../contract/profiles.ts'
import { profileSeen } from '../profile-seen.ts'
import { getProfile } from '../store/profiles.ts'

export const profile = query({
  name: 'results.profile',
  summary: 'Shows one STR profile with its checks, grounds, searches and candidates.',
  who: ['dna-custodian', 'analyst', 'section-head', 'director'],
  reads: 'sensitive',
  input: ProfileAsked,
  output: ProfileSeen,
  async run(cx, input) {
    const p = await getProfile(cx, input.profile)
    cx.allow(p)
    return profileSeen(cx, p)
  },
})
