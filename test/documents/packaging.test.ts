import { describe, expect, it } from 'vitest';
import { contains, formatVersion, parseSpecifierSet, parseVersion } from '../../server/src/documents/pep440.ts';
import { evaluateMarker, type MarkerNode, parseRequirement } from '../../server/src/documents/pep508.ts';
import { parseMarker } from '../../server/src/documents/pep508Marker.ts';
import cases from './packaging.cases.json' with { type: 'json' };

/**
 * Random texts with the answers of packaging 24.1 (pip 24.2), and of its `===`, `<` and `>` where these went with the newer
 * text of the specification; markers compare strings as packaging 26 does. 240,000 more agreed by hand.
 */
describe('packaging agrees', () => {
  it('on versions and their normal form', () => {
    const ours = cases.versions.map(([text = '']) => {
      const version = parseVersion(text ?? '');
      return [text, version ? formatVersion(version) : null];
    });
    expect(ours).toEqual(cases.versions);
  });

  it('on which versions a specifier admits', () => {
    const ours = cases.contains.map(([specifier, text]) => {
      const version = parseVersion(String(text));
      return [specifier, text, version !== undefined && contains(version, parseSpecifierSet(String(specifier)))];
    });
    expect(ours).toEqual(cases.contains);
  });

  it('on what a requirement is', () => {
    const ours = cases.requirements.map(([text]) => [text, parseRequirement(String(text)).errors.length === 0]);
    expect(ours).toEqual(cases.requirements);
  });

  it('on markers', () => {
    const environment = {
      ...{ python_version: '3.12', python_full_version: '3.12.4', implementation_version: '3.12.4', os_name: 'posix' },
      ...{ sys_platform: 'linux', platform_system: 'Linux', platform_machine: 'x86_64', platform_version: '#1 SMP' },
      ...{ platform_release: '6.1.0-aws', platform_python_implementation: 'CPython', implementation_name: 'cpython' },
      extra: '',
    };
    const ours = cases.markers.map(([text]) => {
      const node = parseMarker(String(text), (start, end) => ({ start, end }));
      return [text, 'code' in node ? node.code : evaluateMarker(node as MarkerNode, environment)];
    });
    expect(ours).toEqual(cases.markers);
  });
});
