import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classifySender, type Sender, type SenderRules } from '../../../lib/messages/sender.ts';

const PANEL = 'https://painel.provedor.example';
const SITE = 'https://outro-site.example';

const CHROMIUM: SenderRules = {
  extensionId: 'abcdefghijklmnopabcdefghijklmnop',
  extensionOrigin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
  isAuthorisedPanel: (origin) => origin === PANEL,
};
const FIREFOX: SenderRules = {
  extensionId: 'ponte@ixc-asaas.example',
  extensionOrigin: 'moz-extension://11111111-2222-4333-8444-555555555555',
  isAuthorisedPanel: (origin) => origin === PANEL,
};

/** The senders of the measured table, as each browser describes them. */
function senders({ extensionId: id, extensionOrigin }: SenderRules) {
  return {
    contentScript: { id, url: `${PANEL}/adm.php#x`, origin: PANEL, frameId: 0, tab: { id: 7 } },
    contentScriptInSubFrame: {
      id,
      url: `${PANEL}/app/login`,
      origin: PANEL,
      frameId: 12,
      tab: { id: 7 },
    },
    contentScriptElsewhere: {
      id,
      url: `${SITE}/adm.php`,
      origin: SITE,
      frameId: 0,
      tab: { id: 7 },
    },
    pageInTab: {
      id,
      url: `${extensionOrigin}/options.html`,
      origin: extensionOrigin,
      frameId: 0,
      tab: { id: 8 },
    },
    popup: { id, url: `${extensionOrigin}/popup.html`, origin: extensionOrigin },
    drawer: {
      id,
      url: `${extensionOrigin}/drawer.html`,
      origin: extensionOrigin,
      frameId: 12,
      tab: { id: 7 },
    },
    otherExtension: {
      id: 'ponmlkjihgfedcbaponmlkjihgfedcba',
      url: 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba/background.html',
      origin: 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba',
    },
    webPage: { url: `${PANEL}/adm.php`, origin: PANEL, frameId: 0, tab: { id: 7 } },
  } satisfies Record<string, Sender>;
}

const withoutOrigin = ({ origin: _absent, ...sender }: Sender): Sender => sender;

describe.each([
  ['Chromium', CHROMIUM, (sender: Sender) => sender],
  ['Firefox', FIREFOX, (sender: Sender) => sender],
  ['a Firefox that gives no origin', FIREFOX, withoutOrigin],
])('senders in %s', (_browser, rules, as) => {
  const { contentScript, pageInTab, popup, drawer, ...others } = senders(rules);
  const classify = (sender: Sender) => classifySender(as(sender), rules);

  test('the content script in the top frame of an authorised panel is the panel', () => {
    expect(classify(contentScript)).toEqual({ kind: 'panel', tabId: 7, origin: PANEL });
  });

  test('a page of the extension in a tab and the popup are pages', () => {
    expect(classify(pageInTab)).toEqual({ kind: 'page' });
    expect(classify(popup)).toEqual({ kind: 'page' });
    expect(classify({ ...popup, frameId: 0 })).toEqual({ kind: 'page' });
  });

  test('a page of the extension in a frame is a drawer, named by tab and frame', () => {
    expect(classify(drawer)).toEqual({ kind: 'drawer', tabId: 7, frameId: 12 });
  });

  test.each([
    ['a content script in a sub-frame', others.contentScriptInSubFrame, 'sub-frame'],
    ['a content script of a site that is no panel', others.contentScriptElsewhere, 'not-a-panel'],
    ['another extension', others.otherExtension, 'other-extension'],
    ['a web page', others.webPage, 'other-extension'],
    ['somebody without a name', {}, 'other-extension'],
    ['a panel without a tab', { ...contentScript, tab: undefined }, 'no-tab'],
    ['a panel in a tab without an id', { ...contentScript, tab: {} }, 'no-tab'],
    ['a panel in no real tab', { ...contentScript, tab: { id: -1 } }, 'no-tab'],
    ['a panel without a frame', { ...contentScript, frameId: undefined }, 'no-frame'],
    ['a drawer in a tab without an id', { ...drawer, tab: {} }, 'no-tab'],
    ['a framed page without a tab', { ...drawer, tab: undefined }, 'no-tab'],
    ['a page in a tab without a frame', { ...pageInTab, frameId: undefined }, 'no-frame'],
  ])('%s is refused', (_who, sender, why) => {
    expect(classify(sender)).toEqual({ kind: 'refused', why });
  });
});

describe('origins', () => {
  const { contentScript, drawer, pageInTab } = senders(FIREFOX);

  test('an about:blank frame is the drawer only when the browser says whose origin it has', () => {
    const blank = { ...drawer, url: 'about:blank' };
    expect(classifySender(blank, FIREFOX)).toEqual({ kind: 'drawer', tabId: 7, frameId: 12 });
    const anybody = withoutOrigin(blank);
    expect(classifySender(anybody, FIREFOX)).toEqual({ kind: 'refused', why: 'no-origin' });
  });

  test.each(['about:blank', 'about:srcdoc', 'data:text/html,x', 'not a url', ''])(
    'the top document %j without an origin is nobody',
    (url) => {
      const sender = withoutOrigin({ ...contentScript, url });
      expect(classifySender(sender, FIREFOX)).toMatchObject({ kind: 'refused' });
    },
  );

  test('a sandboxed document has no origin to trust', () => {
    const sandboxed = { ...contentScript, origin: 'null' };
    expect(classifySender(sandboxed, FIREFOX)).toEqual({ kind: 'refused', why: 'no-origin' });
  });

  test.each([
    ['a panel origin on another site', { ...contentScript, url: `${SITE}/adm.php` }],
    ['our origin on a web page', { ...pageInTab, url: `${SITE}/options.html` }],
  ])('%s contradicts itself', (_name, sender) => {
    expect(classifySender(sender, FIREFOX)).toEqual({ kind: 'refused', why: 'origin-disagrees' });
  });

  test('scheme and port are part of a panel', () => {
    for (const origin of [
      'http://painel.provedor.example',
      `${PANEL}:8443`,
      `${PANEL}.evil.example`,
    ]) {
      const sender = { ...contentScript, origin, url: `${origin}/adm.php` };
      expect(classifySender(sender, FIREFOX)).toEqual({ kind: 'refused', why: 'not-a-panel' });
    }
  });

  test('without an origin, a host that only begins like ours is not ours', () => {
    const url = `${FIREFOX.extensionOrigin}.evil.example/options.html`;
    expect(classifySender(withoutOrigin({ ...pageInTab, url }), FIREFOX)).toMatchObject({
      kind: 'refused',
    });
    const userInfo = `https://${FIREFOX.extensionOrigin.split('//')[1]}@evil.example/`;
    expect(classifySender(withoutOrigin({ ...pageInTab, url: userInfo }), FIREFOX)).toMatchObject({
      kind: 'refused',
    });
  });
});

test('trust is never given without our id, whatever else a sender says', () => {
  const field = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const origins = fc.constantFrom(CHROMIUM.extensionOrigin, PANEL, SITE, 'null');
  const sender = fc.record({
    id: field(fc.string()),
    origin: field(origins),
    url: field(fc.oneof(origins, fc.webUrl(), fc.string())),
    frameId: field(fc.integer({ min: -1, max: 3 })),
    tab: field(fc.record({ id: field(fc.integer({ min: -1, max: 3 })) })),
  });
  fc.assert(
    fc.property(sender, (any) => {
      expect(classifySender(any, CHROMIUM).kind).toBe('refused');
      const ours = { ...any, id: CHROMIUM.extensionId };
      const given = classifySender(ours, CHROMIUM);
      if (given.kind === 'panel') expect([ours.frameId, given.origin]).toEqual([0, PANEL]);
      if (given.kind === 'page') expect(ours.frameId ?? 0).toBe(0);
      if (given.kind === 'drawer') expect(given.frameId).not.toBe(0);
    }),
  );
});
