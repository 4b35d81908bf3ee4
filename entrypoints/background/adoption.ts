import { createAdoption } from '@/lib/engine/adoption/adoption';
import { createAdoptionHandlers } from '@/lib/engine/adoption/handlers';
import { tagKeyOf } from '@/lib/engine/adoption/tag-key';
import type { EnginePorts } from '@/lib/engine/ports';
import type { Vault } from '@/lib/vault/vault';
import { keepingAlive } from './heartbeat';

/** Adoption of existing charges; `run` never rejects, and nobody need wait for it. */
export function createAdoptionWiring(
  engine: EnginePorts,
  asked: EnginePorts,
  vault: Vault,
  runJobs: () => Promise<void>,
) {
  const tagKey = tagKeyOf(vault, engine.random);
  const adoption = createAdoption({ engine, tagKey, runJobs });
  const run = (): void => {
    keepingAlive(adoption.run()).catch(() => undefined);
  };
  return { run, handlers: createAdoptionHandlers({ engine: asked, wake: run }) };
}
