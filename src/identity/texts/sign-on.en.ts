/** What is said of sign-on with the account of another house, in English. */
export const signOn = {
  'op.identity.sign-on-provider': 'Whose accounts may be used',
  'op.identity.begin-sign-on': 'Go to the provider',
  'op.identity.sign-on': 'Sign on',
  'op.identity.link-sign-on': 'Link an account of the provider',
  'op.identity.unlink-sign-on': 'End the link to the provider',
  'identity.method-sign-on': 'Account of the provider',
  'identity.sign-on-with': 'Sign on with {name}',
  'identity.sign-on-coming': 'Asking {name} who you are…',
  'identity.sign-on-again': 'Sign on again',
  'identity.sign-on-title': 'Sign on',
  'identity.sign-on-account': 'Account of the provider',
  'identity.field-sign-on-code': 'Code that the person was shown',
  'identity.sign-on-code-help':
    'Whoever comes from the provider for the first time is shown a code for a day. Have it told to you by the person, face to face or by telephone.',
  'identity.sign-on-linked-as': 'Linked. The provider calls this person {name}.',
  'identity.will-unlink':
    'Whoever holds that account does not come in with it any more, and what they opened with it ends.',
  'identity.no-provider': 'This service takes no accounts of others.',
  'identity.next-local-way': 'Sign in with a passkey, or with name and password.',
  'identity.sign-on-refused': 'The provider did not say who you are, or this answer was used before.',
  'identity.next-sign-on-anew': 'Begin the sign-on anew from the door.',
  'identity.sign-on-down': 'The provider does not answer.',
  'identity.sign-on-unknown':
    'The provider knows you; here nobody has said yet who you are. Your code is {code}.',
  'identity.next-tell-administrator': 'Tell your administrator this code within a day.',
  'identity.sign-on-stopped': 'The account behind this sign-on is stopped.',
  'identity.sign-on-one-factor':
    'You have a second factor here, and the provider does not say that you showed one there.',
  'identity.sign-on-code': 'No account of the provider waits under this code.',
  'identity.sign-on-linked': 'This account or this person is linked already.',
} as const
