/** What identity says of offices, rights and places, and at the machine of a counter, in English. */
export const working = {
  'op.identity.work-at': 'Work from this office',
  'op.identity.explain-right': 'Why may I, or may I not?',
  'identity.no-session': 'Only who is signed in on a screen works from an office.',
  'identity.not-your-office': 'You hold no role in this office.',
  'identity.others-rights': 'Of somebody else’s rights whoever keeps the accounts asks.',
  'identity.next-ask-your-administrator': 'Ask the administrator of your office.',
  'identity.right-of-all': '“{act}” is open to everybody.',
  'identity.right-held': '{name} may do “{act}”: {role}, {at}.',
  'identity.right-not-held': '{name} may not do “{act}”. It is for: {roles}.',
  'identity.right-over': 'The role {role} ({at}) was held and has ended.',
  'identity.right-from-whom':
    'A role is given by the administrator of the office and looked at by a second person within two weeks.',
  'identity.no-office': 'You belong to no office with which a view could be shared.',
  'identity.next-share-service': 'Share it with the whole service, or keep it for yourself.',
  'identity.place-needed':
    'People of {agency} say from where they come in: a place in which nobody else sees the screen.',
  'identity.next-place': 'Say where you are and that nobody else sees the screen.',
  'identity.field-place': 'Where are you?',
  'identity.place-office': 'In our office',
  'identity.place-vehicle': 'In a service vehicle',
  'identity.place-field': 'At work outside',
  'identity.place-help':
    'By coming in you say that nobody else sees this screen here. It is kept with the sign-in.',
  'identity.kiosk-title': 'Bring something in',
  'identity.kiosk-words':
    'Write down here what you bring, in four steps; the counter then only compares. Nothing stays on this machine, and it lets you out after three minutes without you.',
  'identity.kiosk-begin': 'Begin',
  'identity.kiosk-without': 'Without a name for signing in? The counter takes it in with you.',
  'op.identity.find-acts': 'Find an act',
  'identity.field-act': 'What they want to do',
} as const
