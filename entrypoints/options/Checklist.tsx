import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../components/Notice.tsx';
import {
  hasTokens,
  REQUIRED_STEPS,
  stepsDone,
  worksAlready,
} from '../../components/setup-steps.ts';
import type { SetupView } from '../../lib/messages/pages.ts';

interface Line {
  /** Id of the section that the line leads to. */
  readonly section: string;
  readonly label: string;
  readonly done: boolean;
  readonly optional: boolean;
}

/** Every part of the setup, done or not, each a way to its section; in whatever order one likes. */
export function Checklist({ setup }: { readonly setup: SetupView }): ReactElement {
  const required = Object.values(stepsDone(setup)).filter(Boolean).length;
  const { marks, sending } = worksAlready(setup);
  const isReady = required === REQUIRED_STEPS.length && sending;
  return (
    <nav className="checklist stack" aria-label={i18n.t('checklist.heading')}>
      <p role="status">
        {i18n.t('options.progress', { done: required, total: REQUIRED_STEPS.length })}
      </p>
      <ul>
        {linesOf(setup).map((line) => (
          <li key={line.label}>
            <span className={line.done ? 'mark-good' : 'mark-open'} aria-hidden="true">
              {line.done ? '✓' : '○'}
            </span>
            <a href={`#${line.section}`}>{line.label}</a>
            <span className="soft small">{stateOf(line)}</span>
          </li>
        ))}
      </ul>
      {isReady && (
        <Notice tone="good" role="status">
          <p>{i18n.t('options.ready')}</p>
        </Notice>
      )}
      {marks && !isReady && (
        <Notice tone="good" role="status" title={i18n.t('checklist.works')}>
          <p>{i18n.t('checklist.works_marks')}</p>
          {sending && <p>{i18n.t('checklist.works_sending')}</p>}
        </Notice>
      )}
    </nav>
  );
}

function linesOf(setup: SetupView): readonly Line[] {
  const done = stepsDone(setup);
  const needed = { optional: false } as const;
  const extra = { optional: true } as const;
  const routed = setup.panels.some(
    ({ routes, carteiras, settlements }) =>
      routes.length > 0 || carteiras !== null || settlements.length > 0,
  );
  return [
    { section: 'account', label: i18n.t('checklist.account'), done: done.account, ...needed },
    { section: 'panel', label: i18n.t('checklist.panel'), done: done.panel, ...needed },
    { section: 'webservice', label: i18n.t('checklist.key'), done: done.webservice, ...needed },
    {
      section: 'webservice',
      label: i18n.t('checklist.source'),
      done: hasTokens(setup),
      ...extra,
    },
    { section: 'routing', label: i18n.t('checklist.routing'), done: routed, ...extra },
    { section: 'sending', label: i18n.t('checklist.sending'), done: done.sending, ...needed },
    {
      section: 'security',
      label: i18n.t('checklist.security'),
      done: setup.vault !== 'device',
      ...extra,
    },
  ];
}

function stateOf({ done, optional }: Line): string {
  if (done) return i18n.t('options.done');
  return optional ? i18n.t('options.optional') : i18n.t('options.pending');
}
