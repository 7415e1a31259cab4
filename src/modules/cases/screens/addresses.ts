/** Where the screen of a thing stands, by its reference; what has no screen of its own is shown on its case. */
const pages: Readonly<Record<string, (id: string) => string>> = {
  'cases.case': (id) => `/cases/${id}`,
  'evidence.item': (id) => `/evidence/items/${id}`,
  'evidence.location': (id) => `/evidence/places/${id}`,
  'evidence.consignment': (id) => `/evidence/transit#${id}`,
  'evidence.stock-take': (id) => `/evidence/stock-takes/${id}`,
  'scenes.attendance': (id) => `/scenes/${id}`,
  'evidence.submission': (id) => `/evidence/submissions/${id}`,
  'work.request': (id) => `/work/requests/${id}`,
  'reports.report': (id) => `/reports/${id}`,
  'results.worksheet': (id) => `/results/worksheets/${id}`,
}

export function addressOf(subject: string, root: string | null): string | undefined {
  const [noun = '', id = ''] = subject.split('/')
  return pages[noun]?.(id) ?? (root ? `/cases/${root}` : undefined)
}
