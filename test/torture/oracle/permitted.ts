/** All that may ever be asked of Asaas that changes something. */
const PERMITTED = [
  /^POST \/v3\/payments$/,
  /^POST \/v3\/customers$/,
  /^PUT \/v3\/customers\/cus_\w+$/,
  /^POST \/v3\/payments\/pay_\w+\/receiveInCash$/,
  /^PUT \/v3\/payments\/pay_\w+$/,
  /^DELETE \/v3\/payments\/pay_\w+$/,
];

/** The requests among these that may never be made, as method and path. */
export function forbiddenIn(
  requests: readonly { readonly method: string; readonly path: string }[],
): readonly string[] {
  return requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`)
    .filter((request) => !PERMITTED.some((pattern) => pattern.test(request)));
}
