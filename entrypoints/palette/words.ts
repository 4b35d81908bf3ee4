import { i18n } from '#i18n';
import { failureText } from '../../components/text.ts';
import type { CopyRefusal, FoundBy } from '../../lib/messages/palette.ts';
import type { Said, Wanted } from './desk.ts';

/** Why a client is among the results. */
export function foundByText(foundBy: FoundBy): string {
  switch (foundBy) {
    case 'invoice':
      return i18n.t('palette.by_invoice');
    case 'phone':
      return i18n.t('palette.by_phone');
    case 'document':
      return i18n.t('palette.by_document');
    case 'name':
      return i18n.t('palette.by_name');
  }
}

export function saidText(said: Said): string {
  switch (said.kind) {
    case 'done':
      return said.left === 0
        ? doneText(said.wanted)
        : `${doneText(said.wanted)} ${i18n.t('palette.left_out', said.left)}`;
    case 'again':
      return i18n.t('palette.press_again');
    case 'refused':
      return refusalText(said.refusal);
    case 'failed':
      return failureText(said.failure);
    case 'refreshed':
      return i18n.t('palette.refreshed');
  }
}

function doneText({ about, what }: Wanted): string {
  switch (what) {
    case 'pix':
      return i18n.t('row.copy.done_pix');
    case 'linha':
      return i18n.t('row.copy.done_linha');
    case 'link':
      return i18n.t('row.copy.done_link');
    case 'message':
      return about === 'overdue' ? i18n.t('palette.done_overdue') : i18n.t('palette.done_message');
    case 'whatsapp':
      return i18n.t('row.copy.done_whatsapp');
  }
}

/** The codes are a closed set, and the panel names every key: see `readCopyWords`. */
const lookup = i18n.t as unknown as (key: string) => string;

function refusalText(refusal: CopyRefusal): string {
  return lookup(`row.copy.${refusal.replaceAll('-', '_')}`);
}
