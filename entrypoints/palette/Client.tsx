import { useId, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { moneyText } from '../../components/formats.ts';
import type { PaletteClient } from '../../lib/messages/palette.ts';
import type { DeskState, PaletteDesk } from './desk.ts';
import { InvoiceRow } from './InvoiceRow.tsx';
import { KeyButton } from './KeyButton.tsx';
import { foundByText } from './words.ts';

interface ClientProps {
  readonly client: PaletteClient;
  readonly state: DeskState;
  readonly desk: PaletteDesk;
  readonly onOpen: (invoiceId: string) => void;
}

/** One client and what is open of theirs. */
export function Client({ client, state, desk, onOpen }: ClientProps): ReactElement {
  const heading = useId();
  const details = useId();
  const { id, name, document, foundBy, overdue, invoices, phoneEnd } = client;
  return (
    <section className="client" aria-labelledby={`${heading} ${details}`} data-client={id ?? ''}>
      <div className="client-head">
        <h2 id={heading}>{name ?? i18n.t('palette.nameless')}</h2>
        <span id={details} className="small soft">
          {[
            foundByText(foundBy),
            id === null ? '' : i18n.t('palette.client', { id }),
            document,
            phoneEnd === null ? '' : i18n.t('palette.phone', { end: phoneEnd }),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        {id !== null && invoices.length > 0 && (
          <KeyButton
            hint="R"
            busy={state.busy === 'refresh'}
            onPress={() => {
              desk.refresh(id);
            }}
          >
            {i18n.t('action.refresh')}
          </KeyButton>
        )}
      </div>
      {invoices.length === 0 ? (
        <p className="soft small">{i18n.t('palette.nothing_open')}</p>
      ) : (
        <ul>
          {invoices.map((invoice) => (
            <InvoiceRow
              key={invoice.id}
              invoice={invoice}
              busy={state.busy}
              desk={desk}
              onOpen={onOpen}
            />
          ))}
        </ul>
      )}
      {id !== null && overdue.count > 0 && (
        <div className="overdue">
          <strong>
            {i18n.t('palette.overdue_total', overdue.count, [
              String(overdue.count),
              moneyText(overdue.total),
            ])}
          </strong>
          <KeyButton
            hint="V"
            busy={isWanted(state, id, 'message')}
            onPress={() => {
              desk.want({ about: 'overdue', id, what: 'message' });
            }}
          >
            {i18n.t('palette.all_overdue')}
          </KeyButton>
          <KeyButton
            hint="⇧V"
            busy={isWanted(state, id, 'whatsapp')}
            onPress={() => {
              desk.want({ about: 'overdue', id, what: 'whatsapp' });
            }}
          >
            {i18n.t('palette.whatsapp')}
          </KeyButton>
        </div>
      )}
    </section>
  );
}

function isWanted({ busy }: DeskState, id: string, what: string): boolean {
  if (busy === null || busy === 'refresh') return false;
  return busy.about === 'overdue' && busy.id === id && busy.what === what;
}
