import { describe, expect, test } from 'vitest';
import { built, builtFiles, builtManifest, TARGETS } from './builds.ts';

/** Each directive with the reason for what it allows. */
const POLICY = {
  'default-src': "'none'", // what is not named below is refused
  'script-src': "'self'", // no inline, remote or generated code
  'style-src': "'self'",
  'img-src': "'self' data:", // the Pix QR code comes as base64
  'font-src': "'self'",
  'connect-src': 'https: http:', // a panel's host is known at run time; lib/http is the guard
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
};

describe.each(TARGETS)('the content security policy for %s', (target) => {
  const policy = builtManifest(target).content_security_policy.extension_pages;
  const directives = Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values.join(' ')];
    }),
  );

  test.each(Object.entries(POLICY))('%s is %s', (name, values) => {
    expect(directives[name]).toBe(values);
  });

  test('has no other directive', () => {
    expect(Object.keys(directives).sort()).toEqual(Object.keys(POLICY).sort());
  });

  test('is kept by every page: no inline script, style or handler', () => {
    for (const page of builtFiles(target, '.html')) {
      const html = built(target, page);
      expect(html, page).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
      expect(html, page).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/);
    }
  });
});
