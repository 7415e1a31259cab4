/** Names a way of working; it can be used once a version of it is issued. */
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { Created, RegisterMethod } from '../contract.ts'

export const registerMethod = command({
  name: 'quality.register-method',
  summary: 'Names a way of working; it can be used once a version is issued.',
  who: ['quality-manager', 'director'],
  input: RegisterMethod,
  output: Created,
  async run(cx, input) {
    cx.allow(null)

    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('quality.method', id),
      facts: { code: input.code },
      rows: {
        'quality.method': [
          {
            id,
            code: input.code,
            title_en: input.title,
            title_es: input.titleEs,
            discipline: input.discipline,
          },
        ],
      },
    })
    return { id }
  },
})
