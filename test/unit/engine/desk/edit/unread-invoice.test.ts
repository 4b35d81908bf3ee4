import { expect, it } from 'vitest';
import { fail } from '../../../../../lib/billing/result.ts';
import { openDrawerOf } from '../../drawer/open-drawer.ts';
import { editedCharge } from './edited.ts';

it('a change of a charge whose invoice cannot be read is refused in words, until it was read', async () => {
  const at = await editedCharge();
  let isDown = true;
  const ixc: typeof at.ports.ixc = (origin) =>
    isDown ? Promise.resolve(fail({ code: 'ixc-network' })) : at.ports.ixc(origin);
  const drawer = openDrawerOf({ engine: { ...at.ports, ixc }, runner: at.runner });
  const unread = await drawer.until(({ busy, failure }) => !busy && failure !== null);
  expect(unread.desk.edit).toMatchObject({ refusal: { code: 'invoice-unread' }, form: null });

  isDown = false;
  await drawer.session.handle({ verb: 'refresh' });
  const read = await drawer.until(({ busy, failure }) => !busy && failure === null);
  expect(read.desk.edit?.refusal).toBeNull();
  await drawer.session.handle({ verb: 'edit', form: 'date' });
  await drawer.until(({ desk }) => desk.edit?.form?.now != null);
});
