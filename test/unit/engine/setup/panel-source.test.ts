import { describe, expect, test } from 'vitest';
import { newSetup, PANEL, setupWithPanel, type TestSetup } from './setup-kit.ts';

const UNKNOWN = { ok: false, error: { code: 'panel-unknown' } };
const choose = ({ handlers }: TestSetup, source: 'auto' | 'direct' | 'document' | 'session') =>
  handlers['panel/source']({ verb: 'panel/source', origin: PANEL, source });
const diagnose = ({ handlers }: TestSetup) =>
  handlers['panel/diagnose']({ verb: 'panel/diagnose', origin: PANEL });
const panelOf = async ({ settings }: TestSetup) => (await settings.read()).panels[0];

describe('how IXC is read', () => {
  test('is the operator’s choice, and automatic again when that is chosen', async () => {
    const setup = await setupWithPanel();
    expect(await choose(setup, 'session')).toMatchObject({
      ok: true,
      value: { source: 'session' },
    });
    expect(await panelOf(setup)).toMatchObject({ source: 'session' });
    await choose(setup, 'auto');
    expect(await panelOf(setup)).toMatchObject({ source: 'auto' });
    expect(await choose(await newSetup(), 'auto')).toEqual(UNKNOWN);
  });

  test('through a document only where the browser has one', async () => {
    const firefox = await setupWithPanel();
    expect(await choose(firefox, 'document')).toEqual({
      ok: false,
      error: { code: 'ixc-unsupported' },
    });
    const chrome = await setupWithPanel({ ways: ['direct', 'document'] });
    expect(await choose(chrome, 'document')).toMatchObject({ ok: true });
  });

  test('is tried source by source, of known panels only', async () => {
    const setup = await setupWithPanel();
    setup.outside.trials = [
      { source: 'direct', failure: { code: 'ixc-certificate' } },
      { source: 'session', failure: null },
    ];
    const tried = ({ handlers }: TestSetup) =>
      handlers['panel/try-sources']({ verb: 'panel/try-sources', origin: PANEL });
    expect(await tried(setup)).toEqual({ ok: true, value: setup.outside.trials });
    expect(await tried(await newSetup())).toEqual(UNKNOWN);
  });

  test('is shown with the setup: the source that answered last, and when', async () => {
    const setup = await setupWithPanel();
    const reading = async () =>
      (await setup.handlers['setup/read']({ verb: 'setup/read' })).panels[0]?.reading;
    expect(await reading()).toBeNull();
    setup.outside.reading = { source: 'session', at: 7 };
    expect(await reading()).toEqual({ source: 'session', at: 7 });
  });
});

describe('the diagnosis of a panel', () => {
  const diagnosis = {
    selectors: { 'invoice-cell': 25 },
    grids: [{ table: 'fn_areceber', rows: 25, marked: 24, by: 'abbr', disagreeing: 1 }],
    outline: 'table > tr > td[abbr]',
    billsByFatura: true,
    version: null,
  };

  test('is what the content script of an open tab finds', async () => {
    const setup = await setupWithPanel();
    setup.outside.answer = diagnosis;
    expect(await diagnose(setup)).toEqual({ ok: true, value: diagnosis });
    expect(setup.asked).toEqual([{ origin: PANEL, ask: { ask: 'diagnosis' } }]);
  });

  test('is remembered for what it says of billing by fatura', async () => {
    const setup = await setupWithPanel();
    setup.outside.answer = diagnosis;
    await diagnose(setup);
    expect(await panelOf(setup)).toMatchObject({ billsByFatura: true });
  });

  test('that cannot tell does not undo a yes: the script sees less than the page says of itself', async () => {
    const setup = await setupWithPanel();
    setup.outside.answer = diagnosis;
    await diagnose(setup);
    setup.outside.answer = { ...diagnosis, billsByFatura: false };
    expect(await diagnose(setup)).toMatchObject({ ok: true });
    expect(await panelOf(setup)).toMatchObject({ billsByFatura: true });
  });

  test('needs an open tab', async () => {
    expect(await diagnose(await setupWithPanel())).toEqual({
      ok: false,
      error: { code: 'panel-no-tab' },
    });
    expect(await diagnose(await newSetup())).toEqual(UNKNOWN);
  });

  test.each([
    ['a text', 'ok'],
    ['no grids', { ...diagnosis, grids: undefined }],
    ['a page’s whole content', { ...diagnosis, outline: 'x'.repeat(200_001) }],
    ['a count below zero', { ...diagnosis, selectors: { a: -1 } }],
  ])('is refused when the script answers %s', async (_what, answer) => {
    const setup = await setupWithPanel();
    setup.outside.answer = answer;
    expect(await diagnose(setup)).toEqual({ ok: false, error: { code: 'ixc-rubbish' } });
    expect(await panelOf(setup)).toMatchObject({ billsByFatura: false });
  });
});
