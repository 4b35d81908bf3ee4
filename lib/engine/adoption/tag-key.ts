import { bytesToHex } from '@noble/hashes/utils.js';
import { fail, ok } from '../../billing/result.ts';
import type { Vault } from '../../vault/vault.ts';
import type { EnginePorts } from '../ports.ts';
import type { AdoptionPorts } from './ports.ts';

const NAME = 'adoption';

/** The vault's own key for tags of documents: what is on disk without it can be compared and not read. */
export function tagKeyOf(
  vault: Pick<Vault, 'readSecret' | 'writeSecret'>,
  random: EnginePorts['random'],
): AdoptionPorts['tagKey'] {
  return async () => {
    const known = await vault.readSecret(NAME);
    if (!known.ok) return fail({ code: 'locked' });
    if (known.value !== null) return ok(known.value);
    const made = bytesToHex(random(32));
    const written = await vault.writeSecret(NAME, made);
    return written.ok ? ok(made) : fail({ code: 'locked' });
  };
}
