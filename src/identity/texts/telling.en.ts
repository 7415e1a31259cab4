/** What identity says of browsers that are told, and of invitations. */
export const telling = {
  'identity.push-address':
    'That is not the address of a push service: it must begin with https and be a public one.',
  'identity.push-many':
    'You have notices on in {most} browsers already. Turn them off in one that you no longer use.',
  'identity.push-some-browser': 'a browser',
  'identity.push-title': 'In this browser, while it is shut',
  'identity.push-note':
    'A notice says that something waits and on which page, nothing of the case. It is sealed for this browser; the push service of its maker only learns that there was one.',
  'identity.push-on': 'Turn on',
  'identity.push-off': 'Turn off',
  'identity.push-is-on': 'Notices are on in this browser.',
  'identity.push-denied':
    'This browser was told not to show notices of Custodia. Allow them in the settings of the browser, then try again.',
  'identity.push-not-here':
    'This browser does not take notices while it is shut. On an iPhone or iPad, put Custodia on the home screen first and open it from there.',
  'identity.push-no-service':
    'The push service of this browser could not be reached. Notices in the product and by mail go on.',
  'identity.push-others': 'Other browsers',
  'identity.push-told': 'told last {at}',
  'identity.push-never': 'not told yet',
  'identity.signatory-elsewhere': 'Who signs must be one of the agency’s own people, with an account.',
  'identity.agency-code-taken': 'Another agency has that official code.',
  'identity.agreement-lacking':
    'No agreement between the service and {agency} is in force, and its people are let in under one only.',
  'identity.next-agreement':
    'Ask the head of your agency to sign the one that was offered, or the service to offer one.',
  'identity.notice-agreement-subject': 'An agreement waits for your signature',
  'identity.notice-agreement-body':
    'Hello {name},\n\nThe service offered your agency an agreement. It waits for your signature here: {link}\n\n{service}',
  'identity.invite-new': 'Invite somebody',
  'identity.invite-new-text':
    'Person, account and role in one step. You are shown a code once: give it by hand or read it out in a call. It opens the account for seven days.',
  'identity.invited': '{name} is invited',
  'identity.field-email': 'E-mail',
  'identity.field-badge': 'Badge number',
  'identity.field-code': 'Official code',
  'identity.field-signatory': 'Who signs for the agency',
  'identity.field-words': 'The agreement in words',
  'identity.tab-agreements': 'Agreements',
  'identity.agreements-mine': 'What your agency signed with the service. It holds for you too.',
  'identity.agreements-none': 'Your agency has signed nothing with the service yet.',
  'identity.offered-to-you': 'Waits for your signature',
  'identity.sign-for':
    'You sign for your agency, with your PIN or passkey. Its people are held to it from its day.',
  'identity.signed-by': 'Signed by {name} on {day}',
  'identity.rule-agreement-required': 'Let in under an agreement only',
  'identity.rule-own-cases': 'Has cases of its own',
  'identity.rule-own-cases-note':
    'What it brings goes into cases of a kind for customers outside the police, numbered by themselves. It never comes into a case of the police.',
  'identity.rule-pays-fees': 'Pays fees',
  'identity.rule-pays-fees-note':
    'As its agreement says: what is asked for is charged by the list of fees when the section takes it on.',
  'identity.rule-prelog-required': 'Announces what it brings',
  'identity.rules-held': 'Held to',
  'identity.change-rules': 'Change',
  'identity.let-off': 'Let it off',
  'identity.hold-to-it': 'Hold it to this',
  'identity.rule-agreement-required-note':
    'Its people come in only while an agreement is in force; who may sign one comes in to sign.',
  'identity.rule-prelog-required-note':
    'What its people bring without an announcement is received with the reason why there was none.',
  'identity.rule-place-stated': 'Says from where it comes in',
  'identity.rule-place-stated-note':
    'Its people say from where they come in; such a session ends after twenty minutes without anybody there.',
} as const
