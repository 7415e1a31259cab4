/** The record of one attendance is begun: for a call, in a case, or with a new one; also where there is no network. */
import type { ReactNode } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Form } from '#ui/Form.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import type { CallOutLine } from '../contract.ts'
import { useActing } from './acting.ts'
import { KIND, newId, newScene } from './scene-kept.ts'
import { caseFields, caseFrom, useSceneLists, whereFields } from './where-fields.ts'

export default function OpenPage(): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const me = useMe()
  const search = useSearch({ strict: false }) as { call?: string; case?: string }
  const lists = useSceneLists()
  const acting = useActing()
  const calls = useAsk<{ items: CallOutLine[] }>(
    'scenes.call-outs',
    { state: 'open', limit: 100 },
    { enabled: search.call !== undefined },
  )
  const call = calls.data?.items.find((c) => c.id === search.call)
  if (search.call && !call && calls.isPending) return null
  const onSend = async (v: Record<string, unknown>): Promise<void> => {
    const id = newId()
    const input: Record<string, unknown> = {
      id,
      ...caseFrom(v),
      ...(search.call ? { callOut: search.call } : {}),
      ...(search.case ? { case: search.case } : {}),
    }
    const sceneType = String(v['sceneType'])
    const scene = newScene(
      {
        id,
        sceneType,
        sceneTypeName: lists.sceneTypes.find((t) => t.value === sceneType)?.label ?? sceneType,
        place: String(v['place']),
        words: (v['words'] as string) || null,
      },
      me?.person ?? { id: '', name: '' },
    )
    const done = await acting.act({
      operation: 'scenes.open-attendance',
      input,
      label: `${say('op.scenes.open-attendance')}: ${scene.place}`,
      attendance: id,
      alongside: [{ kind: KIND, id, value: scene }],
    })
    if (done) await navigate({ to: `/scenes/${id}` })
  }
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('scenes.title'), to: '/scenes' }]}
        title={say('op.scenes.open-attendance')}
      />
      <Card>
        <Form
          key={call?.id ?? 'new'}
          name={`scenes.open.${search.call ?? search.case ?? ''}`}
          columns={2}
          fields={[...whereFields(say, lists), ...(search.call ? [] : caseFields(say, lists, search.case))]}
          initial={
            call
              ? { sceneType: call.sceneType, place: call.place, words: call.words ?? '' }
              : { whichCase: 'new' }
          }
          problem={acting.problem}
          onSend={onSend}
          sendLabel={say('op.scenes.open-attendance')}
        />
      </Card>
    </Page>
  )
}
