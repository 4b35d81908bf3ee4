import type { ReactElement } from 'react';
import { Acts } from './acts/Acts.tsx';
import { Details } from './details/Details.tsx';
import type { DrawerRequest, DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { Edit } from './edit/Edit.tsx';
import { Notices } from './notices/Notices.tsx';
import { MessageSection } from './message/MessageSection.tsx';
import { PayerSection } from './payer/PayerSection.tsx';

/** What every part of the desk is given. */
export interface DeskProps {
  readonly snapshot: DrawerSnapshot;
  /** How many snapshots have come. */
  readonly received: number;
  readonly connected: boolean;
  readonly send: (request: DrawerRequest) => void;
}

/** What an attendant does with the charge on screen, in the order in which it is asked for on the phone. */
export function Desk(props: DeskProps): ReactElement {
  return (
    <>
      <Acts {...props} />
      <Edit {...props} />
      <MessageSection {...props} />
      <Notices {...props} />
      <PayerSection {...props} />
      <Details {...props} />
    </>
  );
}
