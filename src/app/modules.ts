/** Every module by name: a new one is two lines here and a word in house.json. */
import type { Module } from '#platform/cx.ts'
import type { Texts } from '#kernel/say.ts'
import { en as formatsEn } from '#formats/texts.en.ts'
import { es as formatsEs } from '#formats/texts.es.ts'
import { identity } from '#identity/module.ts'
import { en as identityEn } from '#identity/texts.en.ts'
import { es as identityEs } from '#identity/texts.es.ts'
import { en as ledgerEn } from '#ledger/texts.en.ts'
import { es as ledgerEs } from '#ledger/texts.es.ts'
import { en as documentsEn } from '#platform/documents/texts.en.ts'
import { es as documentsEs } from '#platform/documents/texts.es.ts'
import { catalogue } from '#modules/catalogue/module.ts'
import { en as catalogueEn } from '#modules/catalogue/texts.en.ts'
import { es as catalogueEs } from '#modules/catalogue/texts.es.ts'
import { cases } from '#modules/cases/module.ts'
import { en as casesEn } from '#modules/cases/texts.en.ts'
import { es as casesEs } from '#modules/cases/texts.es.ts'
import { quality } from '#modules/quality/module.ts'
import { en as qualityEn } from '#modules/quality/texts.en.ts'
import { es as qualityEs } from '#modules/quality/texts.es.ts'
import { evidence } from '#modules/evidence/module.ts'
import { en as evidenceEn } from '#modules/evidence/texts.en.ts'
import { es as evidenceEs } from '#modules/evidence/texts.es.ts'
import { scenes } from '#modules/scenes/module.ts'
import { en as scenesEn } from '#modules/scenes/texts.en.ts'
import { es as scenesEs } from '#modules/scenes/texts.es.ts'
import { work } from '#modules/work/module.ts'
import { en as workEn } from '#modules/work/texts.en.ts'
import { es as workEs } from '#modules/work/texts.es.ts'
import { results } from '#modules/results/module.ts'
import { en as resultsEn } from '#modules/results/texts.en.ts'
import { es as resultsEs } from '#modules/results/texts.es.ts'
import { death } from '#modules/death/module.ts'
import { en as deathEn } from '#modules/death/texts.en.ts'
import { es as deathEs } from '#modules/death/texts.es.ts'
import { reports } from '#modules/reports/module.ts'
import { en as reportsEn } from '#modules/reports/texts.en.ts'
import { es as reportsEs } from '#modules/reports/texts.es.ts'
import { archive } from '#modules/archive/module.ts'
import { en as archiveEn } from '#modules/archive/texts.en.ts'
import { es as archiveEs } from '#modules/archive/texts.es.ts'
import { exchange } from '#modules/exchange/module.ts'
import { en as exchangeEn } from '#modules/exchange/texts.en.ts'
import { es as exchangeEs } from '#modules/exchange/texts.es.ts'
import { portal } from '#modules/portal/module.ts'
import { en as portalEn } from '#modules/portal/texts.en.ts'
import { es as portalEs } from '#modules/portal/texts.es.ts'
import { observatory } from '#modules/observatory/module.ts'
import { en as observatoryEn } from '#modules/observatory/texts.en.ts'
import { es as observatoryEs } from '#modules/observatory/texts.es.ts'

export const modules: readonly Module[] = [
  identity,
  catalogue,
  cases,
  quality,
  evidence,
  scenes,
  work,
  results,
  death,
  reports,
  archive,
  exchange,
  portal,
  observatory,
]
export const texts: readonly { en: Texts; es: Texts }[] = [
  { en: formatsEn, es: formatsEs },
  { en: documentsEn, es: documentsEs },
  { en: ledgerEn, es: ledgerEs },
  { en: identityEn, es: identityEs },
  { en: catalogueEn, es: catalogueEs },
  { en: casesEn, es: casesEs },
  { en: qualityEn, es: qualityEs },
  { en: evidenceEn, es: evidenceEs },
  { en: scenesEn, es: scenesEs },
  { en: workEn, es: workEs },
  { en: resultsEn, es: resultsEs },
  { en: deathEn, es: deathEs },
  { en: reportsEn, es: reportsEs },
  { en: archiveEn, es: archiveEs },
  { en: exchangeEn, es: exchangeEs },
  { en: portalEn, es: portalEs },
  { en: observatoryEn, es: observatoryEs },
]
