import { fail, ok } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import { pack, unpack } from '../../messages/packed-text.ts';
import type { PageHandlers } from '../../messages/router.ts';
import type { EnginePorts } from '../ports.ts';
import { storing } from '../setup/storing.ts';
import { eraseSubject } from './erase-subject.ts';
import { exportPieces } from './export.ts';
import { importText, type ImportPorts } from './import.ts';
import { exportSubject } from './subject.ts';
import { verifyAudit } from './verify-audit.ts';
import { askForWipe } from './wipe.ts';
import type { KeyValueStore } from '../../key-value-store.ts';

export interface DataPorts
  extends ImportPorts, Pick<EnginePorts, 'readSettings' | 'typed' | 'overrides'> {
  /** `storage.local`. */
  readonly storage: Pick<KeyValueStore, 'set'>;
  /** Starts the extension anew, a moment after the answer was given. */
  readonly restart: () => void;
}

type DataVerb = 'data/export' | 'data/import' | 'data/subject' | 'data/wipe' | 'audit/verify';

const NO_EXPORT: FailureView = { code: 'import-unreadable', params: { line: '1' } };

/** What pages may ask about the data as a whole. */
export function createDataHandlers(ports: DataPorts): Pick<PageHandlers, DataVerb> {
  return {
    'data/export': async () => ok(await pack(exportPieces(ports))),
    'data/import': ({ packed }) =>
      storing(async () => {
        const text = await unpack(packed);
        return text === null ? fail(NO_EXPORT) : importText(ports, text);
      }),
    'data/subject': async ({ what, ...subject }) =>
      what === 'export' ? ok(await exportSubject(ports, subject)) : eraseSubject(ports, subject),
    'data/wipe': async () => {
      const asked = await storing(() => askForWipe(ports, ports.storage));
      if (asked.ok) ports.restart();
      return asked;
    },
    'audit/verify': async () => ok(await verifyAudit(ports.ledger)),
  };
}
