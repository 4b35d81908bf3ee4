import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Between 0 and 1, the same for ever for one installation and name: browsers do not ask in step. */
export function jitter(installationId: string, name: string): number {
  const [first = 0, second = 0] = sha256(utf8ToBytes(`${installationId} ${name}`));
  return (first * 256 + second) / 65_536;
}
