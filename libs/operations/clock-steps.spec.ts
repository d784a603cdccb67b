import { ClockSteps } from './clock-steps';

describe('the clock of the machine', () => {
  let wall = Date.parse('2026-01-01T00:00:00Z');
  let passed = 0;
  const steps = () => {
    const watching = new ClockSteps(
      () => new Date(wall),
      () => passed,
    );
    watching.look();
    return watching;
  };
  const goOn = (passing: number, going = passing) => {
    passed += passing;
    wall += going;
  };

  it('is no matter while it goes as time passes, or is corrected by a little', () => {
    const watching = steps();
    goOn(3_600_000);
    expect(watching.look()).toBeUndefined();
    goOn(60_000, 90_000);
    expect(watching.look()).toBeUndefined();
    expect(watching.last).toBeUndefined();
  });

  it.each([
    ['forward', 60_000, 7_260_000, 7_200],
    ['back', 60_000, -3_540_000, -3_600],
  ])('is told once when it was set %s', (_, passing, going, seconds) => {
    const watching = steps();
    goOn(passing, going);

    expect(watching.look()).toEqual({ seconds, noticedAt: new Date(wall).toISOString() });
    goOn(60_000);
    expect(watching.look()).toBeUndefined();
    expect(watching.last?.seconds).toBe(seconds);
  });
});
