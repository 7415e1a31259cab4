/**
 * Who may import whom, made from house.json, so that the plan is written once; test/walls.test.ts plants every forbidden
 * import in a copy and expects an objection. Each rule's comment is the sentence that a developer reads.
 */
const { readFileSync } = require('node:fs')

const house = JSON.parse(readFileSync('house.json', 'utf8'))
const order = house.modules.map((module) => module.name)
const tests = '[.]test[.]tsx?$'
/** A large word is divided into rooms; a room has operations, rules, store, texts and screens of its own. */
const rooms = house.modules.flatMap((module) => module.rooms ?? [])
const one = (names) => (names.length > 0 ? names.join('|') : 'none')
/** The folder of a module, or of a room in it. */
const anywhere = `modules/[^/]+/((${one(rooms)})/)?`
/** What runs in the browser. */
const screens = [
  '^src/ui/',
  `^src/([^/]+/|${anywhere})screens/`,
  '^src/([^/]+/|modules/[^/]+/)client[.]tsx?$',
  '^src/app/[^/]+[.]tsx$',
  '^src/app/shell/',
  '^src/app/web/',
]
/** The pure half of a word: shapes, rules, texts; both sides may use it. */
const pure = `^src/([^/]+/|${anywhere})((contract|rules)([.]ts$|/)|texts([.][a-z]+[.]ts$|/))`

const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
/** `only`: a floor may reach these folders of src and no others. */
const floor = (name, comment, only) =>
  wall(
    `${name}-knows-its-floor`,
    comment,
    { path: `^src/${name}/`, pathNot: [tests, ...screens.slice(1)] },
    { path: '^src/', pathNot: only },
  )

module.exports = {
  forbidden: [
    wall(
      'no-circles',
      'Two files that need each other are one file, or lack a third beneath them.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    wall('no-ghosts', 'This import leads nowhere.', {}, { couldNotResolve: true }),
    wall(
      'kernel-is-pure',
      'The kernel runs everywhere: it knows itself, zod, decimals and ICU texts, and no Node.',
      { path: '^src/kernel/', pathNot: tests },
      { pathNot: ['^src/kernel/', 'node_modules/(zod|decimal[.]js|intl-messageformat)/'] },
    ),
    wall(
      'formats-are-pure',
      'Formats turn bytes into values and back: they know the kernel and no database.',
      { path: '^src/formats/', pathNot: tests },
      { path: '^src/', pathNot: ['^src/(kernel|formats)/'] },
    ),
    floor('platform', 'The platform knows the kernel only.', ['^src/(kernel|platform)/']),
    floor('ledger', 'The ledger stands on kernel and platform.', ['^src/(kernel|platform|ledger)/']),
    floor('identity', 'Identity stands on kernel, platform and ledger.', [
      '^src/(kernel|platform|ledger|identity)/',
    ]),
    wall(
      'ui-knows-the-kernel',
      'The browser ground knows no forensics: the kernel and itself.',
      { path: '^src/ui/', pathNot: tests },
      { path: '^src/', pathNot: ['^src/(kernel|ui)/'], dependencyTypesNot: ['type-only'] },
    ),
    wall(
      'only-app-knows-app',
      'Nobody imports app: it is the one place that knows everything.',
      { path: '^src/', pathNot: ['^src/app/', tests] },
      { path: '^src/app/', dependencyTypesNot: ['type-only'] },
    ),
    ...order.flatMap((name, place) => modules(name, order.slice(0, place))),
    ...house.modules.flatMap(({ name, rooms: own = [] }) =>
      own.map((room, place) => roomOf(name, room, own.slice(0, place))),
    ),
    wall(
      'rules-are-pure',
      'Contracts and rules know the kernel, zod and other pure files: no clock, no chance, no database.',
      { path: '^src/.*/(contract|rules)([.]ts$|/)', pathNot: ['^src/kernel/', tests] },
      {
        pathNot: [
          '^src/kernel/',
          pure,
          'node_modules/(zod|decimal[.]js)/',
          '^src/identity/(rules|contract)/',
        ],
      },
    ),
    wall(
      'sql-lives-in-store',
      'SQL is written in store.ts (or store/…) and in no other file of a module.',
      { path: '^src/modules/', pathNot: [`^src/${anywhere}store([.]ts$|/)`, tests] },
      {
        path: ['^src/platform/sql[.]ts$', 'node_modules/(pg|sql-template-tag|kysely)/'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    wall(
      'driver-lives-below',
      'The driver of the database is used by platform, ledger and app alone.',
      { path: '^src/', pathNot: ['^src/(platform|ledger|app)/', tests] },
      { path: 'node_modules/(pg|pg-cursor|graphile-worker)/', dependencyTypesNot: ['type-only'] },
    ),
    wall(
      'http-lives-in-app',
      'Only app speaks HTTP.',
      { path: '^src/', pathNot: ['^src/app/', tests] },
      { path: 'node_modules/(fastify|@fastify/[^/]+)/', dependencyTypesNot: ['type-only'] },
    ),
    wall(
      'browser-takes-the-pure-half',
      'Screens and clients take ui, kernel, contracts, rules, texts and other screens; the server only as a type.',
      { path: screens, pathNot: [tests] },
      { path: '^src/', pathNot: ['^src/kernel/', pure, ...screens], dependencyTypesNot: ['type-only'] },
    ),
    wall(
      'browser-has-no-node',
      'There is no Node in a browser.',
      { path: [...screens, '^src/kernel/', pure], pathNot: [tests] },
      { dependencyTypes: ['core'] },
    ),
    wall(
      'server-takes-no-screen',
      'The server knows no screens.',
      { path: '^src/', pathNot: [...screens, tests] },
      { path: screens, dependencyTypesNot: ['type-only'] },
    ),
    wall(
      'examples-are-for-tests',
      'Examples serve tests, simulation and demonstration data, never the work itself.',
      { path: '^src/', pathNot: ['/examples([.]ts$|/)', '^src/app/', tests] },
      { path: '^src/.*/examples([.]ts$|/)' },
    ),
    wall(
      'work-knows-no-test',
      'What is delivered does not lean on tests or measurements.',
      { path: '^src/', pathNot: [tests, '/examples([.]ts$|/)'] },
      { path: ['^test/', '^bench/', tests] },
    ),
    wall(
      'verifier-stands-alone',
      'The verifier is the second implementation: it imports nothing of ours and no package.',
      { path: '^verifier/', pathNot: tests },
      { pathNot: ['^verifier/'], dependencyTypesNot: ['core'] },
    ),
    wall(
      'nobody-leans-on-verifier',
      'The second implementation stays apart.',
      { path: '^src/', pathNot: tests },
      { path: '^verifier/' },
    ),
    wall(
      'declared-packages-only',
      'Name the package in package.json.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    wall(
      'no-dev-package-in-src',
      'A package for development is not there in production.',
      { path: '^src/', pathNot: [tests, '/examples([.]ts$|/)'] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^(dist|data|coverage|docs)/'] },
    moduleSystems: ['es6', 'cjs'],
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
    cache: false,
  },
}

/** A module looks down only, and through one door. */
function modules(name, below) {
  const own = `^src/modules/${name}/`
  const lower = (files) => `^src/modules/(${one(below)})/${files}`
  const apart = ['/examples([.]ts$|/)', tests, ...screens, pure]
  return [
    wall(
      `${name}-looks-down`,
      `${name} may use public.ts of the modules that stand before it in house.json, and nothing else of them.`,
      { path: own, pathNot: apart },
      { path: '^src/modules/', pathNot: [own, lower('public[.]ts$'), lower('contract[.]ts$')] },
    ),
    wall(
      `${name}-shapes-look-down`,
      `The shapes and rules of ${name} may use those of the modules that stand before it.`,
      {
        path: own,
        pathNot: [
          '/examples([.]ts$|/)',
          tests,
          ...screens,
          `^src/modules/${name}/(?!((${one(rooms)})/)?(contract|rules|texts))`,
        ],
      },
      { path: '^src/modules/', pathNot: [own, lower('(contract|rules)[.]ts$')] },
    ),
    wall(
      `${name}-tells-downwards`,
      `Tests and examples of ${name} may use doors, shapes and examples of the modules that stand before it.`,
      { path: [`${own}.*${tests}`, `${own}examples([.]ts$|/)`] },
      {
        path: '^src/modules/',
        pathNot: [own, lower('(public|contract|rules|examples)[.]ts$'), lower('examples/')],
      },
    ),
  ]
}

/** A room looks down only, and enters no operation of another; what stands at the top of the word sees them all. */
function roomOf(name, room, below) {
  const own = `^src/modules/${name}/${room}/`
  return wall(
    `${name}-${room}-looks-down`,
    `${room} may use what stands before it among the rooms of ${name} in house.json, but no operation of theirs, and nothing of the word's top but roles.ts.`,
    { path: own, pathNot: tests },
    {
      path: `^src/modules/${name}/`,
      pathNot: [
        own,
        `^src/modules/${name}/roles[.]ts$`,
        `^src/modules/${name}/(${one(below)})/(?!operations/)`,
      ],
    },
  )
}
