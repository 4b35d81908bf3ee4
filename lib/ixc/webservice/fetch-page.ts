import { fail, type Result } from '../../billing/result.ts';
import type { Transport } from '../../http/transport.ts';
import { unanswered } from '../../http/unanswered.ts';
import { type RawPage, readListAnswer } from './answer.ts';
import { basicCredential } from './basic-credential.ts';
import type { IxcCredentials, IxcFailure } from './client.types.ts';
import { listRequest, type ListQuery, type ListRequest } from './list-request.ts';

export interface IxcClientOptions {
  readonly transport: Transport;
  readonly credentials: IxcCredentials;
  /** Waits between two tries of one reading, ms. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** Reads one page of a table. */
export type FetchPage = (query: ListQuery) => Promise<Result<RawPage, IxcFailure>>;

/** What an overloaded server answers. A reading changes nothing, so it may be asked again. */
const OVERLOADED: readonly number[] = [502, 503, 504];
const RETRY_AFTER_MS: readonly number[] = [500, 2000];

const sleepForReal = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Takes list requests and nothing else: the one door from this client to the network. */
async function sendList(
  transport: Transport,
  request: ListRequest,
): Promise<Result<RawPage, IxcFailure>> {
  const answer = await transport(request);
  return answer.ok ? readListAnswer(answer.value) : fail(unanswered(answer.error));
}

/** A reader of one webservice. A token that cannot be one is refused as IXC would, without asking. */
export function createFetchPage(options: IxcClientOptions): FetchPage {
  const { transport, credentials, sleep = sleepForReal } = options;
  const authorization = basicCredential(credentials.token);
  return async (query) => {
    if (authorization === null) return fail({ kind: 'unauthorized' });
    const request = listRequest(credentials.origin, authorization, query);
    let page = await sendList(transport, request);
    for (const wait of RETRY_AFTER_MS) {
      if (page.ok || page.error.kind !== 'server') break;
      if (!OVERLOADED.includes(page.error.status)) break;
      await sleep(wait);
      page = await sendList(transport, request);
    }
    return page;
  };
}
