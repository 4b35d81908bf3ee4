import { fail, ok } from '../../billing/result.ts';
import { typedInvoice } from '../../messages/drawer.ts';
import { z } from '../../schema.ts';
import type { Vault } from '../../vault/vault.ts';
import type { TypedInvoices } from '../ports.ts';

/** For as long as this, what was typed counts as a fresh reading; then it is erased. ms. */
const TYPED_FOR_MS = 10 * 60_000;

const PREFIX = 'typed:';
const name = (origin: string, invoiceId: string) => `${PREFIX}${origin}:${invoiceId}`;

const kept = z.strictObject({ typed: typedInvoice, typedAt: z.number() });

/** What operators typed, sealed by the vault. */
export function createTypedInvoices(
  vault: Pick<Vault, 'readSecret' | 'writeSecret' | 'removeSecret'>,
  now: () => number,
): TypedInvoices {
  return {
    read: async (origin, invoiceId) => {
      const secret = await vault.readSecret(name(origin, invoiceId));
      if (!secret.ok) return fail({ code: 'locked' });
      if (secret.value === null) return ok(null);
      const read = kept.safeParse(parsed(secret.value));
      const age = read.success ? now() - read.data.typedAt : null;
      // A clock that was set back is no licence to use it for longer.
      if (read.success && age !== null && age >= 0 && age < TYPED_FOR_MS) return ok(read.data);
      await vault.removeSecret(name(origin, invoiceId));
      return ok(null);
    },
    write: async (origin, invoiceId, typed) => {
      const text = JSON.stringify({ typed, typedAt: now() });
      const written = await vault.writeSecret(name(origin, invoiceId), text);
      return written.ok ? ok(null) : fail({ code: 'locked' });
    },
    remove: (origin, invoiceId) => vault.removeSecret(name(origin, invoiceId)),
  };
}

/** Erases what was typed too long ago and never asked for again. Works while locked. */
export function eraseOldTyped(
  vault: Pick<Vault, 'removeSecretsBefore'>,
  now: number,
): Promise<void> {
  return vault.removeSecretsBefore(PREFIX, now - TYPED_FOR_MS);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
