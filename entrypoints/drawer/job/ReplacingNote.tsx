import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Fact, Facts } from '../../../components/Facts.tsx';
import { dateText, moneyText } from '../../../components/formats.ts';
import type { JobView, ReplacingState } from '../../../lib/messages/job-view.ts';

/** How far the cancelling of the old charges is, and what it means that it went further than the sending. */
export function ReplacingNote({ job }: { readonly job: JobView }): ReactElement | null {
  const { replacing, state } = job;
  if (replacing.length === 0) return null;
  const isAlone = state === 'blocked' && replacing.some((one) => one.state === 'gone');
  return (
    <>
      <Facts>
        {replacing.map(({ id, value, dueDate, state: reached }) => (
          <Fact key={id} name={i18n.t('operation.replacing_title')}>
            {i18n.t('plan.confirm_replaced', {
              charge: id,
              value: moneyText(value),
              due: dateText(dueDate),
            })}
            {': '}
            <strong>{stateText(reached)}</strong>
          </Fact>
        ))}
      </Facts>
      {isAlone && <p className="warn-text">{i18n.t('operation.replaced_alone')}</p>}
    </>
  );
}

function stateText(state: ReplacingState): string {
  switch (state) {
    case 'pending':
      return i18n.t('operation.replacing_pending');
    case 'asked':
      return i18n.t('operation.replacing_asked');
    case 'gone':
      return i18n.t('operation.replacing_gone');
    case 'kept':
      return i18n.t('operation.replacing_kept');
    case 'unsure':
      return i18n.t('operation.replacing_unsure');
  }
}
