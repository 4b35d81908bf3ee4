import type { ReadingSource } from '../../billing/reading-source.ts';
import type { IxcReader } from '../ports.ts';
import { createSessionClient } from '../../ixc/session/client.ts';
import { createIxcClient } from '../../ixc/webservice/client.ts';
import { diagnose } from './diagnose.ts';
import type { Way } from '../setup/ports.ts';
import type { IxcSourcePorts } from './ports.ts';
import { rememberSource } from './remembered.ts';
import { noteSession } from './session-check.ts';
import { watchedClient } from './watched-client.ts';
import { type OpenWay, throughWays } from './ways.ts';

/** A reader that reads by itself. */
export type SourceReader = Exclude<IxcReader, { readonly source: 'hand' }>;

/** Told which source answered, each time one did. */
export type Answered = (source: ReadingSource) => Promise<void>;

function remembering({ ledger, now }: IxcSourcePorts, origin: string): Answered {
  return (source) => rememberSource(ledger, origin, source, now());
}

/**
 * A reader of the webservice over these ways. Its `source` is the way that got through last, so it is true
 * of what was read just before.
 */
export function webserviceReader(
  ports: IxcSourcePorts,
  origin: string,
  token: string,
  sources: readonly [Way, ...Way[]],
  answered: Answered = remembering(ports, origin),
): SourceReader {
  let [source] = sources;
  const ways = sources.flatMap((each): OpenWay[] => {
    const open = each === 'direct' ? ports.direct : ports.document;
    return open ? [{ source: each, transport: open(origin) }] : [];
  });
  const transport = throughWays(ways, (reached) => {
    source = reached;
  });
  const client = watchedClient(
    createIxcClient({
      transport,
      credentials: { origin, token },
      ...(ports.sleep && { sleep: ports.sleep }),
    }),
    async (answer) => {
      if (!answer.ok) return { ok: false, error: await diagnose(ports, origin, answer.error) };
      await answered(source);
      return answer;
    },
  );
  return {
    get source() {
      return source;
    },
    client,
  };
}

/** A reader under the operator's session, whose failed self-check is noted for the next choice. */
export function sessionReader(
  ports: IxcSourcePorts,
  origin: string,
  answered: Answered = remembering(ports, origin),
): SourceReader {
  const { ledger, now } = ports;
  const client = watchedClient(createSessionClient(ports.ask(origin)), async (answer) => {
    if (answer.ok) await answered('session');
    else if (answer.error.kind === 'session-unusable') await noteSession(ledger, origin, now());
    return answer;
  });
  return { source: 'session', client };
}
