import { ValueType } from '@opentelemetry/api';
import type { HrTime } from '@opentelemetry/api';
import { hrTime } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import { AggregationTemporality, DataPointType } from '@opentelemetry/sdk-metrics';
import type { CollectionResult, MetricData, MetricProducer } from '@opentelemetry/sdk-metrics';
import type { Registry } from 'prom-client';

type Metric = Awaited<ReturnType<Registry['getMetricsAsJSON']>>[number];
type Labels = Readonly<Record<string, string | number>>;

interface Sample {
  readonly value: number;
  readonly labels: Labels;
  readonly metricName?: string;
}

interface Period {
  readonly startTime: HrTime;
  readonly endTime: HrTime;
}

/** The metrics that are served for Prometheus, as OpenTelemetry has them: told once, sent to both. */
export class RegistryProducer implements MetricProducer {
  private readonly startTime = hrTime();

  constructor(
    private readonly take: () => Promise<Registry>,
    private readonly resource: Resource,
  ) {}

  async collect(): Promise<CollectionResult> {
    const registry = await this.take();
    const period = { startTime: this.startTime, endTime: hrTime() };
    const taken = await registry.getMetricsAsJSON();
    const metrics = taken.flatMap((metric) => metricData(metric, period));
    const scopeMetrics = [{ scope: { name: 'four-good' }, metrics }];
    return { resourceMetrics: { resource: this.resource, scopeMetrics }, errors: [] };
  }
}

function metricData(metric: Metric, period: Period): MetricData[] {
  const samples = metric.values as readonly Sample[];
  const about = {
    descriptor: {
      name: metric.name,
      description: metric.help,
      unit: '',
      valueType: ValueType.DOUBLE,
    },
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
  };
  const point = ({ labels, value }: Sample) => ({ ...period, attributes: labels, value });
  switch (String(metric.type)) {
    case 'counter':
      return [
        {
          ...about,
          dataPointType: DataPointType.SUM,
          isMonotonic: true,
          dataPoints: samples.map(point),
        },
      ];
    case 'gauge':
      return [{ ...about, dataPointType: DataPointType.GAUGE, dataPoints: samples.map(point) }];
    case 'histogram':
      return [
        {
          ...about,
          dataPointType: DataPointType.HISTOGRAM,
          dataPoints: histograms(samples, period),
        },
      ];
    default:
      return [];
  }
}

/** Prometheus counts what is at most as large as each bound, OpenTelemetry what lies between two. */
function histograms(samples: readonly Sample[], period: Period) {
  const series = new Map<string, Sample[]>();
  for (const sample of samples) {
    const { le: _le, ...labels } = sample.labels;
    const key = JSON.stringify(labels);
    series.set(key, [...(series.get(key) ?? []), sample]);
  }
  return [...series].map(([labels, ofOne]) => {
    const buckets = ofOne
      .filter(({ labels: { le } }) => le !== undefined)
      .map(({ labels: { le }, value }) => ({
        bound: Number(String(le).replace('+Inf', 'Infinity')),
        value,
      }))
      .toSorted((a, b) => a.bound - b.bound);
    const part = (suffix: string) =>
      ofOne.find(({ metricName = '' }) => metricName.endsWith(suffix))?.value ?? 0;
    return {
      ...period,
      attributes: JSON.parse(labels) as Labels,
      value: {
        sum: part('_sum'),
        count: part('_count'),
        buckets: {
          boundaries: buckets.map(({ bound }) => bound).filter(Number.isFinite),
          counts: buckets.map(({ value }, at) => value - (buckets[at - 1]?.value ?? 0)),
        },
      },
    };
  });
}
