import type { z } from 'zod';
import { validationFailed } from '../errors';

/** What a route is asked by its query. @throws ApiError `VALIDATION_FAILED` */
export function validQuery<T>(schema: z.ZodType<T>, query: unknown): T {
  const { success, data, error } = schema.safeParse(query);
  if (success) return data;
  throw validationFailed(
    error.issues.map(({ path, code, message, ...issue }) => {
      const field =
        code === 'unrecognized_keys' && 'keys' in issue
          ? (issue.keys as readonly string[]).join(', ')
          : path.join('.');
      return code === 'unrecognized_keys'
        ? { field, rule: 'isKnown', message: 'is not asked for here' }
        : { field, rule: code, message };
    }),
  );
}
