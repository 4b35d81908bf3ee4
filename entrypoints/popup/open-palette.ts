import { ask } from '../../components/worker-client.ts';

/** Goes to the panel that was used last, with the palette open in it. */
export async function openPalette(): Promise<void> {
  // The worker carries it on: the popup closes by itself once the panel is in front.
  await ask({ verb: 'palette/open' });
  window.close();
}
