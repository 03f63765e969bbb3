import type { JsonPath } from '../../documents/vercelJson.ts';
import { proxyFault } from '../proxyFault.ts';
import { daemonConflict } from './daemons.ts';
import { servicesConflict } from './services.ts';
import type { ConfigurationShape, FunctionShape } from './shape.ts';

/** What Vercel refuses in a configuration that its schema accepts, and where. */
export interface Conflict {
  readonly code: string;
  readonly message: string;
  readonly path: JsonPath;
}

/**
 * The first conflict, as Vercel looks for them.
 * Source: `validateConfig` of `vercel` 64.0.2 (dist/chunks/chunk-YBOS65VB.js)
 */
export function firstConflict(config: ConfigurationShape): Conflict | undefined {
  return (
    timezoneConflict(config) ??
    affinityConflict(config) ??
    proxyConflict(config) ??
    buildsConflict(config) ??
    servicesConflict(config) ??
    daemonConflict(config) ??
    bindingConflict(config)
  );
}

function timezoneConflict({ schedules = [] }: ConfigurationShape): Conflict | undefined {
  const index = schedules.findIndex(({ timezone }) => timezone !== undefined && !isTimezone(timezone));
  if (index < 0) return undefined;
  return {
    code: 'INVALID_SCHEDULE_TIMEZONE',
    message: `Invalid vercel.json - \`schedules[${index}].timezone\` must be a valid IANA timezone, such as "America/New_York". Omit it to use UTC.`,
    path: ['schedules', index, 'timezone'],
  };
}

function isTimezone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function affinityConflict(config: ConfigurationShape): Conflict | undefined {
  const holders: JsonPath[] = [
    [],
    ...Object.keys(config.services ?? {}).map((name) => ['services', name]),
    ...Object.keys(config.experimentalServicesV2 ?? {}).map((name) => ['experimentalServicesV2', name]),
  ];
  for (const holder of holders) {
    for (const [pattern, settings] of Object.entries(functionsAt(config, holder))) {
      if (!hasWideAffinity(settings)) continue;
      const message = `Function affinity mode "strict" requires at most one statically configured region. Update \`functions[${JSON.stringify(pattern)}].regions\` to contain a single region.`;
      return {
        code: 'INVALID_FUNCTION_AFFINITY_REGIONS',
        message,
        path: [...holder, 'functions', pattern, 'regions'],
      };
    }
  }
  return undefined;
}

function functionsAt(config: ConfigurationShape, [list, name]: JsonPath): Readonly<Record<string, FunctionShape>> {
  if (list === undefined || name === undefined) return config.functions ?? {};
  const services = list === 'services' ? config.services : config.experimentalServicesV2;
  return services?.[name]?.functions ?? {};
}

function hasWideAffinity({ affinity, regions }: FunctionShape): boolean {
  const places = new Set(regions);
  return affinity?.mode === 'strict' && (places.has('all') || places.size > 1);
}

function proxyConflict({ proxy }: ConfigurationShape): Conflict | undefined {
  const fault = proxy ? proxyFault(proxy) : undefined;
  if (!fault) return undefined;
  const property = fault.code === 'INVALID_PROXY_MATCHER' ? 'matcher' : 'entrypoint';
  return { code: fault.code, message: fault.message, path: ['proxy', property] };
}

function buildsConflict(config: ConfigurationShape): Conflict | undefined {
  const { builds, functions, proxy, experimentalServices } = config;
  const path = ['builds'];
  if (functions && builds) return { code: 'FUNCTIONS_AND_BUILDS', message: words.functionsAndBuilds, path };
  if (proxy && builds) return { code: 'PROXY_AND_BUILDS', message: words.proxyAndBuilds, path };
  if (experimentalServices && builds)
    return { code: 'EXPERIMENTAL_SERVICES_AND_BUILDS', message: together('experimentalServices', 'builds'), path };
  if (!experimentalServices || !functions) return undefined;
  const message = together('experimentalServices', 'functions');
  return { code: 'EXPERIMENTAL_SERVICES_AND_FUNCTIONS', message, path: ['functions'] };
}

const words = {
  functionsAndBuilds: together('functions', 'builds'),
  proxyAndBuilds:
    'The `proxy` property cannot be used with the `builds` property. Remove `builds` to use an explicit proxy entrypoint.',
};

function together(one: string, other: string): string {
  return `The \`${one}\` property cannot be used in conjunction with the \`${other}\` property. Please remove one of them.`;
}

function bindingConflict(config: ConfigurationShape): Conflict | undefined {
  const isNew = (config.services ?? null) !== null;
  const services = config.services ?? config.experimentalServicesV2 ?? {};
  const list = isNew ? 'services' : 'experimentalServicesV2';
  for (const [name, { bindings = [] }] of Object.entries(services)) {
    const index = bindings.findIndex(({ service }) => !Object.hasOwn(services, service));
    const target = bindings[index]?.service;
    if (target === undefined) continue;
    return {
      code: `${isNew ? 'SERVICES' : 'EXPERIMENTAL_SERVICES_V2'}_BINDING_UNKNOWN_SERVICE`,
      message: `Service "${name}" declares a binding to unknown service "${target}". Add "${target}" to \`${list}\` or fix the binding.`,
      path: [list, name, 'bindings', index, 'service'],
    };
  }
  return undefined;
}
