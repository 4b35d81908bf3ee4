import { READING_SOURCES, type ReadingSource } from '../../billing/reading-source.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { SourceTrial } from '../../messages/pages.ts';
import { ixcFailureView } from '../setup/failures.ts';
import type { IxcSourcePorts } from './ports.ts';
import { sessionReader, webserviceReader } from './readers.ts';
import { noteSession } from './session-check.ts';

/** Tries every source by itself, one after another, and says what keeps each from working. */
export async function trySources(
  ports: IxcSourcePorts,
  origin: string,
): Promise<readonly SourceTrial[]> {
  const trials: SourceTrial[] = [];
  for (const source of READING_SOURCES) {
    trials.push({ source, failure: await failureOf(ports, origin, source) });
  }
  return trials;
}

async function failureOf(
  ports: IxcSourcePorts,
  origin: string,
  source: ReadingSource,
): Promise<FailureView | null> {
  switch (source) {
    case 'direct':
    case 'document':
      return webserviceFailure(ports, origin, source);
    case 'session':
      return sessionFailure(ports, origin);
    case 'hand':
      // What is typed is sealed by the vault.
      return (await ports.token(origin)).ok ? null : { code: 'locked' };
  }
}

async function webserviceFailure(
  ports: IxcSourcePorts,
  origin: string,
  source: 'direct' | 'document',
): Promise<FailureView | null> {
  if (source === 'document' && ports.document === null) return { code: 'ixc-unsupported' };
  const token = await ports.token(origin);
  if (!token.ok) return { code: 'locked' };
  if (token.value === null) return { code: 'ixc-token-missing' };
  const { client } = webserviceReader(ports, origin, token.value, [source], unnoted);
  const answer = await client.countInvoices();
  return answer.ok ? null : ixcFailureView(answer.error);
}

/** The invoice that was read last, where there is one, is read again: only a record proves the session. */
async function sessionFailure(ports: IxcSourcePorts, origin: string): Promise<FailureView | null> {
  if (!(await ports.hasTab(origin))) return { code: 'ixc-no-tab' };
  const answer = await ports.ask(origin)({ ask: 'session' });
  if (!answer.ok) return ixcFailureView(answer.error);
  if (!isLoggedIn(answer.value)) return { code: 'ixc-logged-out' };
  const known = await ports.ledger.invoices
    .where('[origin+id]')
    .between([origin], [origin, []])
    .last();
  if (known === undefined) return null;
  const invoice = await sessionReader(ports, origin, unnoted).client.invoice(known.id);
  if (!invoice.ok) return ixcFailureView(invoice.error);
  await noteSession(ports.ledger, origin, null);
  return null;
}

/** A trial says what could answer; what did answer, when it was needed, is remembered elsewhere. */
const unnoted = () => Promise.resolve();

function isLoggedIn(reply: unknown): boolean {
  return (
    typeof reply === 'object' && reply !== null && 'loggedIn' in reply && reply.loggedIn === true
  );
}
