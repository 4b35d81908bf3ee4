import { describe, expect, test } from 'vitest';
import { builtFiles, builtManifest, TARGETS } from './builds.ts';

describe.each(TARGETS)('the manifest for %s', (target) => {
  const manifest = builtManifest(target);

  test('is the one that was reviewed', async () => {
    const text = `${JSON.stringify({ ...manifest, version: '0.0.0' }, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`./snapshots/${target}.json`);
  });

  test('is version 3', () => {
    expect(manifest.manifest_version).toBe(3);
  });

  test('requires the two hosts of Asaas and no other', () => {
    expect(manifest.host_permissions).toEqual([
      'https://api.asaas.com/*',
      'https://api-sandbox.asaas.com/*',
    ]);
  });

  test('injects nothing until a panel has been authorised', () => {
    expect(manifest.content_scripts).toEqual([]);
  });

  test('shows web pages the drawer and the palette, and nothing else', () => {
    const resources = manifest.web_accessible_resources.flatMap((entry) => entry.resources);
    expect(resources).toEqual(['drawer.html', 'palette.html']);
  });

  test('suggests one key, for the palette', () => {
    expect(manifest['commands']).toEqual({
      'open-palette': {
        suggested_key: { default: 'Alt+A' },
        description: '__MSG_palette_command__',
      },
    });
  });

  test('is not for private windows', () => {
    expect(manifest['incognito']).toBe('not_allowed');
  });
});

describe('what differs between the browsers', () => {
  test('in Chrome the address of its frames changes with every session', () => {
    const dynamic = builtManifest('chrome').web_accessible_resources.map(
      (entry) => entry.use_dynamic_url,
    );
    expect(dynamic).toEqual([true]);
  });

  test('in Firefox the data that leaves the computer is declared', () => {
    expect(builtManifest('firefox')['browser_specific_settings']).toMatchObject({
      gecko: {
        data_collection_permissions: {
          required: ['personallyIdentifyingInfo', 'financialAndPaymentInfo'],
        },
      },
    });
  });

  test('both ask for the same permissions, and Chrome for its document besides', () => {
    expect([...builtManifest('firefox').permissions, 'offscreen'].sort()).toEqual(
      [...builtManifest('chrome').permissions].sort(),
    );
  });

  test('the document is in the package for Chrome alone, and no web page sees it', () => {
    expect(builtFiles('chrome', '.html')).toContain('offscreen.html');
    expect(builtFiles('firefox', '.html')).not.toContain('offscreen.html');
    expect(builtFiles('firefox', '.js').filter((file) => file.includes('offscreen'))).toEqual([]);
  });

  test('Chrome is told what an administrator may decide: without that it delivers no policy', () => {
    const { storage } = builtManifest('chrome');
    expect(storage).toEqual({ managed_schema: 'managed-schema.json' });
    expect(builtFiles('chrome', '.json')).toContain('managed-schema.json');
    expect(builtManifest('firefox').storage).toBeUndefined();
    expect(builtFiles('firefox', '.json')).not.toContain('managed-schema.json');
  });
});
