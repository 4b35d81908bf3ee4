import { afterEach, describe, expect, it, vi } from 'vitest';
import { KNOWN } from '../../../emulators/ixc/index.ts';
import type { IxcReader } from '../../../../lib/engine/ports.ts';
import { newProvider, ORIGIN } from './provider.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

type Provider = ReturnType<typeof newProvider>;
const ID = KNOWN.openInvoice.id;
const DAY = 24 * 3_600_000;

async function reader({ sources }: Provider): Promise<IxcReader> {
  const opened = await sources().ixc(ORIGIN);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

/** Reads the invoice, and says by which source it came or why it did not. */
async function read(provider: Provider): Promise<string> {
  const opened = await provider.sources().ixc(ORIGIN);
  if (!opened.ok) return opened.error.code;
  if (opened.value.source === 'hand') return 'hand';
  const answer = await opened.value.client.invoice(ID);
  return answer.ok ? opened.value.source : answer.error.kind;
}

describe('with a token', () => {
  it('IXC is read by the worker itself', async () => {
    const provider = newProvider();
    expect(await read(provider)).toBe('direct');
    expect(provider.room.seen.opened).toBe(0);
  });

  it('a reading that the worker’s network refuses is repeated through the document', async () => {
    const provider = newProvider();
    provider.state.directFails = true;
    const opened = await reader(provider);
    expect(opened.source).toBe('direct');
    if (opened.source === 'hand') throw new Error('by hand');
    expect(await opened.client.invoice(ID)).toMatchObject({
      ok: true,
      value: { id: ID, open: 9_990 },
    });
    expect(opened.source).toBe('document');
  });

  it('the way that answered is remembered, by the next worker too', async () => {
    const provider = newProvider();
    provider.state.directFails = true;
    await read(provider);
    provider.sent.direct = 0;
    expect(await read(provider)).toBe('document');
    expect(provider.sent.direct).toBe(0);
    expect(await provider.sources().readingOf(ORIGIN)).toEqual({
      source: 'document',
      at: provider.clock.now(),
    });
  });

  it('the worker is tried again after a day, however busy the document was', async () => {
    const provider = newProvider();
    provider.state.directFails = true;
    for (let hours = 0; hours < 24; hours += 6) {
      expect(await read(provider)).toBe('document');
      await provider.clock.advance(DAY / 4);
    }
    provider.state.directFails = false;
    expect(await read(provider)).toBe('direct');
    expect(await read(provider)).toBe('direct');
  });

  it('a document that fails gives way to the worker at once', async () => {
    const provider = newProvider();
    provider.state.directFails = true;
    await read(provider);
    Object.assign(provider.state, { directFails: false, documentFails: true });
    expect(await read(provider)).toBe('direct');
  });

  it('nothing is repeated that was answered, whatever the answer', async () => {
    const provider = newProvider();
    provider.ixc.control.addFault({ fault: { kind: 'unauthorized' }, times: 0 });
    expect(await read(provider)).toBe('unauthorized');
    expect(provider.sent).toEqual({ direct: 1, document: 0 });
  });

  it('the operator’s session is not used, though a tab is open', async () => {
    const provider = newProvider();
    Object.assign(provider.state, { directFails: true, documentFails: true });
    expect(await read(provider)).toBe('certificate');
    expect(provider.ixc.control.requests({ area: 'panel' })).toEqual([]);
  });

  it('that is locked away nothing is read', async () => {
    const provider = newProvider();
    provider.state.isLocked = true;
    expect(await read(provider)).toBe('locked');
  });
});

describe('when no way leads to the webservice', () => {
  const none = { directFails: true, documentFails: true };

  it.each([
    ['the certificate, when the panel is open in a tab', none, 'certificate'],
    ['the network, when it is not', { ...none, hasTab: false }, 'network'],
    ['the network, in Firefox', { ...none, hasDocument: false }, 'network'],
    ['no network at all', { ...none, isOnline: false }, 'offline'],
  ])('the reason is %s', async (_what, change, expected) => {
    const provider = newProvider();
    Object.assign(provider.state, change);
    expect(await read(provider)).toBe(expected);
  });

  it('nobody is asked to type, unless the operator said so for the panel', async () => {
    const provider = newProvider();
    Object.assign(provider.state, none);
    expect(await read(provider)).not.toBe('hand');
    provider.state.override = 'hand';
    expect(await read(provider)).toBe('hand');
    provider.state.override = 'auto';
    provider.state.directFails = false;
    expect(await read(provider)).toBe('direct');
  });

  it('the reason is a page on the way, when that answers instead of the panel', async () => {
    const provider = newProvider();
    provider.state.portal = () => new Response('<html>Bem-vindo ao Wi-Fi</html>');
    expect(await read(provider)).toBe('captive-portal');
    provider.state.portal = () => Response.redirect('https://wifi.example/login', 302);
    expect(await read(provider)).toBe('captive-portal');
  });

  it('the reason is IXC’s own, when the panel still answers', async () => {
    const provider = newProvider();
    provider.ixc.control.addFault({ fault: { kind: 'html' }, area: 'webservice', times: 0 });
    expect(await read(provider)).toBe('html');
  });
});

describe('without a token', () => {
  const withoutToken = () => {
    const provider = newProvider();
    provider.state.token = null;
    return provider;
  };

  it('IXC is read under the session of an open tab', async () => {
    const provider = withoutToken();
    expect(await read(provider)).toBe('session');
    expect(provider.sent).toEqual({ direct: 0, document: 0 });
    expect((await provider.sources().readingOf(ORIGIN))?.source).toBe('session');
  });

  it('the operator types where no tab is open', async () => {
    const provider = withoutToken();
    provider.state.hasTab = false;
    expect(await read(provider)).toBe('hand');
  });

  it('the operator types once the session failed its check, and the session gets another chance', async () => {
    const provider = withoutToken();
    provider.ixc.control.setSession({ reads: 'missing-columns' });
    expect(await read(provider)).toBe('session-unusable');
    expect(await read(provider)).toBe('hand');
    provider.ixc.control.setSession({ reads: 'ok' });
    await provider.clock.advance(11 * 60_000);
    expect(await read(provider)).toBe('session');
  });

  it('a session that has ended says so, and nobody is asked to type', async () => {
    const provider = withoutToken();
    await read(provider);
    provider.ixc.control.logOut();
    expect(await read(provider)).toBe('logged-out');
    expect(await read(provider)).toBe('logged-out');
  });
});

describe('a source that the operator chose', () => {
  it.each([
    ['direct', { directFails: true, hasTab: false }, 'network'],
    ['direct', { token: null }, 'ixc-token-missing'],
    ['document', {}, 'document'],
    ['document', { documentFails: true, hasTab: false }, 'network'],
    ['document', { hasDocument: false }, 'ixc-unsupported'],
    ['document', { token: null }, 'ixc-token-missing'],
    ['session', {}, 'session'],
    ['session', { hasTab: false }, 'ixc-no-tab'],
    ['hand', {}, 'hand'],
  ] as const)('%s stands with %o: %s', async (override, change, expected) => {
    const provider = newProvider();
    Object.assign(provider.state, { override, ...change });
    expect(await read(provider)).toBe(expected);
    const [, other] = override === 'direct' ? ['', 'document' as const] : ['', 'direct' as const];
    expect(provider.sent[other]).toBe(0);
  });

  it('stays the session though it failed its check', async () => {
    const provider = newProvider();
    provider.state.override = 'session';
    provider.ixc.control.setSession({ reads: 'missing-columns' });
    expect(await read(provider)).toBe('session-unusable');
    expect(await read(provider)).toBe('session-unusable');
  });

  it('is nothing for a panel that was never authorised', async () => {
    expect(await newProvider().sources().ixc('https://elsewhere.example')).toEqual({
      ok: false,
      error: { code: 'panel-unknown' },
    });
  });
});

describe('trying every source', () => {
  const codes = async (provider: Provider) =>
    (await provider.sources().trySources(ORIGIN)).map(
      ({ source, failure }) => `${source}: ${failure?.code ?? 'works'}`,
    );

  it('says which work', async () => {
    expect(await codes(newProvider())).toEqual([
      'direct: works',
      'document: works',
      'session: works',
      'hand: works',
    ]);
  });

  it('says what keeps the others from it', async () => {
    const provider = newProvider();
    Object.assign(provider.state, { directFails: true, hasTab: false, hasDocument: false });
    expect(await codes(provider)).toEqual([
      'direct: ixc-network',
      'document: ixc-unsupported',
      'session: ixc-no-tab',
      'hand: works',
    ]);
    Object.assign(provider.state, { token: null, hasTab: true, hasDocument: true });
    provider.ixc.control.logOut();
    expect(await codes(provider)).toEqual([
      'direct: ixc-token-missing',
      'document: ixc-token-missing',
      'session: ixc-logged-out',
      'hand: works',
    ]);
  });

  it('proves the session with the invoice that was read last', async () => {
    const provider = newProvider();
    const opened = await reader(provider);
    if (opened.source === 'hand') throw new Error('by hand');
    const invoice = await opened.client.invoice(ID);
    if (!invoice.ok || !invoice.value) throw new Error('no invoice');
    await provider.ledger.invoices.put({ ...invoice.value, origin: ORIGIN, readAt: 1 });
    provider.ixc.control.setSession({ reads: 'missing-columns' });
    expect(await codes(provider)).toContain('session: ixc-session-unusable');
  });

  it('does not change what is tried first', async () => {
    const provider = newProvider();
    provider.state.directFails = true;
    await read(provider);
    const before = await provider.sources().readingOf(ORIGIN);
    provider.state.directFails = false;
    await provider.clock.advance(2 * 60_000);
    await codes(provider);
    expect(await provider.sources().readingOf(ORIGIN)).toEqual(before);
  });

  it('changes nothing in IXC', async () => {
    const provider = newProvider();
    await codes(provider);
    expect(provider.ixc.control.writes()).toEqual([]);
  });
});
