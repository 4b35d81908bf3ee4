import type { Confirmed } from '../outbox/enqueue.ts';
import type { DrawerMemory } from './snapshot.ts';

/**
 * What confirming the plan on screen asks for, with the choices that this very plan was made with: what
 * the operator saw is what is written. Null where the screen shows another plan, or none.
 */
export function orderOf(memory: DrawerMemory, planId: string): Confirmed | null {
  const { gathered, plan, origin, invoiceId, choices, chosen } = memory;
  const providerKey = gathered?.facts.providerKey ?? null;
  if (!gathered?.account || providerKey === null || !plan || memory.planId !== planId) return null;
  return {
    account: gathered.account,
    origin,
    providerKey,
    invoiceId,
    confirmation: planId,
    choices,
    source: gathered.facts.source,
    ...(chosen && { tried: chosen.tried }),
    ...(plan.kind === 'new' && { replaces: plan.replaces }),
  };
}
