/** Who reads about methods, equipment and lots: everybody of the service, and the reviewer from outside. */
import { staff } from '#identity/roles.ts'

export const readers: readonly string[] = [...staff, 'outside-reviewer']
