/**
 * Releases of `@vercel/python` and of the `vercel` command line that brought them, as far as a log's verdict depends on it.
 * Source: git tags of github.com/vercel/vercel (`git tag --contains`) and the published packages, read 2026-11-23.
 */

/** Release of the builder in a release of the command line, oldest first. */
export const builderOfCli: readonly (readonly [cli: string, builder: string])[] = [
  ['48.9.0', '6.0.2'],
  ['50.12.3', '6.7.0'],
  ['50.34.0', '6.25.0'],
  ['50.37.0', '6.28.0'],
  ['64.0.2', '25.0.0'],
];

/** The day of a release of the builder, oldest first; releases between two of them are from between their days. */
export const builderDates: readonly (readonly [builder: string, date: string])[] = [
  ['4.1.0', '2023-10-20'],
  ['4.2.0', '2024-04-24'],
  ['5.0.0', '2025-07-28'],
  ['5.0.6', '2025-10-02'],
  ['6.0.3', '2025-11-10'],
  ['6.0.5', '2025-11-13'],
  ['6.2.0', '2026-01-20'],
  ['6.4.0', '2026-01-29'],
  ['6.7.0', '2026-02-05'],
  ['6.20.1', '2026-03-03'],
  ['6.20.2', '2026-03-04'],
  ['6.28.0', '2026-03-24'],
  ['6.54.1', '2026-08-03'],
];

/** Releases from `from` to `to`, both included; open where one is missing. */
export interface Releases {
  readonly from?: string;
  readonly to?: string;
}

/**
 * The line of `if not issubclass(base, BaseHTTPRequestHandler)` in the runtime file that a builder deployed: a traceback
 * through it says which release it was. Read in 44 published packages.
 */
export const handlerTestLines: Readonly<
  Record<'vc__handler__python.py' | 'vc_init.py', Readonly<Record<number, Releases>>>
> = {
  'vc__handler__python.py': {
    30: { from: '2.3.4', to: '3.1.16' },
    31: { from: '3.1.60', to: '4.2.0' },
    32: { from: '4.3.0', to: '4.4.0' },
    159: { from: '4.4.1', to: '4.5.0' },
    331: { from: '4.4.1', to: '4.5.0' },
    202: { from: '4.5.1', to: '4.5.1' },
    381: { from: '4.5.1', to: '4.5.1' },
    207: { from: '4.6.0', to: '4.7.3' },
    386: { from: '4.6.0', to: '4.7.3' },
    213: { from: '4.7.4', to: '4.7.4' },
    388: { from: '4.7.4', to: '4.7.4' },
    218: { from: '4.8.0', to: '5.0.4' },
    393: { from: '4.8.0', to: '5.0.4' },
    242: { from: '5.0.5', to: '6.0.1' },
    417: { from: '5.0.5', to: '6.0.1' },
    311: { from: '5.0.8', to: '5.0.9' },
    543: { from: '5.0.8', to: '5.0.9' },
    463: { from: '6.0.8', to: '6.5.1' },
    616: { from: '6.0.8', to: '6.5.1' },
  },
  // The numbers of vercel-runtime 0.4.0 to 0.10.1, which came with these builders.
  'vc_init.py': {
    523: { from: '6.6.0', to: '6.20.0' },
    672: { from: '6.6.0', to: '6.20.0' },
    916: { from: '6.20.1', to: '6.27.0' },
    1096: { from: '6.20.1', to: '6.27.0' },
    929: { from: '6.20.1', to: '6.27.0' },
    1109: { from: '6.20.1', to: '6.27.0' },
    797: { from: '6.20.1', to: '6.27.0' },
    968: { from: '6.20.1', to: '6.27.0' },
    800: { from: '6.20.1', to: '6.27.0' },
    977: { from: '6.20.1', to: '6.27.0' },
    803: { from: '6.20.1', to: '6.27.0' },
    980: { from: '6.20.1', to: '6.27.0' },
  },
};
