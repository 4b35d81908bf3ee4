import type {
  PanelAsk,
  PanelDiagnosis,
  PanelRecord,
  PanelSession,
  PanelUser,
} from '../../messages/panel.ts';
import { invoiceId } from './cell-text.ts';
import { diagnose } from './diagnosis/diagnose.ts';
import { readOperator } from './session/read-operator.ts';
import { readRecord } from './session/read-record.ts';
import { readSession } from './session/read-session.ts';
import { RECORD_COLUMNS } from './session/record-columns.ts';

/** True for what the worker may ask; everything else is not answered. */
export function isAsk(message: unknown): message is PanelAsk {
  if (typeof message !== 'object' || message === null || !('ask' in message)) return false;
  switch (message.ask) {
    case 'diagnosis':
    case 'operator':
    case 'session':
      return true;
    case 'record':
      return (
        'table' in message &&
        typeof message.table === 'string' &&
        Object.hasOwn(RECORD_COLUMNS, message.table) &&
        'id' in message &&
        typeof message.id === 'string' &&
        invoiceId(message.id) !== null
      );
    default:
      return false;
  }
}

/** Answers a question of the worker. Reads only; never rejects because of what IXC said. */
export async function answerAsk(
  document: Document,
  ask: PanelAsk,
): Promise<PanelDiagnosis | PanelRecord | PanelSession | PanelUser | null> {
  const { origin } = document.location;
  switch (ask.ask) {
    case 'diagnosis':
      return diagnose(document);
    case 'operator':
      return readOperator(document);
    case 'session':
      return readSession(document, origin);
    case 'record':
      return readRecord(origin, ask.table, ask.id);
  }
}
