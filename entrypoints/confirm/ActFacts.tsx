import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { effectText } from '../../components/act-text.ts';
import { Age } from '../../components/Age.tsx';
import { CivilDay } from '../../components/CivilDay.tsx';
import { EnvironmentBadge } from '../../components/EnvironmentBadge.tsx';
import { Fact, Facts } from '../../components/Facts.tsx';
import { moneyText } from '../../components/formats.ts';
import { Money } from '../../components/Money.tsx';
import { Notice } from '../../components/Notice.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { operatorText } from '../../components/operator-text.ts';
import { billingTypeText } from '../../components/text.ts';
import type { ActReading, ShownPerson } from '../../lib/messages/charge-acts.ts';

/** Whose money it is, how much, where, and what becomes of it. */
export function ActFacts({ reading }: { readonly reading: ActReading }): ReactElement {
  const { kind, account, payer, charge, invoiceId, receipt, left, refunds, balance } = reading;
  const { operator = null, customer, isOtherPayer } = reading;
  return (
    <>
      <p>
        {receipt?.kind === 'lower'
          ? i18n.t('act.effect_lower', { value: moneyText(receipt.to) })
          : effectText(kind)}
      </p>
      {isOtherPayer && (
        <Notice tone="bad" role="alert" title={i18n.t('act.other_title')}>
          <p>{i18n.t('act.other_note')}</p>
        </Notice>
      )}
      <Facts>
        <Fact name={i18n.t('act.amount')}>
          <strong>
            <Money amount={charge.value} />
          </strong>
        </Fact>
        <Fact name={i18n.t('act.payer')}>
          <Person is={payer} />
        </Fact>
        <Fact name={i18n.t('act.customer')}>
          {customer === null ? (
            <span className="soft">{i18n.t('act.customer_unread')}</span>
          ) : (
            <Person is={customer} />
          )}
        </Fact>
        <Fact name={i18n.t('act.account')}>
          {account.name} <EnvironmentBadge of={account.environment} />
        </Fact>
        <Fact name={i18n.t('act.invoice')}>{invoiceId}</Fact>
        <Fact name={i18n.t('act.charge')}>
          <code>{charge.id}</code>
        </Fact>
        <Fact name={i18n.t('act.state')}>
          <StatusBadge group={charge.group} /> <Age seenAt={charge.seenAt} />
        </Fact>
        <Fact name={i18n.t('act.due')}>
          <CivilDay date={charge.dueDate} />
        </Fact>
        <Fact name={i18n.t('act.method')}>{billingTypeText(charge.billingType)}</Fact>
        {left !== null && refunds.done + refunds.underWay > 0 && (
          <Fact name={i18n.t('act.refundable')}>
            <Money amount={left} />
          </Fact>
        )}
        {balance !== null && (
          <Fact name={i18n.t('act.balance')}>
            <Money amount={balance} />
          </Fact>
        )}
      </Facts>
      {operator !== null && <p className="soft">{operatorText(operator)}</p>}
    </>
  );
}

function Person({ is: { name, document } }: { readonly is: ShownPerson }): ReactElement {
  return (
    <>
      {name} <span className="soft small whole">{document}</span>
    </>
  );
}
