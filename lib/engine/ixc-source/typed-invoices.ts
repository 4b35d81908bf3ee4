import type { PayerOverride } from '../../billing/payer/override.ts';
import { typedInvoice } from '../../messages/drawer.ts';
import { payerOverride } from '../../messages/payer-data.ts';
import type { Vault } from '../../vault/vault.ts';
import type { TypedInvoices } from '../ports.ts';
import { sealedForAWhile, TYPED_FOR_MS, type SealedForAWhile } from './sealed-for-a-while.ts';

type SealingVault = Pick<Vault, 'readSecret' | 'writeSecret' | 'removeSecret'>;

const INVOICE = 'typed:';
const PAYER = 'payer-typed:';

/** What operators typed, sealed by the vault. */
export function createTypedInvoices(vault: SealingVault, now: () => number): TypedInvoices {
  return sealedForAWhile(vault, now, INVOICE, typedInvoice);
}

/** What operators typed for one sending in place of IXC's e-mail, telephone or CPF, sealed the same way. */
export function createPayerOverrides(
  vault: SealingVault,
  now: () => number,
): SealedForAWhile<PayerOverride> {
  return sealedForAWhile<PayerOverride>(vault, now, PAYER, payerOverride);
}

/** Erases what was typed too long ago and never asked for again. Works while locked. */
export async function eraseOldTyped(
  vault: Pick<Vault, 'removeSecretsBefore'>,
  now: number,
): Promise<void> {
  for (const prefix of [INVOICE, PAYER])
    await vault.removeSecretsBefore(prefix, now - TYPED_FOR_MS);
}
