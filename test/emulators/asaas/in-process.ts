import { DroppedConnection, type PartialAnswer } from '../http/listen.ts';

/**
 * Makes a handler behave like `fetch`: a dropped connection rejects, an answer that was cut off
 * breaks while its body is read, an aborted request rejects at once while the server goes on.
 */
export function likeFetch(
  serve: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return (request) =>
    new Promise((resolve, reject) => {
      const { signal } = request;
      const abort = () => reject(signal.reason as Error);
      if (signal.aborted) {
        abort();
        return;
      }
      signal.addEventListener('abort', abort, { once: true });
      serve(request)
        .catch((error: unknown) => {
          if (error instanceof DroppedConnection && error.partial !== undefined)
            return cutOff(error.partial);
          throw error;
        })
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', abort));
    });
}

function cutOff({ status, headers, body }: PartialAnswer): Response {
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(body)),
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
  return new Response(stream, { status, headers });
}
