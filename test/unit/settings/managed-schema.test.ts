import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NO_POLICY, parsePolicy } from '../../../lib/settings/policy.ts';
import * as z from 'zod';

/** What Chrome hands to an administrator's tools, and by what it lets values through. */
const schema = z
  .strictObject({
    type: z.literal('object'),
    properties: z.strictObject({
      maxAutoLockMinutes: z.strictObject({
        title: z.string(),
        description: z.string(),
        type: z.literal('integer'),
        minimum: z.int(),
        maximum: z.int(),
      }),
      role: z.strictObject({
        title: z.string(),
        description: z.string(),
        type: z.literal('string'),
        enum: z.array(z.string()).min(1),
      }),
    }),
  })
  .parse(JSON.parse(readFileSync('public/managed-schema.json', 'utf8')));
const { maxAutoLockMinutes, role } = schema.properties;

test('names every decision of the policy, and no other', () => {
  expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(NO_POLICY).sort());
});

test('lets through exactly the minutes that count', () => {
  const { minimum, maximum } = maxAutoLockMinutes;
  const counts = (minutes: number) =>
    parsePolicy({ maxAutoLockMinutes: minutes }).maxAutoLockMinutes === minutes;
  expect([minimum - 1, minimum, maximum, maximum + 1].map(counts)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('lets through exactly the roles that count', () => {
  expect(role.enum.map((each) => parsePolicy({ role: each }).role)).toEqual(role.enum);
  expect(role.enum.sort()).toEqual(['attendant', 'finance']);
});
