/** What is said of this device and of what it keeps, in English. */
export const en = {
  'device.title': 'This device',
  'device.waits':
    '{n, plural, =0 {Nothing waits to be sent.} one {# act waits to be sent.} other {# acts wait to be sent.}}',
  'device.waiting': 'Waits to be sent',
  'device.waiting-since': 'since {at}',
  'device.sent': 'Sent {at}',
  'device.refused': 'Refused',
  'device.give-up': 'Let it go',
  'device.give-up-will': 'It is taken off this device and is not sent. What was refused did not happen.',
  'device.send-now': 'Send now',
  'device.drafts': '{n, plural, =0 {No drafts} one {# draft} other {# drafts}}',
  'device.cases': '{n, plural, =0 {No cases kept} one {# case kept} other {# cases kept}}',
  'device.files':
    '{n, plural, =0 {No photographs or files} one {# photograph or file} other {# photographs or files}}',
  'device.keeps': 'What it keeps',
  'device.room': '{used} used, {left} free.',
  'device.room-used': '{used} used.',
  'device.short':
    'This device is nearly full. Send what waits, or make room, before you take more photographs.',
  'device.lasting': 'The browser does not clear it by itself.',
  'device.not-lasting':
    'The browser may clear it when the device is full. Ask it to keep it, or install Custodia on the home screen.',
  'device.ask-lasting': 'Ask the browser to keep it',
  'device.seal': 'How it is sealed',
  'device.seal-note':
    'What is kept here is encrypted (AES-256) with a key that the browser does not give out. Another user of this browser does not see it. Somebody who takes the storage of the device apart may find that key.',
  'device.pin-note':
    'With a PIN, nothing opens without it. Six digits slow down somebody who has the storage of the device; they do not stop them. Choose more digits for more.',
  'device.no-pin': 'No PIN',
  'device.with-pin': 'A PIN is set',
  'device.set-pin': 'Set a PIN',
  'device.change-pin': 'Change the PIN',
  'device.drop-pin': 'Take the PIN away',
  'device.pin': 'PIN of this device',
  'device.pin-now': 'PIN now',
  'device.pin-new': 'New PIN, six digits or more',
  'device.pin-again': 'New PIN again',
  'device.pin-short': 'A PIN has six digits or more.',
  'device.pin-differs': 'The two are not the same.',
  'device.pin-forgotten':
    'Without the PIN nobody opens it; only for a device that was taken in for work at scenes does the service keep a code. If there is none and the PIN is forgotten, let go of everything and begin anew: what was not sent is lost.',
  'device.locked': 'This device is locked',
  'device.locked-next':
    'Give its PIN to see what it keeps. You set it on this device; it is not the PIN with which you sign.',
  'device.wrong-pin': 'That is not the PIN of this device.',
  'device.wait': 'Too many wrong tries. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
  'device.forgotten': 'PIN forgotten',
  'device.forgotten-how':
    'Ask your supervisor: they open “Devices” and read the recovery code of this device to you.',
  'device.wrong-code': 'That is not the code of this device.',
  'device.recovery-code': 'Code of your supervisor',
  'device.open-with-code': 'Open with the code',
  'device.open': 'Open',
  'device.let-go': 'Let go of everything',
  'device.let-go-will':
    'Drafts, waiting acts, photographs and kept cases are destroyed on this device. What was not sent is lost.',
  'device.no-seal':
    'This browser cannot seal what it keeps, as the address is not a trusted one (https). Nothing is kept here: stay on this page until it is sent.',
  'device.not-kept': 'This page was never opened on this device.',
  'device.not-kept-next':
    'It opens once there is a connection. Pages that you opened before open without one.',
  'device.no-who': 'No connection, and nobody is known on this device.',
  'device.no-who-next':
    'Sign in once with a connection. For three days after that, Custodia opens here without one.',
  'device.as-of': 'No connection. You see what was kept here on {at}.',
  'device.newer': 'A newer version of Custodia is ready.',
  'device.newer-open': 'Open it',
  'device.newer-note': 'What you typed is kept.',
  'device.leave-waiting':
    '{n, plural, one {# act waits} other {# acts wait}} on this device to be sent. It stays sealed here and goes out when you sign in on this device again.',
  'device.again': 'Try again',
} as const
