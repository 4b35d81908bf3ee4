import { z } from '../schema.ts';
import type { Page } from './client.types.ts';

/**
 * One page of a list. A single element that cannot be read spoils the page: left out silently, it could
 * be the very charge that must not be made twice.
 */
export function listBody<T>(element: z.ZodType<T>): z.ZodType<Page<T>> {
  return z
    .object({
      hasMore: z.boolean(),
      totalCount: z.int().nonnegative(),
      offset: z.int().nonnegative(),
      data: z.array(element),
    })
    .transform((list): Page<T> => ({
      items: list.data,
      hasMore: list.hasMore,
      totalCount: list.totalCount,
      offset: list.offset,
    }));
}
