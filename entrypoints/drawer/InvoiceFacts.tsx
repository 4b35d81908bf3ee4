import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Age } from '../../components/Age.tsx';
import { CivilDay } from '../../components/CivilDay.tsx';
import { Fact, Facts } from '../../components/Facts.tsx';
import { Money } from '../../components/Money.tsx';
import { Section } from '../../components/Section.tsx';
import { sourceText } from '../../components/text.ts';
import type { DrawerSnapshot } from '../../lib/messages/drawer.ts';

type InvoiceFactsProps = { readonly snapshot: DrawerSnapshot };

/** Who and what IXC says this invoice is. */
export function InvoiceFacts({ snapshot }: InvoiceFactsProps): ReactElement | null {
  const { invoice, customer, account, source } = snapshot;
  if (invoice === null && customer === null) return null;
  return (
    <Section
      heading={i18n.t('invoice.heading')}
      aside={invoice === null ? null : <Age seenAt={invoice.readAt} />}
    >
      <Facts>
        {customer !== null && (
          <>
            <Fact name={i18n.t('customer.heading')}>{customer.name}</Fact>
            <Fact name={i18n.t('customer.document')}>
              {customer.document === '' ? (
                <span className="soft">{i18n.t('customer.no_document')}</span>
              ) : (
                customer.document
              )}
            </Fact>
            <Fact name={i18n.t('customer.email')}>
              {customer.email ?? <span className="soft">{i18n.t('customer.no_email')}</span>}
            </Fact>
          </>
        )}
        {invoice !== null && (
          <>
            <Fact name={i18n.t('invoice.open')}>
              <Money amount={invoice.open} />
            </Fact>
            {invoice.value !== invoice.open && (
              <Fact name={i18n.t('invoice.value')}>
                <Money amount={invoice.value} />
              </Fact>
            )}
            <Fact name={i18n.t('invoice.due')}>
              {invoice.dueDate === null ? (
                i18n.t('invoice.none')
              ) : (
                <CivilDay date={invoice.dueDate} />
              )}
            </Fact>
            {invoice.carteira !== '' && (
              <Fact name={i18n.t('invoice.carteira')}>{carteiraName(invoice.carteira)}</Fact>
            )}
          </>
        )}
        {account !== null && <Fact name={i18n.t('account.heading')}>{account.name}</Fact>}
        {source !== null && <Fact name={i18n.t('source.heading')}>{sourceText(source)}</Fact>}
      </Facts>
    </Section>
  );
}

/** Where the token's user may not read carteiras there is only the number. */
function carteiraName(carteira: string): string {
  return /^\d+$/.test(carteira)
    ? i18n.t('invoice.carteira_number', { number: carteira })
    : carteira;
}
