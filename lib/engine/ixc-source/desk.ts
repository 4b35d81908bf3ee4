import type { ReadingSource } from '../../billing/reading-source.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelView, SourceTrial } from '../../messages/pages.ts';
import type { IxcReader } from '../ports.ts';
import type { Way } from '../setup/ports.ts';
import { chooseSources } from './choose-sources.ts';
import type { IxcSourcePorts } from './ports.ts';
import { sessionReader, webserviceReader } from './readers.ts';
import { preferred, recallSource } from './remembered.ts';
import { sessionFailed } from './session-check.ts';
import { trySources } from './try-sources.ts';

/** Where facts about invoices come from, panel by panel. */
export interface IxcSources {
  /**
   * How the panel is read now: by its own choice, remembered, or as the operator said; or by this source and
   * no other. `source` of what it gives is the way that answered last, so it is read after a reading.
   */
  readonly ixc: (origin: string, only?: ReadingSource) => Promise<Result<IxcReader, FailureView>>;
  /** Tries every source there is, whatever is chosen. Changes nothing anywhere. */
  readonly trySources: (origin: string) => Promise<readonly SourceTrial[]>;
  /** What answered last; null: nothing yet. */
  readonly readingOf: (origin: string) => Promise<PanelView['reading']>;
}

/** The one place that decides how IXC is read. */
export function createIxcSources(ports: IxcSourcePorts): IxcSources {
  const { ledger } = ports;

  async function open(
    origin: string,
    override: 'auto' | ReadingSource,
    token: string | null,
  ): Promise<Result<IxcReader, FailureView>> {
    const sources = chooseSources({
      override,
      hasToken: token !== null,
      hasDocument: ports.document !== null,
      lastGood: preferred(await recallSource(ledger, origin), ports.now()),
    });
    const [first, ...others] = sources;
    switch (first) {
      case 'direct':
      case 'document':
        if (token === null) return fail({ code: 'ixc-token-missing' });
        if (first === 'document' && ports.document === null) {
          return fail({ code: 'ixc-unsupported' });
        }
        return ok(webserviceReader(ports, origin, token, [first, ...others.filter(isWay)]));
      case 'session':
        return session(origin, override);
      case 'hand':
        return ok({ source: 'hand' });
    }
  }

  async function session(
    origin: string,
    override: 'auto' | ReadingSource,
  ): Promise<Result<IxcReader, FailureView>> {
    const hasTab = await ports.hasTab(origin);
    if (override === 'session') {
      return hasTab ? ok(sessionReader(ports, origin)) : fail({ code: 'ixc-no-tab' });
    }
    const usable = hasTab && !(await sessionFailed(ledger, origin, ports.now()));
    return ok(usable ? sessionReader(ports, origin) : { source: 'hand' });
  }

  return {
    ixc: async (origin, only) => {
      const { panels } = await ports.readSettings();
      const panel = panels.find((known) => known.origin === origin);
      if (!panel) return fail({ code: 'panel-unknown' });
      const token = await ports.token(origin);
      return token.ok ? open(origin, only ?? panel.source, token.value) : fail({ code: 'locked' });
    },
    trySources: (origin) => trySources(ports, origin),
    readingOf: async (origin) => {
      const known = await recallSource(ledger, origin);
      return known && { source: known.source, at: known.at };
    },
  };
}

function isWay(source: ReadingSource): source is Way {
  return source === 'direct' || source === 'document';
}
