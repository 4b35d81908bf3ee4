import { describe, expect, it } from 'vitest';
import { DAY, tryAsaas } from './try-asaas.ts';

/** CRC-16/CCITT-FALSE, written apart from the emulator's own. */
function crc16(text: string): string {
  let crc = 0xffff;
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index) << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** The fields of an EMV payload by their two-digit ids. */
function fieldsOf(payload: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (let at = 0; at < payload.length;) {
    const length = Number(payload.slice(at + 2, at + 4));
    fields[payload.slice(at, at + 2)] = payload.slice(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return fields;
}

/** Modulo 10 of a group of the linha digitável: the weights 2, 1, 2, … from the right. */
function checks10(group: string): boolean {
  const sum = Array.from(group)
    .reverse()
    .reduce((total, digit, index) => {
      const product = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return total + Math.floor(product / 10) + (product % 10);
    }, 0);
  return sum % 10 === 0;
}

/** The fifth digit of a bar code: modulo 11 of the others, weights 2 to 9 from the right. */
function checks11(barCode: string): boolean {
  const rest = Array.from(barCode.slice(0, 4) + barCode.slice(5)).reverse();
  const sum = rest.reduce((total, digit, at) => total + Number(digit) * ((at % 8) + 2), 0);
  const check = 11 - (sum % 11);
  return Number(barCode[4]) === (check > 9 ? 1 : check);
}

describe('Pix codes of the emulated Asaas', () => {
  it('are EMV payloads with the amount and a valid CRC, and a PNG picture', async () => {
    const { chargeId, get } = tryAsaas();
    const { json } = await get(`/payments/${await chargeId({ value: 123.45 })}/pixQrCode`);
    const payload = String(json['payload']);
    expect(fieldsOf(payload)).toMatchObject({
      '00': '01',
      '53': '986',
      '54': '123.45',
      '58': 'BR',
    });
    expect(payload.slice(-4)).toBe(crc16(payload.slice(0, -4)));
    expect(Buffer.from(String(json['encodedImage']), 'base64').subarray(1, 4).toString()).toBe(
      'PNG',
    );
    expect(json['success']).toBe(true);
  });

  it('live twelve months after the due date where the account has its own Pix key', async () => {
    const { chargeId, get } = tryAsaas();
    const { json } = await get(`/payments/${await chargeId({ billingType: 'PIX' })}/pixQrCode`);
    expect(json['expirationDate']).toBe('2027-03-20 23:59:59');
  });

  it('die the same night without one, and change with every update', async () => {
    const { control, chargeId, get, put } = tryAsaas();
    control.changeAccount('acc_sandbox', { ownPixKey: false });
    const id = await chargeId({ billingType: 'PIX' });
    const before = await get(`/payments/${id}/pixQrCode`);
    expect(before.json['expirationDate']).toBe('2026-03-10 23:59:59');
    await put(`/payments/${id}`, { description: 'outra' });
    const after = await get(`/payments/${id}/pixQrCode`);
    expect(after.json['payload']).not.toBe(before.json['payload']);
  });

  it('are refused for cards and for what is paid', async () => {
    const { control, chargeId, get } = tryAsaas();
    const card = await chargeId({ billingType: 'CREDIT_CARD' });
    expect((await get(`/payments/${card}/pixQrCode`)).status).toBe(400);
    const paid = await chargeId({ billingType: 'PIX' });
    control.pay(paid);
    expect((await get(`/payments/${paid}/pixQrCode`)).status).toBe(400);
  });
});

describe('boletos of the emulated Asaas', () => {
  it('have 47 digits that check, with value and due date inside', async () => {
    const { chargeId, get } = tryAsaas();
    const id = await chargeId({ value: 1234.56, dueDate: '2026-03-20' });
    const { json } = await get(`/payments/${id}/identificationField`);
    const line = String(json['identificationField']);
    expect(line).toMatch(/^\d{47}$/);
    expect(json['barCode']).toMatch(/^\d{44}$/);
    for (const [from, to] of [
      [0, 10],
      [10, 21],
      [21, 32],
    ])
      expect(checks10(line.slice(from, to))).toBe(true);
    // 2025-02-22 is day 1000 of the second count.
    const factor = 1000 + (Date.parse('2026-03-20') - Date.parse('2025-02-22')) / DAY;
    expect(line.slice(33)).toBe(`${String(factor)}0000123456`);
    expect(String(json['barCode'])[4]).toBe(line[32]);
  });

  it('have the general check digit that banks compute', async () => {
    // Published by Asaas, so that the check itself is checked.
    expect(checks11('00191878900000050000000002759288002193297817')).toBe(true);
    expect(checks11('00192878900000050000000002759288002193297817')).toBe(false);
    const { chargeId, get } = tryAsaas();
    for (const value of [5, 99.9, 1234.56]) {
      const { json } = await get(`/payments/${await chargeId({ value })}/identificationField`);
      expect(checks11(String(json['barCode']))).toBe(true);
    }
  });

  it('get another line when value or due date change', async () => {
    const { chargeId, get, put } = tryAsaas();
    const path = `/payments/${await chargeId()}`;
    const before = (await get(`${path}/identificationField`)).json['identificationField'];
    await put(path, { value: 101 });
    expect((await get(`${path}/identificationField`)).json['identificationField']).not.toBe(before);
  });

  it('are refused for a Pix charge', async () => {
    const { chargeId, get } = tryAsaas();
    const id = await chargeId({ billingType: 'PIX' });
    expect((await get(`/payments/${id}/identificationField`)).status).toBe(400);
  });

  it('come with the Pix code in billingInfo', async () => {
    const { chargeId, get } = tryAsaas();
    const boleto = await get(`/payments/${await chargeId()}/billingInfo`);
    expect(boleto.json).toMatchObject({
      pix: { payload: expect.any(String) as string },
      creditCard: null,
      bankSlip: { identificationField: expect.stringMatching(/^\d{47}$/) as string },
    });
    const pix = await get(`/payments/${await chargeId({ billingType: 'PIX' })}/billingInfo`);
    expect(pix.json['bankSlip']).toBeNull();
  });

  it('say when the payer looked at them', async () => {
    const { chargeId, get, control } = tryAsaas();
    const id = await chargeId();
    expect((await get(`/payments/${id}/viewingInfo`)).json).toEqual({
      invoiceViewedDate: null,
      boletoViewedDate: null,
    });
    control.view(id);
    expect((await get(`/payments/${id}/viewingInfo`)).json).toEqual({
      invoiceViewedDate: '2026-03-10 12:00:00',
      boletoViewedDate: null,
    });
    expect((await get(`/payments/${id}`)).json['lastInvoiceViewedDate']).toBe(
      '2026-03-10T15:00:00Z',
    );
  });
});
