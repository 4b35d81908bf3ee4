import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';

type NotifierNoteProps = Pick<DrawerSnapshot, 'notifier'>;

/** Who tells the customer, and so what the operator still has to do. */
export function NotifierNote({ notifier }: NotifierNoteProps): ReactElement {
  switch (notifier) {
    case 'ixc':
      return note(i18n.t('notifier.ixc'), i18n.t('plan.receives_ixc'));
    case 'asaas':
      return note(i18n.t('notifier.asaas'), i18n.t('plan.receives_asaas'));
    case 'none':
      return note(i18n.t('notifier.none'), i18n.t('plan.receives_none'));
    case null:
      return note(null, i18n.t('plan.receives_unset'));
  }
}

function note(who: string | null, consequence: string): ReactElement {
  return (
    <>
      {who !== null && <span>{who}. </span>}
      <span className="soft">{consequence}</span>
    </>
  );
}
