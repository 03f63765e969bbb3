import { evaluateMarker, type MarkerEnvironment, type MarkerNode } from '../../documents/pep508.ts';

/**
 * Variables of markers on the build image.
 * Source: https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers; the image is
 * Linux on x86_64 with CPython (platform.md C.2), its kernel unknown. Held against `evaluateMarker` of
 * @vercel/python-analysis 0.14.0 (test/differential/markers.test.ts).
 */
const image: MarkerEnvironment = {
  os_name: 'posix',
  sys_platform: 'linux',
  platform_system: 'Linux',
  platform_machine: 'x86_64',
  platform_python_implementation: 'CPython',
  implementation_name: 'cpython',
  extra: '',
};

/**
 * Whether the marker holds on Vercel for a Python such as `3.13`; `undefined` where that hangs on the patch release, or on
 * something else that is not known.
 */
export function markerHolds(node: MarkerNode, python: string): boolean | undefined {
  const [first, late] = ['0', '99'].map((patch) => {
    const full = `${python}.${patch}`;
    const versions = { python_version: python, python_full_version: full, implementation_version: full };
    return evaluateMarker(node, { ...image, ...versions });
  });
  return first === late ? first : undefined;
}

/** Whether what has this marker, or none, is installed. A marker with an error tells nothing. */
export function appliesWith(marker: { readonly node?: MarkerNode } | undefined, python: string): boolean | undefined {
  return marker?.node ? markerHolds(marker.node, python) : !marker || undefined;
}
