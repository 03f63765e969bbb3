/** The value below which `share` (0 to 1) of the samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (samples: readonly number[]) => quantile(samples, 0.5);

/** How long each of `times` calls takes, in milliseconds; `warmUp` calls before them do not count. */
export async function measure(times: number, call: (round: number) => unknown, warmUp = 3): Promise<number[]> {
  const samples: number[] = [];
  for (let round = -warmUp; round < times; round++) {
    const start = performance.now();
    await call(round);
    if (round >= 0) samples.push(performance.now() - start);
  }
  return samples;
}
