import type { Result } from '../../../billing/result.ts';
import type { IxcMessage, MessageFailure } from '../../../ixc/webservice/send-message.ts';
import type { FailureView } from '../../../messages/failure.ts';

/** What telling a payer needs of the browser. */
export interface MessagePorts {
  /** Opens an address in a tab in front, or hands it to the program that it belongs to. */
  readonly openTab: (url: string) => Promise<void>;
  /** What asks a panel's IXC to send one message, once; or why it cannot be asked (locked, no token). */
  readonly ixcMessages: (
    origin: string,
  ) => Promise<Result<(message: IxcMessage) => Promise<Result<null, MessageFailure>>, FailureView>>;
}
