import type { PanelUser } from '../../messages/panel.ts';

/** The page answers at once or not at all; nobody waits for it longer than this. ms. */
const PATIENCE = 1_000;

/** Who works in the panel, as its page says. Null where it does not say in time: then only the seat is known. */
export async function askOperator(
  ask: (() => Promise<PanelUser | null>) | undefined,
): Promise<PanelUser | null> {
  if (ask === undefined) return null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, null);
  });
  const user = await Promise.race([ask().catch(() => null), late]);
  clearTimeout(timer);
  return user;
}
