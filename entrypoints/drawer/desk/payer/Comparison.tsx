import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { payerFieldText } from '../../../../components/text.ts';
import { sameName } from '../../../../lib/billing/person-name.ts';
import type { DrawerPayer, DrawerSnapshot } from '../../../../lib/messages/drawer.ts';

interface ComparisonProps {
  readonly id: string;
  readonly customer: NonNullable<DrawerSnapshot['customer']>;
  readonly payer: DrawerPayer;
  /** Undefined: not counted. */
  readonly charges: number | undefined;
}

interface Line {
  readonly name: string;
  readonly ixc: string | null;
  readonly asaas: string | null;
  readonly differs: boolean;
}

/** IXC's customer and one payer of Asaas side by side; what differs is said in words. */
export function Comparison({ id, customer, payer, charges }: ComparisonProps): ReactElement {
  const lines = linesOf(customer, payer, charges);
  return (
    <table id={id} className="comparison">
      <caption className="visually-hidden">{i18n.t('payer.compare', { name: payer.name })}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{i18n.t('payer.compare_field')}</span>
          </th>
          <th scope="col">{i18n.t('payer.compare_ixc')}</th>
          <th scope="col">{i18n.t('payer.compare_asaas')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, ixc, asaas, differs }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{ixc ?? <Nothing />}</td>
            <td>
              {asaas ?? <Nothing />}
              {differs && <strong className="warn-text"> {i18n.t('payer.compare_differs')}</strong>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Nothing(): ReactElement {
  return <span className="soft">{i18n.t('payer.compare_none')}</span>;
}

function linesOf(
  customer: ComparisonProps['customer'],
  payer: DrawerPayer,
  charges: number | undefined,
): readonly Line[] {
  const line = (
    name: string,
    ixc: string | null,
    asaas: string | null,
    isSame: (a: string, b: string) => boolean,
  ): Line => ({
    name,
    ixc,
    asaas,
    differs: ixc !== null && asaas !== null && !isSame(ixc, asaas),
  });
  const digits = (text: string) => text.replace(/\D/g, '').replace(/^55(?=\d{10,11}$)/, '');
  const equal = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  return [
    line(payerFieldText('name'), customer.name, payer.name, sameName),
    line(payerFieldText('document'), textOf(customer.document), textOf(payer.document), equal),
    line(payerFieldText('email'), customer.email, payer.email, equal),
    line(payerFieldText('mobilePhone'), customer.phone, payer.phone, (a, b) => {
      return digits(a) === digits(b);
    }),
    {
      name: i18n.t('payer.compare_reference'),
      ixc: i18n.t('payer.compare_id', { id: customer.id }),
      asaas: payer.ours ? i18n.t('choice.payer_known_reference') : payer.reference,
      differs: false,
    },
    ...(charges === undefined
      ? []
      : [
          {
            name: i18n.t('payer.compare_charges'),
            ixc: '',
            asaas: String(charges),
            differs: false,
          },
        ]),
  ];
}

function textOf(text: string): string | null {
  return text === '' ? null : text;
}
