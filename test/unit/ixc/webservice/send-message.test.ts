import { describe, expect, expectTypeOf, it } from 'vitest';
import { fail } from '../../../../lib/billing/result.ts';
import { createTransport } from '../../../../lib/http/guarded-fetch.ts';
import type { Transport } from '../../../../lib/http/transport.ts';
import { isReading, type ListRequest } from '../../../../lib/ixc/webservice/list-request.ts';
import { type IxcMessage, sendIxcMessage } from '../../../../lib/ixc/webservice/send-message.ts';
import {
  type WriteRequest,
  writeRequest,
  WRITES,
} from '../../../../lib/ixc/webservice/write-request.ts';
import { createIxcEmulator } from '../../../emulators/ixc/index.ts';

const ORIGIN = 'https://ixc.provedor.example';
const ACTION = 'botaoAjax_22282';
const MESSAGE: IxcMessage = {
  kind: 'sms',
  phone: '(11) 98765-4321',
  gatewayId: '3',
  text: 'Ola, Maria!',
  sender: 'Provedor Exemplo',
  customerId: '77',
};

function desk() {
  const ixc = createIxcEmulator();
  const transport = createTransport({
    fetch: (input, init) => ixc.handle(new Request(input, init)),
    allowedHosts: () => new Set([new URL(ORIGIN).host]),
    hasPermission: () => Promise.resolve(true),
  });
  const credentials = { origin: ORIGIN, token: ixc.token };
  return {
    control: ixc.control,
    send: (message = MESSAGE, through: Transport = transport) =>
      sendIxcMessage({ transport: through, credentials }, message),
  };
}

describe("IXC's free message", () => {
  it('is one request, with the body of the action and nothing that lists', async () => {
    const { control, send } = desk();
    expect(await send()).toEqual({ ok: true, value: null });
    const [written, ...others] = control.writes();
    expect(others).toEqual([]);
    expect(written).toMatchObject({ method: 'POST', table: ACTION });
    expect(written?.body).toEqual({
      tipo_envio_mensagem: 'sms',
      celular: '(11) 98765-4321',
      id_gateway: '3',
      mensagem: 'Ola, Maria!',
      remetente: 'Provedor Exemplo',
      id_cliente: '77',
    });
  });

  it('by omnichannel carries its text under its own name', async () => {
    const { control, send } = desk();
    await send({ ...MESSAGE, kind: 'omnichannel' });
    const body = control.writes()[0]?.body;
    expect(body).toMatchObject({
      tipo_envio_mensagem: 'omnichannel',
      msg_omnichannel: 'Ola, Maria!',
    });
    expect(body).not.toHaveProperty('mensagem');
  });

  it.each([
    [{ kind: 'refused', message: 'Gateway inexistente<br />' }, 'refused', 'refused'],
    [{ kind: 'ip-not-allowed' }, 'refused', 'ip-not-allowed'],
    // An error that names a record has made one.
    [
      { kind: 'rubbish', body: '{"type":"error","message":"Ocorreu um erro.","id":"263521"}' },
      'unknown',
      'refused',
    ],
    [{ kind: 'rubbish', body: '{"type":"error","message":"x","id":263521}' }, 'unknown', 'refused'],
    [{ kind: 'rubbish', body: '{"type":"error","message":"x","id":""}' }, 'refused', 'refused'],
    [{ kind: 'unauthorized' }, 'refused', 'unauthorized'],
    [{ kind: 'html' }, 'unknown', 'html'],
    [{ kind: 'rubbish' }, 'unknown', 'rubbish'],
    [{ kind: 'rubbish', body: '{"registros":[{"sucesso":true}]}' }, 'unknown', 'rubbish'],
    [{ kind: 'status', status: 504 }, 'unknown', 'server'],
    [{ kind: 'drop', carriedOut: true }, 'unknown', 'network'],
  ] as const)('answered with %o is %s, and asked for once', async (fault, outcome, kind) => {
    const { control, send } = desk();
    control.addFault({ fault, table: ACTION, times: 0 });
    expect(await send()).toMatchObject({ ok: false, error: { outcome, failure: { kind } } });
    expect(control.requests().filter(({ table }) => table === ACTION)).toHaveLength(1);
  });

  it('that never left was not sent', async () => {
    const { send } = desk();
    const closed: Transport = () =>
      Promise.resolve(fail({ kind: 'permission-missing', origin: ORIGIN }));
    expect(await send(MESSAGE, closed)).toMatchObject({ error: { outcome: 'refused' } });
  });
});

describe('what this extension writes in IXC', () => {
  it('is of the two kinds that are allowed, and no print, Pix, change or deletion', () => {
    const allowed = [ACTION, 'fn_areceber_recebimentos_baixas_novo'];
    expect(WRITES.filter((write) => !allowed.includes(write))).toEqual([]);
    expectTypeOf<WriteRequest['method']>().toEqualTypeOf<'POST'>();
  });

  it('is never taken for a list, nor a list for it', () => {
    for (const write of WRITES) {
      const request = writeRequest(ORIGIN, 'Basic FAKE', write, {});
      expect(isReading(request)).toBe(false);
      expect(request.url).toBe(`${ORIGIN}/webservice/v1/${write}`);
    }
    expectTypeOf<ListRequest>().not.toExtend<WriteRequest>();
    expectTypeOf<WriteRequest>().not.toExtend<ListRequest>();
  });
});
