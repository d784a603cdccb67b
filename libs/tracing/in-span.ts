import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { Attributes } from '@opentelemetry/api';

/** Goes to whatever exporter the program has started; without one, nothing is kept. */
const tracer = trace.getTracer('four-good');

/**
 * Does some work as a span of the trace that it belongs to. A span names kinds of things and counts them: no id, no
 * text and no reason of a failure, since those may be about a person.
 */
export function inSpan<T>(
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> {
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      const message = error instanceof Error ? error.name : 'Error';
      span.setStatus({ code: SpanStatusCode.ERROR, message });
      throw error;
    } finally {
      span.end();
    }
  });
}
