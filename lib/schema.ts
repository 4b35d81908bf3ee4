import * as z from 'zod';

/** Without this zod compiles validators with `new Function`, which the extension's CSP reports as a violation. */
z.config({ jitless: true });

export { z };
