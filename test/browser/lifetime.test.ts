import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLifetime } from '../../electron/browser/lifetime.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

test('stops a while after the last window has closed', () => {
  const stop = vi.fn();
  const lifetime = createLifetime(stop);

  lifetime.windows(2);
  vi.advanceTimersByTime(60 * 60_000);
  lifetime.windows(1);
  lifetime.windows(0);
  vi.advanceTimersByTime(9_999);
  const before = stop.mock.calls.length;
  vi.advanceTimersByTime(1);

  expect([before, stop.mock.calls.length]).toEqual([0, 1]);
});

test('a reload, which closes and opens again, goes on', () => {
  const stop = vi.fn();
  const lifetime = createLifetime(stop);

  lifetime.windows(1);
  lifetime.windows(0);
  vi.advanceTimersByTime(9_000);
  lifetime.used();
  vi.advanceTimersByTime(9_000);
  lifetime.windows(1);
  vi.advanceTimersByTime(60 * 60_000);

  expect(stop).not.toHaveBeenCalled();
});

test('stops after half an hour in which nobody came', () => {
  const stop = vi.fn();
  const lifetime = createLifetime(stop);

  vi.advanceTimersByTime(29 * 60_000);
  lifetime.used();
  vi.advanceTimersByTime(29 * 60_000);
  const before = stop.mock.calls.length;
  vi.advanceTimersByTime(60_000);

  expect([before, stop.mock.calls.length]).toEqual([0, 1]);
});

test('once ended it never stops anything', () => {
  const stop = vi.fn();
  const lifetime = createLifetime(stop);

  lifetime.end();
  vi.advanceTimersByTime(60 * 60_000);

  expect(stop).not.toHaveBeenCalled();
});

test('waits longer for a window that was asked for after the last one closed: its browser has to start', () => {
  const stop = vi.fn();
  const lifetime = createLifetime(stop);

  lifetime.windows(1);
  lifetime.windows(0);
  lifetime.expect();
  vi.advanceTimersByTime(59_999);
  const before = stop.mock.calls.length;
  vi.advanceTimersByTime(1);

  expect([before, stop.mock.calls.length]).toEqual([0, 1]);
});

test('a window that was asked for does not shorten the time for the first to come, nor end an open one', () => {
  const stop = vi.fn();
  const [first, open] = [createLifetime(stop), createLifetime(stop)];

  first.expect();
  open.windows(1);
  open.expect();
  vi.advanceTimersByTime(29 * 60_000);

  expect(stop).not.toHaveBeenCalled();
});
