import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { moneyText } from '../../../../components/formats.ts';
import type { DeskProps } from '../Desk.tsx';
import { ActProgress } from './ActProgress.tsx';
import { ActsMenu } from './ActsMenu.tsx';

/** What may be done with the charge on screen, what was given back of it, and how far the last act is. */
export function Acts({ snapshot, connected, send }: DeskProps): ReactElement | null {
  const { acts } = snapshot.desk;
  if (acts === null || acts.chargeId !== snapshot.charge?.id) return null;
  const { refunds, job } = acts;
  return (
    <section className="stack" aria-label={i18n.t('act.menu')} data-acts="">
      {refunds !== null && refunds.done > 0 && (
        <p>{i18n.t('act.refunded_sum', { value: moneyText(refunds.done) })}</p>
      )}
      {refunds !== null && refunds.underWay > 0 && (
        <p>{i18n.t('act.refunding_sum', { value: moneyText(refunds.underWay) })}</p>
      )}
      {job !== null && (
        <ActProgress job={job} settled={acts.settled} connected={connected} send={send} />
      )}
      <ActsMenu acts={acts} connected={connected} send={send} />
    </section>
  );
}
