import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Badge } from '../../../components/Badge.tsx';
import type { AdoptionRow } from '../../../lib/ledger/adoption-rows.ts';
import type { AdoptionNames } from '../../../lib/messages/adoption.ts';

interface NamesProps {
  readonly row: AdoptionRow;
  /** Undefined: not asked for, or not read yet. */
  readonly names: AdoptionNames | undefined;
  readonly locked: boolean;
}

/** The two cells of one charge: IXC's customer, and beside them whom Asaas has; what disagrees is said. */
export function Names({ row, names, locked }: NamesProps): ReactElement {
  const { customerId, initials, payerId } = row;
  const hint = [customerId, locked ? '' : initials].filter(Boolean).join(' · ');
  return (
    <>
      <td>
        {names === undefined ? (
          customerId === null ? (
            '—'
          ) : (
            hint
          )
        ) : (
          <Customers customers={names.customers} customerId={customerId} />
        )}
      </td>
      <td>
        {names?.payer != null && (
          <p>
            {names.payer.name} <span className="soft small">{names.payer.document}</span>
          </p>
        )}
        {names?.payer === null && (
          <p className="soft small">{i18n.t('options_adoption.names_gone')}</p>
        )}
        {names?.payer == null && <code className="small">{payerId}</code>}
      </td>
    </>
  );
}

function Customers({
  customers,
  customerId,
}: Pick<AdoptionNames, 'customers'> & Pick<AdoptionRow, 'customerId'>): ReactElement {
  if (customerId === null) return <>—</>;
  if (customers.length === 0) {
    return <p className="soft small">{i18n.t('options_adoption.names_gone')}</p>;
  }
  return (
    <>
      {customers.map(({ id, name, document, nameDiffers, documentDiffers }) => (
        <p key={id} data-alarm={nameDiffers || documentDiffers ? '' : undefined}>
          {name} <span className="soft small">{document}</span>{' '}
          <span className="soft small">{i18n.t('options_adoption.names_id', { id })}</span>{' '}
          {nameDiffers && <Badge tone="warn">{i18n.t('options_adoption.names_other_name')}</Badge>}{' '}
          {documentDiffers && (
            <Badge tone="warn">{i18n.t('options_adoption.names_other_document')}</Badge>
          )}
        </p>
      ))}
    </>
  );
}
