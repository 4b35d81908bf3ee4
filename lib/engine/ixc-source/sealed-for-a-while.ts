import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import { z } from '../../schema.ts';
import type { Vault } from '../../vault/vault.ts';

/** For as long as this, what was typed counts as a fresh reading; then it is erased. ms. */
export const TYPED_FOR_MS = 10 * 60_000;

/** What a person typed about an invoice, sealed by the vault, since it carries a name, a CPF or an address. */
export interface SealedForAWhile<T> {
  /** `typedAt` in ms since the epoch; null when there is none or it is too old. */
  readonly read: (
    origin: string,
    invoiceId: string,
  ) => Promise<Result<{ readonly typed: T; readonly typedAt: number } | null, FailureView>>;
  readonly write: (
    origin: string,
    invoiceId: string,
    typed: T,
  ) => Promise<Result<null, FailureView>>;
  readonly remove: (origin: string, invoiceId: string) => Promise<void>;
}

/** `prefix` tells one kind of what is typed from the others. */
export function sealedForAWhile<T>(
  vault: Pick<Vault, 'readSecret' | 'writeSecret' | 'removeSecret'>,
  now: () => number,
  prefix: string,
  schema: z.ZodType<T>,
): SealedForAWhile<T> {
  const name = (origin: string, invoiceId: string) => `${prefix}${origin}:${invoiceId}`;
  const kept = z.strictObject({ typed: schema, typedAt: z.number() });
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
