/** Every version of a rule with its day: on a day, the newest that had begun holds. An earlier one is put back by proposing it again. */
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { useLanguage, useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { RuleSeen } from '../contract.ts'

export function RuleHistory(props: {
  readonly rule: RuleSeen
  readonly onPutBack: ((version: RuleSeen['versions'][number]) => void) | null
}) {
  const say = useSay()
  const { language } = useLanguage()
  const { rule, onPutBack } = props
  if (rule.versions.length === 0) return null
  return (
    <Card title={say('catalogue.s-versions')}>
      <Plain
        head={[
          say('catalogue.version'),
          say('catalogue.in-force-from'),
          say('catalogue.s-what'),
          say('catalogue.s-earlier'),
        ]}
        rows={rule.versions.map((v, i) => [
          String(v.version),
          v.from ? showDate(v.from) : say('catalogue.s-always-held'),
          v.detail || rule[language],
          i > 0 && onPutBack ? (
            <Button
              key={v.version}
              plain
              icon="history"
              label={say('catalogue.s-put-back-of', { n: v.version })}
              onClick={() => onPutBack(v)}
            >
              {say('catalogue.s-put-back')}
            </Button>
          ) : (
            ''
          ),
        ])}
      />
    </Card>
  )
}
