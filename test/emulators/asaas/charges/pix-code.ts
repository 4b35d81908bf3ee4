import { toBuffer } from 'qrcode';
import { addMonths } from '../../http/sao-paulo.ts';
import type { Account } from '../account/account.ts';
import { ApiFailure } from '../failures.ts';
import { today, type World } from '../world.ts';
import { isOpen, type ChargeRecord } from './charge-record.ts';

/** GET /payments/{id}/pixQrCode: payload, picture and expiry. */
export async function pixCode(
  world: World,
  account: Account,
  charge: ChargeRecord,
): Promise<Record<string, unknown>> {
  if (charge.billingType === 'CREDIT_CARD' || charge.deleted || !isOpen(charge))
    throw new ApiFailure('invalid_action', 'Não é possível gerar o QR Code desta cobrança.');
  const payload = payloadOf(world, account, charge);
  const picture = await toBuffer(payload, { errorCorrectionLevel: 'M', margin: 1, scale: 3 });
  return {
    encodedImage: picture.toString('base64'),
    payload,
    expirationDate: `${account.ownPixKey ? addMonths(charge.dueDate, 12) : today(world)} 23:59:59`,
    description: charge.description,
  };
}

/** An EMV "BR Code" that points to the charge, with its CRC. */
function payloadOf(world: World, account: Account, charge: ChargeRecord): string {
  // Without an own key the code is made anew after every update, and every day.
  const version = account.ownPixKey ? '' : `/${String(charge.revision)}/${today(world)}`;
  const body =
    field('00', '01') +
    field('01', '12') +
    field(
      '26',
      field('00', 'br.gov.bcb.pix') + field('25', `pix.example/cobv/${charge.id}${version}`),
    ) +
    field('52', '0000') +
    field('53', '986') +
    field('54', (charge.value / 100).toFixed(2)) +
    field('58', 'BR') +
    field('59', plain(account.name).slice(0, 25)) +
    field('60', 'JOINVILLE') +
    field('62', field('05', '***')) +
    '6304';
  return body + crc16(body);
}

function field(id: string, value: string): string {
  return id + String(value.length).padStart(2, '0') + value;
}

/** The standard allows neither accents nor lower case in names. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .toUpperCase();
}

/** CRC-16/CCITT-FALSE in hexadecimal, as field 63 wants it. */
function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1)
      crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021;
    crc &= 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
