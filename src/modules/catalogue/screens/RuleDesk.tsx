/** One rule opened: as it stands, in both languages, with what is typed kept in the tab; nothing holds before another person approves. */
import { useState } from 'react'
import { Asked } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { draftKeyOf, keepDraft, readDraft } from '#ui/drafts.ts'
import { useMe } from '#ui/me.ts'
import { useNow } from '#ui/now.ts'
import { type Say, useLanguage, useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import type { DraftsSeen, RuleSeen } from '../contract.ts'
import type { RuleContent, Values } from '../rules/rule-values.ts'
import { FieldsDesk } from './FieldsDesk.tsx'
import { FormDesk } from './FormDesk.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'
import { RuleHistory } from './RuleHistory.tsx'
import { TextDesk } from './TextDesk.tsx'
import { type Desk, deskOf } from './desk.ts'

export function RuleDesk(props: { readonly section: string; readonly name: string | undefined }) {
  const asked = useAsk<RuleSeen>('catalogue.get-rule', { section: props.section, key: props.name })
  const drafts = useAsk<DraftsSeen>('catalogue.my-drafts')
  return (
    <div className="studio-desk">
      <Asked of={drafts}>
        {({ items }) => (
          <Asked of={asked}>
            {(rule) => (
              <Open
                key={`${rule.key} ${rule.version}`}
                rule={rule}
                isNew={props.name === undefined}
                draft={items.find((d) => d.section === rule.section && d.key === (rule.key || '~'))}
              />
            )}
          </Asked>
        )}
      </Asked>
    </div>
  )
}

type Draft = DraftsSeen['items'][number]
/** What was typed in this tab while this version stands; else what was kept at the service from whatever desk. */
function useKept(rule: RuleSeen, desk: Desk, draft: Draft | undefined) {
  const me = useMe()
  const draftKey = draftKeyOf(me?.person.id, `catalogue.studio.${rule.section}.${rule.key}.${rule.version}`)
  const [kept, setKept] = useState(() => readDraft<Values>('tab', draftKey) ?? draft?.words ?? null)
  const [values, setValues] = useState<Values>(() => kept ?? desk.start(rule))
  const change = (next: Values): void => {
    setValues(next)
    setKept(next)
    keepDraft('tab', draftKey, next)
  }
  const drop = (): void => {
    keepDraft('tab', draftKey, null)
    setKept(null)
    setValues(desk.start(rule))
  }
  const name = { section: rule.section, key: rule.key || '~' }
  const keep = useTell<{ keptAt: string }>('catalogue.keep-draft', { settles: ['catalogue.my-drafts'] })
  const letGo = useTell<{ dropped: boolean }>('catalogue.drop-draft', { settles: ['catalogue.my-drafts'] })
  return {
    values,
    touched: kept !== null,
    change,
    keep: () => void keep.tell({ ...name, version: rule.version, words: values }),
    keeping: keep,
    drop: () => {
      drop()
      if (draft) void letGo.tell(name)
    },
  }
}

function Open({ rule, isNew, draft }: { rule: RuleSeen; isNew: boolean; draft: Draft | undefined }) {
  const say = useSay()
  const { language } = useLanguage()
  const today = dayOfInstant(new Date(useNow()).toISOString())
  const desk = deskOf(rule.section)
  const { values, change, touched, drop, keep, keeping } = useKept(rule, desk, draft)
  const [round, setRound] = useState(0)
  const [proposing, setProposing] = useState<RuleContent | null>(null)
  const fixed = rule.fixed && !isNew
  const title =
    desk.title(rule, values, language) || say('catalogue.s-new-of', { kind: kindOf(rule, say, language) })
  const Fields = desk.kind === 'form' ? FormDesk : desk.kind === 'text' ? TextDesk : FieldsDesk
  return (
    <>
      <header className="studio-head">
        <div>
          <Linked to={`/catalogue/studio/${rule.section}`} icon="back" className="link studio-back">
            {say('catalogue.s-back')}
          </Linked>
          <h2>{title}</h2>
          <p className="studio-facts">
            {rule.key ? <Mono>{rule.key}</Mono> : null}
            {rule.version > 0 && !rule.fixed ? (
              <span>{say('catalogue.s-version', { n: rule.version })}</span>
            ) : null}
            {rule.from ? <span>{say('catalogue.s-holds-from', { on: showDate(rule.from) })}</span> : null}
            {rule.until ? <span>{say('catalogue.s-holds-until', { on: showDate(rule.until) })}</span> : null}
            {rule.unverified ? (
              <StateChip state="waits-person">{say('catalogue.unverified')}</StateChip>
            ) : null}
          </p>
        </div>
        {fixed ? null : (
          <div className="acts">
            {touched ? (
              <Button
                plain
                onClick={() => {
                  drop()
                  setRound(round + 1)
                }}
              >
                {say('catalogue.s-drop')}
              </Button>
            ) : null}
            {touched ? (
              <Button icon="save" busy={keeping.busy} onClick={keep}>
                {say('catalogue.s-keep')}
              </Button>
            ) : null}
            <Button
              primary
              icon="compare"
              off={!touched || !desk.ready(rule, values, isNew)}
              onClick={() => setProposing(desk.content(rule, values, isNew))}
            >
              {say('catalogue.s-compare')}
            </Button>
          </div>
        )}
      </header>
      <ProblemNote of={keeping.problem} />
      {draft ? (
        <Note
          tone={draft.version === rule.version ? 'slate' : 'maize'}
          icon="save"
          title={say('catalogue.s-kept-at', { at: showInstant(draft.keptAt) })}
        >
          {say(draft.version === rule.version ? 'catalogue.s-kept-note' : 'catalogue.s-kept-older')}
        </Note>
      ) : null}
      {rule.waiting ? (
        <Note tone="maize" icon="hand-stop" title={say('catalogue.s-waits-title')}>
          {say('catalogue.s-waits', { why: rule.waiting.why, by: rule.waiting.by })}{' '}
          <Linked to={`/catalogue/changes/${rule.waiting.change}`}>{say('catalogue.s-look-at-it')}</Linked>
        </Note>
      ) : null}
      {fixed ? <Note tone="slate" icon="lock" title={say('catalogue.next-new-place')} /> : null}
      <Fields
        key={round}
        rule={rule}
        isNew={isNew}
        fixed={fixed}
        values={values}
        onChange={change}
        history={
          <RuleHistory
            rule={rule}
            onPutBack={
              fixed
                ? null
                : ({ en, es, stands }) => {
                    change(desk.start({ ...rule, en, es, stands }))
                    setRound(round + 1)
                  }
            }
          />
        }
      />
      {proposing ? (
        <ProposeDialog
          content={proposing}
          today={today}
          onProposed={drop}
          onClose={() => setProposing(null)}
        />
      ) : null}
    </>
  )
}

const kindOf = (rule: RuleSeen, say: Say, language: 'en' | 'es'): string =>
  (rule.list?.[language] ?? say(`catalogue.section-${rule.section}`)).toLocaleLowerCase(language)
