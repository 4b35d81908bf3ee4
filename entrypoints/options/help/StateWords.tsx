import type { ReactElement } from 'react';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { statusMeaning } from '../../../components/text.ts';
import { STATUS_GROUPS } from '../../../lib/billing/status.ts';

/** Every state that a row may show, with what it means. */
export function StateWords(): ReactElement {
  return (
    <ul className="rows">
      {STATUS_GROUPS.map((group) => (
        <li key={group}>
          <StatusBadge group={group} /> {statusMeaning(group)}
        </li>
      ))}
    </ul>
  );
}
