const CODE = /\/v3\/payments\/pay_\w+\/pixQrCode$/;

/**
 * Answers for payment codes without drawing them: the picture is compressed on another thread, whose end no
 * seed repeats. Everything else goes on to the emulator.
 */
export function withoutPictures(
  handle: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return (request) => {
    if (!CODE.test(new URL(request.url).pathname)) return handle(request);
    const code = {
      encodedImage: 'AA==',
      payload: '000201FAKE',
      expirationDate: '2027-12-31 23:59:59',
      description: null,
    };
    return Promise.resolve(Response.json(code));
  };
}
