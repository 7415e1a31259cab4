/** The sentences of the ground: what any operation may answer. */
import { faults } from './texts/faults.en.ts'

export const en = {
  ...faults,
  'not-found': 'There is no such record, or it is not open to you.',
  'not-signed-in': 'You are not signed in.',
  'right-missing': 'Your roles do not include “{act}”.{roles, select, none {} other { It is for: {roles}.}}',
  'right-missing-next': 'Ask whoever gives roles in your office, or somebody who holds one of these.',
  'kiosk-only': 'This machine is for announcing a delivery.',
  'kiosk-only-next': 'Sign in on your own device for everything else.',
  'scope-missing': 'This token may not do {scope}.',
  'second-factor-due': 'Your role asks for a second factor, and this account has none yet.',
  'second-factor-due-next': 'Add a passkey or an authenticator under your name, then go on.',
  'csrf-missing': 'This request did not come from the page you signed in on. Reload the page.',
  'step-up-required': 'Show again who you are: enter your PIN or use your passkey.',
  'input-does-not-fit': 'Some of what was sent does not fit. The fields are named.',
  'body-not-json': 'What was sent is not JSON.',
  'reason-required': 'Say why: this act needs a reason.',
  'key-already-used': 'This idempotency key was used for another act {entry}.',
  'answered-already': 'This act was done already, as entry {entry}; what it answered is not kept.',
  'answered-already-next': 'Look at the record. To act once more, send it under a new key.',
  'time-ahead': 'This time is still to come.',
  'time-ahead-next': 'Set the clock of this device, or say when it happened.',
  'somebody-was-faster':
    'Somebody else acted on the same thing at the same moment. Look at it again, then repeat.',
  'cursor-unknown': 'This page mark is not known.',
  'cursor-unknown-next': 'Start the list again.',
  'names-nothing':
    'What was sent names something that is not there. Choose it again from the list, then repeat.',
  'rows-refused': '{bad, number} of {all, number} stand aside. The first: {first}',
  'next-put-aside': 'Put those aside, or let only the others go.',
  'there-already': 'This is there already. Look at it again before you repeat.',
  'disk-full': 'The disk of the server is full. Nothing was lost; call the administrator.',
  'database-away': 'The database is not answering. Try again in a moment.',
  'took-too-long': 'This took too long and was stopped. Nothing was changed.',
  'too-many-requests': 'Too many requests. Wait {seconds, plural, one {# second} other {# seconds}}.',
  'file-too-large': 'The file is larger than {limit} MB.',
  'file-empty': 'The file is empty (0 bytes). Choose the file again.',
  'file-is-malware': 'The file carries a virus signature and was not kept.',
  'file-not-sent-by-you': 'This file has not been sent by you. Send the file first.',
  'file-length-missing': 'The server needs to know how long the file is before it comes.',
  'file-hash-missing': 'The server needs the SHA-256 of the file before it comes.',
  'file-not-as-said': 'The file arrived other than it was said to be, and was not taken in.',
  'file-not-as-said-next': 'Send it again from its beginning.',
  'files-enough': 'In one day you have sent {limit} GB that is attached to nothing.',
  'files-enough-next': 'Attach what you sent, or send the rest tomorrow.',
  'file-swapped':
    'The file {sha256}… in the store is not the one that was kept under this name: it was changed there. It is not shown. Tell the administrator and quality at once.',
  'file-store-silent': 'A store of files does not answer ({fault}).',
  'file-store-silent-next':
    'Nothing is lost, and what was ordered stays ordered. See that the store can be reached, and try again.',
  'file-away':
    'The file is not here: it lies in the cold store “{label}” ({whereabouts}). {keeper} keeps it.',
  'file-away-next':
    'Ask it back on the page of its scene or paper file; a copy as large as a screen can be seen meanwhile.',
  'file-gone': 'The file is not in the store. Tell the administrator its number.',
  'address-too-long': 'The address or the headers are too long. Send what is long in the body.',
  'request-not-readable': 'The request could not be read as HTTP. Check the program that sent it.',
  'no-such-operation': 'There is no such operation.',
  'language-code': 'en',
  'internal-error': 'Something went wrong in the program. Nothing was changed. Quote number {number}.',
  'already-set-up': 'This installation has been set up already. Sign in.',
  'setup-token-wrong': 'The word does not fit. It stands in the window in which the server was started.',
  'not-set-up':
    'This installation has not been set up yet. Run custodia setup, or open the address that the server prints.',
  'no-such-folder': 'There is no folder {dir} that can be read.',
  'no-such-user': 'Nobody signs in as {user}.',
  'no-such-unit': 'There is no unit with the code {unit}.',
  'no-such-export': 'There is no export called {kind}. Choose everything, ledger, fhir-mdi or case-uco.',
  'backup-folder-not-empty': 'The folder {dir} holds a copy already. Choose an empty folder.',
  'backup-does-not-verify': 'The copy does not verify: {problem}',
  'backup-is-damaged': 'The part {part} of the copy is damaged. Take another copy.',
  'restore-over-other-keys':
    'The data folder holds the key of another log. Choose a new data folder, so that this key is not lost.',
  'not-an-export': 'This folder holds no export of everything.',
  'everything-is-back':
    'Brought in: {tables} tables, {rows} rows, {files} files, {jobs} waiting jobs, root {root}. Nobody has a password yet: custodia user password NAME --password-stdin lets the first administrator in.',
  'everything-is-back-unsigned':
    'Brought in: {tables} tables, {rows} rows, {files} files, {jobs} waiting jobs, root {root}. The key of the log is not here, so nothing is signed: bring the key folder of the old house (--keys). Nobody has a password yet: custodia user password NAME --password-stdin lets the first administrator in.',
  'has-a-password':
    '{user} has a password already. Only that person changes it, or an administrator opens a way back in.',
  'not-a-backup': 'This folder holds no copy of an installation.',
  'restore-into-empty-only':
    'A copy is brought back only into an empty installation. Choose a new data folder.',
  'demo-into-empty-only':
    'The demonstration is filled only into an empty installation. Choose a new data folder.',
  'not-a-demonstration':
    'This installation is live: it never becomes a demonstration. Nothing was changed. Choose a new data folder.',
  'is-a-demonstration':
    'This installation began as a demonstration and stays one. Choose a new data folder for live work.',
  'file-is-damaged': 'The file {sha256} is damaged.',
  'no-such-recipient': 'This is no public key that a file can be sealed for.',
  'no-such-recipient-next': 'It begins with age1; ask who will open the medium for it.',
  'seal-key-not-here': 'The key that opens sealed secrets is not in the key folder.',
  'seal-key-not-here-next':
    'Bring seal.key, and the passphrase where one was set, back from a copy; a recovery code lets somebody in meanwhile.',
  'sealed-otherwise':
    'What was sealed here does not open: it was sealed by another key, or for another purpose.',
  'no-such-laboratory': 'There is no laboratory “{name}”. Choose one of: {names}.',
} as const
