/** The page: takes dropped files, the key and the language, and shows what the verifier found. Nothing leaves the machine. */
import { bytesOf } from './core.mjs'
import { ed25519Verify } from './ed25519.mjs'
import { verifyFiles } from './run.mjs'
import { sha256 } from './sha256.mjs'
import { placeOf, shown, summary } from './texts.mjs'

const words = {
  en: {
    title: 'Verify a certificate or an export',
    lead: 'Checks a certificate (PDF, data file, proof) or an exported ledger of Custodia. It works without a network: nothing that you drop here leaves this machine.',
    key: 'Public key of the log',
    keyHelp:
      'It is printed on certificates. Type or paste it from the paper, never from the files that you check.',
    drop: 'Drop files here, or choose them',
    dropHelp: 'PDF, .json, .tlog-proof · .ndjson or .ndjson.gz · signed heads kept elsewhere (.checkpoint)',
    go: 'Verify',
    busy: 'Reading …',
    needKey:
      'The key does not read. It has the form name+8 digits+44 letters; a single wrong letter is noticed.',
    needFiles: 'Give one export, or the files of certificates, or both.',
    failed: 'This browser could not do it: ',
    subject: 'Subject',
    entry: 'Entry',
    row: 'Row',
    empty: 'No files chosen yet.',
    clear: 'Begin again',
  },
  es: {
    title: 'Verificar un certificado o una exportación',
    lead: 'Comprueba un certificado (PDF, archivo de datos, prueba) o un libro exportado de Custodia. Funciona sin red: nada de lo que suelte aquí sale de esta máquina.',
    key: 'Clave pública del registro',
    keyHelp:
      'Está impresa en los certificados. Escríbala o péguela desde el papel, nunca desde los archivos que comprueba.',
    drop: 'Suelte archivos aquí, o elíjalos',
    dropHelp:
      'PDF, .json, .tlog-proof · .ndjson o .ndjson.gz · cabezas firmadas guardadas aparte (.checkpoint)',
    go: 'Verificar',
    busy: 'Leyendo …',
    needKey:
      'La clave no se puede leer. Tiene la forma nombre+8 cifras+44 letras; se nota una sola letra equivocada.',
    needFiles: 'Dé una exportación, o los archivos de certificados, o ambas cosas.',
    failed: 'Este navegador no pudo hacerlo: ',
    subject: 'Objeto',
    entry: 'Asiento',
    row: 'Fila',
    empty: 'Todavía no hay archivos.',
    clear: 'Empezar de nuevo',
  },
}

/** WebCrypto where it knows Ed25519, our own arithmetic where it does not. */
async function ed25519(publicKey, message, signature) {
  const subtle = globalThis.crypto?.subtle
  try {
    const key = await subtle.importKey('raw', publicKey, { name: 'Ed25519' }, false, ['verify'])
    return await subtle.verify({ name: 'Ed25519' }, key, signature, message)
  } catch {
    return ed25519Verify(publicKey, message, signature)
  }
}
const tools = { sha256, sha256Text: (text) => sha256(bytesOf(text)), ed25519 }

const at = (id) => document.getElementById(id)
let language = /^es/i.test(navigator.language) ? 'es' : 'en'
let chosen = []

function relabel() {
  document.documentElement.lang = language
  for (const element of document.querySelectorAll('[data-say]'))
    element.textContent = words[language][element.dataset.say]
  document.title = words[language].title
  at('en').setAttribute('aria-pressed', String(language === 'en'))
  at('es').setAttribute('aria-pressed', String(language === 'es'))
  list()
}
/** Names come from outside: they are shown so that they cannot turn the reading or hide. */
function list() {
  const names = chosen.map((file) =>
    Object.assign(document.createElement('li'), { textContent: shown(file.name) }),
  )
  at('chosen').replaceChildren(...names)
  at('none').hidden = chosen.length > 0
  at('clear').hidden = chosen.length === 0
}

async function doorOf(file) {
  const begin = new Uint8Array(await file.slice(0, 64).arrayBuffer())
  const packed = begin[0] === 0x1f && begin[1] === 0x8b
  return {
    name: file.name,
    size: file.size,
    begin,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
    async *chunks() {
      const reader = (
        packed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream()
      ).getReader()
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value
    },
  }
}

/** What is wrong comes right after the verdict; what was looked at, below. */
function show(tone, [verdict, ...lines], problems = []) {
  const result = at('result')
  const made = (tag, textContent) => Object.assign(document.createElement(tag), { textContent })
  const found = document.createElement('ul')
  for (const p of problems.slice(0, 200)) {
    const item = made('li', p.detail)
    item.append(made('code', placeOf(p, words[language]).join(' · ')))
    found.append(item)
  }
  result.className = tone
  result.replaceChildren(
    made('h2', verdict),
    ...(problems.length > 0 ? [found] : []),
    ...lines.map((line) => made('p', line)),
  )
}

async function verifyNow() {
  const say = words[language]
  show('busy', [say.busy])
  await new Promise((settle) => {
    setTimeout(settle, 20)
  })
  try {
    const report = await verifyFiles(tools, await Promise.all(chosen.map(doorOf)), {
      vkey: at('key').value,
      language,
    })
    if (report.usage) show('wait', [report.usage === 'key' ? say.needKey : say.needFiles])
    else show(report.ok ? 'good' : 'bad', summary(language, report), report.problems)
  } catch (error) {
    show('bad', [say.failed + error.message])
  }
}

/** Files may come one by one; the same name again takes the place of the one before. */
function take(files) {
  const fresh = [...files]
  chosen = [...chosen.filter((old) => !fresh.some((file) => file.name === old.name)), ...fresh]
  blank()
}
function blank() {
  at('result').replaceChildren()
  at('result').className = ''
  list()
}
at('clear').addEventListener('click', () => {
  chosen = []
  at('files').value = ''
  blank()
})
at('files').addEventListener('change', (event) => take(event.target.files))
at('drop').addEventListener('dragover', (event) => event.preventDefault())
at('drop').addEventListener('drop', (event) => {
  event.preventDefault()
  take(event.dataTransfer.files)
})
at('form').addEventListener('submit', (event) => {
  event.preventDefault()
  void verifyNow()
})
for (const one of ['en', 'es']) {
  at(one).addEventListener('click', () => {
    language = one
    relabel()
  })
}
relabel()
