import type { EditRefusal } from '../lib/billing/edit/charge-edit.ts';
import { byCode } from './by-code.ts';

/** Why a charge is not changed as asked, and what to do about it. */
export const editRefusalText = ({ code, params }: EditRefusal): string =>
  byCode('edit.refusal', code, params);
