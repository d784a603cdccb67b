import type { GraphQLScalarType } from 'graphql';
import { DateScalar, DateTimeScalar, DecimalScalar, PositionScalar } from '.';

describe.each<[GraphQLScalarType<string, string>, string[], unknown[]]>([
  [
    DateTimeScalar,
    ['2024-02-29T23:59:59+07:00', '2024-01-01T00:00:00Z', '2024-01-01T00:00:00.123456-03:30'],
    [
      '2024-01-01T00:00:00',
      '2024-01-01',
      '2023-02-29T00:00:00Z',
      '2024-01-01T24:00:00Z',
      '2024-01-01T00:00:60Z',
      '2024-01-01 00:00:00Z',
      '2024-01-01T00:00:00+25:00',
      1_704_067_200,
      null,
    ],
  ],
  [
    DateScalar,
    ['2024-02-29', '0001-01-01'],
    ['2023-02-29', '2024-13-01', '2024-1-1', '2024-01-01Z', 20240101],
  ],
  [PositionScalar, ['0', '9223372036854775807'], ['9223372036854775808', '-1', '01', '1.0', '', 1]],
  [DecimalScalar, ['0', '-1.50', '104.5'], ['1e3', '.5', '5.', '+1', 'NaN', 1.5]],
])('%s', (scalar, good, bad) => {
  it.each(good)('takes %j as it is', (text) => {
    expect(scalar.parseValue(text)).toBe(text);
  });

  it.each(bad)('refuses %j', (value) => {
    expect(() => scalar.parseValue(value)).toThrow(`${scalar.name} must be`);
  });
});
