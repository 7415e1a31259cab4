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
} as const
