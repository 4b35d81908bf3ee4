import type { ReactElement } from 'react';
import { Acts } from './acts/Acts.tsx';
import { Details } from './details/Details.tsx';
import type { DrawerRequest, DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { MessageSection } from './message/MessageSection.tsx';

/** What every part of the desk is given. */
export interface DeskProps {
  readonly snapshot: DrawerSnapshot;
  readonly connected: boolean;
  readonly send: (request: DrawerRequest) => void;
}

/** What an attendant does with the charge on screen, in the order in which it is asked for on the phone. */
export function Desk(props: DeskProps): ReactElement {
  return (
    <>
      <Acts {...props} />
      <MessageSection {...props} />
      <Details {...props} />
    </>
  );
}
