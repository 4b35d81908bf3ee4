import { useEffect, useRef, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Part } from '../Part.tsx';
import { StateWords } from './StateWords.tsx';

/** Where the popup's "Ajuda" leads. */
const ANCHOR = 'help';

interface HelpSectionProps {
  /** What stands above it has come: before that a place on the page does not hold. */
  readonly isSettled: boolean;
}

/** What people ask in their first week. It is part of the extension: no page elsewhere, no network. */
export function HelpSection({ isSettled }: HelpSectionProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (location.hash === `#${ANCHOR}`) place.current?.closest('section')?.focus();
  }, [isSettled]);
  return (
    <Part
      anchor={ANCHOR}
      heading={i18n.t('options_help.heading')}
      lead={i18n.t('options_help.lead')}
    >
      <div ref={place} className="stack">
        <details>
          <summary>{i18n.t('options_help.states')}</summary>
          <StateWords />
        </details>
        {answers().map(([question, answer]) => (
          <details key={question}>
            <summary>{question}</summary>
            <p>{answer}</p>
          </details>
        ))}
        <p className="small">
          <a href="https://docs.asaas.com/" target="_blank" rel="noreferrer noopener">
            {i18n.t('options_help.of_asaas')}
          </a>
        </p>
      </div>
    </Part>
  );
}

function answers(): readonly (readonly [question: string, answer: string])[] {
  return [
    [i18n.t('options_help.no_marks'), i18n.t('options_help.no_marks_answer')],
    [i18n.t('options_help.stopped'), i18n.t('options_help.stopped_answer')],
    [i18n.t('options_help.counter'), i18n.t('options_help.counter_answer')],
    [i18n.t('options_help.notices'), i18n.t('options_help.notices_answer')],
    [i18n.t('options_help.old_numbers'), i18n.t('options_help.old_numbers_answer')],
    [i18n.t('options_help.other_computer'), i18n.t('options_help.other_computer_answer')],
    [i18n.t('options_help.pause'), i18n.t('options_help.pause_answer')],
  ];
}
