/** Every module by name: a new one is two lines here and a word in house.json. */
import type { Module } from '#platform/cx.ts'
import type { Texts } from '#kernel/say.ts'
import { identity } from '#identity/module.ts'
import { en as identityEn } from '#identity/texts.en.ts'
import { es as identityEs } from '#identity/texts.es.ts'
import { catalogue } from '#modules/catalogue/module.ts'
import { en as catalogueEn } from '#modules/catalogue/texts.en.ts'
import { es as catalogueEs } from '#modules/catalogue/texts.es.ts'
import { cases } from '#modules/cases/module.ts'
import { en as casesEn } from '#modules/cases/texts.en.ts'
import { es as casesEs } from '#modules/cases/texts.es.ts'
import { quality } from '#modules/quality/module.ts'
import { en as qualityEn } from '#modules/quality/texts.en.ts'
import { es as qualityEs } from '#modules/quality/texts.es.ts'

export const modules: readonly Module[] = [identity, catalogue, cases, quality]
export const texts: readonly { en: Texts; es: Texts }[] = [{ en: identityEn, es: identityEs }, { en: catalogueEn, es: catalogueEs }, { en: casesEn, es: casesEs }, { en: qualityEn, es: qualityEs }]
