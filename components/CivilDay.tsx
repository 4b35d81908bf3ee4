import type { ReactElement } from 'react';
import type { CivilDate } from '../lib/billing/calendar.ts';
import { dateText } from './formats.ts';

export function CivilDay({ date }: { readonly date: CivilDate }): ReactElement {
  return <time dateTime={date}>{dateText(date)}</time>;
}
