import type { World } from './world.ts';

/** Keeps what an answer says was created out of the lists for so many seconds. */
export async function markLag(world: World, answer: Response, seconds: number): Promise<void> {
  const { id } = (await answer.clone().json()) as { id?: string };
  if (id === undefined) return;
  for (const { charges, customers } of world.accounts.values()) {
    const created = charges.get(id) ?? customers.get(id);
    if (created !== undefined) created.listedFrom = world.clock.now() + seconds * 1000;
  }
}
